"""Questions to the ledger, each inside the caller's connection."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator
from typing import Any, TypeVar

from sqlalchemy import Column, ColumnElement, Connection, Select, Table, exists, func, or_, select

from tawthiq.errors import AmbiguousError, NotFoundError
from tawthiq.ledger.batch import News
from tawthiq.ledger.chunks import portions
from tawthiq.ledger.rows import Row
from tawthiq.ledger.schema import batches, claims, judgements, originals, reports
from tawthiq.model import Verdict

T = TypeVar("T")

_PREFIX = re.compile(r"[0-9a-f]{4,32}")
_AFTER_HEX = "g"
_SHOWN = 5
_FETCH = 500


def position(connection: Connection) -> int:
    return connection.scalar(select(func.max(batches.c.position))) or 0


def new_since(connection: Connection, position: int) -> News:
    def ids(table: Table) -> tuple[str, ...]:
        return tuple(connection.scalars(select(table.c.id).where(table.c.batch > position).order_by(table.c.id)))

    return News(ids(reports), ids(claims), ids(judgements))


def stream(connection: Connection, query: Select[Any], read: Callable[[Row], T]) -> Iterator[T]:
    """The rows as things, a few hundred in memory at a time."""
    for row in connection.execute(query.execution_options(yield_per=_FETCH)).mappings():
        yield read(row)


def one(connection: Connection, table: Table, id_: str, read: Callable[[Row], T]) -> T:
    row = connection.execute(select(table).where(table.c.id == id_)).mappings().first()
    if row is None:
        raise NotFoundError(f"no {table.name[:-1]} {id_} in the store")
    return read(row)


def original(connection: Connection, sha256: str) -> bytes:
    data = connection.scalar(select(originals.c.bytes).where(originals.c.sha256 == sha256))
    if data is None:
        raise NotFoundError(f"no original with SHA-256 {sha256} in the store")
    return bytes(data)


def reports_in_order() -> Select[Any]:
    """Undated reports come first."""
    return select(reports).order_by(func.coalesce(reports.c.published, ""), reports.c.id)


def claims_in_order(report: str | None = None) -> Select[Any]:
    query = select(claims)
    if report is not None:
        query = query.where(claims.c.report == report)
    return query.order_by(claims.c.report, claims.c.span_start, claims.c.span_end, claims.c.id)


def unjudged_in_order(kind: str | None = None) -> Select[Any]:
    """Claims of which each judgement, if there is any, was once undone; those without confidence first."""
    undoing = judgements.alias()
    undone = exists().where(undoing.c.target == judgements.c.id, undoing.c.verdict == Verdict.UNDONE.value)
    judged = exists().where(judgements.c.target == claims.c.id, ~undone)
    query = select(claims).where(~judged)
    if kind is not None:
        query = query.where(claims.c.kind == kind)
    c = claims.c
    return query.order_by(func.coalesce(c.confidence, -1.0), c.report, c.span_start, c.span_end, c.id)


def undone_and_redone(connection: Connection) -> list[Row]:
    """Judgements of which some undoing was undone in turn: some of them may hold again."""
    first, second = judgements.alias(), judgements.alias()
    redone = exists().where(
        first.c.target == judgements.c.id,
        first.c.verdict == Verdict.UNDONE.value,
        second.c.target == first.c.id,
        second.c.verdict == Verdict.UNDONE.value,
    )
    return list(connection.execute(select(judgements).where(redone)).mappings())


def judgements_in_order() -> Select[Any]:
    """Oldest first, as `Judgement.order`."""
    return select(judgements).order_by(judgements.c.judged_at, judgements.c.id)


def mentions_in_order(kind: str | None = None) -> Select[Any]:
    c = claims.c
    query = select(c.subject, c.report, c.kind, c.subject_start, c.subject_end, c.label).distinct()
    if kind is not None:
        query = query.where(c.kind == kind)
    return query.order_by(c.subject)


def read_by(connection: Connection, method: str, report_ids: Iterable[str]) -> set[str]:
    """The reports among these of which the method has a claim; asks the index of claims by report alone."""
    found: set[str] = set()
    for portion in portions(report_ids):
        has_claim = exists().where(claims.c.report == reports.c.id, claims.c.method == method)
        found.update(connection.scalars(select(reports.c.id).where(reports.c.id.in_(portion), has_claim)))
    return found


def rows_with(connection: Connection, table: Table, columns: Collection[Column[Any]], ids: Iterable[str]) -> list[Row]:
    """The rows that have any of the ids in any of the columns, each once."""
    found: dict[str, Row] = {}
    for portion in portions(dict.fromkeys(ids)):
        where: ColumnElement[bool] = or_(*(column.in_(portion) for column in columns))
        found.update((row["id"], row) for row in connection.execute(select(table).where(where)).mappings())
    return list(found.values())


def find(connection: Connection, table: Table, words: str, name: Column[Any] | None = None) -> Row:
    """The one row whose `name` is `words` or whose id begins with it (at least 4 hex digits)."""
    rows = [] if name is None else _some(connection, table, name == words)
    prefix = words.strip().lower()
    if not rows and _PREFIX.fullmatch(prefix):
        rows = _some(connection, table, (table.c.id >= prefix) & (table.c.id < prefix + _AFTER_HEX))
    return _only(rows, table.name[:-1], words)


def _some(connection: Connection, table: Table, where: ColumnElement[bool]) -> list[Row]:
    query = select(table).where(where).order_by(table.c.id).limit(_SHOWN + 1)
    return list(connection.execute(query).mappings().all())


def _only(rows: list[Row], noun: str, words: str) -> Row:
    if not rows:
        raise NotFoundError(f"no {noun} {words!r} in the store; an id may be cut to its first 4 or more characters")
    if len(rows) > 1:
        shown = ", ".join(row["id"] for row in rows[:_SHOWN])
        more = " and more" if len(rows) > _SHOWN else ""
        raise AmbiguousError(f"{words!r} fits more than one {noun}: {shown}{more}")
    return rows[0]
