"""What each row adds to a figure, and sums of it by cell."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tawthiq.figures.cells import Cells
from tawthiq.figures.columns import OPEN, UNSTATED, Columns, Flags
from tawthiq.figures.question import Metric

Numbers = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Measure:
    """What each row adds, shape (units,): `least` and `most`, whether it is open, and whether it states nothing."""

    least: Numbers
    most: Numbers
    open: Flags
    unstated: Flags


def measure_of(columns: Columns, metric: Metric) -> Measure:
    size = len(columns)
    never = np.zeros(size, dtype=bool)
    if metric is Metric.INCIDENTS:
        ones = np.ones(size, dtype=np.int64)
        return Measure(ones, ones, never, never)
    if metric is Metric.NAMED:
        named = np.bincount(columns.victim_unit, minlength=size).astype(np.int64)
        return Measure(named, named, never, never)
    least, most = columns.least[metric.value], columns.most[metric.value]
    unstated = least == UNSTATED
    whole = np.where(unstated, 0, least).astype(np.int64)
    return Measure(whole, np.where(most < 0, 0, most).astype(np.int64), most == OPEN, unstated)


@dataclass(frozen=True, slots=True)
class Rows:
    """Which rows belong to a question: `sure`, and `possible` ones that may (never both); decided ones and not."""

    sure: Flags
    possible: Flags

    @property
    def asked(self) -> Flags:
        return self.sure | self.possible


@dataclass(frozen=True, slots=True)
class Sums:
    """Of each cell, shape (cells,), from its decided rows: `least` of the sure ones, `most` of all that are not open,
    the number of open ones, of incidents, of those that state nothing; and the number of rows left undecided."""

    least: Numbers
    most: Numbers
    open: Numbers
    incidents: Numbers
    unknown: Numbers
    undecided: Numbers


def sums_of(columns: Columns, metric: Metric, rows: Rows, cells: Cells) -> Sums:
    measure, either = measure_of(columns, metric), rows.asked & columns.decided

    def summed(mask: Flags, values: Numbers | None = None) -> Numbers:
        weights = None if values is None else values[mask]
        return np.rint(np.bincount(cells.of[mask], weights, minlength=len(cells))).astype(np.int64)

    return Sums(
        least=summed(rows.sure & columns.decided, measure.least),
        most=summed(either, measure.most),
        open=summed(either & measure.open),
        incidents=summed(either),
        unknown=summed(either & measure.unstated),
        undecided=summed(rows.asked & ~columns.decided),
    )
