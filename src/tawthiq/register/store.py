"""Reading and writing the register's tables on a connection that its caller opened."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, Connection, Row, Select, delete, func, insert, or_, select, tuple_, update

from tawthiq.ledger.chunks import portions
from tawthiq.model import Kind
from tawthiq.model.records import Record
from tawthiq.register.canonical import canonical_text, record_from_json
from tawthiq.register.clusters import Node
from tawthiq.register.tables import record_mentions, record_state, records
from tawthiq.text.search import search_terms

# Below every database's limit of variables in one statement.
_CHUNK = 800
_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class State:
    """How far the register has read the ledger, and under which rule (its id)."""

    position: int
    rule: str


@dataclass(frozen=True, slots=True)
class Placed:
    """A mention and the slot of its record."""

    node: Node
    slot: int


def read_state(connection: Connection) -> State | None:
    row = connection.execute(select(record_state.c.position, record_state.c.rule)).first()
    return State(row.position, row.rule) if row else None


def write_state(connection: Connection, state: State) -> None:
    connection.execute(delete(record_state))
    connection.execute(insert(record_state), {"one": 1, "position": state.position, "rule": state.rule})


def clear(connection: Connection) -> None:
    for table in (records, record_mentions, record_state):
        connection.execute(delete(table))


def next_slot(connection: Connection) -> int:
    return (connection.scalar(select(func.max(records.c.slot))) or 0) + 1


def slots_by_name(connection: Connection, names: Iterable[tuple[str, Kind]]) -> set[int]:
    """The slots in which a mention of that folded name and kind is."""
    c = record_mentions.c
    where = (tuple_(c.key, c.kind).in_(part) for part in chunks((key, kind.value) for key, kind in names))
    return {row.slot for row in _rows(connection, select(c.slot).distinct(), where)}


def slots_of(connection: Connection, mentions: Iterable[str]) -> set[int]:
    c = record_mentions.c
    where = (c.mention.in_(part) for part in chunks(mentions))
    return {row.slot for row in _rows(connection, select(c.slot).distinct(), where)}


def mentions_of_reports(connection: Connection, reports: Iterable[str]) -> set[str]:
    c = record_mentions.c
    where = (c.report.in_(part) for part in chunks(reports))
    return {row.mention for row in _rows(connection, select(c.mention), where)}


def placed_in(connection: Connection, slots: Iterable[int]) -> dict[str, Placed]:
    """All mentions of those slots, by id."""
    c = record_mentions.c
    asked = select(c.mention, c.report, c.kind, c.key, c.label, c.slot)
    found = _rows(connection, asked, (c.slot.in_(part) for part in chunks(slots)))
    return {row.mention: _placed(row) for row in found}


def _placed(row: Row[Any]) -> Placed:
    return Placed(Node(row.mention, row.report, Kind(row.kind), row.key, row.label), row.slot)


def records_in(connection: Connection, slots: Iterable[int]) -> dict[int, Record]:
    c = records.c
    found = _rows(connection, select(c.slot, c.body), (c.slot.in_(part) for part in chunks(slots)))
    return {row.slot: record_from_json(json.loads(row.body)) for row in found}


def all_ids(connection: Connection) -> set[str]:
    return set(connection.scalars(select(records.c.id)))


def ids_in(connection: Connection, slots: Iterable[int]) -> set[str]:
    c = records.c
    return {row.id for row in _rows(connection, select(c.id), (c.slot.in_(part) for part in chunks(slots)))}


def put_records(connection: Connection, made: Mapping[int, Record]) -> None:
    """Into their slots, in place of what was there."""
    drop_records(connection, made)
    if made:
        connection.execute(insert(records), [_row(slot, record) for slot, record in made.items()])


def drop_records(connection: Connection, slots: Iterable[int]) -> None:
    for part in chunks(slots):
        connection.execute(delete(records).where(records.c.slot.in_(part)))


def place(connection: Connection, mentions: Collection[Placed]) -> None:
    """Mentions that the register does not have yet."""
    if mentions:
        connection.execute(insert(record_mentions), [_placement(each) for each in mentions])


def move(connection: Connection, slots: Mapping[str, int]) -> None:
    """Mentions that go into another slot."""
    by_slot: dict[int, list[str]] = {}
    for mention, slot in slots.items():
        by_slot.setdefault(slot, []).append(mention)
    for slot, mentions in by_slot.items():
        for part in chunks(mentions):
            where = record_mentions.c.mention.in_(part)
            connection.execute(update(record_mentions).where(where).values(slot=slot))


def search_text(record: Record) -> str:
    """The terms of the label and of all names and aliases, each between blanks."""
    said = [each for name in ("name", "alias") for each in getattr(record, name, ())]
    names = dict.fromkeys([record.label, *(str(each.value) for each in said)])
    terms = dict.fromkeys(term for name in sorted(names) for term in search_terms(name).split())
    return " " + " ".join(terms) + " "


def holding(terms: Iterable[str]) -> ColumnElement[bool]:
    """Whether a record's search text has one of the terms. Terms are letters and digits, so LIKE needs no escape."""
    return or_(*(records.c.search.like(f"% {term} %") for term in terms))


def chunks(items: Iterable[_T]) -> Iterator[Sequence[_T]]:
    """Lists short enough for one statement."""
    return portions(items, _CHUNK)


def _rows(connection: Connection, asked: Select[Any], conditions: Iterable[ColumnElement[bool]]) -> Iterator[Row[Any]]:
    for condition in conditions:
        yield from connection.execute(asked.where(condition))


def _row(slot: int, record: Record) -> dict[str, Any]:
    return {
        "slot": slot,
        "id": record.id,
        "kind": record.kind.value,
        "label": record.label,
        "search": search_text(record),
        "body": canonical_text(record),
    }


def _placement(each: Placed) -> dict[str, Any]:
    return {
        "mention": each.node.id,
        "slot": each.slot,
        "report": each.node.report,
        "kind": each.node.kind.value,
        "key": each.node.key,
        "label": each.node.label,
    }
