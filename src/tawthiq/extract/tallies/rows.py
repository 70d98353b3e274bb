"""Rows of a statistic out of the sentences that tell it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from tawthiq.extract.facts import Phrase, Reading, Tally
from tawthiq.extract.page import Page
from tawthiq.extract.tallies.clauses import ClauseReader
from tawthiq.extract.tallies.lexicon import Cue, find_cue
from tawthiq.extract.tallies.numbers import Number
from tawthiq.extract.tallies.periods import own_period
from tawthiq.extract.tallies.scope import Scope
from tawthiq.model import EDTF, Span
from tawthiq.text.sentences import Sentence

_NEAR = 2


@dataclass(frozen=True, slots=True)
class Told:
    """One sentence of a statistic with what holds for it."""

    sentence: Sentence
    numbers: tuple[Number, ...]
    scope: Scope


@dataclass(frozen=True)
class RowReader:
    page: Page
    found: Reading

    def rows(self, told: Sequence[Told]) -> list[Tally]:
        """The rows of all sentences; a period guessed from its length gives way to one that is told."""
        period = next((t.scope.period for t in told if t.scope.period and "~" not in t.scope.period.text), None)
        return [row for one in told for row in self._of_sentence(one, period)]

    def row(self, sentence: Sentence, numbers: Sequence[Number], order: int, scope: Scope) -> Tally:
        """The row of one number; what it counts may be told with its noun or with the word for the number."""
        clauses, number = ClauseReader(self.page, self.found), numbers[order]
        assert number.metric is not None
        first = numbers[order - 1].last if order else sentence.first
        last = numbers[order + 1].first if order + 1 < len(numbers) else sentence.last
        return Tally(
            metric=number.metric,
            value=number.value,
            bound=number.bound,
            quote=clauses.quote(sentence, numbers, order),
            period=scope.period,
            area=clauses.area(sentence, numbers, order) or scope.area,
            category=clauses.category(number, last) or clauses.numbered(number, first),
            body=scope.body,
        )

    def _of_sentence(self, told: Told, known: EDTF | None) -> Iterator[Tally]:
        period = told.scope.period
        period = known if period and "~" in period.text and known else period
        category: Phrase | None = None
        own: EDTF | None = None
        for order, number in enumerate(told.numbers):
            own = self._own_period(told, order) or (own if self._goes_on(told, order) else None)
            scope = replace(told.scope, period=own or period)
            row = self.row(told.sentence, told.numbers, order, scope)
            if row.category is None and not (number.own or number.part):
                row = replace(row, category=category)
            category = category if number.part else row.category
            yield row
            if find_cue(self.page.tokens, self._left(told, order), number.first, Cue.EACH_OF_TWO):
                yield replace(row, quote=Span(self.page.tokens[number.first].start, row.quote.end))

    def _own_period(self, told: Told, order: int) -> EDTF | None:
        number, last = told.numbers[order], order + 1 == len(told.numbers)
        right = told.sentence.last if last else told.numbers[order + 1].first
        return own_period(self.page, told.sentence, self._left(told, order), (number.first, number.last), right)

    def _goes_on(self, told: Told, order: int) -> bool:
        """"مقتل 69 مدنيا وإصابة 105": no sign between the number and the one before."""
        between = self.page.tokens[self._left(told, order) : told.numbers[order].first]
        return len(between) <= _NEAR and all(token.is_word for token in between)

    def _left(self, told: Told, order: int) -> int:
        return told.numbers[order - 1].last if order else told.sentence.first
