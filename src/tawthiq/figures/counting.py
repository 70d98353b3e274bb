"""Questions answered from columns: sums over the rows that surely belong to a cell, and over those that may."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from math import prod

import numpy as np
from numpy.typing import NDArray

from tawthiq.figures.areas import lineage, within
from tawthiq.figures.columns import OPEN, UNSTATED, Codes, Columns, Flags
from tawthiq.figures.figure import Answer, Figure
from tawthiq.figures.question import Dimension, Metric, Question
from tawthiq.model import EDTF, Range

MIXED = "several"
# Cells up to this many are counted in a table of all that could be; more are sorted.
_COUNTABLE = 1 << 22


@dataclass(frozen=True, slots=True)
class Rows:
    """Which rows belong to a question: `sure`, and `possible` ones that may (never both); decided ones and not."""

    sure: Flags
    possible: Flags


def answer(columns: Columns, question: Question, rule: str) -> Answer:
    """The figures under the rule (its id) that the columns were made by."""
    rows = rows_of(columns, question)
    figures = tuple(_figures(columns, question, rule, rows, _cells(columns, question.by, rows)))
    total_of = replace(question, by=())
    (total,) = _figures(columns, total_of, rule, rows, _whole(columns)) or [_nothing(total_of, rule)]
    made = Answer(question, figures, total)
    return _with_shares(columns, made, rule) if question.share else made


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
    """The rows of the question that lie in one cell, decided or not."""
    rows = rows_of(columns, question)
    inside = np.ones(len(columns), dtype=bool)
    for dimension, key in zip(question.by, cell, strict=True):
        codes, words = _coded(columns, dimension)
        inside &= codes == (words.index(key) if key in words else -1)
    return Rows(rows.sure & inside, rows.possible & inside)


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


@dataclass(frozen=True, slots=True)
class _Cells:
    """The number of its cell for each row, shape (units,), and the keys of each cell by number."""

    of: NDArray[np.int64]
    keys: Sequence[tuple[str, ...]]


def _whole(columns: Columns) -> _Cells:
    return _Cells(np.zeros(len(columns), dtype=np.int64), [()])


def _cells(columns: Columns, by: Sequence[Dimension], rows: Rows) -> _Cells:
    """The cells that some row of the question lies in, in the order of their keys."""
    coded = [_coded(columns, dimension) for dimension in by]
    combined = np.zeros(len(columns), dtype=np.int64)
    for codes, words in coded:
        combined = combined * len(words) + codes
    present, where = _compact(combined, rows.sure | rows.possible, prod(len(words) for _, words in coded))
    return _Cells(where, [_keys(int(number), [words for _, words in coded]) for number in present])


def _compact(combined: NDArray[np.int64], asked: Flags, most: int) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """The numbers that occur among rows asked for, and for each row its place among them (0 for the others)."""
    if most > _COUNTABLE:
        present = np.unique(combined[asked])
        where = np.searchsorted(present, combined)
        return present, np.minimum(where, max(len(present) - 1, 0))
    present = np.flatnonzero(np.bincount(combined[asked], minlength=most))
    places = np.zeros(most, dtype=np.int64)
    places[present] = np.arange(len(present))
    return present, places[combined]


def _keys(number: int, words: Sequence[Sequence[str]]) -> tuple[str, ...]:
    keys = []
    for each in reversed(words):
        number, at = divmod(number, len(each))
        keys.append(each[at])
    return tuple(reversed(keys))


def _coded(columns: Columns, dimension: Dimension) -> tuple[Codes, Sequence[str]]:
    if dimension in _TIMES:
        return _by_time(columns, _TIMES[dimension])
    name, key = _KEYS[dimension]
    old = columns.words[name]
    words = sorted({key(word) for word in old} | {""})
    numbers = {word: at for at, word in enumerate(words)}
    moved = np.array([numbers[key(word)] for word in old], dtype=np.int32)
    return moved[columns.codes[name]], words


def _by_time(columns: Columns, length: int) -> tuple[Codes, Sequence[str]]:
    """Year (4 letters of the ISO date) or month (7); rows whose dates span more than one stand under ""."""
    dated = columns.first[columns.first > 0]
    start = int(dated.min()) if len(dated) else 1
    end = int(columns.last.max(initial=start))
    texts = [date.fromordinal(day).isoformat()[:length] for day in range(start, max(end, start) + 1)]
    words = ["", *dict.fromkeys(texts)]
    numbers = {word: at for at, word in enumerate(words)}
    of_day = np.array([numbers[text] for text in texts], dtype=np.int32)
    whole = (columns.first > 0) & (columns.last > 0)
    first, last = (of_day[np.clip(days - start, 0, len(texts) - 1)] for days in (columns.first, columns.last))
    return np.where(whole & (first == last), first, 0).astype(np.int32), words


def _one_group(words: str) -> str:
    return MIXED if "|" in words else words


_PARTED = (Dimension.VICTIM_GROUP, Dimension.PERPETRATOR, Dimension.WEAPON)
_TIMES = {Dimension.YEAR: 4, Dimension.MONTH: 7}
_KEYS: dict[Dimension, tuple[str, Callable[[str], str]]] = {
    Dimension.ACT: ("type", str),
    Dimension.GOVERNORATE: ("place", lambda place: within(place, "governorate")),
    Dimension.DISTRICT: ("place", lambda place: within(place, "district")),
    Dimension.PLACE: ("place", str),
    Dimension.PERPETRATOR: ("perpetrator", str),
    Dimension.WEAPON: ("weapon", str),
    Dimension.VICTIM_GROUP: ("victim_groups", _one_group),
}


@dataclass(frozen=True, slots=True)
class Measure:
    """What each row adds: `least` and `most` (int64), whether it is open, and whether it states nothing."""

    least: NDArray[np.int64]
    most: NDArray[np.int64]
    open: Flags
    unstated: Flags


def measure_of(columns: Columns, metric: Metric) -> Measure:
    size = len(columns)
    if metric is Metric.INCIDENTS:
        ones = np.ones(size, dtype=np.int64)
        return Measure(ones, ones, np.zeros(size, dtype=bool), np.zeros(size, dtype=bool))
    if metric is Metric.NAMED:
        named = np.bincount(columns.victim_unit, minlength=size).astype(np.int64)
        return Measure(named, named, np.zeros(size, dtype=bool), np.zeros(size, dtype=bool))
    least, most = columns.least[metric.value], columns.most[metric.value]
    unstated = least == UNSTATED
    return Measure(
        np.where(unstated, 0, least).astype(np.int64),
        np.where(most < 0, 0, most).astype(np.int64),
        most == OPEN,
        unstated,
    )


def _figures(
    columns: Columns,
    question: Question,
    rule: str,
    rows: Rows,
    cells: _Cells,
) -> list[Figure]:
    """A figure for each cell that has a row, by cell."""
    measure = measure_of(columns, question.metric)
    sure, possible = rows.sure & columns.decided, rows.possible & columns.decided
    either = sure | possible
    undecided = (rows.sure | rows.possible) & ~columns.decided

    def summed(mask: Flags, values: NDArray[np.int64] | None = None) -> NDArray[np.int64]:
        weights = None if values is None else values[mask]
        return np.rint(np.bincount(cells.of[mask], weights, minlength=len(cells.keys))).astype(np.int64)

    least, most = summed(sure, measure.least), summed(either, measure.most)
    open_, incidents = summed(either & measure.open), summed(either)
    unknown, left = summed(either & measure.unstated), summed(undecided)
    return [
        Figure(
            question=question,
            rule=rule,
            cell=keys,
            range=Range(int(least[at]), None if open_[at] else max(int(most[at]), int(least[at]))),
            incidents=int(incidents[at]),
            unknown=int(unknown[at]),
            undecided=int(left[at]),
        )
        for at, keys in enumerate(cells.keys)
        if incidents[at] or left[at]
    ]


def _nothing(question: Question, rule: str) -> Figure:
    return Figure(question, rule, (), Range(0, 0), 0)


def _with_shares(columns: Columns, made: Answer, rule: str) -> Answer:
    """Each figure over its base: the same without victims' groups, perpetrators and weapons, asked or by."""
    asked = made.question
    by = tuple(dimension for dimension in asked.by if dimension not in _PARTED)
    base = answer(columns, replace(asked, by=by, victim_groups=(), perpetrator="", weapon="", share=False), rule)
    bases = {figure.cell: figure for figure in base.figures}
    kept = [at for at, dimension in enumerate(asked.by) if dimension in by]
    figures = tuple(_share(each, bases.get(tuple(each.cell[at] for at in kept))) for each in made.figures)
    return Answer(asked, figures, _share(made.total, base.total))


def _share(figure: Figure, base: Figure | None) -> Figure:
    whole = base.range.min if base else 0
    return replace(figure, share=figure.range.min / whole if whole else None)
