"""Questions about many ids, asked in portions that every database takes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import TypeVar

from sqlalchemy import Column, Connection, select

PORTION = 500

T = TypeVar("T")


def portions(things: Iterable[T], size: int = PORTION) -> Iterator[Sequence[T]]:
    """The things in their order, `size` at a time."""
    held = iter(things)
    while portion := list(islice(held, size)):
        yield portion


def existing(connection: Connection, column: Column[str], ids: Iterable[str]) -> set[str]:
    """Those of the ids that the column has."""
    found: set[str] = set()
    for portion in portions(ids):
        found.update(connection.scalars(select(column).where(column.in_(portion))))
    return found
