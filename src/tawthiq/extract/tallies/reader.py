"""Statistics of a page: sentence by sentence, with body, period and area carried on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from tawthiq.extract.facts import Incident, Phrase, Reading, Tally
from tawthiq.extract.page import Page
from tawthiq.extract.tallies.bodies import BodyReader
from tawthiq.extract.tallies.clauses import ClauseReader
from tawthiq.extract.tallies.lexicon import Cue, find_cue
from tawthiq.extract.tallies.metrics import read_numbers, unnamed
from tawthiq.extract.tallies.numbers import Number
from tawthiq.extract.tallies.period import filled
from tawthiq.extract.tallies.periods import day_of, read_period, single_day
from tawthiq.extract.tallies.rows import RowReader, Told
from tawthiq.extract.tallies.scope import Judge, Scope
from tawthiq.extract.tallies.summaries import summaries
from tawthiq.model import Bound, Span
from tawthiq.text.sentences import Sentence
from tawthiq.text.tokens import Token

_OPENING, _MANY, _CLAUSE = 2, 2, 2


def read_tallies(page: Page, found: Reading) -> Reading:
    """All statistics of a page, in reading order; a title's number that the body repeats is told once."""
    tallies = TallyReader(page, found).read()
    incidents = tuple(i for i in found.incidents if not _is_of_statistic(i, tallies))
    return replace(found, incidents=incidents, tallies=found.tallies + tallies)


def _is_of_statistic(incident: Incident, tallies: Sequence[Tally]) -> bool:
    """No day, and no number that is not one of the statistics: what was read as an incident is their sum."""
    day = incident.date is not None and incident.date.date.is_day
    quotes = [tally.quote for tally in tallies]
    return bool(incident.tolls) and not day and all(any(t.span in quote for quote in quotes) for t in incident.tolls)


@dataclass(frozen=True)
class TallyReader:
    page: Page
    found: Reading

    def read(self) -> tuple[Tally, ...]:
        bodies = BodyReader(self.page, self.found)
        title, sentences = _title(self.page)
        if self._is_natural([*title, *sentences[:1]]):
            return ()
        judge = Judge(self.page, bodies)
        heads = list(self._heads(judge, title))
        lead = sentences[:1]
        whole = bool(heads) or any(self._is_whole(judge, s) for s in lead) or self._is_dense(judge, title, sentences)
        judge = replace(judge, whole=whole)
        start = self._opening(judge, [*title, *sentences[:_OPENING]], heads) if whole else None
        heads = [replace(one, scope=replace(one.scope, body=one.scope.body or start.body)) for one in heads if start]
        told = list(self._told(judge, sentences, start))
        rows = [*self._row_reader.rows(told), *self._summaries(bodies, sentences, told)]
        period = next((one.scope.period for one in told if one.scope.period), None)
        heads = [replace(one, scope=replace(one.scope, period=one.scope.period or period)) for one in heads]
        extra = [row for row in self._row_reader.rows(heads) if not any(_same(row, other) for other in rows)]
        return tuple(sorted(_once([*extra, *rows]), key=lambda row: row.quote.start))

    def _numbers(self, sentence: Sentence, before: Number | None = None) -> tuple[Number, ...]:
        return read_numbers(self.page, sentence, before, self._names, self._tokens)

    @cached_property
    def _tokens(self) -> Sequence[Token]:
        return unnamed(self.page, self._names)

    @cached_property
    def _row_reader(self) -> RowReader:
        return RowReader(self.page, self.found)

    @cached_property
    def _names(self) -> tuple[Span, ...]:
        return tuple(mention for row in self.found.groups for mention in row.mentions)

    def _heads(self, judge: Judge, title: Sequence[Sentence]) -> Iterator[Told]:
        """The title as the beginning of a statistic: all of it, once one sentence of it names period and number."""
        numbers = [self._numbers(sentence) for sentence in title]
        whole = _joined(title)
        period = judge.heads(whole, [n for held in numbers for n in held]) if whole else None
        for sentence, held in zip(title, numbers, strict=True):
            if period and held and whole:
                yield Told(sentence, held, self._scope(judge, whole, None, 0))

    def _is_whole(self, judge: Judge, lead: Sentence) -> bool:
        """Whether the lead begins a statistic, so that the report as a whole is one."""
        period = judge.starts(lead, self._numbers(lead))
        return period is not None and judge.carries(lead)

    def _is_dense(self, judge: Judge, title: Sequence[Sentence], sentences: Sequence[Sentence]) -> bool:
        """Whether the title or lead names the period and several sentences tell numbers without a day of their own."""
        named = any(judge.names_period(s, title=s in title) for s in [*title, *sentences[:1]])
        rows = [s for s in sentences if len(self._numbers(s)) >= _MANY and not single_day(self.page, s)]
        return named and len(rows) >= _MANY

    def _opening(self, judge: Judge, sentences: Sequence[Sentence], heads: Sequence[Told]) -> Scope:
        """What the title tells, with the body that the lead names."""
        scope = self._unnumbered(judge, sentences)
        if heads:
            scope = replace(heads[-1].scope, number=heads[-1].numbers[-1])
        bodies = (judge.bodies.counted_by(sentence) for sentence in sentences)
        return replace(scope, body=next((body for body in bodies if body), scope.body))

    def _unnumbered(self, judge: Judge, sentences: Sequence[Sentence]) -> Scope:
        """Period and area of a title or lead that tells no number itself."""
        clauses = ClauseReader(self.page, self.found)
        periods = [p.date for s in sentences if (p := read_period(self.page, s)) and p.date]
        areas = [area for s in sentences if (area := clauses.area_in(s.first, s.last))]
        return Scope(0, period=next(iter(periods), None), area=next(iter(areas), None))

    def _is_natural(self, opening: Sequence[Sentence]) -> bool:
        """Whether title and lead speak of harm without violence alone."""
        natural = any(find_cue(self.page.tokens, s.first, s.last, Cue.NATURAL) for s in opening)
        return natural and not any(find_cue(self.page.tokens, s.first, s.last, Cue.VIOLENT) for s in opening)

    def _told(self, judge: Judge, sentences: Sequence[Sentence], scope: Scope | None = None) -> Iterator[Told]:
        for order, sentence in enumerate(sentences):
            numbers = self._numbers(sentence, scope.number if scope else None)
            if not numbers:
                continue
            period = judge.starts(sentence, numbers)
            if period is None and (scope is None or not judge.goes_on(sentence, numbers, order, scope)):
                continue
            alone = period is not None and not judge.whole and not judge.bodies.counts(sentence)
            held = None if alone or scope is None else scope.period
            scope = self._scope(judge, sentence, None if alone else scope, order)
            firm = judge.whole or judge.bodies.counts(sentence)
            numbers = tuple(n for n in self._not_told_elsewhere(sentence, numbers) if firm or not n.guess)
            scope = replace(scope, number=numbers[-1] if numbers else scope.number)
            own = read_period(self.page, sentence)
            passing = own is not None and not own.strong and judge.is_own(sentence, own)
            single = own is not None and judge.is_alone(sentence, own, held)
            yield Told(sentence, numbers, replace(scope, period=own.date) if own and (passing or single) else scope)
            scope = replace(scope, period=held) if single else scope
            passing_by = not (judge.whole or judge.carries(sentence) or period is None)
            scope = replace(scope, loose=scope.loose or passing_by)

    def _scope(self, judge: Judge, sentence: Sentence, scope: Scope | None, order: int) -> Scope:
        known = scope or Scope(order)
        told = read_period(self.page, sentence)
        period = known.period
        if told and (told.strong or period is None):
            period = (known.period or told.guess) if told.same else filled(told, known.period).date
        elif period is None:
            period = day_of(self.page, sentence)
        area = known.area or ClauseReader(self.page, self.found).area_in(sentence.first, sentence.last)
        return Scope(order, judge.bodies.read(sentence, known.body), period, area)

    def _not_told_elsewhere(self, sentence: Sentence, numbers: Sequence[Number]) -> Iterator[Number]:
        """Numbers up to one that belongs to an event told elsewhere ("المجزرة التي …")."""
        left = sentence.first
        for number in numbers:
            if find_cue(self.page.tokens, left, number.first, Cue.TOLD):
                return
            one = find_cue(self.page.tokens, left, number.first, Cue.ONE_OF)
            if one and number.first - one.last >= _CLAUSE:
                return
            left = number.last
            yield number

    def _summaries(self, bodies: BodyReader, sentences: Sequence[Sentence], told: Sequence[Told]) -> Iterator[Tally]:
        """Sums of several incidents that the report then tells one by one."""
        taken = {one.sentence for one in told}
        free = [(s, self._numbers(s)) for s in sentences if s not in taken]
        for summary in (one for one in summaries(free) if not single_day(self.page, one.sentence)):
            period = next((p.date for s in summary.parts if (p := read_period(self.page, s)) and p.date), None)
            scope = Scope(0, bodies.read(summary.sentence, None), period)
            for order in summary.orders:
                yield self._row_reader.row(summary.sentence, summary.numbers, order, scope)


def _title(page: Page) -> tuple[list[Sentence], list[Sentence]]:
    """The sentences of the title and those of the body; a line that is only a date is neither."""
    sentences = [s for s in page.sentences if any(t.is_word and not t.is_number for t in page.tokens[s.first : s.last])]
    lines = sorted({s.paragraph for s in sentences})
    first = [s for s in sentences if lines and s.paragraph == lines[0]]
    if len(lines) < 2 or page.tokens[first[-1].last - 1].norm == ".":
        return [], sentences
    return first, [s for s in sentences if s.paragraph != lines[0]]


def _joined(sentences: Sequence[Sentence]) -> Sentence | None:
    """The sentences of a title as one."""
    if not sentences:
        return None
    first, last = sentences[0], sentences[-1]
    return replace(first, last=last.last, span=Span(first.span.start, last.span.end))


def _same(one: Tally, other: Tally) -> bool:
    return (one.metric, one.value) == (other.metric, other.value)


def _once(rows: Sequence[Tally]) -> list[Tally]:
    """A number told again with the same words for what it counts is one row."""
    seen: dict[tuple[object, ...], Tally] = {}
    for row in rows:
        where = None if row.bound is Bound.AT_LEAST else row.quote.start
        seen.setdefault((row.metric, row.value, row.bound, _words(row.category), where), row)
    return list(seen.values())


def _words(phrase: Phrase | None) -> str | None:
    return phrase.text if phrase else None
