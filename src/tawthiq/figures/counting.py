"""Questions answered from columns: sums over the rows that surely belong to a cell, and over those that may."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import overload

import numpy as np

from tawthiq.figures.areas import lineage
from tawthiq.figures.cells import Cells, cells_of, rows_in
from tawthiq.figures.columns import Columns, Flags
from tawthiq.figures.figure import Answer, Figure
from tawthiq.figures.measures import Rows, Sums, sums_of
from tawthiq.figures.question import Dimension, Question
from tawthiq.model import EDTF, Range

_PARTED = (Dimension.VICTIM_GROUP, Dimension.PERPETRATOR, Dimension.WEAPON)


def answer(columns: Columns, question: Question, rule: str) -> Answer:
    """The figures under the rule (its id) that the columns were made by."""
    rows = rows_of(columns, question)
    whole = replace(question, by=())
    figures = _figures(columns, question, rule, rows)
    made = Answer(question, figures, _figures(columns, whole, rule, rows)[0])
    return _with_bases(columns, made, figures) if question.share else made


def _figures(columns: Columns, question: Question, rule: str, rows: Rows) -> Figures:
    cells = cells_of(columns, question.by, rows.asked)
    return Figures(question, rule, cells, sums_of(columns, question.metric, rows, cells))


@dataclass(frozen=True, slots=True)
class Figures(Sequence[Figure]):
    """Each is made when it is looked at: a question by two dimensions may have a million cells.

    `bases` has the figures that shares are of, by cell without the dimensions `dropped`.
    """

    question: Question
    rule: str
    cells: Cells
    sums: Sums
    bases: Mapping[tuple[str, ...], Range] | None = None

    def __len__(self) -> int:
        return len(self.cells)

    @overload
    def __getitem__(self, at: int) -> Figure: ...
    @overload
    def __getitem__(self, at: slice) -> list[Figure]: ...
    def __getitem__(self, at: int | slice) -> Figure | list[Figure]:
        if isinstance(at, slice):
            return [self._figure(each) for each in range(*at.indices(len(self)))]
        return self._figure(range(len(self))[at])

    def __iter__(self) -> Iterator[Figure]:
        return map(self._figure, range(len(self)))

    def _figure(self, at: int) -> Figure:
        sums, cell = self.sums, self.cells.key(at)
        return Figure(
            question=self.question,
            rule=self.rule,
            cell=cell,
            range=range_of(int(sums.least[at]), int(sums.most[at]), bool(sums.open[at])),
            incidents=int(sums.incidents[at]),
            unknown=int(sums.unknown[at]),
            undecided=int(sums.undecided[at]),
            base=None if self.bases is None else self.bases.get(_without_parts(self.question, cell)),
        )


def range_of(least: int, most: int, open_: bool) -> Range:
    """What surely belongs, to what may; `most` leaves out what is open at the top."""
    return Range(least, None if open_ else max(most, least))


def rows_of(columns: Columns, question: Question) -> Rows:
    """By what is asked of the incidents, whether or not they are decided."""
    sure = np.ones(len(columns), dtype=bool)
    for name, wanted in (("type", question.acts), ("perpetrator", question.perpetrator), ("weapon", question.weapon)):
        if wanted:
            sure &= _having(columns, name, wanted if isinstance(wanted, tuple) else (wanted,))
    if question.area:
        inside = np.array([question.area in lineage(place) for place in columns.words["place"]])
        sure &= inside[columns.codes["place"]]
    may = sure.copy()
    if question.victim_groups:
        only, among = _groups(columns, question.victim_groups)
        sure, may = sure & only, may & among
    if question.period:
        inside, touching = _in_period(columns, EDTF(question.period))
        sure, may = sure & inside, may & touching
    return Rows(sure, may & ~sure)


def cell_rows(columns: Columns, question: Question, cell: Sequence[str]) -> Rows:
    """The rows of the question that lie in one cell, decided or not; the cell () is all of them."""
    rows, inside = rows_of(columns, question), rows_in(columns, question.by if cell else (), cell)
    return Rows(rows.sure & inside, rows.possible & inside)


def base_of(question: Question) -> Question:
    """What a share is of: the same without victims' groups, perpetrators and weapons, asked or by."""
    by = tuple(dimension for dimension in question.by if dimension not in _PARTED)
    return replace(question, by=by, victim_groups=(), perpetrator="", weapon="", share=False)


def _without_parts(question: Question, cell: tuple[str, ...]) -> tuple[str, ...]:
    by = zip(question.by, cell, strict=True) if cell else ()
    return tuple(key for dimension, key in by if dimension not in _PARTED)


def _with_bases(columns: Columns, made: Answer, figures: Figures) -> Answer:
    base = answer(columns, base_of(made.question), made.total.rule)
    bases = {figure.cell: figure.range for figure in base.figures}
    return Answer(made.question, replace(figures, bases=bases), replace(made.total, base=base.total.range))


def _having(columns: Columns, name: str, wanted: Sequence[str]) -> Flags:
    held: Flags = np.isin(np.array(columns.words[name]), wanted)[columns.codes[name]]
    return held


def _groups(columns: Columns, wanted: Sequence[str]) -> tuple[Flags, Flags]:
    """Rows whose victims are all of these groups, and rows whose victims are of these among others."""
    sets = [set(filter(None, words.split("|"))) for words in columns.words["victim_groups"]]
    only = np.array([bool(held) and held <= set(wanted) for held in sets])
    among = np.array([bool(held & set(wanted)) for held in sets])
    codes = columns.codes["victim_groups"]
    return only[codes], among[codes]


def _in_period(columns: Columns, period: EDTF) -> tuple[Flags, Flags]:
    """Rows whose dates lie in the period, and rows whose dates may."""
    start = period.earliest.toordinal() if period.earliest else 1
    end = period.latest.toordinal() if period.latest else date.max.toordinal()
    dated = (columns.first > 0) | (columns.last > 0)
    first = np.where(columns.first > 0, columns.first, 1)
    last = np.where(columns.last > 0, columns.last, date.max.toordinal())
    inside = dated & (first >= start) & (last <= end)
    return inside, dated & (first <= end) & (last >= start)
