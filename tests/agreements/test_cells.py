"""What is said of one duty, made into a state: silence is never a breach, and contradiction is dispute."""

from __future__ import annotations

import pytest

from tawthiq.agreements.answers import Answer
from tawthiq.agreements.cells import State, cell_of
from tawthiq.agreements.watched import Party
from tawthiq.model import Conduct

WHO = Party("tw:x", "لواء الوادي")


def answer(conduct: str, denied: bool = False, day: int = 0) -> Answer:
    return Answer("r", Conduct(conduct), denied, (f"{conduct}-{denied}",), first=day, last=day)


@pytest.mark.parametrize(
    ("told", "state"),
    [
        ([], State.NOT_KNOWN),
        ([answer("fulfilled")], State.FULFILLED),
        ([answer("partly")], State.PARTLY),
        ([answer("partly"), answer("fulfilled")], State.FULFILLED),
        ([answer("breached")], State.BREACHED),
        ([answer("breached"), answer("fulfilled")], State.DISPUTED),
        ([answer("breached"), answer("partly")], State.DISPUTED),
        ([answer("fulfilled"), answer("fulfilled", denied=True)], State.DISPUTED),
        ([answer("breached"), answer("breached", denied=True)], State.DISPUTED),
        ([answer("breached", denied=True)], State.NOT_KNOWN),
    ],
)
def test_states(told: list[Answer], state: State) -> None:
    assert cell_of(3, WHO, told, None).state is state


def test_late_is_after_the_last_day() -> None:
    assert not cell_of(3, WHO, [answer("fulfilled", day=10)], due=10).late
    assert cell_of(3, WHO, [answer("fulfilled", day=11)], due=10).late
    assert not cell_of(3, WHO, [answer("fulfilled", day=11), answer("partly", day=9)], due=10).late
    assert not cell_of(3, WHO, [answer("fulfilled", day=11)], due=None).late


def test_a_cell_has_every_claim_behind_it() -> None:
    assert cell_of(3, WHO, [answer("partly"), answer("breached")], None).claims == ("breached-False", "partly-False")
