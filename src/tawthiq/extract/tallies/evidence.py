"""How strongly a sentence speaks as a statistic: signs for it and against it, weighed against each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tawthiq.extract.page import Page
from tawthiq.extract.tallies.bodies import BodyReader
from tawthiq.extract.tallies.lexicon import Cue, cue_at, find_cue
from tawthiq.extract.tallies.numbers import Number
from tawthiq.extract.tallies.period import Period
from tawthiq.extract.tallies.periods import read_period, single_day
from tawthiq.model import Metric
from tawthiq.text.numbers import Quantity, QuantityKind
from tawthiq.text.sentences import Sentence

ENOUGH = 3
_LARGE, _MANY, _SMALL, _OVER_NEAR = 100, 20, 10, 2
_AGAINST = -4


@dataclass(frozen=True)
class Evidence:
    """Signs of one sentence: a period is worth as much as a counting body that names no more than a month."""

    page: Page
    bodies: BodyReader
    sentence: Sentence
    numbers: Sequence[Number]

    def is_enough(self) -> bool:
        firm = [n for n in self.numbers if not (n.vague or n.guess or n.part)]
        if self.period() is None:
            firm = [n for n in firm if n.metric is not Metric.OTHER]
        if not firm or self.has(Cue.NATURAL):
            return False
        return self.counted_over(self.period()) or sum(self._weights(firm)) >= ENOUGH

    def period(self) -> Period | None:
        return read_period(self.page, self.sentence)

    def counted_over(self, period: Period | None) -> bool:
        """Whether a counting word stands with a period: then a day or one attack in it matters no more."""
        return period is not None and self.bodies.counts(self.sentence)

    def apart(self) -> bool:
        """Attacks in several places; a day's "سلسلة غارات" with a few harmed is one blow."""
        few = self.one_day() and all(n.value < _SMALL for n in self.numbers)
        return self.has(Cue.APART) or (self.has(Cue.SERIES) and not few)

    def one_attack(self) -> bool:
        """Whether one attack is named as the cause; not where several are told, or the attacks are what is counted."""
        if self.apart():
            return False
        spots = range(self.sentence.first, self.sentence.last)
        return any(cue_at(self.page.tokens, at, Cue.CAUSE_ONE) and not self._is_counted(at) for at in spots)

    def _attacks(self) -> bool:
        """Attacks as what a toll is of, not as what is counted."""
        spots = range(self.sentence.first, self.sentence.last)
        return any(cue_at(self.page.tokens, at, Cue.ATTACKS) and not self._is_counted(at) for at in spots)

    def one_day(self) -> bool:
        return single_day(self.page, self.sentence) or self._is_hours()

    def _is_hours(self) -> bool:
        """"خلال أول 30 ساعة": a day told by its hours."""
        spots = (self.page.token_at(q.noun.start) for q in self._durations() if q.noun)
        return any(cue_at(self.page.tokens, at, Cue.HOURS) for at in spots)

    def _durations(self) -> Iterator[Quantity]:
        inside = (q for q in self.page.quantities if q.core in self.sentence.span)
        lengths = (q for q in inside if q.kind is QuantityKind.DURATION)
        return (q for q in lengths if self._is_over(self.page.token_at(q.span.start)))

    def _is_over(self, at: int) -> bool:
        before = range(max(self.sentence.first, at - _OVER_NEAR), at)
        return any(cue_at(self.page.tokens, i, Cue.OVER) or self.page.tokens[i].norm == "في" for i in before)

    def has(self, cue: Cue) -> bool:
        return find_cue(self.page.tokens, self.sentence.first, self.sentence.last, cue) is not None

    def _weights(self, firm: Sequence[Number]) -> Iterator[int]:
        period, counts, attacks = self.period(), self.bodies.counts(self.sentence), self._attacks()
        told = period is not None and not period.same
        small = all(n.value < _SMALL for n in firm)
        yield _period_weight(period)
        yield told and self.has(Cue.NUMBER_OF)
        yield 2 * counts
        yield (told or attacks) and (self.has(Cue.TOLL) or self.has(Cue.TOTAL))
        yield self._attacks_weight(period) if attacks else 0
        yield self.apart()
        yield told and (self.has(Cue.ACCORDING) or self.bodies.says(self.sentence))
        yield (told or counts) and any(n.metric is Metric.OPERATIONS for n in firm)
        yield (told or counts) and any(n.value >= _LARGE for n in firm)
        yield -1 * (told and small and not counts)
        spread = counts and self.has(Cue.SPREAD) and any(n.value >= _MANY for n in firm)
        yield spread
        several = attacks and (told or self.apart() or self.has(Cue.TOTAL))
        yield _AGAINST * (self.one_day() and not several and not spread)
        yield _AGAINST * self.one_attack()

    def _attacks_weight(self, period: Period | None) -> int:
        summed = self.apart() or any(self.has(cue) for cue in (Cue.TOTAL, Cue.TOLL))
        return 2 if summed or (period is not None and period.strong) else 1

    def _is_counted(self, at: int) -> bool:
        """"14 غارة", "أي غارة": what is counted is no cause."""
        token = self.page.tokens[at]
        nouns = (n.quantity.noun for n in self.numbers if n.quantity.noun)
        before = cue_at(self.page.tokens, at - 1, Cue.THESE)
        return before is not None or any(token.span.overlaps(noun) for noun in nouns)


def _period_weight(period: Period | None) -> int:
    """A named period is enough; one that only begins, or has no known ends, needs another sign."""
    if period is None or period.same:
        return 0
    if not period.strong:
        return 1
    return ENOUGH if period.closed else ENOUGH - 1
