"""Reports written from what they are to tell: a text with every word in its place, and the claims that read it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from tawthiq.ledger import Batch, Ledger
from tawthiq.model import (
    EDTF,
    Claim,
    Code,
    Count,
    Judgement,
    Kind,
    Mention,
    Range,
    Ref,
    Report,
    Span,
    Text,
    Value,
    Verdict,
    When,
)
from tawthiq.model.ids import sha256
from tawthiq.register import update

METHOD = "hand-1"
AT = "2023-11-05T08:00:00Z"


@dataclass(frozen=True, slots=True)
class Told:
    """One incident as a report tells it; what is None or empty is not told."""

    when: str | None = None
    place: tuple[str, str] | None = ("SY12", "درعا")
    type: str = "assassination"
    counts: Mapping[str, Range] = field(default_factory=dict)
    groups: tuple[str, ...] = ()
    victims: tuple[tuple[str, str], ...] = ()
    perpetrator: str = ""
    weapon: str = ""
    outlet: str = ""
    published: date | None = date(2023, 11, 1)


@dataclass(slots=True)
class _Page:
    """A text that grows; each word that is put on it gives its span."""

    text: str = ""

    def put(self, words: str) -> Span:
        start = len(self.text)
        self.text += words
        span = Span(start, len(self.text))
        self.text += " "
        return span


@dataclass(frozen=True, slots=True)
class Tale:
    """A report with its claims, and the mention of its incident."""

    report: Report
    claims: tuple[Claim, ...]
    incident: Mention

    def claim(self, predicate: str) -> Claim:
        return next(c for c in self.claims if c.subject == self.incident and c.predicate == predicate)


def tell(told: Told, number: int) -> Tale:
    """The report with that number; equal numbers and contents give one report."""
    page, said = _Page(), list[tuple[Kind, Span, str, Value | tuple[Span, Kind], Span]]()
    event = page.put(f"الواقعة {number}")
    said.append((Kind.INCIDENT, event, "type", Code(told.type), event))
    if told.when:
        span = page.put(told.when)
        said.append((Kind.INCIDENT, event, "date", When(EDTF(told.when)), span))
    if told.place:
        id_, name = told.place
        span = page.put(name)
        said.append((Kind.PLACE, span, "name", Text(name), span))
        if id_:
            said.append((Kind.PLACE, span, "gazetteer", Code(id_), span))
        said.append((Kind.INCIDENT, event, "place", (span, Kind.PLACE), span))
    for fate, count in told.counts.items():
        said.append((Kind.INCIDENT, event, fate, Count(count), page.put(f"{fate} {count}")))
    for group in told.groups:
        said.append((Kind.INCIDENT, event, "victim_group", Code(group), page.put(group)))
    for name, fate in told.victims:
        span, end = page.put(name), page.put(fate)
        said.append((Kind.PERSON, span, "name", Text(name), span))
        said += [(Kind.CASUALTY, end, key, value, end) for key, value in _casualty(span, event, fate)]
    for key, words in (("perpetrator", told.perpetrator), ("weapon", told.weapon)):
        if words:
            said.append(
                (Kind.INCIDENT, event, key, Text(words) if key == "perpetrator" else Code(words), page.put(words))
            )
    return _tale(page.text.strip(), told, f"r{number:05d}", said, event)


def _casualty(person: Span, event: Span, fate: str) -> list[tuple[str, Value | tuple[Span, Kind]]]:
    known: list[tuple[str, Value | tuple[Span, Kind]]] = [
        ("person", (person, Kind.PERSON)),
        ("incident", (event, Kind.INCIDENT)),
    ]
    return [*known, ("fate", Code(fate))]


def _tale(
    text: str,
    told: Told,
    name: str,
    said: Sequence[tuple[Kind, Span, str, Value | tuple[Span, Kind], Span]],
    event: Span,
) -> Tale:
    report = Report(sha256(text.encode()), text, name, told.published, outlet=told.outlet or None)

    def mention(kind: Kind, span: Span) -> Mention:
        return Mention(report.id, kind, span, text[span.start : span.end])

    def value(held: Value | tuple[Span, Kind]) -> Value:
        if isinstance(held, tuple):
            named = mention(held[1], held[0])
            return Ref(named.id, named.label)
        return held

    claims = tuple(Claim(mention(kind, at), key, value(held), words, METHOD) for kind, at, key, held, words in said)
    return Tale(report, claims, mention(Kind.INCIDENT, event))


def judged(
    claims: Iterable[Claim], verdict: Verdict = Verdict.ACCEPTED, at: str = AT, why: str = ""
) -> list[Judgement]:
    return [Judgement((claim.id,), verdict, "سعاد", at, why) for claim in claims]


def batch(tales: Sequence[Tale], accepted: bool = True) -> Batch:
    """All of the tales; where they are accepted, somebody judged each claim right."""
    claims = [claim for tale in tales for claim in tale.claims]
    reports = [(tale.report, tale.report.text.encode()) for tale in tales]
    return Batch(reports, claims, judged(claims) if accepted else [])


def record(ledger: Ledger, *tales: Tale, accepted: bool = True) -> None:
    """Into the ledger as one batch, and the register brought up to it."""
    ledger.append(batch(tales, accepted))
    update(ledger)
