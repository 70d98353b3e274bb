"""What is told of an actor's ties over the years: one row a telling, by the day that it speaks of."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tawthiq.actors.model import Actor, ActorMap, Tie, Told


@dataclass(frozen=True, slots=True)
class Entry:
    """`day` is when it began, else when it ended, else when it was told; `other` is who the tie is with."""

    day: date | None
    tie: Tie
    told: Told
    other: Actor


def timeline(whole: ActorMap, actor: str) -> list[Entry]:
    """By day, then by kind of tie; what has no day at all comes last."""
    found = [
        Entry(_day(told), tie, told, whole.actors[tie.target if tie.source == actor else tie.source])
        for tie in whole.ties
        if actor in (tie.source, tie.target)
        for told in tie.told
    ]
    return sorted(found, key=lambda e: (e.day is None, e.day or date.max, e.tie.key, e.told.record, e.told.role))


def _day(told: Told) -> date | None:
    dated = [edtf for edtf in (told.start, told.end) if edtf]
    known = [day for edtf in dated for day in (edtf.earliest, edtf.latest) if day]
    return known[0] if known else told.published
