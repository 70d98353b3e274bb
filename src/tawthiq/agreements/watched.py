"""A clause made ready to be held against incidents: acts, doers, areas, days in force, and who then owes what."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache

from tawthiq.agreements.actors import actor_key, is_collective
from tawthiq.agreements.durations import hours_of
from tawthiq.agreements.force import Force, force_of
from tawthiq.agreements.said import Says
from tawthiq.model import Ref
from tawthiq.model.records import Agreement, Clause, Field
from tawthiq.text.tables import table


@dataclass(frozen=True, slots=True)
class Party:
    """Who owes: `key` as of `actor_key`, or a gazetteer id of a place whose people owe."""

    key: str
    label: str


@dataclass(frozen=True, slots=True)
class Watched:
    """`acts` are incident types; no `actors` means anyone, no `areas` anywhere; without a `trigger` it always holds.

    `hours`: within which it is owed, None where no time is told. `collective`: other parties than those named owe too.
    """

    clause: str
    label: str
    agreement: str
    obligation: str
    force: Force
    trigger: str = ""
    acts: frozenset[str] = frozenset()
    actors: tuple[str, ...] = ()
    areas: tuple[str, ...] = ()
    parties: tuple[Party, ...] = ()
    hours: float | None = None
    collective: bool = False
    exception: str = ""

    @property
    def standing(self) -> bool:
        """Whether it holds at any time, without anything that must happen first."""
        return not self.trigger and not self.acts

    @property
    def why_not(self) -> str:
        """Why it is not held against incidents; "" where it is."""
        if self.force.first is None:
            return self.force.why
        return "" if self.acts or self.standing else "its trigger names no act that incidents have"


@cache
def act_groups() -> dict[str, tuple[str, ...]]:
    return {row["act"]: tuple(row["types"].split("|")) for row in table("agreements/act_groups.tsv")}


@dataclass(frozen=True, slots=True)
class Names:
    """From a Ref to the name of its record, and to the gazetteer id of a place ("" where it is none)."""

    name: Callable[[Ref], str]
    place: Callable[[Ref], str]


def watched(clause: Clause, agreement: Agreement | None, areas: Iterable[Party], says: Says, names: Names) -> Watched:
    """The clause of that agreement, whose parties are those of the record and the `areas` that sent delegates."""
    force = force_of(agreement, says) if agreement else Force(None, why="of no agreement")
    bearers = parties_of(clause.duty_of, says, names)
    everyone = [*parties_of(agreement.party, says, names), *areas] if agreement else []
    collective = not bearers or any(is_collective(party.label) for party in bearers)
    return Watched(
        clause=clause.id,
        label=clause.label,
        agreement=agreement.id if agreement else "",
        obligation=says.first(clause.obligation),
        # After a trigger, a length of time is that of what is owed, and cuts no clause short.
        force=force if says.words(clause.trigger) else force.within(says.words(clause.duration)),
        trigger=says.first(clause.trigger),
        acts=_acts(says.codes(clause.act)),
        actors=tuple(dict.fromkeys(actor_key(_label(each, names)) for each in _values(clause.threat_from, says))),
        areas=tuple(dict.fromkeys(says.codes(clause.area))),
        parties=_once((everyone or bearers) if collective else bearers),
        hours=next((hours for words in says.words(clause.within) if (hours := hours_of(words)) is not None), None),
        collective=collective,
        exception=says.first(clause.exception),
    )


def _once(parties: Iterable[Party]) -> tuple[Party, ...]:
    """Each once, by its first name."""
    known: dict[str, Party] = {}
    for party in parties:
        known.setdefault(party.key, party)
    return tuple(known.values())


def _acts(codes: Iterable[str]) -> frozenset[str]:
    groups = act_groups()
    return frozenset(type_ for code in codes for type_ in groups.get(code, (code,)))


def _values(field: Field, says: Says) -> list[object]:
    return [each.value for each in says.held(field)]


def _label(value: object, names: Names) -> str:
    return names.name(value) if isinstance(value, Ref) else str(value)


def parties_of(field: Field, says: Says, names: Names) -> list[Party]:
    """Groups, persons and areas that a field names."""
    found = []
    for value in _values(field, says):
        place = names.place(value) if isinstance(value, Ref) else ""
        label = _label(value, names)
        found.append(Party(place or actor_key(label), label))
    return found
