"""What a database says, put into one plain sentence; a password never stands in it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import URL
from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from tawthiq.errors import StoreError

# The part of the driver's message, and what it means to the user.
_MEANINGS = (
    ("file is not a database", "is not a SQLite database"),
    ("database disk image is malformed", "is a damaged SQLite database"),
    ("database is locked", "is locked by another program; try again when it is done"),
    ("unable to open database file", "cannot be opened: no such folder, or no right to write there"),
    ("readonly database", "cannot be written to"),
    ("disk is full", "has no room left on its disk"),
    ("Connection refused", "does not answer: connection refused"),
    ("could not translate host name", "does not answer: no such host"),
    ("failed to resolve host", "does not answer: no such host"),
    ("No such file or directory", "does not answer: no server at that socket"),
    ("password authentication failed", "refuses the user or the password"),
    ("no password supplied", "asks for a password"),
    ("timeout expired", "does not answer in time"),
    ("does not exist", "does not exist, or the user is not known there"),
    ("permission denied", "may not be used by this user"),
    ("only grows", "refuses the change: the ledger only grows"),
)


@contextmanager
def plain_errors(url: URL) -> Iterator[None]:
    """Turns every error of SQLAlchemy inside into a StoreError about the store at `url`."""
    try:
        yield
    except SQLAlchemyError as error:
        raise StoreError(f"the store {name_of(url)} {_meaning(error, url)}") from error


def name_of(url: URL) -> str:
    """The path of a SQLite store, or the URL without its password."""
    if url.get_backend_name() == "sqlite":
        return str(url.database)
    return url.set(password=None, query={}).render_as_string()


def _meaning(error: SQLAlchemyError, url: URL) -> str:
    said = str(error.orig) if isinstance(error, DBAPIError) else str(error)
    for part, meaning in _MEANINGS:
        if part in said:
            return meaning
    first = said.strip().splitlines()[0] if said.strip() else type(error).__name__
    if url.password:
        first = first.replace(str(url.password), "***")
    return f"fails: {first}"
