"""Which sentences tell a statistic, and what they carry on from one to the next."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tawthiq.extract.facts import Phrase
from tawthiq.extract.page import Page
from tawthiq.extract.tallies.bodies import BodyReader
from tawthiq.extract.tallies.lexicon import Cue, find_cue
from tawthiq.extract.tallies.numbers import Number
from tawthiq.extract.tallies.periods import Period, read_period, single_day
from tawthiq.model import EDTF, Metric
from tawthiq.text.sentences import Sentence

_NEAR = 2


@dataclass(frozen=True, slots=True)
class Scope:
    """What a statistic has told so far; `last` is its last sentence, `number` the last number."""

    last: int
    body: Phrase | None = None
    period: EDTF | None = None
    area: Phrase | None = None
    number: Number | None = None


@dataclass(frozen=True)
class Judge:
    """`whole` says that the report as a whole is a statistic, so that its sentences need no sign of their own."""

    page: Page
    bodies: BodyReader
    whole: bool = False

    def heads(self, sentence: Sentence, numbers: Sequence[Number]) -> Period | None:
        """The period of a title: a month beside a number is enough there."""
        period = read_period(self.page, sentence)
        one = single_day(self.page, sentence) or self._has(sentence, Cue.CAUSE_ONE)
        if numbers and period and not one and not self._has(sentence, Cue.NATURAL):
            return period
        return self.starts(sentence, numbers)

    def names_period(self, sentence: Sentence, *, title: bool) -> bool:
        """Whether a title has a period, or a lead one that is not told in passing."""
        period = read_period(self.page, sentence)
        if period is None or single_day(self.page, sentence) or self._has(sentence, Cue.CAUSE_ONE):
            return False
        return period.strong or (title and period.date is not None)

    def starts(self, sentence: Sentence, numbers: Sequence[Number]) -> Period | None:
        """The period of a sentence that begins a statistic; None where it tells something else."""
        firm = [n for n in numbers if not n.vague]
        if not firm or self._has(sentence, Cue.NATURAL):
            return None
        period, one_day = read_period(self.page, sentence), single_day(self.page, sentence)
        if self.bodies.counts(sentence):
            many = any(n.metric is Metric.OPERATIONS for n in firm) and not one_day
            if period or many:
                return period or Period(None, strong=False)
        if self._has(sentence, Cue.CAUSE_ONE) and not self._has(sentence, Cue.APART):
            return None
        if period and period.strong and not period.same and not one_day:
            return period
        return self._sum(sentence, period)

    def _sum(self, sentence: Sentence, period: Period | None) -> Period | None:
        """A total over several attacks, or the toll of attacks in several places or a whole week."""
        attacks = self._has(sentence, Cue.ATTACKS)
        if attacks and (self._has(sentence, Cue.TOTAL) or self._has(sentence, Cue.APART) or period):
            return period or Period(None, strong=False)
        return None

    def carries(self, sentence: Sentence) -> bool:
        """Whether the sentences behind a beginning can belong to it; a sum in passing is told alone."""
        period = read_period(self.page, sentence)
        return self.bodies.counts(sentence) or (period is not None and period.strong)

    def goes_on(self, sentence: Sentence, order: int, scope: Scope) -> bool:
        """Whether the sentence tells more of the statistic before it."""
        if self._has(sentence, Cue.NATURAL):
            return False
        if single_day(self.page, sentence) and not self.bodies.counts(sentence):
            return False
        if self.whole or self.bodies.counts(sentence) or self._has(sentence, Cue.SAME_PERIOD):
            return True
        return order == scope.last + 1 and not self._has(sentence, Cue.CAUSE_ONE)

    def is_own(self, sentence: Sentence, period: Period) -> bool:
        """Whether the date holds for the sentence without خلال: behind its first word or its verb."""
        if period.at is None or period.date is None:
            return False
        starts = [sentence.first, *(hit.last for hit in self.bodies.counting(sentence))]
        return any(0 <= period.at - start <= _NEAR for start in starts)

    def _has(self, sentence: Sentence, cue: Cue) -> bool:
        return find_cue(self.page.tokens, sentence.first, sentence.last, cue) is not None
