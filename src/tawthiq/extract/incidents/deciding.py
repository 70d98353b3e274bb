"""What kind of incident an event is, and its record."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from tawthiq.extract.facts import Dated, Incident, Toll
from tawthiq.extract.incidents.events import Event
from tawthiq.extract.incidents.frames import Frame
from tawthiq.extract.incidents.ground import Ground
from tawthiq.extract.incidents.lexicon import Means, words
from tawthiq.extract.incidents.naming import Doer
from tawthiq.model import Bound, Fate, Range, Span, VictimGroup, Weapon
from tawthiq.model import IncidentType as T
from tawthiq.text.fold import fold_phrase

_FIRST = (T.SUICIDE_ATTACK, T.KIDNAPPING, T.EXECUTION, T.AIRSTRIKE, T.SHELLING, T.ATTEMPTED_ASSASSINATION)
_THEN = (T.ARMED_CLASH, T.TORTURE, T.ARREST, T.PROTEST, T.SEIZURE, T.ROBBERY)
_WEAPON_OF = {T.AIRSTRIKE: Weapon.AIRSTRIKE, T.SHELLING: Weapon.SHELLING}
_PEACEFUL = (T.PROTEST, T.ARREST)
_ANNOUNCED = {T.ARREST, T.SEIZURE}
# A ministry tells of what its forces did, and is not itself the one who did it.
_BODIES = {"army", "police", "security_body", "armed_group"}
_NO_WEAPON = {T.ARREST, T.PROTEST, T.SEIZURE, T.ROBBERY}
# There a death told by a pronoun alone is that of the doers: the bomber's, or of those whom the guards shot.
_OUTLIVED_BY_TARGET = {T.SUICIDE_ATTACK, T.ATTEMPTED_ASSASSINATION}
_FEW, _SEVERAL, _PAIR, _FRESH = 5, 2, 2, 2


def incidents_of(ground: Ground, events: Sequence[Event]) -> Iterator[Incident]:
    """The incident of each event; one that is told without a day shares that of the news before it."""
    news: Dated | None = None
    for event in events:
        incident = _by_announcer(ground, event, incident_of(event))
        if incident.date is None and news is not None and not (event.told[0].aside or event.told[0].vague):
            incident = replace(incident, date=news)
        elif incident.date is not None:
            news = incident.date if _is_news(ground, incident.date) else news
        yield from by_country(ground, incident)


def _by_announcer(ground: Ground, event: Event, incident: Incident) -> Incident:
    """ "أعلنت مديرية كذا مصادرة …": a body that tells of an arrest or a seizure by nobody else made it."""
    if incident.perpetrator or incident.unidentified or incident.source is None or incident.type not in _ANNOUNCED:
        return incident
    at = ground.page.token_range(incident.source.span)
    held = [ground.groups[i][0] for i in at if i in ground.groups]
    body = next((group for group in held if group.kind in _BODIES), None)
    return incident if body is None or event.told[0].aside else replace(incident, perpetrator=body.name)


def _is_news(ground: Ground, day: Dated) -> bool:
    published = ground.page.report.published
    first = day.date.earliest if day.date.is_day else None
    return published is not None and first is not None and 0 <= (published - first).days <= _FRESH


def incident_of(event: Event) -> Incident:
    told = event.told
    kind = type_of(event)
    doer = _doer(event, clash=kind is T.ARMED_CLASH)
    kind = _seized_by(doer, kind)
    means = weapon_of(event, kind)
    return Incident(
        type=kind,
        quote=_quote(told),
        date=_date(event),
        places=tuple(p for p in event.places if doer is None or doer.phrase is None or p.text != doer.phrase.text),
        tolls=tuple(_held(kind, toll) for toll in _tolls(event, kind)),
        victims=tuple({name: person.name for f in told for name, (person, _) in f.victims.items()}.values()),
        victim_groups=_groups(told),
        perpetrator=doer.phrase if doer else None,
        unidentified=doer is not None and doer.phrase is None,
        weapon=means,
        source=next((f.source for f in told if f.source), None),
    )


def _seized_by(doer: Doer | None, kind: T) -> T:
    """Whom a gang or hidden men hold is kidnapped, whatever the verb."""
    if kind is not T.ARREST or doer is None:
        return kind
    outlaw = doer.phrase is None or fold_phrase(doer.phrase.text).split(" ")[0] in words("outlaw")
    return T.KIDNAPPING if outlaw else kind


def _held(kind: T, toll: Toll) -> Toll:
    return replace(toll, fate=Fate.ABDUCTED) if kind is T.KIDNAPPING and toll.fate is Fate.DETAINED else toll


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
    if not chosen and any(_is_on_a_post(f) for f in event.told) and _is_of_fighters(event):
        return T.ARMED_CLASH
    if _has(event, Fate.KILLED):
        return T.ASSASSINATION if chosen else T.KILLING
    if any(T.KILLING in f.types for f in event.frames):
        return T.KILLING
    if (chosen and (_has(event, Fate.INJURED) or _has(event, Fate.SURVIVED))) or _is_at_ones_own(event):
        return T.ATTEMPTED_ASSASSINATION
    held = any(f.attack and f.position for f in event.told)
    return T.ARMED_CLASH if held and _doer(event) else T.OTHER


def _is_at_ones_own(event: Event) -> bool:
    """ "إطلاق نار على منزله": somebody is meant, hurt or not."""
    return any(f.attack and f.targeted and not f.title for f in event.told)


def _is_on_a_post(frame: Frame) -> bool:
    return frame.attack and frame.position and not frame.vague and not frame.on_the_move


def _is_of_fighters(event: Event) -> bool:
    """Armed people attack a post and are known: a fight, whoever fell."""
    doer = _doer(event)
    return doer is not None and doer.phrase is not None


def _is_chosen(event: Event) -> bool:
    """One or a few named persons, struck by hands that nobody knows or at their car, home or shop."""
    named = any(f.victims for f in event.told)
    leader = any(f.leader for f in event.told)
    killed = [t.range for f in event.told for t in f.tolls if t.fate is Fate.KILLED]
    few = all(r.max is not None and r.max <= (_FEW if leader else _PAIR) for r in killed)
    doer = _doer(event)
    hidden = doer is not None and doer.phrase is None
    crowd = any(t.fate is Fate.INJURED and t.range.min > _PAIR for f in event.told for t in f.tolls)
    masked = named and doer is not None and doer.gunmen and not crowd
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


def _doer(event: Event, *, clash: bool = False) -> Doer | None:
    """Who claims it, else who is named, else who is accused, else the text's word that nobody knows."""
    claimed = [f.claim for f in event.frames if f.claim]
    named = [f.doer for f in (*event.told, *event.frames) if f.doer and not (clash and f.fighting)]
    accused = [f.accused for f in event.frames if f.accused]
    harmed = {person.name.text for f in event.frames for person, _ in f.victims.values()}
    named = [d for d in named if d.phrase is None or d.phrase.text not in harmed]
    sure = [d for d in claimed + named if d.phrase and not d.gunmen]
    ranked = sure + accused + [d for d in named if d.phrase] + claimed + named
    return ranked[0] if ranked else None


def _date(event: Event) -> Dated | None:
    return event.date or event.told_date


def _tolls(event: Event, kind: T) -> list[Toll]:
    """Every version once; the title's only where the text below gives none."""
    rows: list[Toll] = []
    for fate in Fate:
        held = _by_place(event.told, fate)
        held = held or [t for f in event.frames for t in f.tolls if t.fate is fate]
        held = _without_parts(event.told, held)
        if fate is Fate.INJURED and any(f.succumbed for f in event.told):
            held = [t for t in held if t.range != Range.exactly(1)]
        if kind in _OUTLIVED_BY_TARGET:
            held = [t for t in held if not any(t.span in f.own for f in event.frames)]
        held = _with_names(event.told, fate, held)
        held = _of_clash(event.told, held) if kind is T.ARMED_CLASH else _versions(event.told, held)
        held = [_capped(t, held) for t in held if not _is_vaguer(t, held)]
        rows += {(t.range, t.bound): t for t in held}.values()
    return rows


def _without_parts(told: Sequence[Frame], held: Sequence[Toll]) -> list[Toll]:
    """The numbers of one sentence that make up another's are its parts, and no versions of it."""
    order = {id(t): f.order for f in told for t in f.tolls}
    wholes = {t.range.min for t in held if t.range.exact}
    parts: set[int] = set()
    for sentence in set(order.values()):
        rows = [t for t in held if order.get(id(t)) == sentence]
        if len(rows) >= _SEVERAL and sum(t.range.min for t in rows) in wholes - {t.range.min for t in rows}:
            parts |= {id(t) for t in rows}
    return [t for t in held if id(t) not in parts]


def _versions(told: Sequence[Frame], held: Sequence[Toll]) -> list[Toll]:
    """A lower number that no other source gives is that of a part."""
    sources = {id(t): f.source.text if f.source else None for f in told for t in f.tolls}
    most = max(held, key=lambda t: t.range.min, default=None)
    if most is None or any(id(t) not in sources for t in held):
        return list(held)
    apart = [t for t in held if sources[id(t)] not in (None, sources[id(most)])]
    return [t for t in held if 2 * t.range.min > most.range.min or t in apart]


def _by_place(told: Sequence[Frame], fate: Fate) -> list[Toll]:
    """The tolls of a harm; those that one sentence tells of several places are added."""
    rows: list[tuple[Frame, Toll]] = []
    for frame in told:
        for toll in (t for t in frame.tolls if t.fate is fate):
            last = rows[-1] if rows else None
            if last and last[0].order == frame.order and last[0].narrow and frame.narrow - last[0].narrow:
                rows[-1] = (frame, replace(last[1], range=last[1].range + toll.range))
            else:
                rows.append((frame, toll))
    return [toll for _, toll in rows]


def _capped(toll: Toll, others: Sequence[Toll]) -> Toll:
    """ "مدنيان على الأقل" beside another's "three": no more than the most that anybody counts."""
    closed = [o.range.max for o in others if o.range.max is not None and o.range.max > toll.range.min]
    if toll.range.max is not None or not closed:
        return toll
    return replace(toll, range=Range(toll.range.min, max(closed)), bound=Bound.ABOUT)


def _with_names(told: Sequence[Frame], fate: Fate, held: list[Toll]) -> list[Toll]:
    """The names where no number is told; one told of a first name and one of another are two."""
    if not held:
        return _named(told, fate)
    seen: set[str] = set()
    apart: list[Toll] = []
    for frame in told:
        names, toll = {n for n, (_, f) in frame.victims.items() if f is fate}, frame.toll(fate)
        if names and toll and toll.range == Range.exactly(len(names)) and not names & seen:
            apart.append(toll)
        seen |= names
    total = sum(t.range.min for t in apart)
    exact = fate is Fate.KILLED and all(t.range.exact for t in (*held, *apart))
    if len(apart) < _SEVERAL or not exact or total <= max(t.range.min for t in held):
        return held
    return [replace(apart[-1], range=Range.exactly(total), bound=Bound.EXACT)]


def _named(told: Sequence[Frame], fate: Fate) -> list[Toll]:
    """Where no number is told, those named are the toll."""
    names = {n: p for f in told for n, (p, fate_of) in f.victims.items() if fate_of is fate}
    if not names or fate in (Fate.NONE, Fate.SURVIVED):
        return []
    span = next(iter(names.values())).name.span
    return [Toll(fate, Range.exactly(len(names)), Bound.EXACT, span)]


def _of_clash(told: Sequence[Frame], held: Sequence[Toll]) -> list[Toll]:
    """ "القتلى خمسة" counts all that were told of before: another version of the sum, and no side."""
    whole = {id(t) for f in told if f.refers and not (f.types or f.attack) for t in f.tolls}
    sides, totals = [t for t in held if id(t) not in whole], [t for t in held if id(t) in whole]
    return [*_sides(sides), *totals]


def _sides(held: Sequence[Toll]) -> list[Toll]:
    """The dead of the sides of a clash, told apart, are added, unless the text does so itself."""
    rows = list({t.range: t for t in held}.values())
    if len(rows) < _SEVERAL or any(t.range.max is None and t.bound is Bound.EXACT for t in rows):
        return rows
    most = max(rows, key=lambda t: (t.range.min, t.range.max is None))
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
