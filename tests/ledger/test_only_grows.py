"""The database itself refuses to change or lose a row, and the audit chain tells when somebody made it."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import Engine, create_engine, text
from sqlalchemy.exc import DBAPIError

from tawthiq.ledger import open_ledger
from tawthiq.ledger.connect import store_url
from tests.ledger.samples import batch_of

TABLES = ["batches", "originals", "reports", "claims", "judgements", "entries"]
A_COLUMN = {"batches": "digest", "originals": "bytes", "entries": "label"}


@pytest.fixture
def filled(new_store: Callable[[], str]) -> Iterator[Engine]:
    """A plain engine on a store with one batch, as any other program would open it."""
    url = new_store()
    with open_ledger(url) as ledger:
        ledger.append(batch_of(1))
    engine = create_engine(store_url(url))
    yield engine
    engine.dispose()


@pytest.mark.parametrize("table", TABLES)
def test_rows_are_never_changed(filled: Engine, table: str) -> None:
    column = A_COLUMN.get(table, "id")
    with pytest.raises(DBAPIError, match=f"the ledger only grows: rows of {table} are never changed"):
        change(filled, f"UPDATE {table} SET {column} = {column}")


@pytest.mark.parametrize("table", TABLES)
def test_rows_are_never_deleted(filled: Engine, table: str) -> None:
    with pytest.raises(DBAPIError, match=f"the ledger only grows: rows of {table} are never deleted"):
        change(filled, f"DELETE FROM {table}")


def change(engine: Engine, statement: str) -> None:
    with engine.begin() as connection:
        connection.execute(text(statement))


@pytest.fixture
def forced(tmp_path: Path) -> Callable[[str], Path]:
    """Does what an intruder with the file would do: takes the guards away, then changes something."""

    def force(statement: str) -> Path:
        path = tmp_path / "store.db"
        with open_ledger(path) as ledger:
            for number in (1, 2, 3):
                ledger.append(batch_of(number))
            assert ledger.verify_chain() == ledger.verify_content() == []
        with closing(sqlite3.connect(path)) as raw:
            triggers = [name for (name,) in raw.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")]
            for name in triggers:
                raw.execute(f"DROP TRIGGER {name}")
            raw.execute(statement)
            raw.commit()
        return path

    return force


@pytest.mark.parametrize(
    ("statement", "problem"),
    [
        ("DELETE FROM batches WHERE position = 2", "batch 2 is missing"),
        ("UPDATE batches SET added_at = '2001-01-01' WHERE position = 2", "batch 2 was changed after it was written"),
        ("DELETE FROM claims WHERE batch = 3", "batch 3 does not hold what it held"),
        ("UPDATE reports SET name = 'other' WHERE batch = 1", "batch 1 does not hold what it held"),
        ("UPDATE claims SET confidence = 0.99 WHERE batch = 2", "batch 2 does not hold what it held"),
        ("UPDATE judgements SET batch = 2 WHERE batch = 1", "batch 1 does not hold what it held"),
        ("UPDATE batches SET previous = digest WHERE position = 3", "batch 3 does not follow the batch before it"),
    ],
)
def test_the_chain_tells(forced: Callable[[str], Path], statement: str, problem: str) -> None:
    with open_ledger(forced(statement)) as ledger:
        assert any(found.startswith(problem) for found in ledger.verify_chain())


@pytest.mark.parametrize(
    ("statement", "problem"),
    [
        ("UPDATE claims SET label = 'other' WHERE batch = 1", "claim "),
        ("UPDATE claims SET stance = 'nonsense' WHERE batch = 1", "claim "),
        ("UPDATE reports SET text = text || '.' WHERE batch = 1", "report "),
        ("UPDATE judgements SET verdict = 'rejected' WHERE other IS NULL", "judgement "),
        ("UPDATE originals SET bytes = x'00'", "original "),
    ],
)
def test_the_content_tells(forced: Callable[[str], Path], statement: str, problem: str) -> None:
    with open_ledger(forced(statement)) as ledger:
        problems = ledger.verify_content()
    assert problems
    assert all(found.startswith(problem) and "was changed" in found for found in problems)
