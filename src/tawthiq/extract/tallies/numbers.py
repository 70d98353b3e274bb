"""The numbers of a sentence that can belong to a statistic, each with what it counts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from tawthiq.extract.page import Page
from tawthiq.extract.tallies.lexicon import Cue, Hit, Where, cue_at, find_cue, is_person, metric_at
from tawthiq.model import Bound, Metric, Span
from tawthiq.text.numbers import Quantity, QuantityKind
from tawthiq.text.sentences import Sentence
from tawthiq.text.tokens import Token

_SIGNS = {"،", ",", ".", "؛", ":", "\n"}
_JOINS = ("و", "ف", "ب", "ل")
_LINKS = {"مقابل", "ثم", "و", "بواقع", "بـ"}
_AFTER_REACH = 14
_LINK_REACH = 9
_UNSURE = {QuantityKind.OTHER, QuantityKind.ORDINAL_NAME}
_THESE = {"هذه", "تلك", "هولاء"}
_SHARED = {Bound.AT_LEAST, Bound.ABOUT}


@dataclass(frozen=True, slots=True)
class Number:
    """A quantity at tokens first..last (exclusive, its bounding words and noun included); `at` is the number's own.

    `own` tells that the metric is said with the number and not taken over from the one before; `part` that it is a
    share of that one.
    """

    quantity: Quantity
    first: int
    at: int
    last: int
    metric: Metric | None = None
    bound: Bound = Bound.EXACT
    own: bool = False
    part: bool = False

    @property
    def value(self) -> int:
        """The value stated; the lower end of an open or vague number."""
        extent = self.quantity.range
        if self.quantity.bound is Bound.AT_MOST and extent.max is not None:
            return extent.max
        return round(self.quantity.value) if self.quantity.value is not None else extent.min

    @property
    def vague(self) -> bool:
        return self.quantity.range.max is None and self.quantity.bound is Bound.EXACT


def read_numbers(page: Page, sentence: Sentence, before: Number | None = None) -> tuple[Number, ...]:
    """Numbers whose metric is known, in order; `before` is the last number of the statistic so far."""
    out: list[Number] = []
    previous, left = before, sentence.first
    for number in _candidates(page, sentence):
        read = _Reader(page.tokens, sentence, left, number).read(previous)
        left = number.last
        if read.metric is not None:
            out.append(read)
            previous = read
        elif find_cue(page.tokens, number.at, number.last, Cue.THING):
            previous = None
    return tuple(out)


def _candidates(page: Page, sentence: Sentence) -> Iterator[Number]:
    for quantity in page.quantities:
        if sentence.span.start <= quantity.core.start < sentence.span.end and _is_count(page, quantity):
            yield _number(page, quantity)


def _number(page: Page, quantity: Quantity) -> Number:
    end = max(quantity.span.end, quantity.noun.end if quantity.noun else 0)
    last = page.token_range(Span(quantity.span.start, end)).stop
    first, at = page.token_at(quantity.span.start), page.token_at(quantity.core.start)
    return Number(quantity, first, at, last, bound=_bound(quantity))


def _bound(quantity: Quantity) -> Bound:
    """As told; a vague number is at least its lower end, an interval about it."""
    extent = quantity.range
    if quantity.bound is not Bound.EXACT or extent.exact or quantity.value is not None:
        return quantity.bound
    return Bound.AT_LEAST if extent.max is None else Bound.ABOUT



def _is_count(page: Page, quantity: Quantity) -> bool:
    tokens, at = page.tokens, page.token_at(quantity.core.start)
    if quantity.kind in _UNSURE and not _has_noun(page, quantity):
        return False
    if quantity.kind not in {QuantityKind.COUNT, QuantityKind.PERCENT, *_UNSURE}:
        return False
    if _is_definite(quantity, page.text) or (quantity.range.min == 2 and quantity.range.max is None):
        return False
    noun = page.token_at(quantity.noun.start) if quantity.noun else at
    if quantity.range.min == 1 and quantity.range.exact:
        only = find_cue(tokens, max(0, at - 3), at, Cue.ONLY)
        return only is not None or (noun < at and metric_at(tokens, noun, Where.COUNTED) is not None)
    return quantity.range.max != 0


def _is_definite(quantity: Quantity, text: str) -> bool:
    """"ضحايا التعذيب الستة" points back to a number told before; "العشرات" does not."""
    return quantity.core.of(text).startswith("ال") and quantity.range.max is not None


def _has_noun(page: Page, quantity: Quantity) -> bool:
    """"خلال تشرين الأول 33 عملية", "الشبكة 3 مجازر": neither a date nor a name, since it counts what follows."""
    at = page.token_range(quantity.core).stop
    cues = any(cue_at(page.tokens, at, cue) for cue in (Cue.PLAIN, Cue.CASE))
    return cues or metric_at(page.tokens, at, Where.COUNTED) is not None


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads the metric of one number; `left` is the token after the number before it in the sentence."""

    tokens: Sequence[Token]
    sentence: Sentence
    left: int
    number: Number

    def read(self, previous: Number | None) -> Number:
        part = self._is_part()
        own = self._own()
        if own is not None:
            return replace(self.number, metric=own, own=True, part=part, bound=self._bound(previous, part))
        if previous is None or not (part or self._is_linked()):
            return self.number
        return replace(self.number, metric=previous.metric, part=part, bound=self._bound(previous, part))

    def _bound(self, previous: Number | None, part: bool) -> Bound:
        """"ما لا يقل عن 29 قتيلا و13 جريحا" bounds both."""
        joined = self.number.first == self.left and self.tokens[self.number.first].norm.startswith("و")
        inherits = joined and not part and previous is not None and self.number.bound is Bound.EXACT
        return previous.bound if inherits and previous and previous.bound in _SHARED else self.number.bound

    def _own(self) -> Metric | None:
        outcome = self._outcome()
        if outcome:
            return outcome.metric
        verb = self._verb()
        if verb and (verb.metric is Metric.OTHER or verb.first + 2 >= self.number.first):
            return verb.metric
        hit = self._adjacent() or self._counted() or self._case() or verb or self._after()
        if hit:
            return hit.metric
        base = None if self._is_part() or self._is_linked() else self._base()
        return base.metric if base else None

    def _counted(self) -> Hit | None:
        """The noun of the number, the number's own where it is a dual, or what a percentage is taken of."""
        after = self._after_number()
        if self.number.quantity.kind is QuantityKind.PERCENT:
            return metric_at(self.tokens, after + 1, Where.COUNTED) if self._norm(after) == "من" else None
        noun = self.number.quantity.noun
        spots = [after, after + 1 + (self._norm(after + 1) in _THESE)] if self._norm(after) == "من" else [after]
        if noun and noun.start <= self.tokens[self.number.at].start:
            spots = [i for i in (self.number.at, self.number.at - 1) if self.tokens[i].start <= noun.start]
        return next((hit for at in spots if (hit := metric_at(self.tokens, at, Where.COUNTED))), None)

    def _case(self) -> Hit | None:
        """"24 حالة اعتقال", or a bare "حالة" of the topic named before."""
        spot = self._after_number()
        spot = spot if cue_at(self.tokens, spot, Cue.CASE) else self.number.at
        if not cue_at(self.tokens, spot, Cue.CASE):
            return None
        return metric_at(self.tokens, spot + 1, Where.CASE) or self._after() or self._base()

    def _adjacent(self) -> Hit | None:
        for at in range(max(self.left, self.number.first - 3), self.number.first):
            hit = metric_at(self.tokens, at, Where.ADJACENT)
            if hit and hit.last == self.number.first and not metric_at(self.tokens, at - 1, Where.COUNTED):
                return hit
        return None

    def _verb(self) -> Hit | None:
        spots = (at for at in reversed(range(self._clause(), self.number.first)) if not self._is_case(at - 1))
        hits = (metric_at(self.tokens, at, Where.VERB) for at in spots)
        return next((hit for hit in hits if hit), None)

    def _is_case(self, at: int) -> bool:
        """"حالة خطف": the word behind is no verb."""
        return cue_at(self.tokens, at, Cue.CASE) is not None

    def _after(self) -> Hit | None:
        aside = self._norm(self.number.last) == "،" and cue_at(self.tokens, self.number.last + 1, Cue.PART) is not None
        for at in range(self.number.last, min(self.number.last + _AFTER_REACH * (1 + aside), self.sentence.last)):
            if not aside and self._breaks(at):
                return None
            hit = metric_at(self.tokens, at, Where.AFTER)
            if hit and not self.tokens[at].norm.startswith("و"):
                return hit
        return None

    def _breaks(self, at: int) -> bool:
        token = self.tokens[at]
        return token.norm in _SIGNS or token.is_number or cue_at(self.tokens, at, Cue.CLAUSE) is not None

    def _outcome(self) -> Hit | None:
        """"انتهت ثلاث منها بمقتل المخطوف"."""
        if not cue_at(self.tokens, self.number.first - 1, Cue.ENDED):
            return None
        spots = range(self.number.last, min(self.number.last + 4, self.sentence.last))
        return next((hit for at in spots if (hit := metric_at(self.tokens, at, Where.OUTCOME))), None)

    def _base(self) -> Hit | None:
        spots = reversed(range(self._clause(), self.number.first))
        return next((hit for at in spots if (hit := metric_at(self.tokens, at, Where.BASE))), None)

    def _clause(self) -> int:
        """Where the number's clause begins, at most the token behind the number before."""
        spots = reversed(range(self.left, self.number.first))
        return next((hit.last for at in spots if (hit := cue_at(self.tokens, at, Cue.CLAUSE))), self.left)

    def _is_part(self) -> bool:
        """"ستة منهم", "بينهم ستة"."""
        if find_cue(self.tokens, self.left, self.number.first, Cue.EACH_OF_TWO):
            return False
        before = find_cue(self.tokens, max(self.left, self.number.first - 3), self.number.first, Cue.PART)
        behind = cue_at(self.tokens, self._after_number(), Cue.OF_THEM)
        return before is not None or behind is not None or self._in_brackets()

    def _in_brackets(self) -> bool:
        return self.number.first > self.left and self.tokens[self.number.first - 1].norm == "("

    def _is_linked(self) -> bool:
        """"مقابل سبع", "ثم الريف الشرقي بثلاثة", "وثمانية مقاتلون": joined to the number before, without a verb."""
        if not self._counts_people():
            return False
        words = [t.norm for t in self.tokens[self.left : self.number.first] if t.is_word]
        joined = self.tokens[self.number.first].text.startswith(_JOINS) or any(word in _LINKS for word in words[-2:])
        only = find_cue(self.tokens, self.left, self.number.first, Cue.ONLY)
        saw = find_cue(self.tokens, self.left, self.number.first, Cue.SAW)
        return (joined or only is not None or saw is not None) and len(words) <= _LINK_REACH

    def _counts_people(self) -> bool:
        noun = self.number.quantity.noun
        if noun is None or noun.start < self.number.quantity.core.start:
            return True
        at = self.number.at if noun.end <= self.number.quantity.core.end else self._after_number()
        return cue_at(self.tokens, at, Cue.PLAIN) is not None or is_person(self.tokens[at])

    def _after_number(self) -> int:
        """The token behind the number itself, its bounding words and percent sign."""
        end = self.number.quantity.core.end
        if self.number.quantity.kind is QuantityKind.PERCENT:
            end = self.number.quantity.span.end
        at = self.number.at
        while at < self.sentence.last and self.tokens[at].start < end:
            at += 1
        return min(at, len(self.tokens) - 1)

    def _norm(self, at: int) -> str:
        return self.tokens[at].norm if 0 <= at < len(self.tokens) else ""
