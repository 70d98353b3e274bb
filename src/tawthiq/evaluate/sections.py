"""What is scored: the sections of a report's facts, the lists and the fields of facts that were matched."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from tawthiq.evaluate import agreeing
from tawthiq.evaluate.names import equal, same
from tawthiq.evaluate.pairing import Agree

Judge: TypeAlias = Callable[[agreeing.Fact, agreeing.Fact], bool | None]
"""Whether a field of a matched fact is right; None where there is nothing to judge."""


@dataclass(frozen=True, slots=True)
class Field:
    """`label` in the table; `key` in the facts."""

    label: str
    key: str
    judge: Judge


@dataclass(frozen=True, slots=True)
class Inner:
    """A list inside of matched facts, scored as a section of its own."""

    label: str
    key: str
    agree: Agree


@dataclass(frozen=True, slots=True)
class Section:
    """`extra`: only where the gold has it."""

    key: str
    agree: Agree
    inner: tuple[Inner, ...] = ()
    fields: tuple[Field, ...] = ()
    extra: bool = False


def _always(key: str) -> Judge:
    return lambda gold, found: bool(gold[key] == found[key])


def _stated(key: str) -> Judge:
    """Counts where either side states it."""
    return lambda gold, found: None if gold[key] is None and found[key] is None else gold[key] == found[key]


def _listed(key: str) -> Judge:
    return lambda gold, found: None if not (gold[key] or found[key]) else set(gold[key]) == set(found[key])


def _named(key: str) -> Judge:
    """A name where either side has one."""

    def judge(gold: agreeing.Fact, found: agreeing.Fact) -> bool | None:
        a, b = gold[key], found[key]
        return (a == b or same(a, b)) if a or b else None

    return judge


def _body(gold: agreeing.Fact, found: agreeing.Fact) -> bool | None:
    return same(gold["by"], found["by"]) if gold["by"] else None


def _period(gold: agreeing.Fact, found: agreeing.Fact) -> bool | None:
    if not (gold["from"] or gold["to"]):
        return None
    return bool((gold["from"], gold["to"]) == (found["from"], found["to"]))


_PERSON = (
    (Inner("aliases", "aliases", equal), Inner("person_group", "groups", same)),
    (Field("fate", "fate", _always("fate")),),
)
_INCIDENT = (
    (Inner("victims", "victims", same),),
    (
        Field("incident_type", "type", _stated("type")),
        Field("incident_date", "date", _stated("date")),
        *(Field(key, key, _stated(key)) for key in ("killed", "injured", "abducted", "detained", "survived")),
        Field("victim_groups", "victim_groups", _listed("victim_groups")),
        Field("perpetrator", "perpetrator", _named("perpetrator")),
        Field("weapon", "weapon", _stated("weapon")),
        Field("incident_source", "source", _named("source")),
    ),
)
_TALLY = (
    Field("tally_bound", "bound", _always("bound")),
    Field("tally_by", "by", _body),
    Field("tally_period", "from", _period),
)

SECTIONS = (
    Section("persons", agreeing.person, *_PERSON),
    Section("groups", agreeing.name),
    Section("places", agreeing.name),
    Section("incidents", agreeing.incident, *_INCIDENT),
    Section("tallies", agreeing.tally, (), _TALLY),
    Section("agreements", agreeing.agreement),
    Section("meetings", agreeing.meeting, (Inner("meeting_attendees", "attendees", same),)),
    Section("sources", agreeing.name),
    Section("denials", agreeing.denial),
    Section("affiliations", agreeing.affiliation, extra=True),
    Section("delegations", agreeing.delegation, extra=True),
    Section("clauses", agreeing.clause, extra=True),
    Section("sanctions", agreeing.listing, extra=True),
    Section("embedded_posts", agreeing.post, extra=True),
    Section("initiatives", agreeing.initiative, extra=True),
    Section("claims", agreeing.statement, extra=True),
    Section("aims", agreeing.words_told, extra=True),
    Section("group_facts", agreeing.group_fact, extra=True),
)
CORE = ("persons", "groups", "places", "incidents", "tallies")
