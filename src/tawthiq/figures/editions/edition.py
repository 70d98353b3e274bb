"""Editions in their table: kept once, read as they were, never changed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property

from sqlalchemy import insert, select

from tawthiq import __version__
from tawthiq.errors import NotFoundError, UsageError
from tawthiq.figures.columns import Columns, from_bytes, to_bytes
from tawthiq.figures.editions.content import Content, content_from_text
from tawthiq.figures.tables import editions
from tawthiq.ledger import Ledger
from tawthiq.ledger.chain import START
from tawthiq.ledger.schema import batches
from tawthiq.model.ids import sha256

_TOLD = tuple(column for column in editions.c if column.name != "units")


@dataclass(frozen=True)
class Edition:
    """`hash` is the SHA-256 of `text` alone: equal ledgers give equal hashes, in whatever batches they came. `position`
    and `chain` tie the edition to the batch of this store's ledger that it was made at; `made_at` is ISO 8601 UTC."""

    name: str
    hash: str
    position: int
    chain: str
    version: str
    made_at: str
    text: str

    @cached_property
    def content(self) -> Content:
        return content_from_text(self.text)


def keep(ledger: Ledger, name: str, position: int, content: Content, columns: Columns) -> Edition:
    """Publish it. An equal edition of that name is left as it is; UsageError for one that says something else."""
    text = content.text()
    made = datetime.now(UTC).isoformat(timespec="seconds")
    edition = Edition(name, sha256(text.encode()), position, chain_at(ledger, position), __version__, made, text)
    held = {each.name: each for each in all_editions(ledger)}.get(name)
    if held is not None:
        if held.hash != edition.hash:
            raise UsageError(f"there is an edition {name} already, and it says something else: take another name")
        return held
    row = {"name": name, "hash": edition.hash, "position": position, "chain": edition.chain, "version": __version__}
    with ledger.writing() as connection:
        row |= {"made_at": made, "content": text}
        connection.execute(insert(editions), row | {"units": to_bytes(columns)})
    return edition


def all_editions(ledger: Ledger) -> list[Edition]:
    """The oldest first."""
    with ledger.reading() as connection:
        rows = connection.execute(select(*_TOLD).order_by(editions.c.made_at, editions.c.name)).all()
    return [Edition(row.name, row.hash, row.position, row.chain, row.version, row.made_at, row.content) for row in rows]


def edition_named(ledger: Ledger, name: str) -> Edition:
    """The edition of that name, or whose hash begins so. NotFoundError that names those there are."""
    known = all_editions(ledger)
    found = [each for each in known if each.name == name] or [
        each for each in known if len(name) >= _LEAST and each.hash.startswith(name.lower())
    ]
    if len(found) != 1:
        names = ", ".join(each.name for each in known) or "none"
        raise NotFoundError(f"no edition {name!r}: there are {names}")
    return found[0]


_LEAST = 4


def units_of(ledger: Ledger, edition: Edition) -> Columns:
    """The units that its figures were counted from."""
    with ledger.reading() as connection:
        block = connection.scalar(select(editions.c.units).where(editions.c.name == edition.name))
    if block is None:
        raise NotFoundError(f"no edition {edition.name!r} in the store")
    return from_bytes(block)


def chain_at(ledger: Ledger, position: int) -> str:
    """The hash of the audit chain at that batch; "" where the ledger has no such batch."""
    with ledger.reading() as connection:
        found = connection.scalar(select(batches.c.chain).where(batches.c.position == position))
    return found or (START if position == 0 else "")
