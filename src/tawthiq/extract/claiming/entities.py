"""Claims about persons, groups, places and how they belong together."""

from __future__ import annotations

from collections.abc import Iterator

from tawthiq.extract.claiming.scribe import Scribe
from tawthiq.extract.facts import Affiliation, GroupFact, Listing, Named, Person
from tawthiq.model import Claim, Fate, Kind


def person(scribe: Scribe, row: Person) -> Iterator[Claim]:
    subject = scribe.mention(Kind.PERSON, row.name.span, row.name.text)
    yield from scribe.words(subject, "name", row.name)
    yield from scribe.words(subject, "alias", *row.aliases)
    yield from scribe.words(subject, "role", *row.roles)
    yield from scribe.refs(subject, "group", (Kind.GROUP,), *row.groups)
    if row.fate is not Fate.NONE:
        yield from scribe.code(subject, "fate", row.fate, row.fate_span or row.name.span)


def group(scribe: Scribe, row: Named) -> Iterator[Claim]:
    yield from _named(scribe, Kind.GROUP, row)


def place(scribe: Scribe, row: Named) -> Iterator[Claim]:
    subject = scribe.mention(Kind.PLACE, row.name.span, row.name.text)
    yield from _named(scribe, Kind.PLACE, row)
    if row.entry:
        yield from scribe.code(subject, "gazetteer", row.entry, row.name.span)
    for other in row.candidates:
        yield from scribe.code(subject, "candidate", other, row.name.span)


def _named(scribe: Scribe, kind: Kind, row: Named) -> Iterator[Claim]:
    subject = scribe.mention(kind, row.name.span, row.name.text)
    yield from scribe.words(subject, "name", row.name)


def group_fact(scribe: Scribe, row: GroupFact) -> Iterator[Claim]:
    """A group without a name ("ميليشيا محلية") is a mention that the report describes, and gets no name by it."""
    named = next((g.name for g in scribe.reading.groups if g.name.text == row.group.text), row.group)
    subject = scribe.mention(Kind.GROUP, named.span, named.text)
    yield from scribe.refs(subject, row.fact, (Kind.PERSON, Kind.GROUP, Kind.PLACE), row.value)
    yield from scribe.day(subject, "founded", row.founded, row.quote)


def affiliation(scribe: Scribe, row: Affiliation) -> Iterator[Claim]:
    subject = scribe.mention(Kind.AFFILIATION, row.quote, f"{row.person.text} — {row.group.text}")
    yield from scribe.refs(subject, "person", (Kind.PERSON,), row.person)
    yield from scribe.refs(subject, "group", (Kind.GROUP,), row.group)
    yield from scribe.words(subject, "role", row.role)
    yield from scribe.code(subject, "status", row.status, row.quote)
    yield from scribe.day(subject, "start", row.start, row.quote)
    yield from scribe.day(subject, "end", row.end, row.quote)


def listing(scribe: Scribe, row: Listing) -> Iterator[Claim]:
    subject = scribe.mention(Kind.LISTING, row.quote, f"{row.person.text} — {row.authority.text}")
    yield from scribe.refs(subject, "person", (Kind.PERSON,), row.person)
    yield from scribe.refs(subject, "authority", (Kind.GROUP,), row.authority)
    yield from scribe.day(subject, "date", row.date, row.quote)
    yield from scribe.words(subject, "reason", row.reason)
