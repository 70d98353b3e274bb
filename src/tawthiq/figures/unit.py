"""What is counted: an incident as it stands under an inclusion rule, with those whom it befell."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from tawthiq.figures.areas import most_telling
from tawthiq.figures.inclusion import Inclusion
from tawthiq.model import EDTF, Code, Count, Range, Ref, Standing, When
from tawthiq.model.ranges import hull
from tawthiq.model.records import Attested, Casualty, Field, Incident

T = TypeVar("T")


class Fate(StrEnum):
    """What became of people in an incident, each with a count of its own."""

    KILLED = "killed"
    INJURED = "injured"
    ABDUCTED = "abducted"
    DETAINED = "detained"
    SURVIVED = "survived"


@dataclass(frozen=True, slots=True)
class Victim:
    """A named casualty: the record, the person's mention, what became of them ("" unknown)."""

    record: str
    person: str
    fate: str


@dataclass(frozen=True, slots=True)
class Unit:
    """An incident as it counts. `counts` has a range for each fate that is stated, named casualties counted in.

    `places` are gazetteer ids, or "?name" of a place that the gazetteer lacks, the most telling first. `decided`: False
    where it would count if somebody judged it, or if one more independent origin told of it; then it adds to no figure.
    """

    record: str
    type: str = ""
    date: EDTF | None = None
    places: tuple[str, ...] = ()
    perpetrator: str = ""
    weapon: str = ""
    victim_groups: tuple[str, ...] = ()
    counts: tuple[tuple[Fate, Range], ...] = ()
    victims: tuple[Victim, ...] = ()
    mentions: tuple[str, ...] = ()
    origins: int = 1
    decided: bool = True

    def count(self, fate: Fate) -> Range | None:
        """How many, or None where nobody says."""
        return dict(self.counts).get(fate)


@dataclass(frozen=True, slots=True)
class Context:
    """What a unit needs beside its record: a place's gazetteer id by its Ref, the name of the record of a group's or
    person's Ref, and how many independent origins some claims have."""

    place: Callable[[Ref], str]
    name: Callable[[Ref], str]
    origins: Callable[[Iterable[str]], int]


def unit_of(incident: Incident, casualties: Iterable[Casualty], rule: Inclusion, context: Context) -> Unit | None:
    """The incident under the rule; None where nothing of it can count, however it were judged."""
    if not any(each.standing.counts for each in incident.type):
        return None
    decided = any(rule.admits(each.standing) for each in incident.type)
    values = _Values(rule.admits if decided else _counts)
    origins = context.origins(claim for each in values.held(incident.type) for claim in each.claims)
    victims = tuple(values.victims(casualties))
    return Unit(
        record=incident.id,
        type=values.code(incident.type),
        date=values.date(incident.date),
        places=_telling_first(map(context.place, values.all(incident.place, Ref))),
        perpetrator=values.name(incident.perpetrator, context.name),
        weapon=values.code(incident.weapon),
        victim_groups=tuple(sorted({code.code for code in values.all(incident.victim_group, Code)})),
        counts=tuple(values.counts(incident, victims)),
        victims=victims,
        mentions=incident.mentions,
        origins=origins,
        decided=decided and origins >= rule.origins,
    )


def _telling_first(places: Iterable[str]) -> tuple[str, ...]:
    """Each once: the village before the governorate that another report names."""
    held = list(dict.fromkeys(places))
    first = most_telling(held)
    return (first, *(place for place in held if place != first)) if held else ()


def _counts(standing: Standing) -> bool:
    return standing.counts


@dataclass(frozen=True, slots=True)
class _Values:
    """The values of fields that count, the best attested first."""

    admits: Callable[[Standing], bool]

    def held(self, field: Field) -> Iterator[Attested]:
        return (each for each in field if self.admits(each.standing))

    def all(self, field: Field, kind: type[T]) -> Iterator[T]:
        return (each.value for each in self.held(field) if isinstance(each.value, kind))

    def code(self, field: Field) -> str:
        return next((each.code for each in self.all(field, Code)), "")

    def date(self, field: Field) -> EDTF | None:
        return next((each.date for each in self.all(field, When)), None)

    def name(self, field: Field, name_of: Callable[[Ref], str]) -> str:
        value = next((each.value for each in self.held(field)), None)
        if isinstance(value, Ref):
            return name_of(value)
        return "" if value is None else str(value)

    def counts(self, incident: Incident, victims: Iterable[Victim]) -> Iterator[tuple[Fate, Range]]:
        """The range over all versions of each count, never below the number of those who are named."""
        named = Counter(victim.fate for victim in victims)
        for fate in Fate:
            told = hull(each.range for each in self.all(getattr(incident, fate.value), Count))
            if told is not None or named[fate.value]:
                yield fate, _at_least(told, named[fate.value])

    def victims(self, casualties: Iterable[Casualty]) -> Iterator[Victim]:
        for casualty in casualties:
            person = next(self.all(casualty.person, Ref), None)
            if person is not None:
                yield Victim(casualty.id, person.mention, self.code(casualty.fate))


def _at_least(told: Range | None, named: int) -> Range:
    if told is None:
        return Range.at_least(named)
    return Range(max(told.min, named), None if told.max is None else max(told.max, named))
