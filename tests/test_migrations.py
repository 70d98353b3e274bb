"""The migrations make the tables that each room speaks of, on both databases."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import MetaData, create_engine

from tawthiq.figures import tables as figures
from tawthiq.ledger import open_ledger
from tawthiq.ledger.connect import store_url
from tawthiq.link.lists import tables as lists
from tawthiq.register import tables as register
from tawthiq.watches import tables as watches


@pytest.mark.parametrize("room", [figures, lists, register, watches], ids=lambda room: str(room.__name__))
def test_the_tables_of_a_room_are_as_the_migrations_leave_them(room: object, new_store: Callable[[], str]) -> None:
    metadata: MetaData = room.metadata  # type: ignore[attr-defined]
    url = new_store()
    open_ledger(url).close()
    engine = create_engine(store_url(url))
    with engine.connect() as connection:
        own = {"include_name": lambda name, kind, _: kind != "table" or name in metadata.tables}
        differences = compare_metadata(MigrationContext.configure(connection, opts=own), metadata)
    engine.dispose()
    assert differences == []
