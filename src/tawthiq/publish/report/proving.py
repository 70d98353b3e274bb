"""What the ledger adds to a report's content: the words behind each incident, its victims, its sources."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from sqlalchemy import select

from tawthiq.figures.lineage import words_behind
from tawthiq.ledger import Ledger
from tawthiq.model import Code, Ref
from tawthiq.model.codes import code_list, list_of
from tawthiq.model.records import Casualty, Record
from tawthiq.publish.report.content import Content, Evidence, IncidentLine, Label
from tawthiq.register import Behind
from tawthiq.register.canonical import record_from_json
from tawthiq.register.store import chunks
from tawthiq.register.tables import record_mentions, records

_FIELDS = ("type", "date", "place", "killed", "injured", "abducted", "detained", "survived", "perpetrator", "weapon")


def prove(ledger: Ledger, content: Content) -> Content:
    """The content with the claims of each listed incident, who was hurt in it, and which reports tell of it."""
    held = _records(ledger, [line.record for line in content.incidents])
    said = words_behind(ledger, held)
    victims = _victims(ledger, held.values())
    lines = tuple(_told(line, said[line.record], victims[line.record]) for line in content.incidents)
    evidence = {
        record: tuple(_evidence(each) for each in claims if each.claim.predicate in _FIELDS)
        for record, claims in said.items()
    }
    return replace(content, incidents=lines, evidence={record: each for record, each in evidence.items() if each})


def _records(ledger: Ledger, ids: Iterable[str]) -> dict[str, Record]:
    found: dict[str, Record] = {}
    with ledger.reading() as connection:
        for part in chunks(ids):
            asked = select(records.c.id, records.c.body).where(records.c.id.in_(part))
            found.update((row.id, record_from_json(json.loads(row.body))) for row in connection.execute(asked))
    return found


def _victims(ledger: Ledger, held: Iterable[Record]) -> defaultdict[str, list[str]]:
    """Names of those who were hurt, by the incident's record."""
    of = {mention: record.id for record in held for mention in record.mentions}
    found: defaultdict[str, list[str]] = defaultdict(list)
    for casualty in _casualties(ledger, of):
        names = [each.value.label for each in casualty.person if isinstance(each.value, Ref) and each.standing.counts]
        incidents = {of.get(each.value.mention, "") for each in casualty.incident if isinstance(each.value, Ref)}
        for record in incidents - {""}:
            found[record] += names[:1]
    return found


def _casualties(ledger: Ledger, incidents: Iterable[str]) -> list[Casualty]:
    """Those whom the reports of these mentions tell of."""
    c = record_mentions.c
    bodies: dict[str, str] = {}
    with ledger.reading() as connection:
        reports: set[str] = set()
        for part in chunks(incidents):
            reports.update(connection.scalars(select(c.report).where(c.mention.in_(part))))
        for part in chunks(sorted(reports)):
            where = (c.report.in_(part)) & (c.kind == "casualty") & (records.c.slot == c.slot)
            found = connection.execute(select(records.c.id, records.c.body).where(where))
            bodies.update((row.id, row.body) for row in found)
    made = (record_from_json(json.loads(bodies[id_])) for id_ in sorted(bodies))
    return [each for each in made if isinstance(each, Casualty)]


def _told(line: IncidentLine, said: Iterable[Behind], victims: Iterable[str]) -> IncidentLine:
    sources = dict.fromkeys(each.report.outlet or each.report.name for each in said)
    return replace(line, sources=tuple(sources), victims=tuple(dict.fromkeys(victims)))


def _evidence(each: Behind) -> Evidence:
    entry = code_list("fields").get(each.claim.predicate)
    name = each.claim.predicate
    return Evidence(
        claim=each.claim.id,
        field=Label(name, entry.ar, entry.en) if entry else Label(name, name, name),
        value=_value(each),
        quote=each.quote,
        speaker=each.claim.speaker.label or "",
        report=each.report.title or each.report.name,
        published=each.report.published.isoformat() if each.report.published else "",
        stance=each.claim.stance,
    )


def _value(each: Behind) -> Label:
    """What the claim says, or its correction; a code of a list in the words of the list."""
    value = each.correction or each.claim.value
    name = list_of(each.claim.subject.kind, each.claim.predicate) if isinstance(value, Code) else None
    entry = code_list(name).get(str(value)) if name is not None else None
    return Label(str(value), entry.ar, entry.en) if entry else Label(str(value), str(value))
