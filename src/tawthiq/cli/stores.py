"""A store opened for a command that shows or judges."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tawthiq.ledger import Ledger


@contextmanager
def existing(store: str) -> Iterator[Ledger]:
    """The ledger of a store that is there. Where a run was stopped before it made the records, they are made now."""
    from tawthiq.ledger import open_ledger
    from tawthiq.register import update
    from tawthiq.register.connection import reading
    from tawthiq.register.store import read_state

    with open_ledger(store, create=False) as ledger:
        with reading(ledger) as connection:
            state = read_state(connection)
        # `update` waits for the writer's lock, which those who only look need not do.
        if (state.position if state else 0) != ledger.position():
            update(ledger)
        yield ledger
