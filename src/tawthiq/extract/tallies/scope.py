"""Which sentences tell a statistic, and what they carry on from one to the next."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tawthiq.extract.facts import Phrase
from tawthiq.extract.page import Page
from tawthiq.extract.tallies.bodies import BodyReader
from tawthiq.extract.tallies.evidence import Evidence
from tawthiq.extract.tallies.lexicon import Cue, Where, find_cue, metric_at
from tawthiq.extract.tallies.numbers import Number
from tawthiq.extract.tallies.period import Period
from tawthiq.extract.tallies.periods import read_period
from tawthiq.model import EDTF
from tawthiq.text.sentences import Sentence

_NEAR = 2


@dataclass(frozen=True, slots=True)
class Scope:
    """What a statistic has told so far; `last` is its last sentence, `number` the last number.

    A `loose` one was told in passing: only a share of it goes on.
    """

    last: int
    body: Phrase | None = None
    period: EDTF | None = None
    area: Phrase | None = None
    number: Number | None = None
    loose: bool = False


@dataclass(frozen=True)
class Judge:
    """`whole` says that the report as a whole is a statistic, so that its sentences need no sign of their own."""

    page: Page
    bodies: BodyReader
    whole: bool = False

    def heads(self, sentence: Sentence, numbers: Sequence[Number]) -> Period | None:
        """The period of a title: a month beside a number is enough there."""
        evidence = self._evidence(sentence, numbers)
        period = evidence.period()
        one = evidence.one_day() or evidence.one_attack()
        if numbers and period and not one and not evidence.has(Cue.NATURAL):
            return period
        return self.starts(sentence, numbers)

    def names_period(self, sentence: Sentence, *, title: bool) -> bool:
        """Whether a title has a period, or a lead one that is not told in passing."""
        evidence = self._evidence(sentence, ())
        period = evidence.period()
        if period is None or evidence.one_day() or evidence.one_attack():
            return False
        return period.strong or (title and period.date is not None)

    def starts(self, sentence: Sentence, numbers: Sequence[Number]) -> Period | None:
        """The period of a sentence that begins a statistic; None where it tells something else."""
        evidence = self._evidence(sentence, numbers)
        return (evidence.period() or Period(None, strong=False)) if evidence.is_enough() else None

    def _evidence(self, sentence: Sentence, numbers: Sequence[Number]) -> Evidence:
        return Evidence(self.page, self.bodies, sentence, numbers)

    def carries(self, sentence: Sentence) -> bool:
        """Whether the sentences behind a beginning can belong to it; a sum in passing is told alone."""
        period = read_period(self.page, sentence)
        return self.bodies.counts(sentence) or (period is not None and period.strong)

    def goes_on(self, sentence: Sentence, numbers: Sequence[Number], order: int, scope: Scope) -> bool:
        """Whether the sentence tells more of the statistic before it."""
        evidence = self._evidence(sentence, numbers)
        if evidence.has(Cue.NATURAL):
            return False
        if evidence.one_day() and (evidence.one_attack() or not self.bodies.counts(sentence)):
            return False
        if self.whole or self.bodies.counts(sentence) or evidence.has(Cue.SAME_PERIOD):
            return True
        if order != scope.last + 1:
            return False
        return self._refers(sentence) or not (scope.loose or evidence.one_attack())

    def _refers(self, sentence: Sentence) -> bool:
        """Whether the sentence begins with a share of what was told ("ومن بين القتلى", "بينهم")."""
        last = min(sentence.first + _NEAR, sentence.last)
        part = find_cue(self.page.tokens, sentence.first, last, Cue.PART) is not None
        of = self.page.tokens[sentence.first].norm.removeprefix("و") == "من"
        return part or (of and metric_at(self.page.tokens, sentence.first + 1, Where.COUNTED) is not None)

    def is_alone(self, sentence: Sentence, period: Period, told: EDTF | None) -> bool:
        """ "شهر أيلول وحده": a month inside the period told before, which the next sentence goes back to."""
        alone = find_cue(self.page.tokens, sentence.first, sentence.last, Cue.ALONE) is not None
        one, whole = period.date, told
        if not alone or one is None or whole is None or one == whole or one.earliest is None or whole.earliest is None:
            return False
        latest = whole.latest
        return latest is not None and one.latest is not None and whole.earliest <= one.earliest <= one.latest <= latest

    def is_own(self, sentence: Sentence, period: Period) -> bool:
        """Whether the date holds for the sentence without خلال: behind its first word or its verb."""
        if period.at is None or period.date is None:
            return False
        starts = [sentence.first, *(hit.last for hit in self.bodies.counting(sentence))]
        return any(0 <= period.at - start <= _NEAR for start in starts)
