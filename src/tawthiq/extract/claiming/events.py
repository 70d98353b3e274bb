"""Claims about incidents, their tolls and casualties, tallies, meetings, agreements."""

from __future__ import annotations

from collections.abc import Iterator

from tawthiq.extract.claiming.scribe import Scribe
from tawthiq.extract.facts import Agreement, Clause, Delegation, Incident, Initiative, Meeting, Phrase, Tally
from tawthiq.model import Claim, Count, Fate, Kind, Mention, Range, Ref

ANYONE = (Kind.PERSON, Kind.GROUP)


def incident(scribe: Scribe, row: Incident) -> Iterator[Claim]:
    subject = scribe.mention(Kind.INCIDENT, row.quote, row.quote.of(scribe.report.text))
    yield from scribe.code(subject, "type", row.type, row.quote)
    yield from scribe.date(subject, "date", row.date)
    yield from scribe.refs(subject, "place", (Kind.PLACE,), *row.places)
    for toll in row.tolls:
        yield from scribe.claim(subject, toll.fate.value, Count(toll.range), toll.span, toll.bound)
    yield from scribe.refs(subject, "victim", (Kind.PERSON,), *row.victims)
    for group, span in row.victim_groups:
        yield from scribe.code(subject, "victim_group", group, span)
    yield from _perpetrator(scribe, subject, row)
    if row.weapon:
        yield from scribe.code(subject, "weapon", row.weapon[0], row.weapon[1])
    yield from scribe.refs(subject, "source", ANYONE, row.source)
    for victim in row.victims:
        yield from _casualty(scribe, subject, victim)


def _perpetrator(scribe: Scribe, subject: Mention, row: Incident) -> Iterator[Claim]:
    yield from scribe.refs(subject, "perpetrator", ANYONE, row.perpetrator)
    if row.unidentified and row.perpetrator is None:
        yield from scribe.code(subject, "perpetrator", "unknown", row.quote)


def _casualty(scribe: Scribe, incident: Mention, victim: Phrase) -> Iterator[Claim]:
    """A named victim as a record of its own, so that it can be counted once whatever the number of reports."""
    person = next((p for p in scribe.reading.persons if p.name.text == victim.text), None)
    if person is None or person.fate is Fate.NONE:
        return
    subject = scribe.mention(Kind.CASUALTY, victim.span, f"{victim.text} — {incident.label}")
    yield from scribe.refs(subject, "person", (Kind.PERSON,), victim)
    yield from scribe.claim(subject, "incident", Ref(incident.id, incident.label), incident.span)
    yield from scribe.code(subject, "fate", person.fate, person.fate_span or victim.span)


def tally(scribe: Scribe, row: Tally) -> Iterator[Claim]:
    quote = row.quote.of(scribe.report.text)
    subject = scribe.mention(Kind.TALLY, row.quote, f"{row.metric} {row.value}: {quote}")
    yield from scribe.code(subject, "metric", row.metric, row.quote)
    yield from scribe.claim(subject, "value", Count(Range.exactly(row.value)), row.quote, row.bound)
    yield from scribe.day(subject, "period", row.period, row.quote)
    yield from scribe.refs(subject, "area", (Kind.PLACE,), row.area)
    yield from scribe.words(subject, "category", row.category)
    yield from scribe.refs(subject, "body", ANYONE, row.body)


def meeting(scribe: Scribe, row: Meeting) -> Iterator[Claim]:
    subject = scribe.mention(Kind.MEETING, row.quote, row.quote.of(scribe.report.text))
    yield from scribe.refs(subject, "place", (Kind.PLACE,), row.place)
    yield from scribe.date(subject, "date", row.date)
    yield from scribe.refs(subject, "attendee", ANYONE, *row.attendees)


def delegation(scribe: Scribe, row: Delegation) -> Iterator[Claim]:
    subject = scribe.mention(Kind.DELEGATION, row.quote, row.area.text)
    if scribe.reading.meetings:
        span = scribe.reading.meetings[0].quote
        held = scribe.mention(Kind.MEETING, span, span.of(scribe.report.text))
        yield from scribe.claim(subject, "meeting", Ref(held.id, held.label), row.quote)
    yield from scribe.refs(subject, "area", (Kind.PLACE,), row.area)
    yield from scribe.refs(subject, "delegate", (Kind.PERSON,), *row.delegates)
    yield from scribe.code(subject, "mode", row.mode, row.quote)
    yield from scribe.words(subject, "note", row.note)


def agreement(scribe: Scribe, row: Agreement) -> Iterator[Claim]:
    subject = _agreement_mention(scribe, row)
    yield from scribe.words(subject, "description", row.description)
    yield from scribe.refs(subject, "party", (Kind.GROUP, Kind.PLACE, Kind.PERSON), *row.parties)
    yield from scribe.date(subject, "date", row.date)
    yield from scribe.code(subject, "status", row.status, row.description.span)
    if row is scribe.reading.agreements[0]:
        yield from scribe.words(subject, "aim", *scribe.reading.aims)


def _agreement_mention(scribe: Scribe, row: Agreement) -> Mention:
    return scribe.mention(Kind.AGREEMENT, row.description.span, row.description.text)


def clause(scribe: Scribe, row: Clause) -> Iterator[Claim]:
    subject = scribe.mention(Kind.CLAUSE, row.quote, row.quote.of(scribe.report.text))
    if scribe.reading.agreements:
        whole = _agreement_mention(scribe, scribe.reading.agreements[0])
        yield from scribe.claim(subject, "agreement", Ref(whole.id, whole.label), row.quote)
    yield from scribe.words(subject, "trigger", row.trigger)
    yield from scribe.refs(subject, "threat_from", (Kind.GROUP,), *row.threat_from)
    yield from scribe.words(subject, "where", row.where)
    yield from scribe.words(subject, "obligation", row.obligation)


def initiative(scribe: Scribe, row: Initiative) -> Iterator[Claim]:
    subject = scribe.mention(Kind.INITIATIVE, row.quote, row.what.text)
    yield from scribe.refs(subject, "by", ANYONE, row.by)
    yield from scribe.day(subject, "date", row.date, row.quote)
    yield from scribe.words(subject, "what", row.what)
    yield from scribe.words(subject, "outcome", row.outcome)
