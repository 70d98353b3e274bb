"""Units of two editions side by side: which are not as they were, and which of the old became which of the new."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components

from tawthiq.figures.columns import Columns, Flags
from tawthiq.figures.measures import measure_of
from tawthiq.figures.question import Metric
from tawthiq.figures.rows import take

Places = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Group:
    """Rows of the old and of the new columns that share mentions, at however many removes; one side may be empty."""

    old: tuple[int, ...] = ()
    new: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Matched:
    """The units that are not the same on both sides, and the group of each row: `old_group` and `new_group` have the
    place in `groups`."""

    old: Columns
    new: Columns
    groups: tuple[Group, ...]
    old_group: Places
    new_group: Places


def match(old: Columns, new: Columns) -> Matched:
    """A unit with the same mentions, values and standing on both sides adds the same to any figure and is left out."""
    same_old, same_new = _unchanged(old, new)
    left, right = take(old, np.flatnonzero(~same_old)), take(new, np.flatnonzero(~same_new))
    _, at_left, at_right = np.intersect1d(left.mention, right.mention, return_indices=True)
    size = len(left) + len(right)
    ends = left.mention_unit[at_left], len(left) + right.mention_unit[at_right]
    ties = coo_array((np.ones(len(at_left), dtype=np.int8), ends), shape=(size, size))
    number, of = connected_components(ties, directed=False)
    rows: list[tuple[list[int], list[int]]] = [([], []) for _ in range(number)]
    for at, group in enumerate(of.tolist()):
        rows[group][at >= len(left)].append(at if at < len(left) else at - len(left))
    groups = tuple(Group(tuple(one), tuple(other)) for one, other in rows)
    return Matched(left, right, groups, of[: len(left)].astype(np.int64), of[len(left) :].astype(np.int64))


def _unchanged(old: Columns, new: Columns) -> tuple[Flags, Flags]:
    """Rows that stand on both sides with the same id and the same values. An id stands for a set of mentions."""
    _, at_old, at_new = np.intersect1d(old.records, new.records, assume_unique=True, return_indices=True)
    same = np.ones(len(at_old), dtype=bool)
    for name, words in old.words.items():
        same &= _common(words, new.words[name])[new.codes[name][at_new]] == old.codes[name][at_old]
    for left, right in _numbers(old, new):
        same &= left[at_old] == right[at_new]
    flags = np.zeros(len(old), dtype=bool), np.zeros(len(new), dtype=bool)
    flags[0][at_old[same]] = flags[1][at_new[same]] = True
    return flags


def _common(old: tuple[str, ...], new: tuple[str, ...]) -> Places:
    """For each new word its place among the old ones, -1 where it is not there."""
    places = {word: at for at, word in enumerate(old)}
    return np.array([places.get(word, -1) for word in new], dtype=np.int64)


def _numbers(old: Columns, new: Columns) -> list[tuple[NDArray[np.generic], NDArray[np.generic]]]:
    pairs: list[tuple[NDArray[np.generic], NDArray[np.generic]]] = [
        (getattr(old, name), getattr(new, name)) for name in ("first", "last", "decided")
    ]
    pairs += [(old.least[fate], new.least[fate]) for fate in old.least]
    pairs += [(old.most[fate], new.most[fate]) for fate in old.most]
    return [*pairs, (measure_of(old, Metric.NAMED).least, measure_of(new, Metric.NAMED).least)]
