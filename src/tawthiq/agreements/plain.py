"""An agreement as plain data, for `--json` and for pages: every value with its standing and its words."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from tawthiq.agreements.dossier import Dossier, Status, Valued
from tawthiq.model import Claim, Report, Standing
from tawthiq.model.records import Record, predicates

Facts = dict[str, Any]

PLAIN = ("nature", "stage", "scope", "party", "signatory", "guarantor", "mediator", "place", "date", "duration")
BESIDE = ("aim", "text", "version")
MANDATE = ("area", "delegate", "mode", "note")
CLAUSE = (
    "number", "trigger", "act", "threat_from", "where", "area",
    "obligation", "duty_of", "owed_to", "within", "exception", "duration",
)  # fmt: skip


def agreement_facts(held: Dossier) -> Facts:
    """All of an agreement; what somebody denies stands apart under `denials`."""
    return {
        "id": held.agreement.id,
        "label": held.agreement.label,
        "status": held.status,
        "course": [_step(each) for each in held.course()],
        **{name: values(held.values(name)) for name in PLAIN},
        **{name: values(each for each in held.values(name) if not each.denied) for name in BESIDE},
        "denials": [value(v) | {"field": n} for n in (*PLAIN, *BESIDE) for v in held.values(n) if v.denied],
        "delegations": [_fields(held, row, MANDATE) for row in held.delegations],
        "clauses": clause_facts(held),
        "predecessors": [_beside(held, record) for record in held.predecessors],
        "successors": [_beside(held, record) for record in held.successors],
    }


def clause_facts(held: Dossier) -> list[Facts]:
    """The clauses of an agreement in their parts."""
    return [_fields(held, clause, CLAUSE) | {"agreement": held.agreement.id} for clause in held.clauses]


def values(said: Iterable[Valued]) -> list[Facts]:
    return [value(each) for each in said]


def value(each: Valued) -> Facts:
    """A value with what it counts for, and every claim behind it with its words."""
    words = [claim_words(b.claim, b.report, b.standing) for b in each.words]
    return {"value": str(each.value), "standing": each.standing, "words": words}


def claim_words(claim: Claim, report: Report, standing: Standing | None = None) -> Facts:
    """A claim with who says it, and where its words stand: `quote` is verbatim report.text[start:end]."""
    return {
        "claim": claim.id,
        "predicate": claim.predicate,
        "value": str(claim.value),
        "speaker": claim.speaker.label,
        "stance": claim.stance,
        "standing": standing,
        "report": report.name,
        "published": report.published.isoformat() if report.published else None,
        "start": claim.span.start,
        "end": claim.span.end,
        "quote": claim.span.of(report.text),
    }


def _step(each: Status) -> Facts:
    words = [word for said in (each.day, each.told) if said for word in value(said)["words"]]
    return {"status": each.status, "day": str(each.day.value) if each.day else None, "words": words}


def _fields(held: Dossier, record: Record, names: Iterable[str]) -> Facts:
    said = held.fields_of(record, names)
    return {"id": record.id, "label": record.label, **{name: values(each) for name, each in said.items()}}


def _beside(held: Dossier, record: Record) -> Facts:
    said = held.fields_of(record, sorted(predicates(record.kind)))
    told = {name: values(each) for name, each in said.items() if each}
    return {"id": record.id, "kind": record.kind, "label": record.label, **told}
