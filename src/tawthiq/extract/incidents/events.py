"""Frames that tell of one event brought together: by type, date, place, toll, victims and words that point back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from tawthiq.extract.facts import Dated, Phrase
from tawthiq.extract.incidents.frames import Frame
from tawthiq.extract.incidents.segments import types_agree
from tawthiq.model import Fate
from tawthiq.text.fold import fold_phrase

_JOINS = 2
_NEVER = -99


@dataclass(frozen=True, slots=True)
class Event:
    """One event with all that is told of it, in the order of the text; the first frame may be the title's."""

    frames: tuple[Frame, ...]

    @property
    def told(self) -> Sequence[Frame]:
        """The frames below the title, or the title's where there are no others."""
        return [f for f in self.frames if not f.title] or self.frames

    @property
    def date(self) -> Dated | None:
        dates = [f.date for f in (*self.told, *self.frames) if f.date]
        return dates[0] if dates else None

    @property
    def places(self) -> tuple[Phrase, ...]:
        return tuple({p.text: p for f in self.frames for p in f.places}.values())

    def names(self) -> set[str]:
        return {name for f in self.frames for name in f.victims}


def gather(frames: Iterable[Frame]) -> list[Event]:
    """Every frame put to the event that it fits best, or to a new one where it can stand alone."""
    events: list[Event] = []
    for frame in frames:
        best = max(
            range(len(events)), key=lambda i: (affinity(events[i], frame, i == len(events) - 1), i), default=None
        )
        if best is not None and affinity(events[best], frame, best == len(events) - 1) >= _JOINS:
            events[best] = Event((*events[best].frames, frame))
        elif stands_alone(frame):
            events.append(Event((frame,)))
    return events


def stands_alone(frame: Frame) -> bool:
    """Enough is told for an event of its own: a general word needs a date, and no toll of many events."""
    if frame.vague:
        return frame.date is not None and not frame.tolls and not frame.refers and bool(frame.types or frame.attack)
    if not frame.types and not frame.attack:
        return bool(frame.tolls or frame.victims)
    if frame.refers and not (frame.places or frame.date):
        return False
    return bool(frame.tolls or frame.victims or frame.date or frame.places or frame.doer)


def affinity(event: Event, frame: Frame, latest: bool) -> int:
    """How much speaks for the frame telling of the event; `_NEVER` where they cannot be one."""
    if not _types_agree(event, frame):
        return _NEVER
    parts = (_by_date, _by_place, _by_victim, _by_toll, _by_type)
    scores = [part(event, frame) for part in parts]
    if _NEVER in scores:
        return _NEVER
    return sum(scores) + _by_telling(event, frame, latest)


def _types_agree(event: Event, frame: Frame) -> bool:
    return all(
        types_agree(one, e.attack, other, frame.attack)
        for e in event.told
        for one in (e.types or {None})
        for other in (frame.types or {None})
    )


def _by_date(event: Event, frame: Frame) -> int:
    if event.date is None or frame.date is None:
        return 0
    one, other = event.date.date, frame.date.date
    if one == other:
        return 2
    held = one.text.startswith(other.text) or other.text.startswith(one.text)
    return 0 if held else _NEVER


def _by_place(event: Event, frame: Frame) -> int:
    one, other = _folded(event.places), _folded(frame.places)
    if not one or not other:
        return 0
    return 2 if one & other else -2


def _folded(places: Iterable[Phrase]) -> set[str]:
    return {fold_phrase(p.text) for p in places}


def _by_victim(event: Event, frame: Frame) -> int:
    one, other = event.names(), set(frame.victims)
    if not one or not other:
        return 0
    return 3 if one & other else -1


def _by_toll(event: Event, frame: Frame) -> int:
    score = 0
    for toll in frame.tolls:
        held = [t.range for f in event.frames for t in f.tolls if t.fate is toll.fate]
        if held and toll.fate is not Fate.SURVIVED:
            score += 2 if toll.range in held else -1
    return score


def _by_type(event: Event, frame: Frame) -> int:
    types = {t for f in event.frames for t in f.types}
    if frame.types & types:
        return 1
    return 0 if frame.types and types else 1


def _by_telling(event: Event, frame: Frame, latest: bool) -> int:
    last = event.frames[-1]
    score = 2 * frame.refers + latest - 3 * frame.behind
    score += 1 if event.frames[0].title and len(event.frames) == 1 and frame.order <= last.order + 2 else 0
    score -= 2 * (last.order == frame.order)
    return score


def victims_of(event: Event) -> Iterator[str]:
    yield from dict.fromkeys(name for f in event.told for name in f.victims)
