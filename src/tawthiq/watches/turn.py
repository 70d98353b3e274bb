"""One run at a time on a store, also over processes; a killed run holds nobody up."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager

from sqlalchemy import text

from tawthiq.errors import StoreError
from tawthiq.ledger import Ledger

_NUMBER = 7461717  # of the lock among those of one PostgreSQL database
_BUSY = "another `watch run` is at work on this store"


@contextmanager
def only_one(ledger: Ledger) -> Iterator[None]:
    """Held while letters go out, so that none goes twice and none overtakes. StoreError where somebody has it."""
    holding = _sqlite if ledger.engine.dialect.name == "sqlite" else _postgresql
    with holding(ledger):
        yield


@contextmanager
def _sqlite(ledger: Ledger) -> Iterator[None]:
    """A lock on an empty database beside the store, which ends with the process however that ends."""
    with closing(sqlite3.connect(f"{ledger.engine.url.database}-watch", timeout=0, isolation_level=None)) as beside:
        try:
            beside.execute("BEGIN EXCLUSIVE")
        except sqlite3.OperationalError as error:
            raise StoreError(_BUSY) from error
        yield


@contextmanager
def _postgresql(ledger: Ledger) -> Iterator[None]:
    with ledger.reading() as connection:
        if not connection.scalar(text("SELECT pg_try_advisory_lock(:number)"), {"number": _NUMBER}):
            raise StoreError(_BUSY)
        try:
            yield
        finally:
            connection.execute(text("SELECT pg_advisory_unlock(:number)"), {"number": _NUMBER})
