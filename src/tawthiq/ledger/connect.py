"""From a path or a URL to an engine whose schema is the newest."""

from __future__ import annotations

from importlib import import_module
from importlib.resources import files
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, inspect, make_url, text
from sqlalchemy.exc import ArgumentError

from tawthiq.errors import StoreError
from tawthiq.ledger.dialects import WRITE, dialect_of
from tawthiq.ledger.faults import name_of, plain_errors
from tawthiq.ledger.schema import HEAD

_BUSY_SECONDS = 15
_TO_SERVER = {"connect_timeout": 10, "client_encoding": "utf8"}


def store_url(url_or_path: str | Path) -> URL:
    """A path is a SQLite file; a URL is sqlite:///… or postgresql://…, with the one driver that we use."""
    if "://" not in str(url_or_path):
        return URL.create("sqlite", database=str(Path(url_or_path).expanduser()))
    try:
        url = make_url(str(url_or_path))
    except ArgumentError as error:
        # The URL itself may hold a password, so it is not repeated.
        raise StoreError("the store's URL cannot be read; postgresql+psycopg://user@host/name is one") from error
    backend = "postgresql" if url.get_backend_name() == "postgres" else url.get_backend_name()
    dialect_of(backend)
    return url.set(drivername="postgresql+psycopg" if backend == "postgresql" else "sqlite")


def connect(url: URL, create: bool) -> Engine:
    """An engine on a store with the newest schema; with `create` false, an absent SQLite file is an error."""
    sqlite = url.get_backend_name() == "sqlite"
    if sqlite:
        _check_file(url, create)
    else:
        _check_driver()
    options: dict[str, Any] = {} if sqlite else {"connect_args": _TO_SERVER}
    if sqlite and "timeout" not in url.query:
        options = {"connect_args": {"timeout": _BUSY_SECONDS}}
    engine = create_engine(url, **options)
    dialect_of(url.get_backend_name()).prepare(engine)
    try:
        with plain_errors(url):
            _bring_up_to_date(engine)
    except BaseException:
        engine.dispose()
        raise
    return engine


def _check_file(url: URL, create: bool) -> None:
    if not url.database or url.database == ":memory:":
        raise StoreError("a store needs a file: an in-memory database would lose it")
    path = Path(url.database)
    if path.is_dir():
        raise StoreError(f"the store {path} is a folder, not a file")
    if not path.parent.is_dir():
        raise StoreError(f"the store {path} cannot be made: there is no folder {path.parent}")
    if not create and not path.is_file():
        raise StoreError(f"there is no store at {path}")


def _check_driver() -> None:
    try:
        import_module("psycopg")
    except ImportError as error:
        raise StoreError("PostgreSQL needs the driver psycopg: pip install 'tawthiq[postgres]'") from error


def _bring_up_to_date(engine: Engine) -> None:
    with engine.begin() as connection:
        if _version(connection) == HEAD:
            return
    with engine.connect().execution_options(**{WRITE: True}) as connection, connection.begin():
        # Another process may have done it while this one waited for the lock.
        if _version(connection) != HEAD:
            _migrate(connection)


def _version(connection: Connection) -> str | None:
    """The revision of the schema; None for an empty database, StoreError for one that is not ours or is newer."""
    where = name_of(connection.engine.url)
    tables = set(inspect(connection).get_table_names())
    if "alembic_version" not in tables:
        if tables:
            raise StoreError(f"the database {where} holds other tables and is not a store of Tawthiq")
        return None
    version = connection.scalar(text("SELECT version_num FROM alembic_version"))
    if "batches" not in tables or version is None:
        raise StoreError(f"the database {where} belongs to another program and is not a store of Tawthiq")
    if version > HEAD:
        raise StoreError(f"the store {where} has schema {version}, newer than {HEAD}: it needs a newer Tawthiq")
    return str(version)


def _migrate(connection: Connection) -> None:
    if connection.dialect.name == "postgresql" and connection.scalar(text("SHOW server_encoding")) != "UTF8":
        raise StoreError(f"the database {name_of(connection.engine.url)} must be encoded in UTF8")
    # Alembic is heavy to import and needed once in a store's life.
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(files("tawthiq.ledger") / "migrations"))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
