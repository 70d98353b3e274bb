"""What a report says, as one component of the pipeline tells the next. Claims are made of these (claiming/)."""

from __future__ import annotations

from dataclasses import dataclass

from tawthiq.model import (
    EDTF,
    AffiliationStatus,
    AgreementStatus,
    Bound,
    Code,
    DelegationMode,
    Fate,
    IncidentType,
    Kind,
    Metric,
    Range,
    Span,
    Stance,
    VictimGroup,
    Voice,
    Weapon,
)


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words of the report: `text` is verbatim text[span], save where an article hidden by لل is restored."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Dated:
    """A date resolved against the report's own, and the words that gave it."""

    date: EDTF
    span: Span


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody named. `name` is the longest form; `mentions` are all places where one of the forms stands."""

    name: Phrase
    aliases: tuple[Phrase, ...] = ()
    roles: tuple[Phrase, ...] = ()
    groups: tuple[Phrase, ...] = ()
    fate: Fate = Fate.NONE
    fate_span: Span | None = None
    mentions: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Named:
    """A group or a place; `entry` is its id in the gazetteer; `kind` a code of group_kinds or place_kinds.

    `candidates`: ids of other entries that the name can mean, the likelier first.
    """

    name: Phrase
    entry: str | None = None
    kind: str | None = None
    mentions: tuple[Span, ...] = ()
    candidates: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Toll:
    """One count of one incident as one source gives it."""

    fate: Fate
    range: Range
    bound: Bound
    span: Span


@dataclass(frozen=True, slots=True)
class Incident:
    """One event. `tolls` keeps every version; `perpetrator` None is silence, `unidentified` is the text saying so.

    `quote` holds the words that state it.
    """

    type: IncidentType
    quote: Span
    date: Dated | None = None
    places: tuple[Phrase, ...] = ()
    tolls: tuple[Toll, ...] = ()
    victims: tuple[Phrase, ...] = ()
    victim_groups: tuple[tuple[VictimGroup, Span], ...] = ()
    perpetrator: Phrase | None = None
    unidentified: bool = False
    weapon: tuple[Weapon, Span] | None = None
    source: Phrase | None = None


@dataclass(frozen=True, slots=True)
class Tally:
    """A statistic over a period or an area, as a body published it; `quote` is the span of the words that state it."""

    metric: Metric
    value: int
    bound: Bound
    quote: Span
    period: EDTF | None = None
    area: Phrase | None = None
    category: Phrase | None = None
    body: Phrase | None = None


@dataclass(frozen=True, slots=True)
class Statement:
    """Words ascribed to a speaker. `content` is what is said, `quote` the speaking and what is said together."""

    speaker: Phrase
    voice: Voice
    stance: Stance
    content: Span
    quote: Span


@dataclass(frozen=True, slots=True)
class Affiliation:
    person: Phrase
    group: Phrase
    status: AffiliationStatus
    quote: Span
    role: Phrase | None = None
    start: EDTF | None = None
    end: EDTF | None = None


@dataclass(frozen=True, slots=True)
class Meeting:
    quote: Span
    place: Phrase | None = None
    date: Dated | None = None
    attendees: tuple[Phrase, ...] = ()


@dataclass(frozen=True, slots=True)
class Delegation:
    """Who came for an area; by proxy, or not at all and why (`note`)."""

    area: Phrase
    delegates: tuple[Phrase, ...]
    mode: DelegationMode
    quote: Span
    note: Phrase | None = None


@dataclass(frozen=True, slots=True)
class Agreement:
    description: Phrase
    status: AgreementStatus
    parties: tuple[Phrase, ...] = ()
    date: Dated | None = None


@dataclass(frozen=True, slots=True)
class Clause:
    """Trigger (the threat, from whom, where) and obligation (who does what)."""

    trigger: Phrase
    obligation: Phrase
    quote: Span
    threat_from: tuple[Phrase, ...] = ()
    where: Phrase | None = None


@dataclass(frozen=True, slots=True)
class Subject:
    """What a term is about, as claims name it: the kind, the span and the label of its mention."""

    kind: Kind
    span: Span
    label: str


@dataclass(frozen=True, slots=True)
class Term:
    """One more value of an agreement, a clause or a response. Words may name a mention of one of `kinds`."""

    of: Subject
    field: str
    value: Phrase | Dated | Code | Subject
    span: Span
    kinds: tuple[Kind, ...] = ()


@dataclass(frozen=True, slots=True)
class GroupFact:
    """A predicate of the group record (founder, leader, stronghold …) with its value."""

    group: Phrase
    fact: str
    value: Phrase
    quote: Span
    founded: EDTF | None = None


@dataclass(frozen=True, slots=True)
class Listing:
    """A person's entry on a sanctions list."""

    person: Phrase
    authority: Phrase
    quote: Span
    date: EDTF | None = None
    reason: Phrase | None = None


@dataclass(frozen=True, slots=True)
class Initiative:
    by: Phrase
    what: Phrase
    quote: Span
    date: EDTF | None = None
    outcome: Phrase | None = None


@dataclass(frozen=True, slots=True)
class Post:
    """A social-media post carried by the report."""

    author: Phrase
    handle: Phrase
    text: Phrase
    quote: Span
    date: EDTF | None = None
    credits: tuple[Phrase, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """All that is found so far; a component returns it with its own facts added."""

    persons: tuple[Person, ...] = ()
    groups: tuple[Named, ...] = ()
    places: tuple[Named, ...] = ()
    statements: tuple[Statement, ...] = ()
    affiliations: tuple[Affiliation, ...] = ()
    group_facts: tuple[GroupFact, ...] = ()
    incidents: tuple[Incident, ...] = ()
    tallies: tuple[Tally, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    delegations: tuple[Delegation, ...] = ()
    agreements: tuple[Agreement, ...] = ()
    aims: tuple[Phrase, ...] = ()
    clauses: tuple[Clause, ...] = ()
    terms: tuple[Term, ...] = ()
    listings: tuple[Listing, ...] = ()
    initiatives: tuple[Initiative, ...] = ()
    posts: tuple[Post, ...] = ()
