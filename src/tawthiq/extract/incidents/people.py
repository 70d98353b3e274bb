"""Who was harmed: names, and the groups that nouns tell of."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from tawthiq.extract.facts import Person
from tawthiq.extract.incidents.ground import Ground
from tawthiq.extract.incidents.lexicon import harmed, words
from tawthiq.extract.incidents.segments import Segment
from tawthiq.extract.incidents.triggers import Trigger
from tawthiq.model import Fate, Span, VictimGroup

_NAME_REACH, _GROUP_REACH, _BEFORE = 12, 10, 10
_CHAIN, _ROLE = 8, 5


def victims_of(ground: Ground, segment: Segment) -> Mapping[str, tuple[Person, Fate]]:
    """Persons of the segment whom its words of harm speak of, by name; those enumerated together share a fate."""
    rows: dict[str, tuple[Person, Fate]] = {}
    for chain in _chains(ground, segment):
        fates = [fate for at in chain if (fate := _fate(ground, segment, at)) is not None]
        for at in chain if fates else ():
            person = ground.persons[at]
            rows.setdefault(person.name.text, (person, fates[0]))
    for person, fate in _understood(ground, segment):
        rows.setdefault(person.name.text, (person, fate))
    return rows


def _chains(ground: Ground, segment: Segment) -> Iterator[list[int]]:
    """Names in a row, each joined to the one before: "فلان وفلان"."""
    chain: list[int] = []
    for at in ground.inside(ground.persons, segment.first, segment.last):
        if _is_left_out(ground, at):
            continue
        if chain and not _follows(ground, segment, chain[-1], at):
            yield chain
            chain = []
        chain.append(at)
    if chain:
        yield chain


def _follows(ground: Ground, segment: Segment, before: int, at: int) -> bool:
    """Nothing but a title, a byname or a sign stands between the two, and "و" joins them."""
    between = range(before + 1, at)
    joined = ground.tokens[at].norm.startswith("و") or any(
        ground.tokens[i].norm == "و" or (ground.tokens[i].norm.startswith("و") and ground.is_title(i)) for i in between
    )
    told = {i for t in segment.triggers for i in t.at}
    return joined and at - before <= _CHAIN and told.isdisjoint(between)


def _is_left_out(ground: Ground, at: int) -> bool:
    return _is_doer(ground, at) or ground.speaks(at) or at in ground.speakers


def _fate(ground: Ground, segment: Segment, at: int) -> Fate | None:
    person = ground.persons[at]
    trigger = _pointing(ground, segment, at) or _listed(ground, segment, at) or _nearest(segment, at)
    if trigger:
        return trigger.value.fate
    inside = ground.span(segment.first, segment.last)
    told = person.fate is not Fate.NONE and person.fate_span is not None and person.fate_span.overlaps(inside)
    return person.fate if told else None


def _pointing(ground: Ground, segment: Segment, at: int) -> Trigger | None:
    """ "بعد أسبوعين من اقتياده": the pronoun on the word stands for the last name before it."""
    for trigger in segment.triggers:
        pronoun = ground.tokens[trigger.at[-1]].text.endswith(("ه", "ها"))
        between = ground.inside(ground.persons, at + 1, trigger.first)
        if trigger.value.fate and pronoun and at < trigger.first and not any(True for _ in between):
            return trigger
    return None


def _listed(ground: Ground, segment: Segment, at: int) -> Trigger | None:
    """ "مقتل عشرات القياديين، أبرزهم فلان", however far; "فلان … الذي كان بين القتلى"."""
    before = [t for t in segment.triggers if t.value.fate and t.first < at]
    named = any(ground.is_word(i, role) for i in range(max(at - _ROLE, 0), at) for role in ("within", "namely"))
    if before and named:
        return before[-1]
    behind = next((t for t in segment.triggers if t.value.fate and t.first > at), None)
    relative = behind is not None and any(ground.is_word(i, "relative") for i in range(at, behind.first))
    alone = behind is not None and not any(True for _ in ground.inside(ground.persons, at + 1, behind.first))
    return behind if relative and alone and not before else None


def _understood(ground: Ground, segment: Segment) -> Iterator[tuple[Person, Fate]]:
    """ "… ثم أسلم الروح", "أصيب فيه هو وثلاثة": the first name of the sentence is meant."""
    for trigger in segment.triggers:
        fate, last = trigger.value.fate, min(trigger.last + 3, segment.last)
        bare = ground.tokens[trigger.first].norm.lstrip("وف") in words("bare_verb") and ground.is_word(
            trigger.last, "behind_bare"
        )
        himself = any(ground.tokens[i].norm in words("self") for i in range(trigger.last, last))
        dies = ground.is_word(trigger.first, "dies") and len(trigger.at) > 1
        near = ground.inside(ground.persons, trigger.first, min(trigger.last + _NAME_REACH, segment.last))
        if fate and (bare or himself or dies) and not any(True for _ in near):
            held = [
                at
                for at in ground.inside(ground.persons, segment.sentence.first, trigger.first)
                if not _is_left_out(ground, at)
            ]
            yield from ((ground.persons[at], fate) for at in held[:1])


def _is_doer(ground: Ground, at: int) -> bool:
    """ "يتزعمها القيادي فلان", "على يد فلان"."""
    return ground.holds("lead", max(0, at - 4), at)


def _nearest(segment: Segment, at: int) -> Trigger | None:
    near = [t for t in segment.triggers if t.value.fate and _is_near(t, at)]
    return min(near, key=lambda t: _distance(t, at)) if near else None


def _is_near(trigger: Trigger, at: int) -> bool:
    return at - trigger.at[-1] <= _NAME_REACH if at >= trigger.first else trigger.first - at <= _BEFORE


def _distance(trigger: Trigger, at: int) -> int:
    """Names before the word stand less surely with it than names after it, least where و opens its clause."""
    if trigger.first <= at < trigger.last:
        return 0
    if at >= trigger.last:
        return at - trigger.at[-1]
    return (4 if trigger.prefix.startswith(("و", "ف")) else 2) * (trigger.first - at)


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
