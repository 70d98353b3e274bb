"""The map on a given day. What is told last before it holds; what nobody dates is not made up."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from tawthiq.actors.model import Actor, ActorMap, Tie, TieKind, TieState, Told
from tawthiq.model import AffiliationStatus

_STATED = frozenset((TieKind.MEMBER, TieKind.REPRESENTS))
"""Kinds that are told without saying whether they still hold; of the others, to tell them is to say so."""


@dataclass(frozen=True, slots=True)
class Held:
    """A tie with its state on the day, and whose word that follows from."""

    tie: Tie
    state: TieState
    by: Told


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The map on one day, less what had not begun yet."""

    day: date
    actors: dict[str, Actor]
    held: tuple[Held, ...]


def on_day(whole: ActorMap, day: date) -> Snapshot:
    """All ties that had begun by that day, as current, former, or without a word on it."""
    held = tuple(_held(whole, day.toordinal()))
    ids = {id_ for each in held for id_ in (each.tie.source, each.tie.target)}
    return Snapshot(day, {id_: actor for id_, actor in whole.actors.items() if id_ in ids}, held)


def _held(whole: ActorMap, day: int) -> Iterator[Held]:
    for tie in whole.ties:
        by = said_by(tie, day)
        state = state_of(tie, by, day)
        if state is not TieState.NOT_YET:
            yield Held(tie, state, by)


def said_by(tie: Tie, day: int) -> Told:
    """What was told last up to that day; where nothing was, what was told first after it."""
    return tie.lasting[max(bisect_right(tie.days, day) - 1, 0)]


def state_of(tie: Tie, by: Told, day: int) -> TieState:
    """Dates that are told come first; a tie told as former without a date is former on any day."""
    if tie.first is not None and day < tie.first:
        return TieState.NOT_YET
    if tie.last is not None and day > tie.last and not _renewed(by, tie.last):
        return TieState.FORMER
    if by.status is AffiliationStatus.FORMER:
        return TieState.CURRENT if by.end and by.end.latest and day <= by.end.latest.toordinal() else TieState.FORMER
    if by.status is None and tie.kind in _STATED and tie.first is None:
        return TieState.UNSTATED
    return TieState.CURRENT


def _renewed(by: Told, last: int) -> bool:
    """Whether somebody said after its end that it holds."""
    return by.status is AffiliationStatus.CURRENT and by.end is None and by.order[0] > last
