"""Columns brought up to a register that has grown: only the incidents that what is new can touch are read again.

A Ref names a mention of the same report, so what a claim can change is an incident of its report, or of a report that
shares a record with it. What reaches further (a place that is known otherwise now, for all who name it) makes all anew.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
from sqlalchemy import Connection, Row, Select, select

from tawthiq.figures.columns import Columns, columns_of
from tawthiq.figures.known import Known, entries, labels
from tawthiq.figures.rows import join, take
from tawthiq.figures.unit import Unit
from tawthiq.ledger import Ledger
from tawthiq.model import Kind
from tawthiq.register.store import chunks
from tawthiq.register.tables import record_mentions, records
from tawthiq.register.touched import Touched, touched

_SHARED = (Kind.PLACE.value, Kind.GROUP.value, Kind.PERSON.value)


@dataclass(frozen=True, slots=True)
class Kept:
    """Columns of an earlier position, with the names and the places, by slot, that they were made with."""

    columns: Columns
    position: int
    names: dict[int, str]
    places: dict[int, str]


def grow(ledger: Ledger, kept: Kept, known: Known, read: Callable[[Collection[int]], Iterator[Unit]]) -> Columns | None:
    """The columns of the register as it is now; None where all must be made anew. `read` gives the units of slots."""
    news = ledger.new_since(kept.position)
    with ledger.reading() as connection:
        seen = touched(ledger, connection, news)
        mentions = _mentions(connection, record_mentions.c.mention, {*seen.fresh, *seen.stale, *seen.paired})
        if not _stands(connection, kept, known, mentions, seen):
            return None
        slots = {row.slot for row in mentions}
        reports = {row.report for row in (*mentions, *_mentions(connection, record_mentions.c.slot, slots, _OWN))}
        again = {row.slot for row in _mentions(connection, record_mentions.c.report, reports, (Kind.INCIDENT.value,))}
        now = _incidents(connection)
    if news.reports or _new_groups(seen):
        again |= _told_by_several(kept.columns, now)
    old = {kept.columns.record(row): row for row in range(len(kept.columns))}
    again |= {slot for id_, slot in now.items() if id_ not in old}
    rows = [row for id_, row in old.items() if now.get(id_, -1) >= 0 and now[id_] not in again]
    return join(take(kept.columns, np.array(rows, dtype=np.int64)), columns_of(read(again)))


_OWN = (Kind.INCIDENT.value, Kind.CASUALTY.value)


def _mentions(
    connection: Connection, column: Any, values: Iterable[object], kinds: Collection[str] = ()
) -> list[Row[Any]]:
    c = record_mentions.c
    asked: Select[Any] = select(c.mention, c.slot, c.report, c.kind)
    if kinds:
        asked = asked.where(c.kind.in_(kinds))
    return [row for part in chunks(values) for row in connection.execute(asked.where(column.in_(part)))]


def _stands(connection: Connection, kept: Kept, known: Known, mentions: Collection[Row[Any]], seen: Touched) -> bool:
    """Whether what others share (places, groups, persons) is what it was, for all incidents that name it."""
    shared = [row for row in mentions if row.kind in _SHARED]
    if any(row.mention in seen.paired for row in shared):
        return False
    slots = {row.slot for row in shared}
    for before, now in (
        (kept.places, entries(connection, slots & kept.places.keys())),
        (kept.names, labels(connection, slots & kept.names.keys())),
    ):
        if any(before[slot] != value for slot, value in now.items()) or now.keys() != slots & before.keys():
            return False
    known.places.update(kept.places)
    known.names.update(kept.names)
    return True


def _incidents(connection: Connection) -> dict[str, int]:
    asked = select(records.c.id, records.c.slot).where(records.c.kind == Kind.INCIDENT.value)
    return {row.id: row.slot for row in connection.execute(asked)}


def _new_groups(seen: Touched) -> bool:
    """Whether a group was read that a report may have its news from."""
    return any(claim.subject.kind is Kind.GROUP for claims in seen.fresh.values() for claim in claims)


def _told_by_several(columns: Columns, now: dict[str, int]) -> set[int]:
    """Slots of incidents with several mentions: a new report can tell that two of their reports are one origin."""
    several = np.flatnonzero(np.bincount(columns.mention_unit, minlength=len(columns)) > 1)
    return {now[id_] for row in several.tolist() if (id_ := columns.record(row)) in now}
