"""What the accepted claims add up to. Derived, and rebuilt from reports, claims and judgements at any time.

A field of a record has the name of the predicate that fills it, so a predicate that no record has cannot be claimed.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import ClassVar, TypeAlias

from tawthiq.model.enums import Kind, Standing
from tawthiq.model.value import Value


@dataclass(frozen=True, slots=True)
class Attested:
    """One value with the ids of the claims that state it, in order, and what they count for together."""

    value: Value
    standing: Standing
    claims: tuple[str, ...]


Field: TypeAlias = tuple[Attested, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """`id` is a digest of the mentions that were judged the same; `label` is the best name among them."""

    kind: ClassVar[Kind]
    id: str
    label: str
    mentions: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Person(Record):
    kind = Kind.PERSON
    name: Field = ()
    alias: Field = ()
    role: Field = ()
    group: Field = ()
    fate: Field = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Group(Record):
    kind = Kind.GROUP
    name: Field = ()
    founder: Field = ()
    founded: Field = ()
    leader: Field = ()
    military_commander: Field = ()
    stronghold: Field = ()
    backing: Field = ()
    activity: Field = ()
    orientation: Field = ()
    affiliation: Field = ()
    aim: Field = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Place(Record):
    kind = Kind.PLACE
    name: Field = ()
    gazetteer: Field = ()
    candidate: Field = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Incident(Record):
    kind = Kind.INCIDENT
    type: Field = ()
    date: Field = ()
    place: Field = ()
    killed: Field = ()
    injured: Field = ()
    abducted: Field = ()
    detained: Field = ()
    survived: Field = ()
    victim: Field = ()
    victim_group: Field = ()
    perpetrator: Field = ()
    weapon: Field = ()
    source: Field = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Casualty(Record):
    """A named victim of one incident and what became of them."""

    kind = Kind.CASUALTY
    person: Field = ()
    incident: Field = ()
    fate: Field = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Affiliation(Record):
    kind = Kind.AFFILIATION
    person: Field = ()
    group: Field = ()
    role: Field = ()
    status: Field = ()
    start: Field = ()
    end: Field = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting(Record):
    kind = Kind.MEETING
    place: Field = ()
    date: Field = ()
    attendee: Field = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Delegation(Record):
    kind = Kind.DELEGATION
    meeting: Field = ()
    area: Field = ()
    delegate: Field = ()
    mode: Field = ()
    note: Field = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement(Record):
    """In PA-X terms: `nature` and `stage` of it, `scope` of its parties; each day on which it changed its status."""

    kind = Kind.AGREEMENT
    description: Field = ()
    nature: Field = ()
    stage: Field = ()
    scope: Field = ()
    party: Field = ()
    signatory: Field = ()
    guarantor: Field = ()
    mediator: Field = ()
    place: Field = ()
    date: Field = ()
    status: Field = ()
    proposed_on: Field = ()
    signed_on: Field = ()
    in_force_from: Field = ()
    broken_on: Field = ()
    lapsed_on: Field = ()
    failed_on: Field = ()
    denied_on: Field = ()
    aim: Field = ()
    meeting: Field = ()
    predecessor: Field = ()
    duration: Field = ()
    text: Field = ()
    version: Field = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause(Record):
    """What happens (`trigger`: `act`, `threat_from`, `where`, `area`), and who then owes what to whom and how soon."""

    kind = Kind.CLAUSE
    agreement: Field = ()
    number: Field = ()
    trigger: Field = ()
    act: Field = ()
    threat_from: Field = ()
    where: Field = ()
    area: Field = ()
    obligation: Field = ()
    duty_of: Field = ()
    owed_to: Field = ()
    within: Field = ()
    exception: Field = ()
    duration: Field = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Response(Record):
    """What a party did about what a clause asks of it, or did against it."""

    kind = Kind.RESPONSE
    agreement: Field = ()
    clause: Field = ()
    incident: Field = ()
    party: Field = ()
    conduct: Field = ()
    date: Field = ()
    place: Field = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally(Record):
    """A statistic that a body published over a period or an area; never the toll of one incident."""

    kind = Kind.TALLY
    metric: Field = ()
    value: Field = ()
    period: Field = ()
    area: Field = ()
    category: Field = ()
    body: Field = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing(Record):
    """A person's entry on a sanctions list, as a report tells it."""

    kind = Kind.LISTING
    person: Field = ()
    authority: Field = ()
    date: Field = ()
    reason: Field = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Initiative(Record):
    kind = Kind.INITIATIVE
    by: Field = ()
    date: Field = ()
    what: Field = ()
    outcome: Field = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Post(Record):
    """A social-media post that a report carries."""

    kind = Kind.POST
    author: Field = ()
    handle: Field = ()
    date: Field = ()
    text: Field = ()
    credit: Field = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement(Record):
    """Words that a report ascribes to a speaker; the claim's stance says what the speaker does with them."""

    kind = Kind.STATEMENT
    content: Field = ()


RECORDS: dict[Kind, type[Record]] = {cls.kind: cls for cls in Record.__subclasses__()}


def predicates(kind: Kind) -> frozenset[str]:
    """The predicates that a claim about a mention of this kind may use."""
    base = {f.name for f in fields(Record)}
    return frozenset(f.name for f in fields(RECORDS[kind]) if f.name not in base)
