"""One run at a time, on both databases; a run that has ended holds nobody up."""

from __future__ import annotations

import pytest

from tawthiq.errors import StoreError
from tawthiq.ledger import Ledger
from tawthiq.watches.turn import only_one


def test_a_second_run_is_refused_until_the_first_has_ended(ledger: Ledger) -> None:
    with only_one(ledger), pytest.raises(StoreError, match="at work"), only_one(ledger):
        pass
    with only_one(ledger):
        pass


def test_a_run_that_fails_lets_the_next_one_in(ledger: Ledger) -> None:
    with pytest.raises(ZeroDivisionError), only_one(ledger):
        1 / 0  # noqa: B018
    with only_one(ledger):
        pass
