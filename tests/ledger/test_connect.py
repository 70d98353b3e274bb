from __future__ import annotations

import sqlite3
import sys
from collections.abc import Callable
from contextlib import closing
from importlib.resources import files
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine, text

import tawthiq.ledger
from tawthiq.errors import StoreError
from tawthiq.ledger import Batch, open_ledger
from tawthiq.ledger.connect import store_url
from tawthiq.ledger.schema import HEAD, metadata
from tests.ledger.samples import batch_of, report
from tests.postgres import Cluster


def test_the_migrations_make_the_tables_that_the_code_speaks_of(new_store: Callable[[], str]) -> None:
    url = new_store()
    open_ledger(url).close()
    engine = create_engine(store_url(url))
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"include_name": of_the_ledger})
        differences = compare_metadata(context, metadata)
    engine.dispose()
    assert differences == []


def of_the_ledger(name: str | None, kind: str, _: object) -> bool:
    """The terms are a virtual table or a tsvector, which only `dialects` knows; other rooms have their own tables."""
    return kind != "table" or name in metadata.tables


def test_the_newest_migration_is_the_head() -> None:
    config = Config()
    config.set_main_option("script_location", str(Path(tawthiq.ledger.__file__).parent / "migrations"))
    assert ScriptDirectory.from_config(config).get_current_head() == HEAD


def test_opening_again_keeps_what_is_there(new_store: Callable[[], str]) -> None:
    url = new_store()
    with open_ledger(url) as ledger:
        ledger.append(batch_of(1))
    with open_ledger(url, create=False) as ledger:
        assert ledger.position() == 1


def test_sqlite_keeps_a_write_ahead_log_and_foreign_keys(tmp_path: Path) -> None:
    path = tmp_path / "store.db"
    with open_ledger(path) as ledger, ledger.reading() as connection:
        assert connection.scalar(text("PRAGMA journal_mode")) == "wal"
        assert connection.scalar(text("PRAGMA foreign_keys")) == 1
        assert connection.scalar(text("PRAGMA synchronous")) == 2


def refusal(url_or_path: str | Path, create: bool = True) -> str:
    with pytest.raises(StoreError) as caught:
        open_ledger(url_or_path, create=create)
    said = str(caught.value)
    assert "\n" not in said
    return said


def test_a_file_of_another_kind(tmp_path: Path) -> None:
    path = tmp_path / "notes.db"
    path.write_text("not a database at all" * 100)
    assert refusal(path) == f"the store {path} is not a SQLite database"


def test_a_database_of_another_program(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("CREATE TABLE bookmarks (id)")
    assert "is not a store of Tawthiq" in refusal(path)


def test_a_store_of_a_newer_version(tmp_path: Path) -> None:
    path = tmp_path / "store.db"
    open_ledger(path).close()
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("UPDATE alembic_version SET version_num = '9999'")
        raw.commit()
    assert "needs a newer Tawthiq" in refusal(path)


def test_a_store_from_before_there_was_confidence(tmp_path: Path) -> None:
    new, old = tmp_path / "new.db", tmp_path / "old.db"
    with open_ledger(new) as ledger:
        ledger.append(batch_of(1))
    as_of(old, "0002")
    with closing(sqlite3.connect(old)) as raw:
        raw.execute("ATTACH ? AS new", [str(new)])
        for table in ("batches", "originals", "reports", "claims", "judgements"):
            columns = ", ".join(row[1] for row in raw.execute(f"PRAGMA main.table_info({table})"))
            raw.execute(f"INSERT INTO main.{table} ({columns}) SELECT {columns} FROM new.{table}")
        raw.commit()
    with open_ledger(old) as ledger:
        assert [claim.confidence for claim in ledger.claims()] == [None] * 3
        assert ledger.verify_chain() == ledger.verify_content() == []


def as_of(path: Path, revision: str) -> None:
    """An empty store with the schema of an older version."""
    engine = create_engine(f"sqlite:///{path}")
    with engine.begin() as connection:
        config = Config()
        config.set_main_option("script_location", str(files("tawthiq.ledger") / "migrations"))
        config.attributes["connection"] = connection
        command.upgrade(config, revision)
    engine.dispose()


def test_places_where_no_file_can_be(tmp_path: Path) -> None:
    assert "is a folder" in refusal(tmp_path)
    assert "there is no folder" in refusal(tmp_path / "none" / "store.db")
    assert refusal(tmp_path / "store.db", create=False) == f"there is no store at {tmp_path / 'store.db'}"
    assert "needs a file" in refusal("sqlite://")


@pytest.mark.parametrize(
    "url", ["mysql://me:secret@host/db", "http://host/store", "postgresql+asyncpg2://x:secret@[/db"]
)
def test_urls_of_another_kind(url: str) -> None:
    assert "secret" not in refusal(url)


def test_a_missing_driver_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "psycopg", None)
    assert "pip install 'tawthiq[postgres]'" in refusal("postgresql://me@127.0.0.1/db")


def test_a_server_that_is_not_there(cluster: Cluster) -> None:
    said = refusal("postgresql+psycopg://me:secret@127.0.0.1:9/db")
    assert said == "the store postgresql+psycopg://me:***@127.0.0.1:9/db does not answer: connection refused"


def test_a_wrong_password_and_a_missing_database(cluster: Cluster) -> None:
    wrong = refusal(cluster.url("postgres").replace(cluster.password, "secret"))
    assert "refuses the user or the password" in wrong
    assert "secret" not in wrong
    missing = refusal(cluster.url("nowhere"))
    assert "does not exist" in missing
    assert cluster.password not in missing


def test_a_database_in_another_encoding(cluster: Cluster) -> None:
    cluster.run("CREATE DATABASE {} ENCODING 'SQL_ASCII' TEMPLATE template0", "ascii")
    assert "must be encoded in UTF8" in refusal(cluster.url("ascii"))


def test_the_schema_is_made_from_nothing_on_postgresql(cluster: Cluster) -> None:
    with cluster.database(template="template1") as url, open_ledger(url.replace("+psycopg", "")) as ledger:
        assert ledger.append(batch_of(1)).position == 1
        assert cluster.password not in ledger.name


def test_a_store_that_another_program_has_locked(tmp_path: Path) -> None:
    path = tmp_path / "store.db"
    with open_ledger(f"sqlite:///{path}?timeout=0.05") as ledger:
        with closing(sqlite3.connect(path, isolation_level=None)) as raw:
            raw.execute("BEGIN IMMEDIATE")
            with pytest.raises(StoreError, match="is locked by another program"):
                ledger.append(Batch([report("نص")]))
        assert ledger.append(Batch([report("نص")])).reports == 1
