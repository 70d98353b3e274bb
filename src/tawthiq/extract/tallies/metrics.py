"""What a number of a statistic counts: said beside it, named as the topic before it, or taken over."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from tawthiq.extract.page import Page
from tawthiq.extract.tallies.joins import Joins, is_prepositional
from tawthiq.extract.tallies.lexicon import Cue, Hit, Where, cue_at, find_cue, metric_at
from tawthiq.extract.tallies.numbers import Number, candidates
from tawthiq.model import Bound, Metric, Span
from tawthiq.text.sentences import Sentence
from tawthiq.text.tokens import Token

_SIGNS = {"،", ",", ".", "؛", ":", "\n"}
_AFTER_REACH, _VERB_NEAR, _TOPIC_BEHIND, _TOPIC_NEAR, _LOOSE_NEAR = 14, 2, 3, 2, 10
_AS_FOR = {"اما", "واما"}
_THESE = {"هذه", "تلك", "هولاء"}
_WHOLE = {"المجموع", "الاجمالي", "العدد", "الحصيله", "مجموع", "اجمالي"}
_SHARED = {Bound.AT_LEAST, Bound.ABOUT}
_BOUNDS = {Cue.BELOW: Bound.AT_MOST, Cue.EXCEEDS: Bound.AT_LEAST, Cue.NEARS: Bound.ABOUT}
_ROW_SIGNS = {":", "-", "–", "•", "*"}
_HARM = {Metric.KILLED, Metric.INJURED, Metric.DETAINED, Metric.ABDUCTED}


def read_numbers(
    page: Page,
    sentence: Sentence,
    before: Number | None = None,
    names: Sequence[Span] = (),
    tokens: Sequence[Token] | None = None,
) -> tuple[Number, ...]:
    """Numbers whose metric is known, in order; `before` is the last number of the statistic so far.

    Words inside `names` (spans of groups) say nothing of what is counted: `tokens` are the page's without them.
    """
    tokens = unnamed(page, names) if tokens is None else tokens
    out: list[Number] = []
    previous, left = before, sentence.first
    for number in candidates(page, sentence):
        if any(number.quantity.core in name and not _is_bare_head(page, name) for name in names):
            continue
        read = MetricReader(tokens, sentence, left, number).read(previous)
        left = number.last
        if read.metric is not None:
            out.append(read)
            previous = read
        elif find_cue(page.tokens, number.at, number.last, Cue.THING) and not is_prepositional(
            page.tokens[number.after(page.tokens)]
        ):
            previous = None
    return tuple(out)


def _is_bare_head(page: Page, name: Span) -> bool:
    """"المنظمة 29 حالة": a head alone takes no number into its name."""
    first = page.token_at(name.start)
    head = cue_at(page.tokens, first, Cue.BACKREF) or cue_at(page.tokens, first, Cue.BARE_HEAD)
    return head is not None and page.tokens[head.last].start < name.end and page.tokens[head.last].is_number


def unnamed(page: Page, names: Sequence[Span]) -> Sequence[Token]:
    """The page's tokens, those inside the names without their words."""
    inside = {at for name in names for at in page.token_range(name)}
    if not inside:
        return page.tokens
    return tuple(replace(token, norm="") if at in inside else token for at, token in enumerate(page.tokens))


@dataclass(frozen=True, slots=True)
class MetricReader:
    """Reads the metric of one number; `left` is the token after the number before it in the sentence."""

    tokens: Sequence[Token]
    sentence: Sentence
    left: int
    number: Number

    def read(self, previous: Number | None) -> Number:
        joins = Joins(self.tokens, self.left, self.number)
        part = joins.is_part()
        own = Metric.OPERATIONS if self._is_of_attacks(previous) else self._own()
        if own is not None:
            return self._told(own, previous, part, own=True)
        if joins.in_brackets() and joins.is_bare() and previous and previous.metric in _HARM:
            return self._told(previous.topic or previous.metric, previous, part, own=False)
        joined = part or joins.is_joined()
        inside = self.left != self.sentence.first
        topic = self._topic(near=joined and previous is not None and inside, whole=joined)
        if topic is Metric.OPERATIONS and previous and previous.people and joins.names_people():
            topic = None
        if topic:
            return self._told(topic, previous, part, own=True)
        if self._is_new_case():
            return self._guessed()
        taken = self._taken(previous, joins, inside=inside) if previous else None
        if taken and (joined or self._is_case()):
            return self._told(taken, previous, part, own=False)
        return self._guessed()

    def _taken(self, previous: Number, joins: Joins, *, inside: bool) -> Metric | None:
        """What the number takes over: people are not attacks; a row that begins bare goes on with the row before it."""
        if joins.names_people() and previous.metric is Metric.OPERATIONS and previous.people:
            return previous.people
        if inside and not (previous.metric is Metric.OTHER and previous.part):
            return previous.metric
        bare = self.number.first == self.sentence.first and joins.is_bare()
        return (previous.lead if bare else None) or previous.topic or previous.metric

    def _told(self, metric: Metric, previous: Number | None, part: bool, *, own: bool) -> Number:
        topic = previous.topic if part and previous and previous.topic else metric
        people = metric if metric in _HARM else previous.people if previous else None
        told = replace(self.number, metric=metric, own=own, part=part, bound=self._bound(previous, part))
        events = metric is Metric.OPERATIONS or (previous is not None and previous.events)
        told = replace(told, events=events, case=self._is_case())
        return replace(told, topic=topic, people=people, lead=self._lead(metric, previous))

    def _is_of_attacks(self, previous: Number | None) -> bool:
        """"22 منها" behind a number of people goes back to the attacks before them."""
        if previous is None or not previous.events or previous.case or previous.metric not in _HARM:
            return False
        return self._norm(self._after_number()) == "منها" and self._outcome() is None

    def _lead(self, metric: Metric, previous: Number | None) -> Metric | None:
        if self.left != self.sentence.first:
            return previous.lead if previous else None
        before = self.tokens[self.number.first - 1].norm if self.number.first > self.sentence.first else ":"
        return metric if before in _ROW_SIGNS and Joins(self.tokens, self.left, self.number).is_bare() else None

    def _bound(self, previous: Number | None, part: bool) -> Bound:
        """"ما لا يقل عن 29 قتيلا و13 جريحا" bounds both; "تجاوز عدد القتلى 40" bounds from before the number's noun."""
        told = self._bound_of_total() if self.number.bound is Bound.EXACT else None
        if told:
            return told
        joined = self.number.first == self.left and self.tokens[self.number.first].text.startswith("و")
        inherits = joined and not part and previous is not None and self.number.bound is Bound.EXACT
        return previous.bound if inherits and previous and previous.bound in _SHARED else self.number.bound

    def _bound_of_total(self) -> Bound | None:
        spots = range(max(self.left, self._clause() - 1), self.number.first)
        for at, (cue, bound) in ((at, row) for at in spots for row in _BOUNDS.items()):
            hit = cue_at(self.tokens, at, cue)
            if hit and cue_at(self.tokens, hit.last, Cue.NUMBER_OF):
                return bound
        return None

    def _own(self) -> Metric | None:
        outcome = self._outcome()
        if outcome:
            return outcome.metric
        verb = self._verb()
        if verb and (verb.metric is Metric.OTHER or verb.first + _VERB_NEAR >= self.number.first):
            return verb.metric
        late = self._after()
        if late and late.metric is Metric.OTHER and late.first <= self.number.last + 1:
            return late.metric
        said = self._adjacent() or self._counted() or self._case()
        hit = said or self._number_of() or verb or self._after() or self._loose() or self._total_behind()
        return hit.metric if hit else None

    def _counted(self) -> Hit | None:
        """The noun of the number, the number's own where it is a dual, or what a percentage is taken of."""
        after = self._after_number()
        if self.number.percent:
            if self._norm(after) != "من":
                return None
            total = cue_at(self.tokens, after + 1, Cue.NUMBER_OF)
            return metric_at(self.tokens, total.last if total else after + 1, Where.COUNTED)
        noun = self.number.quantity.noun
        if self._norm(after).startswith("وال"):
            return None
        spots = [after, after + 1 + (self._norm(after + 1) in _THESE)] if self._norm(after) == "من" else [after]
        if noun and noun.start <= self.tokens[self.number.at].start:
            spots = [i for i in (self.number.at, self.number.at - 1) if self.tokens[i].start <= noun.start]
        return next((hit for at in spots if (hit := metric_at(self.tokens, at, Where.COUNTED, bare=at >= after))), None)

    def _case(self) -> Hit | None:
        """"24 حالة اعتقال"; a bare "حالة" is of what follows or of the topic named before."""
        spot = self._case_spot()
        if spot is None:
            return None
        said = metric_at(self.tokens, spot + 1, Where.CASE) or self._after() or self._base(self._clause())
        topical = self.tokens[self.sentence.first].norm in _AS_FOR
        return said or (self._base(self.sentence.first) if topical else None)

    def _case_spot(self) -> int | None:
        after = self._after_number()
        return next((at for at in (after, self.number.at) if cue_at(self.tokens, at, Cue.CASE)), None)

    def _is_new_case(self) -> bool:
        """"كما رصد 17 حالة احتيال": what the body counts anew, in a word that the lexicon does not know."""
        spot = self._case_spot()
        if spot is None or spot + 1 >= self.sentence.last or not self.tokens[spot + 1].is_word:
            return False
        counted = find_cue(self.tokens, self._clause(), self.number.first, Cue.DOCUMENTS) is not None
        closed = any(cue_at(self.tokens, spot + 1, cue) for cue in (Cue.OF_THEM, Cue.CATEGORY_STOP, Cue.PART))
        return counted and not closed

    def _is_case(self, at: int | None = None) -> bool:
        """"حالة خطف": the word behind is no verb."""
        if at is None:
            return self._case_spot() is not None
        return cue_at(self.tokens, at, Cue.CASE) is not None

    def _adjacent(self) -> Hit | None:
        for at in range(max(self.left, self.number.first - 3), self.number.first):
            hit = metric_at(self.tokens, at, Where.ADJACENT)
            new = self.tokens[at].norm.startswith(("ب", "و", "ل")) or not metric_at(self.tokens, at - 1, Where.COUNTED)
            if hit and hit.last == self.number.first and new and self._fits(hit):
                return hit
        return None

    def _verb(self) -> Hit | None:
        spots = (at for at in reversed(range(self._clause(), self.number.first)) if not self._is_case(at - 1))
        hits = (metric_at(self.tokens, at, Where.VERB) for at in spots)
        return next((hit for hit in hits if hit and self._fits(hit)), None)

    def _loose(self) -> Hit | None:
        spots = reversed(range(max(self._clause(), self.number.first - _LOOSE_NEAR), self.number.first))
        hits = (metric_at(self.tokens, at, Where.LOOSE) for at in spots)
        return next((hit for hit in hits if hit and self._fits(hit) and self._counts_lives()), None)

    def _fits(self, hit: Hit) -> bool:
        """Harm is done to people, not to things."""
        at = self._after_number()
        thing = cue_at(self.tokens, at, Cue.THING) and not is_prepositional(self.tokens[at])
        return hit.metric is Metric.OTHER or not thing

    def _counts_lives(self) -> bool:
        return Joins(self.tokens, self.left, self.number).takes_over()

    def _after(self) -> Hit | None:
        aside = self._norm(self.number.last) == "،" and cue_at(self.tokens, self.number.last + 1, Cue.PART) is not None
        for at in range(self.number.last, min(self.number.last + _AFTER_REACH * (1 + aside), self.sentence.last)):
            if not aside and self._breaks(at):
                return None
            hit = metric_at(self.tokens, at, Where.AFTER)
            if hit and not self.tokens[at].norm.startswith("و") and self._fits(hit):
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

    def _number_of(self) -> Hit | None:
        """"بلغ عدد قتلى الهجمات 488": what is numbered stands behind the word for the number."""
        spots = reversed(range(self._clause(), self.number.first))
        total = next((hit for at in spots if (hit := cue_at(self.tokens, at, Cue.NUMBER_OF))), None)
        if total is None or not self._counts_lives():
            return None
        if self._is_case(total.last):
            return metric_at(self.tokens, total.last + 1, Where.CASE)
        return metric_at(self.tokens, total.last, Where.COUNTED)

    def _total_behind(self) -> Hit | None:
        """"ارتفعت إلى 3091 حصيلة القتلى"."""
        after = self._after_number()
        total = cue_at(self.tokens, after, Cue.NUMBER_OF)
        if total is None:
            return None
        spots = range(total.last, min(total.last + _TOPIC_BEHIND, self.sentence.last))
        wheres = (Where.COUNTED, Where.BASE, Where.AFTER)
        return next((hit for at in spots for where in wheres if (hit := metric_at(self.tokens, at, where))), None)

    def _topic(self, *, near: bool, whole: bool) -> Metric | None:
        """What the clause speaks of before the number; `near`: right before it; `whole`: or the sentence."""
        after = self._after_number()
        if self.number.percent and self._norm(after) == "من" and self._norm(after + 1) in _WHOLE:
            return None
        if near:
            return self._metric(self._base(max(self.left, self.number.first - _TOPIC_NEAR)))
        return self._metric(self._base(self.sentence.first if whole else self._clause()))

    def _metric(self, hit: Hit | None) -> Metric | None:
        return hit.metric if hit and self._counts_lives() else None

    def _base(self, first: int) -> Hit | None:
        spots = reversed(range(first, self.number.first))
        return next((hit for at in spots if (hit := metric_at(self.tokens, at, Where.BASE))), None)

    def _clause(self) -> int:
        """Where the number's clause begins, at most the token behind the number before."""
        spots = reversed(range(self.left, self.number.first))
        return next((hit.last for at in spots if (hit := cue_at(self.tokens, at, Cue.CLAUSE))), self.left)

    def _guessed(self) -> Number:
        """A case of something that the lexicon does not know ("340 حالة ابتزاز")."""
        spot = self._case_spot()
        hits = (metric_at(self.tokens, at, Where.GUESS) for at in range(self._clause(), self.number.first))
        if any(hits) and cue_at(self.tokens, self._after_number(), Cue.THING):
            return replace(self.number, metric=Metric.OTHER, guess=True)
        named = spot is not None and spot + 1 < self.sentence.last and self.tokens[spot + 1].is_word
        return replace(self.number, metric=Metric.OTHER, guess=True) if named else self.number

    def _after_number(self) -> int:
        return self.number.after(self.tokens)

    def _norm(self, at: int) -> str:
        return self.tokens[at].norm if 0 <= at < len(self.tokens) else ""
