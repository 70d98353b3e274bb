"""What kind of incident an event is, and its record."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from tawthiq.extract.facts import Dated, Incident, Toll
from tawthiq.extract.incidents.doers import Doer
from tawthiq.extract.incidents.events import Event
from tawthiq.extract.incidents.frames import Frame
from tawthiq.extract.incidents.ground import Ground
from tawthiq.extract.incidents.lexicon import Means
from tawthiq.model import Bound, Fate, Range, Span, VictimGroup, Weapon
from tawthiq.model import IncidentType as T

_FIRST = (T.SUICIDE_ATTACK, T.KIDNAPPING, T.EXECUTION, T.AIRSTRIKE, T.SHELLING, T.ATTEMPTED_ASSASSINATION)
_THEN = (T.ARMED_CLASH, T.TORTURE, T.ARREST, T.PROTEST, T.SEIZURE, T.ROBBERY)
_WEAPON_OF = {T.AIRSTRIKE: Weapon.AIRSTRIKE, T.SHELLING: Weapon.SHELLING}
_PEACEFUL = (T.PROTEST, T.ARREST)
_NO_WEAPON = {T.ARREST, T.PROTEST, T.SEIZURE, T.ROBBERY}
_FEW, _SEVERAL, _PAIR = 5, 2, 2


def incident_of(event: Event) -> Incident:
    told = event.told
    kind = type_of(event)
    doer = _doer(event)
    means = weapon_of(event, kind)
    return Incident(
        type=kind,
        quote=_quote(told),
        date=_date(event),
        places=tuple(p for p in event.places if doer is None or doer.phrase is None or p.text != doer.phrase.text),
        tolls=tuple(_tolls(event, kind)),
        victims=tuple({name: person.name for f in told for name, (person, _) in f.victims.items()}.values()),
        victim_groups=_groups(told),
        perpetrator=doer.phrase if doer else None,
        unidentified=doer is not None and doer.phrase is None,
        weapon=means,
        source=next((f.source for f in told if f.source), None),
    )


def type_of(event: Event) -> T:
    """The surest type that the words of the event name, else what the harm and the means make it."""
    types = {t for f in event.frames for t in f.types}
    means = _strongest(event)
    if T.SHELLING in types and any(m.weapon is Weapon.AIRSTRIKE for f in event.frames for m, _ in f.means):
        return T.AIRSTRIKE
    for kind in _FIRST:
        if kind in types:
            return kind
    if T.EXPLOSION in types or (not types and means and means[0].type is T.EXPLOSION):
        return _explosion(event, means)
    if T.ASSASSINATION in types:
        return T.ASSASSINATION
    for kind in _THEN:
        if kind in types and not (kind in _PEACEFUL and _has(event, Fate.KILLED)):
            return kind
    return _by_harm(event, means)


def _explosion(event: Event, means: tuple[Means, Span] | None) -> T:
    mined = means is not None and means[0].weapon is Weapon.MINE
    if mined or not _is_chosen(event) or not any(f.targeted for f in event.told):
        return T.EXPLOSION
    return T.ASSASSINATION if _has(event, Fate.KILLED) else T.ATTEMPTED_ASSASSINATION


def _by_harm(event: Event, means: tuple[Means, Span] | None) -> T:
    if means and means[0].type:
        return means[0].type
    chosen = _is_chosen(event)
    if _has(event, Fate.KILLED):
        return T.ASSASSINATION if chosen else T.KILLING
    if any(T.KILLING in f.types for f in event.frames):
        return T.KILLING
    if chosen and (_has(event, Fate.INJURED) or _has(event, Fate.SURVIVED)):
        return T.ATTEMPTED_ASSASSINATION
    held = any(f.attack and f.position for f in event.told)
    return T.ARMED_CLASH if held and _doer(event) else T.OTHER


def _is_chosen(event: Event) -> bool:
    """One or a few named persons, struck by hands that nobody knows or at their car, home or shop."""
    named = any(f.victims for f in event.told)
    leader = any(f.leader for f in event.told)
    killed = [t.range for f in event.told for t in f.tolls if t.fate is Fate.KILLED]
    few = all(r.max is not None and r.max <= (_FEW if leader else _PAIR) for r in killed)
    doer = _doer(event)
    hidden = doer is not None and doer.phrase is None
    masked = named and doer is not None and doer.gunmen
    return few and ((hidden and (named or leader)) or masked or (named and any(f.targeted for f in event.told)))


def _has(event: Event, fate: Fate) -> bool:
    tolls = any(f.toll(fate) for f in event.frames)
    return tolls or any(f is fate for frame in event.frames for _, f in frame.victims.values())


def _strongest(event: Event) -> tuple[Means, Span] | None:
    held = [means for f in event.frames for means in f.means]
    return max(held, key=lambda m: m[0].strength, default=None)


def weapon_of(event: Event, kind: T) -> tuple[Weapon, Span] | None:
    means = _strongest(event)
    if kind in _NO_WEAPON:
        return None
    if kind in _WEAPON_OF:
        return _WEAPON_OF[kind], means[1] if means else event.told[0].quote
    held = [m for f in event.frames for m in f.means if m[0].weapon not in _WEAPON_OF.values()]
    means = max(held, key=lambda m: m[0].strength, default=None)
    return (means[0].weapon, means[1]) if means else None


def _doer(event: Event) -> Doer | None:
    """Who claims it, else who is named, else the text's word that nobody knows."""
    claimed = [f.claim for f in event.frames if f.claim]
    named = [f.doer for f in (*event.told, *event.frames) if f.doer]
    ranked = [d for d in claimed if d.phrase] + [d for d in named if d.phrase] + claimed + named
    return ranked[0] if ranked else None


def _date(event: Event) -> Dated | None:
    return event.date or event.told_date


def _tolls(event: Event, kind: T) -> list[Toll]:
    """Every version once; the title's only where the text below gives none."""
    rows: list[Toll] = []
    for fate in Fate:
        held = [t for f in event.told for t in f.tolls if t.fate is fate]
        held = held or [t for f in event.frames for t in f.tolls if t.fate is fate]
        held = held or _named(told=event.told, fate=fate)
        if kind is T.ARMED_CLASH:
            held = _sides(held)
        rows += {(t.range, t.bound): t for t in held if not _is_vaguer(t, held)}.values()
    return rows


def _named(told: Sequence[Frame], fate: Fate) -> list[Toll]:
    """Where no number is told, those named are the toll."""
    names = {n: p for f in told for n, (p, fate_of) in f.victims.items() if fate_of is fate}
    if not names or fate in (Fate.NONE, Fate.SURVIVED):
        return []
    span = next(iter(names.values())).name.span
    return [Toll(fate, Range.exactly(len(names)), Bound.EXACT, span)]


def _sides(held: Sequence[Toll]) -> list[Toll]:
    """The dead of the sides of a clash, told apart, are added, unless the text does so itself."""
    rows = list({t.range: t for t in held}.values())
    if len(rows) < _SEVERAL or any(t.range.max is None and t.bound is Bound.EXACT for t in rows):
        return rows
    most = max(rows, key=lambda t: t.range.min)
    rest = [t for t in rows if t is not most]
    if sum(t.range.min for t in rest) == most.range.min:
        return [most]
    total = most.range
    for toll in rest:
        total = total + toll.range
    return [replace(most, range=total, bound=Bound.AT_LEAST if total.max is None else Bound.EXACT)]


def _is_vaguer(toll: Toll, others: Sequence[Toll]) -> bool:
    """ "عدد من القتلى" beside a number says no more than the number."""
    if toll.bound is not Bound.EXACT or toll.range.max is not None:
        return False
    return any(o.range.max is not None and o.range.min >= toll.range.min for o in others)


def _groups(told: Sequence[Frame]) -> tuple[tuple[VictimGroup, Span], ...]:
    return tuple({group: (group, span) for f in told for group, span in f.groups}.values())


def _quote(told: Sequence[Frame]) -> Span:
    """The words of the frame that tells most."""
    best = max(told, key=lambda f: (bool(f.tolls) + bool(f.date) + bool(f.places) + bool(f.types), -f.order))
    return best.quote


def by_country(ground: Ground, incident: Incident) -> Iterator[Incident]:
    """A campaign over two countries is an incident in each, where the text counts no harm for both together."""
    kinds = {p.name.text: p.kind for p in ground.found.places}
    wide = len(incident.places) > 1 and all(kinds.get(p.text) == "country" for p in incident.places)
    if incident.type is not T.AIRSTRIKE or incident.tolls or not wide:
        yield incident
        return
    for place in incident.places:
        start = min(place.span.start, incident.quote.start)
        yield replace(incident, places=(place,), quote=Span(start, max(place.span.end, incident.quote.end)))
