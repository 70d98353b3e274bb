"""Mentions of one kind laid side by side: which pairs were compared, with what odds, and why."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol, TypeAlias

from tawthiq.link.resolving.blocking import Pair, event_pairs, person_pairs
from tawthiq.link.resolving.events import Event
from tawthiq.link.resolving.evidence import Evidence, total, weights
from tawthiq.link.resolving.grouping import group
from tawthiq.link.resolving.incidents import compare_events, rarity
from tawthiq.link.resolving.people import Someone, compare_people
from tawthiq.model import Judgement, Kind, Verdict
from tawthiq.register.standing import Verdicts

Compare: TypeAlias = Callable[[int, int], tuple[Evidence, ...]]


class Thing(Protocol):
    """A mention as one report tells it."""

    @property
    def mention(self) -> str: ...
    @property
    def report(self) -> str: ...
    @property
    def label(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Case:
    """`odds`: log-odds of being one, for every pair (by place) worth comparing; `compare` gives the reasons."""

    kind: Kind
    things: Sequence[Thing]
    odds: Mapping[Pair, float]
    compare: Compare
    at: Mapping[str, int] = field(default_factory=dict)


def incident_case(events: Sequence[Event]) -> Case:
    rare = rarity(events)
    return _case(Kind.INCIDENT, events, event_pairs(events), lambda a, b: compare_events(events[a], events[b], rare))


def person_case(people: Sequence[Someone]) -> Case:
    return _case(Kind.PERSON, people, person_pairs(people), lambda a, b: compare_people(people[a], people[b]))


def _case(kind: Kind, things: Sequence[Thing], pairs: Collection[Pair], compare: Compare) -> Case:
    prior = weights(FILES[kind]).prior
    odds = {pair: total(prior, compare(*pair)) for pair in sorted(pairs)}
    return Case(kind, things, odds, compare, {thing.mention: at for at, thing in enumerate(things)})


FILES = {Kind.INCIDENT: "incidents", Kind.PERSON: "people"}
"""Files of weights in data/linking."""


def resolve(
    case: Case, verdicts: Verdicts | None = None, least: float = 0.0, apart: Collection[Verdict] = (Verdict.DIFFERENT,)
) -> list[tuple[str, ...]]:
    """The mentions in groups as the machine would propose them; what was judged is heeded. Merges nothing.

    `least` are log-odds; a pair judged any of `apart` never comes together.
    """
    same = _pairs(case, verdicts, (Verdict.SAME,))
    different = _pairs(case, verdicts, apart)
    groups = group(len(case.things), case.odds, same, different, least)
    return [tuple(case.things[at].mention for at in members) for members in groups]


def _pairs(case: Case, verdicts: Verdicts | None, wanted: Collection[Verdict]) -> list[Pair]:
    """A person's judgements first, then the older ones, as the register reads them."""
    held = [j for j in (verdicts or {}).values() if j.verdict in wanted and case.at.keys() >= set(j.target)]
    return [_places(case, j) for j in sorted(held, key=lambda j: (j.by_rule, j.order))]


def _places(case: Case, judgement: Judgement) -> Pair:
    a, b = (case.at[id_] for id_ in judgement.target)
    return (a, b) if a < b else (b, a)
