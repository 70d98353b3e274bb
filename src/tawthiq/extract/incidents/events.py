"""Frames that tell of one event brought together: by type, date, place, toll, victims and words that point back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from tawthiq.extract.facts import Dated, Phrase, Toll
from tawthiq.extract.incidents.frames import Frame
from tawthiq.extract.incidents.segments import types_agree
from tawthiq.model import EDTF, Fate, IncidentType
from tawthiq.text.fold import fold_phrase

_JOINS, _THOUSANDS = 2, 1000
_PARTS, _MOST_PARTS, _MONTH, _YEAR = 2, 4, 31, 4
_HARMS = (Fate.KILLED, Fate.INJURED)
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
        dated = sorted((f for f in (*self.told, *self.frames) if f.date), key=lambda f: f.quoted)
        held = [f.date for f in ([f for f in dated if f.began] or dated) if f.date]
        return next((d for d in held if _is_finer(d.date, held[0].date)), held[0]) if held else None

    @property
    def told_date(self) -> Dated | None:
        return next((f.told_date for f in self.told if f.told_date and not f.behind), None)

    @property
    def places(self) -> tuple[Phrase, ...]:
        return tuple({p.text: p for f in self.frames for p in f.places}.values())

    def names(self) -> set[str]:
        return {name for f in self.frames for name in f.victims}


def gather(frames: Iterable[Frame]) -> list[Event]:
    """Every frame put to the event that it fits best, or to a new one where it can stand alone."""
    events: list[Event] = []
    latest = -1
    for frame in frames:
        if named := _by_order(events, frame):
            latest = events.index(named)
            events[latest] = Event((*named.frames, frame))
            continue
        scores = [affinity(event, frame, at == latest) for at, event in enumerate(events)]
        best = max(range(len(events)), key=lambda at: (scores[at], at == latest, at), default=-1)
        if best >= 0 and scores[best] >= _JOINS:
            events[best] = Event((*events[best].frames, frame))
            latest = best
        elif stands_alone(frame) or (not events and _opens(frame)):
            latest = latest if _is_aside(events, latest, frame) else len(events)
            events.append(Event((frame,)))
    below = [event for event in events if not all(f.title for f in event.frames)]
    return below or events


def _by_order(events: Sequence[Event], frame: Frame) -> Event | None:
    """ "تبنى الهجوم الأول": the first, or the second, of the events told below the title."""
    told = [e for e in events if not _is_title(e) and any(_is_cause(f) for f in e.frames)]
    return told[frame.ordinal - 1] if frame.claim and 0 < frame.ordinal <= len(told) >= _PARTS else None


def _is_aside(events: Sequence[Event], latest: int, frame: Frame) -> bool:
    """ "… ، في وقت قتل فيه …": a lead's second event, after which the text goes back to its first."""
    last = events[latest].frames[-1] if latest >= 0 else None
    return last is not None and last.order == frame.order and frame.meanwhile


def with_shared_claims(events: Sequence[Event], frames: Sequence[Frame]) -> list[Event]:
    """What is said of the claim of several events together holds for each that nobody is named for."""
    shared = [f for f in frames if f.many and f.claim and f.claim.phrase is None]
    return [Event((*e.frames, *(_bare(f) for f in shared if _may_share(e, f)))) for e in events]


def _bare(frame: Frame) -> Frame:
    """The claim alone: the toll and the names beside it are those of the one event that they were told of."""
    return replace(frame, tolls=(), victims={}, groups=(), places=(), narrow=frozenset(), date=None, told_date=None)


def _may_share(event: Event, frame: Frame) -> bool:
    named = any(d and d.phrase for f in event.frames for d in (f.doer, f.claim))
    fresh = any(f.types or f.attack for f in event.told) and not any(f.aside for f in event.told)
    return fresh and not named and frame not in event.frames and _types_agree(event, frame)


def without_totals(events: Sequence[Event]) -> list[Event]:
    """A lead that counts several blows together is left out where they are told one by one behind it."""
    held: list[Event] = []
    dated: dict[int, Dated] = {}
    for at, event in enumerate(events):
        parts = _parts_of(event, events[at + 1 :])
        day = event.date or event.told_date
        if parts and day:
            dated.update((part, day) for part in range(at + 1, at + 1 + parts))
        if not parts:
            held.append(_on(event, dated[at]) if at in dated and event.date is None else event)
    return held


def _on(event: Event, day: Dated) -> Event:
    """The event with the day that the total before it was told of, for want of its own."""
    first, *rest = event.frames
    return Event((replace(first, told_date=first.told_date or day), *rest))


def _parts_of(event: Event, behind: Sequence[Event]) -> int:
    """How many of the events right behind it the event is the sum of; 0 where it is none."""
    whole = [_exact(event, fate) for fate in _HARMS]
    if not any(whole):
        return 0
    for last in range(_PARTS, min(len(behind), _MOST_PARTS) + 1):
        parts = [[_exact(e, fate) for e in behind[:last]] for fate in _HARMS]
        if all(not n or (sum(p) == n and 0 not in p) for n, p in zip(whole, parts, strict=True)):
            return last
    return 0


def with_parts(events: Sequence[Event]) -> list[Event]:
    """The dead told place by place, who make up the number of the event before, belong to it."""
    held: list[Event] = []
    for event in events:
        if held and _makes_up(held[-1], event):
            held[-1] = Event((*held[-1].frames, *event.frames))
        else:
            held.append(event)
    return held


def _makes_up(whole: Event, event: Event) -> bool:
    rows = [f.toll(Fate.KILLED) for f in event.frames]
    counted = [t.range.min for t in rows if t is not None and t.range.exact]
    plain = event.date is None and not any(_is_cause(f) for f in event.frames)
    return plain and len(counted) == len(rows) >= _PARTS and sum(counted) == _exact(whole, Fate.KILLED)


def _exact(event: Event, fate: Fate) -> int:
    """The one number of a harm that the event tells; 0 where there is none or more than one."""
    held = {t.range for f in event.told for t in f.tolls if t.fate is fate}
    only = held.pop() if len(held) == 1 else None
    return only.min if only is not None and only.exact else 0


def _is_sum(frame: Frame) -> bool:
    """Thousands of dead on no certain day are those of a war."""
    most = max(t.range.min for t in frame.tolls)
    return most >= _THOUSANDS and not (frame.date and frame.date.date.is_day)


def _opens(frame: Frame) -> bool:
    """A first report may speak of "the" attack with its toll as of one that everybody knows."""
    return _is_cause(frame) and bool(frame.tolls) and not frame.vague


def stands_alone(frame: Frame) -> bool:
    """Enough is told for an event of its own: a general word needs a date, and no toll of many events."""
    if frame.tolls and (frame.vague or _is_sum(frame)):
        return False
    if frame.vague:
        return frame.date is not None and frame.date_is_near and not frame.refers
    if not frame.types and not frame.attack:
        return bool(frame.tolls or frame.victims or frame.doer) and not frame.refers
    if frame.types == {IncidentType.TORTURE} and not frame.victims:
        return False
    if frame.refers and not (frame.places or frame.date):
        return False
    if frame.types == {IncidentType.SEIZURE}:
        # Its word counts only with the arms that were taken, which are enough of a tale.
        return True
    return bool(frame.tolls or frame.victims or frame.date or frame.places or frame.doer)


def affinity(event: Event, frame: Frame, latest: bool) -> int:
    """How much speaks for the frame telling of the event; `_NEVER` where they cannot be one."""
    if (
        (frame.vague and not frame.title and (frame.tolls or not frame.refers))
        or (_is_vague(event) and not frame.vague)
        or not _types_agree(event, frame)
        or _is_elsewhere(event, frame)
    ):
        return _NEVER
    parts = (_by_date, _by_place, _by_victim, _by_toll, _by_type, _by_doer)
    scores = [part(event, frame) for part in parts]
    if _NEVER in scores:
        return _NEVER
    return sum(scores) + _by_telling(event, frame, latest)


def _is_elsewhere(event: Event, frame: Frame) -> bool:
    """ "وفي بلدة كذا، …", "وفي حادث منفصل …" behind an event somewhere else."""
    if (
        _is_title(event)
        or frame.order == event.frames[-1].order
        or (frame.refers and not (frame.date and frame.places))
    ):
        return False
    if frame.apart:
        return True
    known = frozenset().union(*(_folded(f.places) | f.narrow | f.fronted for f in event.told))
    return bool(known and frame.fronted) and not known & (frame.fronted | _folded(frame.places) | frame.narrow)


def _is_vague(event: Event) -> bool:
    return all(f.vague for f in event.told)


def _types_agree(event: Event, frame: Frame) -> bool:
    if IncidentType.PROTEST in frame.types and not any(IncidentType.PROTEST in f.types for f in event.frames):
        return False
    return all(
        types_agree(one, e.attack, other, frame.attack)
        for e in event.told
        for one in (e.types or {None})
        for other in (frame.types or {None})
    )


def _by_date(event: Event, frame: Frame) -> int:
    if event.date is None and event.told_date is not None and frame.date is not None:
        apart = _days_apart(event.told_date.date, frame.date.date)
        return 0 if apart <= 1 else -2 if apart <= _MONTH else _NEVER
    if event.date is None and frame.date is not None and not _is_cause(frame):
        return -2 if len(frame.date.date.text.rstrip("~?%")) == _YEAR else 0
    if event.date is None or frame.date is None:
        told = frame.told_date if frame.date is None else None
        return int(told is not None and event.date is not None and told.date == event.date.date)
    if not _is_cause(frame) and frame.order == event.frames[-1].order:
        return 0
    one, other = event.date.date, frame.date.date
    if one == other:
        return 2
    if one.text.rstrip("~?%").startswith(other.text[:7]) and not (one.is_day and other.is_day):
        return 0
    if _days_apart(one, other) > 1:
        return _NEVER
    if frame.quoted:
        return 1
    return 0 if _by_type(event, frame) and _is_cause(frame) and not frame.behind else -1


def _is_finer(one: EDTF, other: EDTF) -> bool:
    """A day of the month that the other only names."""
    return one.is_day and not other.is_day and one.text[:7] == other.text[:7]


def _days_apart(one: EDTF, other: EDTF) -> int:
    if one.earliest is None or other.earliest is None:
        return 0
    return abs((one.earliest - other.earliest).days)


def _by_doer(event: Event, frame: Frame) -> int:
    known = {f.doer.phrase.text for f in event.frames if f.doer and f.doer.phrase}
    return int(frame.doer is not None and frame.doer.phrase is not None and frame.doer.phrase.text in known)


def _by_place(event: Event, frame: Frame) -> int:
    one, other = _folded(event.places), _folded(frame.places)
    if one & other:
        return 0 if _only_around(event, frame) else 2
    narrow = frozenset().union(*(f.narrow for f in event.frames))
    if not narrow or not frame.narrow:
        return 0
    if not _is_cause(frame):
        return 0 if frame.refers else -2
    return -2 if frame.refers else -3


def _only_around(event: Event, frame: Frame) -> bool:
    """ "دوما بالغوطة" and "حرستا بالغوطة": the first place told is the narrowest, and the two differ there."""
    first = [f.places[0].text for f in event.frames if f.places and not f.title][:1]
    if not first or frame.refers or not _is_cause(frame):
        return False
    one, other = fold_phrase(first[0]), fold_phrase(frame.places[0].text)
    return one not in _folded(frame.places) and other not in _folded(event.places)


def _folded(places: Iterable[Phrase]) -> set[str]:
    return {fold_phrase(p.text) for p in places}


def _by_victim(event: Event, frame: Frame) -> int:
    one, other = event.names(), set(frame.victims)
    if not one or not other:
        return 0
    return 3 if one & other else -_is_cause(frame)


def _is_cause(frame: Frame) -> bool:
    return bool(frame.types) or frame.attack


def _by_toll(event: Event, frame: Frame) -> int:
    score = 0
    if _is_title(event) and any(_differs(event, toll) for toll in frame.tolls):
        score -= 2
    apart = _is_cause(frame) and _by_place(event, frame) < 0
    for toll in frame.tolls:
        held = [t.range for f in event.frames for t in f.tolls if t.fate is toll.fate]
        if held and toll.fate is not Fate.SURVIVED:
            score += (2 + apart) if toll.range in held else -apart
    return score


def _is_title(event: Event) -> bool:
    return all(f.title for f in event.frames)


def _differs(event: Event, toll: Toll) -> bool:
    """Another exact number of the same harm."""
    held = [t.range for f in event.frames for t in f.tolls if t.fate is toll.fate]
    return bool(held) and toll.range.exact and all(r.exact for r in held) and toll.range not in held


def _by_type(event: Event, frame: Frame) -> int:
    types = {t for f in event.frames for t in f.types}
    if frame.types & types:
        return 1
    if (frame.types and types) or (frame.attack and not frame.refers):
        return 0
    return 1


def _by_telling(event: Event, frame: Frame, latest: bool) -> int:
    last = event.frames[-1]
    score = (
        2 * frame.refers
        + frame.goes_on
        + latest
        + 2 * (frame.claim is not None)
        - 3 * (frame.behind and not frame.refers)
        + 3 * frame.answers
        - 4 * frame.another
    )
    score += 1 if event.frames[0].title and len(event.frames) == 1 and frame.order <= last.order + 2 else 0
    same = last.order == frame.order
    if same and _is_cause(frame):
        score -= 2
    elif same and latest:
        score += 2
    return score
