"""A store opened for a command that shows or judges."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tawthiq.ledger import Ledger


@contextmanager
def existing(store: str) -> Iterator[Ledger]:
    """The ledger of a store that is there. Records that a stopped run left out, or an older rule made, are made now."""
    from tawthiq.ledger import open_ledger
    from tawthiq.register import default_rule, update
    from tawthiq.register.store import State, read_state

    with open_ledger(store, create=False) as ledger:
        with ledger.reading() as connection:
            state = read_state(connection) or State(0, default_rule().id)
        # `update` waits for the writer's lock, which those who only look need not do.
        if state != State(ledger.position(), default_rule().id):
            update(ledger)
        yield ledger
