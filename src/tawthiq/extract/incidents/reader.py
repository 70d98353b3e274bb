"""The component: sentences to stretches, stretches to frames, frames to events, events to incidents."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from tawthiq.extract.facts import Person, Reading
from tawthiq.extract.incidents.deciding import incidents_of
from tawthiq.extract.incidents.events import Event, gather, with_shared_claims, without_totals
from tawthiq.extract.incidents.frames import Frame, frame_of
from tawthiq.extract.incidents.ground import Ground
from tawthiq.extract.incidents.guard import goes_on, is_accident, is_harmless, is_other_matter, is_statistic
from tawthiq.extract.incidents.segments import cut
from tawthiq.extract.incidents.triggers import find_triggers
from tawthiq.extract.page import Page
from tawthiq.model import Fate

_MANY = 100


def read_incidents(page: Page, found: Reading) -> Reading:
    """All incidents of a page, in the order in which they are first told."""
    ground = Ground(page, found)
    events = events_of(ground)
    incidents = incidents_of(ground, events)
    persons = tuple(_with_fate(person, events) for person in found.persons)
    return replace(found, persons=persons, incidents=found.incidents + tuple(incidents))


def events_of(ground: Ground) -> Sequence[Event]:
    """The events of a page; none where it speaks of another matter than violence."""
    if is_other_matter(ground):
        return []
    accident = is_accident(ground)
    frames = list(frames_of(ground))
    events = with_shared_claims(without_totals(gather(frames)), frames)
    return [e for e in events if not accident or any(f.types or f.attack for f in e.frames)]


def _with_fate(person: Person, events: Sequence[Event]) -> Person:
    """What an incident made of a person whose own words do not tell it."""
    if person.fate is not Fate.NONE:
        return person
    held = [(f.victims[person.name.text][1], f.quote) for e in events for f in e.told if person.name.text in f.victims]
    if not held:
        return person
    return replace(person, fate=held[0][0], fate_span=held[0][1])


def is_particular(frame: Frame) -> bool:
    """Among statistics only what happens somewhere, at somebody's hands, is an incident of its own."""
    whole = any(t.range.min >= _MANY for t in frame.tolls) and frame.date is None
    told = bool(frame.types or frame.attack) and not frame.vague
    return told and bool(frame.places) and frame.doer is not None and not whole


def frames_of(ground: Ground) -> Iterator[Frame]:
    counting = False
    for order, sentence in enumerate(ground.page.sentences):
        statistic = is_statistic(ground, sentence)
        counting = statistic or (counting and goes_on(ground, sentence))
        if statistic:
            continue
        harmless = is_harmless(ground, sentence)
        for segment in cut(ground, sentence, find_triggers(ground, sentence)):
            frame = frame_of(ground, segment, order)
            denied = ground.is_denied(ground.tokens[segment.triggers[0].first].start)
            if counting and not is_particular(frame):
                continue
            if not denied and not (harmless and not frame.types and not frame.attack):
                yield frame
