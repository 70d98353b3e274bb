"""All that differs between SQLite and PostgreSQL once the schema stands: locks, upserts, and the index of terms."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Protocol

from sqlalchemy import BindParameter, Connection, Engine, Table, bindparam, event, text
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.sql.dml import Insert
from sqlalchemy.sql.elements import ColumnElement

from tawthiq.errors import StoreError
from tawthiq.ledger.schema import entries

WRITE = "tawthiq_write"
_LOCK = 0x7461777468697120 >> 8

Groups = Sequence[Sequence[str]]


class Dialect(Protocol):
    """A query is a conjunction of groups of terms; any term of a group will do."""

    def prepare(self, engine: Engine) -> None: ...

    def insert(self, table: Table) -> Insert: ...

    def add_terms(self, connection: Connection, rows: Sequence[tuple[int, Sequence[str]]]) -> None: ...

    def holds(self, groups: Groups) -> ColumnElement[bool]: ...


class SQLite:
    """WAL, foreign keys, one writer at a time, FTS5."""

    def prepare(self, engine: Engine) -> None:
        event.listen(engine, "connect", self._connected)
        event.listen(engine, "begin", self._begun)

    def _connected(self, raw: Any, _: object) -> None:
        # The driver must not open transactions by itself: it leaves DDL outside and starts too late to lock.
        raw.isolation_level = None
        for pragma in ("foreign_keys = ON", "recursive_triggers = ON", "journal_mode = WAL", "synchronous = FULL"):
            raw.execute(f"PRAGMA {pragma}").close()

    def _begun(self, connection: Connection) -> None:
        writes = connection.get_execution_options().get(WRITE)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    def insert(self, table: Table) -> Insert:
        return sqlite.insert(table).on_conflict_do_nothing()

    def add_terms(self, connection: Connection, rows: Sequence[tuple[int, Sequence[str]]]) -> None:
        statement = text("INSERT INTO entry_terms (rowid, terms) VALUES (:n, :terms)")
        connection.execute(statement, [{"n": n, "terms": " ".join(terms)} for n, terms in rows])

    def holds(self, groups: Groups) -> ColumnElement[bool]:
        query = " AND ".join("(" + " OR ".join(f'"{term}"' for term in group) + ")" for group in groups)
        found = text("SELECT rowid FROM entry_terms WHERE entry_terms MATCH :query").bindparams(_unique(query))
        return entries.c.n.in_(found.columns(entries.c.n))


class PostgreSQL:
    """A lock that lets one batch in at a time; tsvector made of our own terms, so that no parser changes them."""

    def prepare(self, engine: Engine) -> None:
        event.listen(engine, "begin", self._begun)

    def _begun(self, connection: Connection) -> None:
        if connection.get_execution_options().get(WRITE):
            connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_LOCK})")

    def insert(self, table: Table) -> Insert:
        return postgresql.insert(table).on_conflict_do_nothing()

    def add_terms(self, connection: Connection, rows: Sequence[tuple[int, Sequence[str]]]) -> None:
        statement = text("INSERT INTO entry_terms (n, terms) VALUES (:n, array_to_tsvector(CAST(:terms AS text[])))")
        connection.execute(statement, [{"n": n, "terms": list(terms)} for n, terms in rows])

    def holds(self, groups: Groups) -> ColumnElement[bool]:
        query = " & ".join("(" + " | ".join(f"'{term}'" for term in group) + ")" for group in groups)
        found = text("SELECT n FROM entry_terms WHERE terms @@ CAST(:query AS tsquery)").bindparams(_unique(query))
        return entries.c.n.in_(found.columns(entries.c.n))


def _unique(query: str) -> BindParameter[str]:
    """One statement may hold two queries, so that their parameters must not share a name."""
    return bindparam("query", query, unique=True)


_DIALECTS: dict[str, Dialect] = {"sqlite": SQLite(), "postgresql": PostgreSQL()}


def dialect_of(name: str) -> Dialect:
    """The dialect of a URL's backend name; StoreError for one that is not supported."""
    if name not in _DIALECTS:
        raise StoreError(f"a store is SQLite or PostgreSQL, not {name}")
    return _DIALECTS[name]
