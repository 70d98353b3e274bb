"""The cells of a question: which one each row lies in, and the keys of each."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from math import prod

import numpy as np
from numpy.typing import NDArray

from tawthiq.figures.areas import within
from tawthiq.figures.columns import Codes, Columns, Flags
from tawthiq.figures.question import Dimension

MIXED = "several"
# Cells up to this many are counted in a table of all that could be; more are sorted.
_COUNTABLE = 1 << 22


@dataclass(frozen=True, slots=True)
class Cells:
    """`of`, shape (units,), is each row's cell; `numbers`, shape (cells,), combine places of their keys in `words`."""

    of: NDArray[np.int64]
    numbers: NDArray[np.int64]
    words: tuple[Sequence[str], ...]

    def __len__(self) -> int:
        return len(self.numbers)

    def key(self, cell: int) -> tuple[str, ...]:
        keys, number = [], int(self.numbers[cell])
        for each in reversed(self.words):
            number, at = divmod(number, len(each))
            keys.append(each[at])
        return tuple(reversed(keys))


def cells_of(columns: Columns, by: Sequence[Dimension], asked: Flags) -> Cells:
    """The cells that some row asked for lies in, in the order of their keys; one cell for all where `by` is empty."""
    coded = [coded_by(columns, dimension) for dimension in by]
    words = tuple(words for _, words in coded)
    combined = np.zeros(len(columns), dtype=np.int64)
    for codes, known in coded:
        combined = combined * len(known) + codes
    numbers, of = _compact(combined, asked, prod(map(len, words))) if by else (np.zeros(1, dtype=np.int64), combined)
    return Cells(of, numbers, words)


def rows_in(columns: Columns, by: Sequence[Dimension], cell: Sequence[str]) -> Flags:
    """The rows that lie in one cell."""
    inside = np.ones(len(columns), dtype=bool)
    for dimension, key in zip(by, cell, strict=True):
        codes, words = coded_by(columns, dimension)
        inside &= codes == (words.index(key) if key in words else -1)
    return inside


def _compact(combined: NDArray[np.int64], asked: Flags, most: int) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """The numbers that occur among rows asked for, and for each row its place among them (0 for the others)."""
    if most > _COUNTABLE:
        present, of = np.unique(combined[asked], return_inverse=True)
        where = np.zeros(len(combined), dtype=np.int64)
        where[asked] = of
        return present, where
    present = np.flatnonzero(np.bincount(combined[asked], minlength=most))
    places = np.zeros(most, dtype=np.int64)
    places[present] = np.arange(len(present))
    return present, places[combined]


def coded_by(columns: Columns, dimension: Dimension) -> tuple[Codes, Sequence[str]]:
    """For each row the place of its key in the keys of the dimension, and these keys in order."""
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
