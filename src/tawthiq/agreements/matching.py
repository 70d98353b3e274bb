"""Which incidents trigger which clause: one pass over columns of codes for each clause (needs the extra `figures`)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

import numpy as np
from numpy.typing import NDArray

from tawthiq.agreements.actors import actor_key, actor_kind, actor_lineage
from tawthiq.agreements.force import FOREVER
from tawthiq.agreements.watched import Watched
from tawthiq.figures.areas import lineage
from tawthiq.figures.columns import Columns
from tawthiq.text.tables import table

Rows = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Facets:
    """Columns made ready: accepted and dated rows by their first day, and which words lie in each area or side."""

    columns: Columns
    order: Rows
    days: NDArray[np.int32]
    by_area: Mapping[str, Sequence[int]]
    by_actor: Mapping[str, Sequence[int]]

    def between(self, first: int, last: int) -> Rows:
        """Rows that surely lie between two days, both counted in."""
        start = int(np.searchsorted(self.days, first, side="left"))
        stop = int(np.searchsorted(self.days, last, side="right"))
        some = self.order[start:stop]
        return some if last >= FOREVER else some[self.columns.last[some] <= last]


def facets_of(columns: Columns) -> Facets:
    dated = np.flatnonzero(columns.decided & (columns.first > 0) & (columns.last > 0))
    order = dated[np.argsort(columns.first[dated], kind="stable")]
    places = _inverted(columns.words["place"], lambda word: lineage(word) if word else ())
    actors = _inverted(columns.words["perpetrator"], lambda word: actor_lineage(actor_key(word)) if word else ())
    return Facets(columns, order, columns.first[order], places, actors)


def _inverted(words: Sequence[str], keys: Callable[[str], Sequence[str]]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = defaultdict(list)
    for at, word in enumerate(words):
        for key in keys(word):
            found[key].append(at)
    return dict(found)


def matching(facets: Facets, clause: Watched) -> Rows:
    """Rows of incidents that surely trigger the clause, by their first day."""
    if clause.force.first is None or not clause.acts:
        return np.zeros(0, dtype=np.int64)
    columns = facets.columns
    rows = facets.between(clause.force.first, clause.force.last)
    for name, allowed in (("place", _places(facets, clause)), ("type", _types(columns, clause))):
        if allowed is not None:
            rows = rows[allowed[columns.codes[name][rows]]]
    until = _actors(facets, clause)
    if until is not None:
        rows = rows[columns.last[rows] <= until[columns.codes["perpetrator"][rows]]]
    return rows


def _places(facets: Facets, clause: Watched) -> NDArray[np.bool_] | None:
    if not clause.areas:
        return None
    return _flags(len(facets.columns.words["place"]), (at for a in clause.areas for at in facets.by_area.get(a, ())))


def _types(columns: Columns, clause: Watched) -> NDArray[np.bool_]:
    words = columns.words["type"]
    return _flags(len(words), (at for at, word in enumerate(words) if word in clause.acts))


def _flags(size: int, at: Iterable[int]) -> NDArray[np.bool_]:
    flags = np.zeros(size, dtype=bool)
    flags[list(at)] = True
    return flags


def _actors(facets: Facets, clause: Watched) -> NDArray[np.int32] | None:
    """For each name of a perpetrator the last day on which it is one of those whom the clause means; 0 for never."""
    if not clause.actors:
        return None
    until = np.zeros(len(facets.columns.words["perpetrator"]), dtype=np.int32)
    for key in clause.actors:
        for side in _sides().get(key, ()):
            for at in facets.by_actor.get(side.also, ()):
                if actor_kind(actor_key(facets.columns.words["perpetrator"][at])) in side.kinds:
                    until[at] = max(until[at], side.until)
        until[list(facets.by_actor.get(key, ()))] = FOREVER
    return until


@dataclass(frozen=True, slots=True)
class _Side:
    """A body that is meant too, those under it that act for it (kinds), and the ordinal of its last day."""

    also: str
    kinds: frozenset[str]
    until: int


@cache
def _sides() -> Mapping[str, Sequence[_Side]]:
    found: dict[str, list[_Side]] = defaultdict(list)
    for row in table("agreements/sides.tsv"):
        last = date.fromisoformat(row["until"]).toordinal()
        found[row["key"]].append(_Side(row["also"], frozenset(row["kinds"].split("|")), last))
    return dict(found)
