"""Who is on which lists: the table that every estimate starts from."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tawthiq.errors import InputError

MOST_LISTS = 10

Counts = NDArray[np.float64]
Cells = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Overlap:
    """`counts` has an entry for each combination of lists, the one on no list (unknown, here 0) first.

    Combination c is on list j where bit j of c is set; shape (2 ** len(lists),).
    """

    lists: tuple[str, ...]
    counts: tuple[int, ...]

    @property
    def observed(self) -> int:
        """Persons on at least one list."""
        return sum(self.counts[1:])

    @property
    def cells(self) -> Cells:
        """Rows of 0 and 1, shape (2 ** lists, lists): row c tells on which lists combination c is."""
        codes = np.arange(len(self.counts))
        return (codes[:, None] >> np.arange(len(self.lists))) & 1

    def on_both(self, a: int, b: int) -> int:
        """Persons on lists a and b (positions), whatever else they are on."""
        both = (1 << a) | (1 << b)
        return sum(n for code, n in enumerate(self.counts) if code & both == both)

    def on(self, a: int) -> int:
        return self.on_both(a, a)


def overlap_of(lists: Iterable[str], counts: Mapping[int, int]) -> Overlap:
    """The table of these lists from counts by combination, those that are not given being 0."""
    names = tuple(lists)
    return Overlap(names, tuple(0 if code == 0 else counts.get(code, 0) for code in range(2 ** len(names))))


def overlap_of_members(lists: Mapping[str, Iterable[str]]) -> Overlap:
    """The table of lists whose members are known by an id that is the same on each."""
    codes: dict[str, int] = {}
    for position, members in enumerate(lists.values()):
        for member in members:
            codes[member] = codes.get(member, 0) | (1 << position)
    counts: dict[int, int] = {}
    for code in codes.values():
        counts[code] = counts.get(code, 0) + 1
    return overlap_of(lists, counts)


def read_overlap(text: str, name: str) -> Overlap:
    """A CSV with a column of 0 and 1 for each list and the count in the last. InputError names row, cell and reason."""
    rows = [row for row in csv.reader(io.StringIO(text)) if any(cell.strip() for cell in row)]
    if len(rows) < 2 or len(rows[0]) < 2:
        raise InputError(
            f"{name}: a header with the names of the lists and of the count, and rows under it, are expected"
        )
    lists = [cell.strip() for cell in rows[0][:-1]]
    if len(lists) > MOST_LISTS:
        raise InputError(f"{name}: {len(lists)} lists; {MOST_LISTS} at most")
    counts: dict[int, int] = {}
    for number, row in enumerate(rows[1:], start=2):
        code, count = _row(row, lists, f"{name}, row {number}")
        counts[code] = counts.get(code, 0) + count
    return overlap_of(lists, counts)


def _row(row: list[str], lists: list[str], where: str) -> tuple[int, int]:
    if len(row) != len(lists) + 1:
        raise InputError(f"{where}: {len(row)} cells under {len(lists) + 1} columns")
    code = 0
    for position, (cell, list_) in enumerate(zip(row, lists, strict=False)):
        if cell.strip() not in ("0", "1"):
            raise InputError(f"{where}, cell {list_}: {cell!r} is neither 0 nor 1")
        code |= int(cell) << position
    if not row[-1].strip().isdigit():
        raise InputError(f"{where}, last cell: {row[-1]!r} is not a count")
    count = int(row[-1])
    if code == 0 and count:
        raise InputError(f"{where}: a count of those on no list is what is to be estimated; leave that row out")
    return code, count
