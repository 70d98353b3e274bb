"""The numbers of a sentence that can belong to a statistic, each with what it counts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from tawthiq.extract.page import Page
from tawthiq.extract.tallies.lexicon import Cue, Where, cue_at, find_cue, metric_at
from tawthiq.extract.tallies.people import is_one_person, is_person
from tawthiq.model import Bound, Metric, Range, Span
from tawthiq.text.numbers import Quantity, QuantityKind
from tawthiq.text.sentences import Sentence
from tawthiq.text.tokens import Token

_UNSURE = {QuantityKind.OTHER, QuantityKind.ORDINAL_NAME}
_PART_NEAR = 5
_JOINED = ("و", "ب", "ل", "ف", "ك")
_YEARS = range(1900, 2101)


@dataclass(frozen=True, slots=True)
class Number:
    """A quantity at tokens first..last (exclusive, its bounding words and noun included); `at` is the number's own.

    `own` tells that the metric is said with the number and not taken over from the one before; `part` that it is a
    share of that one; `guess` that only the scope of a statistic makes it count something. `topic` is the metric of
    the last number that was no share, `people` that of the last one that counted people, and `lead` that of the first
    number of the sentence where it stood bare. `events` tells that attacks were counted before, `case` that the number
    counts cases.
    """

    quantity: Quantity
    first: int
    at: int
    last: int
    metric: Metric | None = None
    bound: Bound = Bound.EXACT
    own: bool = False
    part: bool = False
    guess: bool = False
    topic: Metric | None = None
    people: Metric | None = None
    lead: Metric | None = None
    events: bool = False
    case: bool = False

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

    @property
    def percent(self) -> bool:
        return self.quantity.kind is QuantityKind.PERCENT

    def after(self, tokens: Sequence[Token]) -> int:
        """The token behind the number itself and its percent sign."""
        end = self.quantity.span.end if self.percent else self.quantity.core.end
        at = self.at
        while at < len(tokens) and tokens[at].start < end:
            at += 1
        return min(at, len(tokens) - 1)


def candidates(page: Page, sentence: Sentence) -> Iterator[Number]:
    """The sentence's numbers that can count something."""
    inside = (q for q in page.quantities if sentence.span.start <= q.core.start < sentence.span.end)
    told = (_without_year(page, quantity) for quantity in inside)
    counts = [_number(page, quantity) for quantity in told if _is_count(page, quantity)]
    yield from sorted([*counts, *_single_people(page, sentence)], key=lambda number: number.at)


def _single_people(page: Page, sentence: Sentence) -> Iterator[Number]:
    """"بينهم سيدة وطفلان": one of those counted before."""
    for at in range(sentence.first, sentence.last):
        if not (is_one_person(page.tokens[at]) and _is_of_part(page, sentence, at)):
            continue
        span = page.tokens[at].span
        if not any(span.overlaps(q.span) or (q.noun and q.noun.overlaps(span)) for q in page.quantities):
            yield Number(Quantity(span, span, Range(1, 1), noun=span), at, at, at + 1)


def _is_of_part(page: Page, sentence: Sentence, at: int) -> bool:
    """Right behind بينهم, or joined by و to what stands there ("بينهم خمسة أطفال وامرأة")."""
    joined = page.tokens[at].text.startswith("و")
    reach = _PART_NEAR if joined else 2
    spots = range(max(sentence.first, at - reach), at)
    hits = [hit for i in spots if (hit := cue_at(page.tokens, i, Cue.PART))]
    return any(joined or hit.last == at for hit in hits)


def _without_year(page: Page, quantity: Quantity) -> Quantity:
    """"منذ آذار 2011 إلى 4087 ضحية" is no interval: the year belongs to the date."""
    extent = quantity.range
    dated = any(m.span.start < quantity.core.start < m.span.end < quantity.core.end for m in page.dates)
    if extent.max is None or extent.min not in _YEARS or extent.exact or not dated:
        return quantity
    last = page.tokens[page.token_range(quantity.core).stop - 1]
    return replace(quantity, range=Range(extent.max, extent.max), core=last.span, span=last.span, bound=Bound.EXACT)


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
    if quantity.kind not in {QuantityKind.COUNT, QuantityKind.PERCENT, *_UNSURE} or _is_year(page, quantity):
        return False
    if _is_definite(quantity, page.text) or (quantity.range.min == 2 and quantity.range.max is None):
        return False
    noun = page.token_at(quantity.noun.start) if quantity.noun else at
    if quantity.range.min == 1 and quantity.range.exact:
        only = find_cue(tokens, max(0, at - 3), at, Cue.ONLY)
        if quantity.noun is None and tokens[at].text.startswith("وواحد"):
            return True
        return only is not None or (noun < at and metric_at(tokens, noun, Where.COUNTED) is not None)
    return quantity.range.max != 0


def _is_year(page: Page, quantity: Quantity) -> bool:
    """"مقارنة مع 2018": a bare number that can be a year is one, unless its bound says otherwise."""
    bare = quantity.noun is None and quantity.bound is Bound.EXACT and quantity.kind is QuantityKind.COUNT
    return bare and quantity.range.exact and quantity.range.min in _YEARS and page.text[quantity.core.start].isdigit()


def _is_definite(quantity: Quantity, text: str) -> bool:
    """"ضحايا التعذيب الستة" points back to a number told before; "العشرات" does not."""
    return quantity.core.of(text).startswith("ال") and quantity.range.max is not None


def _has_noun(page: Page, quantity: Quantity) -> bool:
    """"خلال تشرين الأول 33 عملية", "الشبكة 3 مجازر": neither a date nor a name, since it counts what follows."""
    at = page.token_range(quantity.core).stop
    cues = any(cue_at(page.tokens, at, cue) for cue in (Cue.PLAIN, Cue.CASE))
    person = at < len(page.tokens) and is_person(page.tokens[at]) and not page.tokens[at].text.startswith(_JOINED)
    return cues or person or metric_at(page.tokens, at, Where.COUNTED) is not None
