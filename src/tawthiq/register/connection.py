"""Transactions on the ledger's database, in which the register's own tables are read and written."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection

from tawthiq.ledger import Ledger
from tawthiq.ledger.dialects import WRITE
from tawthiq.ledger.faults import plain_errors


@contextmanager
def reading(ledger: Ledger) -> Iterator[Connection]:
    with plain_errors(ledger.engine.url), ledger.engine.connect() as connection:
        yield connection


@contextmanager
def writing(ledger: Ledger) -> Iterator[Connection]:
    """Under the writer's lock from its first statement on: nobody appends or projects meanwhile."""
    with plain_errors(ledger.engine.url), ledger.engine.connect() as connection:
        connection = connection.execution_options(**{WRITE: True})
        with connection.begin():
            yield connection
