"""The component: sentences to stretches, stretches to frames, frames to events, events to incidents."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from tawthiq.extract.facts import Person, Reading
from tawthiq.extract.incidents.deciding import incidents_of, type_of
from tawthiq.extract.incidents.events import Event, gather, with_parts, with_shared_claims, without_totals
from tawthiq.extract.incidents.frames import Frame, frame_of
from tawthiq.extract.incidents.ground import Ground
from tawthiq.extract.incidents.guard import (
    goes_on,
    is_accident,
    is_bomb,
    is_harmless,
    is_other_matter,
    is_statistic,
    is_tally,
)
from tawthiq.extract.incidents.people import victims_of
from tawthiq.extract.incidents.segments import cut
from tawthiq.extract.incidents.triggers import find_triggers
from tawthiq.extract.page import Page
from tawthiq.model import Fate, IncidentType, Span
from tawthiq.text.sentences import Sentence

_MANY = 100
_ATTEMPT = IncidentType.ATTEMPTED_ASSASSINATION
_COMES_WITH_ACCIDENTS = {IncidentType.EXPLOSION, IncidentType.KILLING}
_FOLLOWS_ACCIDENTS = _COMES_WITH_ACCIDENTS | {IncidentType.ARREST, IncidentType.SEIZURE}


def read_incidents(page: Page, found: Reading) -> Reading:
    """All incidents of a page, in the order in which they are first told."""
    ground = Ground(page, found)
    events = events_of(ground)
    incidents = incidents_of(ground, events)
    fates = fates_of(ground, events)
    persons = tuple(_with_fate(ground, person, fates) for person in found.persons)
    return replace(found, persons=persons, incidents=found.incidents + tuple(incidents))


def events_of(ground: Ground) -> Sequence[Event]:
    """The events of a page; none where it speaks of another matter than violence."""
    if is_other_matter(ground):
        return []
    accident = is_accident(ground)
    frames = list(frames_of(ground))
    events = with_shared_claims(without_totals(with_parts(gather(frames))), frames)
    return [e for e in events if any(_is_violent(f) if accident else not _is_bare(f) for f in e.frames)]


def _is_violent(frame: Frame) -> bool:
    """In the report of an accident an explosion, a body found or an arrest needs arms to be more than a part of it."""
    follows = frame.types <= _FOLLOWS_ACCIDENTS or (frame.types == {IncidentType.KIDNAPPING} and frame.doer is None)
    return not follows or frame.attack or any(is_bomb(m) for m, _ in frame.means)


def _is_bare(frame: Frame) -> bool:
    """Nothing but that people died or were hurt: no word of violence, no arms, nobody who did it."""
    doers = (frame.doer, frame.claim, frame.accused)
    return frame.soft and not (frame.types or frame.attack or frame.means or frame.targeted or any(doers))


def fates_of(ground: Ground, events: Sequence[Event]) -> Mapping[str, tuple[Fate, Span]]:
    """What became of each person by name, told of an incident or in a statistic; death outweighs all else."""
    told = [(name, fate, f.quote) for e in events for f in e.told for name, (_, fate) in _held(e, f)]
    told += [(name, fate, span) for name, fate, span in _counted(ground) if name not in {n for n, _, _ in told}]
    fates: dict[str, tuple[Fate, Span]] = {}
    for name, fate, span in told:
        if name not in fates or fate is Fate.KILLED:
            fates[name] = (fate, span)
    return fates


def _held(event: Event, frame: Frame) -> Iterator[tuple[str, tuple[Person, Fate]]]:
    taken = type_of(event) is IncidentType.KIDNAPPING
    for name, (person, fate) in frame.victims.items():
        yield name, (person, Fate.ABDUCTED if taken and fate is Fate.DETAINED else fate)


def _counted(ground: Ground) -> Iterator[tuple[str, Fate, Span]]:
    """Names in the sentences of statistics."""
    for sentence in ground.page.sentences:
        if not is_statistic(ground, sentence):
            continue
        for segment in cut(ground, sentence, find_triggers(ground, sentence)):
            span = ground.span(segment.first, segment.last)
            yield from ((name, fate, span) for name, (_, fate) in victims_of(ground, segment).items())


def _with_fate(ground: Ground, person: Person, fates: Mapping[str, tuple[Fate, Span]]) -> Person:
    """What an incident made of a person; who only speaks has no fate."""
    held = fates.get(person.name.text)
    if held:
        return replace(person, fate=held[0], fate_span=held[1])
    mentions = person.mentions or (person.name.span,)
    if all(ground.page.token_at(m.start) in ground.speakers for m in mentions):
        return replace(person, fate=Fate.NONE, fate_span=None)
    return person


def is_particular(frame: Frame) -> bool:
    """Among statistics only what happens somewhere, at somebody's hands, is an incident of its own."""
    whole = any(t.range.min >= _MANY for t in frame.tolls) and frame.date is None
    told = bool(frame.types or frame.attack) and not frame.vague
    return told and bool(frame.places) and frame.doer is not None and not whole


def frames_of(ground: Ground) -> Iterator[Frame]:
    counting = False
    for order, sentence in enumerate(ground.page.sentences):
        statistic = is_statistic(ground, sentence)
        counting = (statistic and is_tally(ground, sentence)) or (counting and goes_on(ground, sentence))
        if statistic:
            continue
        harmless = is_harmless(ground, sentence)
        for frame in _told(ground, sentence, order):
            denied = _is_denied(ground, sentence, frame)
            if counting and not is_particular(frame):
                continue
            if not denied and not (harmless and frame.types <= _COMES_WITH_ACCIDENTS and not frame.attack):
                yield frame


def _is_denied(ground: Ground, sentence: Sentence, frame: Frame) -> bool:
    """Who denies responsibility for an attack does not deny the attack."""
    denied = ground.is_denied(ground.tokens[frame.anchor].start)
    return denied and not ground.holds("responsibility", sentence.first, frame.anchor)


def _told(ground: Ground, sentence: Sentence, order: int) -> list[Frame]:
    """The frames of a sentence; "نجا من محاولتين: الأولى … والثانية …" lends them its type and victim."""
    segments = list(cut(ground, sentence, find_triggers(ground, sentence)))
    frames = [frame_of(ground, s, order) for s in segments]
    tried = [t for s in segments for t in s.triggers if t.value.type is _ATTEMPT]
    if not any(ground.is_word(at, "attempts") for t in tried for at in t.at):
        return frames
    spared = {name: held for f in frames for name, held in f.victims.items() if _ATTEMPT in f.types}
    told = [f for f in frames if not f.vague] or frames
    return [replace(f, types=f.types | {_ATTEMPT}, victims={**spared, **f.victims}) for f in told]
