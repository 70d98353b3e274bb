"""Who was harmed: names, and the groups that nouns tell of."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from tawthiq.extract.facts import Person
from tawthiq.extract.incidents.ground import Ground
from tawthiq.extract.incidents.lexicon import harmed
from tawthiq.extract.incidents.segments import Segment
from tawthiq.extract.incidents.triggers import Trigger
from tawthiq.model import Fate, Span, VictimGroup

_NAME_REACH, _GROUP_REACH, _BEFORE = 12, 10, 10


def victims_of(ground: Ground, segment: Segment) -> Mapping[str, tuple[Person, Fate]]:
    """Persons of the segment whom its words of harm speak of, by name."""
    rows: dict[str, tuple[Person, Fate]] = {}
    for at in ground.inside(ground.persons, segment.first, segment.last):
        person = ground.persons[at]
        fate = _fate(ground, segment, at)
        if fate is not None:
            rows.setdefault(person.name.text, (person, fate))
    return rows


def _fate(ground: Ground, segment: Segment, at: int) -> Fate | None:
    person = ground.persons[at]
    if _is_doer(ground, at) or ground.speaks(at) or at in ground.speakers:
        return None
    inside = ground.span(segment.first, segment.last)
    if person.fate is not Fate.NONE and person.fate_span and person.fate_span.overlaps(inside):
        return person.fate
    trigger = _pointing(ground, segment, at) or _nearest(segment, at)
    return trigger.value.fate if trigger else None


def _pointing(ground: Ground, segment: Segment, at: int) -> Trigger | None:
    """ "بعد أسبوعين من اقتياده": the pronoun on the word stands for the last name before it."""
    for trigger in segment.triggers:
        pronoun = ground.tokens[trigger.at[-1]].text.endswith(("ه", "ها"))
        between = ground.inside(ground.persons, at + 1, trigger.first)
        if trigger.value.fate and pronoun and at < trigger.first and not any(True for _ in between):
            return trigger
    return None


def _is_doer(ground: Ground, at: int) -> bool:
    """ "يتزعمها القيادي فلان", "على يد فلان"."""
    return ground.holds("lead", max(0, at - 4), at)


def _nearest(segment: Segment, at: int) -> Trigger | None:
    near = [t for t in segment.triggers if t.value.fate and _is_near(t, at)]
    return min(near, key=lambda t: _distance(t, at)) if near else None


def _is_near(trigger: Trigger, at: int) -> bool:
    return at - trigger.at[-1] <= _NAME_REACH if at >= trigger.first else trigger.first - at <= _BEFORE


def _distance(trigger: Trigger, at: int) -> int:
    """Names before the word stand less surely with it than names after it."""
    if trigger.first <= at < trigger.last:
        return 0
    return at - trigger.at[-1] if at >= trigger.last else 2 * (trigger.first - at)


def groups_of(ground: Ground, segment: Segment) -> tuple[tuple[VictimGroup, Span], ...]:
    """Groups of the harmed, by the nouns behind the words of harm and the numbers before them."""
    return tuple({group: (group, span) for group, span in _groups(ground, segment)}.values())


def _groups(ground: Ground, segment: Segment) -> Iterator[tuple[VictimGroup, Span]]:
    for trigger in segment.triggers:
        if trigger.value.fate is None:
            continue
        first, last = max(segment.first, trigger.first - 3), min(segment.last, trigger.at[-1] + _GROUP_REACH)
        for hit in harmed().find(ground.tokens, first, last):
            if hit.value.group and not _is_doer(ground, hit.first) and not ground.is_word(hit.first - 1, "agent"):
                yield hit.value.group, ground.span(hit.first, hit.last)
