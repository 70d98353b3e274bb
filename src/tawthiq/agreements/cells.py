"""The state of one duty of one party in one episode, from what is said of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from tawthiq.agreements.answers import Answer
from tawthiq.agreements.watched import Party
from tawthiq.model import Conduct


class State(StrEnum):
    """Silence is never a breach: what nobody reports is not known, also when its time has passed."""

    FULFILLED = "fulfilled"
    PARTLY = "partly"
    BREACHED = "breached"
    DISPUTED = "disputed"
    NOT_KNOWN = "not_known"


@dataclass(frozen=True, slots=True)
class Cell:
    """`row`: of the incident in the columns, -1 for a duty that always holds; `claims` are those of responses."""

    row: int
    party: Party
    state: State
    late: bool = False
    claims: tuple[str, ...] = ()


def cell_of(row: int, party: Party, answers: Sequence[Answer], due: int | None) -> Cell:
    """`due` is the ordinal of the last day, None where no time is told."""
    told = {answer.conduct for answer in answers if not answer.denied}
    denied = {answer.conduct for answer in answers if answer.denied}
    claims = tuple(sorted({claim for answer in answers for claim in answer.claims}))
    state = _state(told, denied)
    kept = [answer for answer in answers if not answer.denied and answer.conduct is not Conduct.BREACHED]
    late = state in (State.FULFILLED, State.PARTLY) and due is not None and all(a.first > due for a in kept)
    return Cell(row, party, state, late, claims)


def _state(told: set[Conduct], denied: set[Conduct]) -> State:
    kept = bool(told & {Conduct.FULFILLED, Conduct.PARTLY})
    if told & denied or (kept and Conduct.BREACHED in told):
        return State.DISPUTED
    if Conduct.BREACHED in told:
        return State.BREACHED
    if Conduct.FULFILLED in told:
        return State.FULFILLED
    return State.PARTLY if kept else State.NOT_KNOWN
