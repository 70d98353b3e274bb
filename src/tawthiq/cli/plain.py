"""Records, claims, reports and hits as plain data, for `--json`."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from tawthiq.cli.cards import brief, standing

if TYPE_CHECKING:
    from tawthiq.ledger import Hit
    from tawthiq.model import Claim, Report
    from tawthiq.model.records import Record
    from tawthiq.register import Behind


def record_json(record: Record, behind: Iterable[Behind]) -> dict[str, Any]:
    """A record with the values that count, and every claim behind it."""
    held = list(behind)
    return {
        "id": record.id,
        "kind": record.kind,
        "label": record.label,
        "values": brief(record, {each.claim.id: each.claim for each in held}),
        "claims": [claim_json(each.claim, each.quote) | _standing_json(each) for each in held],
    }


def _standing_json(each: Behind) -> dict[str, Any]:
    """Where the claim stands, and what somebody says is right instead."""
    right = each.correction.to_json() if each.correction else None
    return {"standing": standing(each), "correction": right, "report": each.report.name}


def review_json(each: Behind) -> dict[str, Any]:
    """A claim with its words, what it is about, and where it stands."""
    about = {"kind": each.claim.subject.kind, "of": each.claim.subject.label}
    return claim_json(each.claim, each.quote) | about | {"standing": standing(each), "report": each.report.name}


def claim_json(claim: Claim, quote: str) -> dict[str, Any]:
    """A claim with its words."""
    return {
        "id": claim.id,
        "predicate": claim.predicate,
        "value": claim.value.to_json(),
        "bound": claim.bound,
        "speaker": claim.speaker.label,
        "voice": claim.speaker.voice,
        "stance": claim.stance,
        "start": claim.span.start,
        "end": claim.span.end,
        "quote": quote,
        "method": claim.method,
        "confidence": claim.confidence,
    }


def report_json(report: Report) -> dict[str, Any]:
    return {
        "id": report.id,
        "name": report.name,
        "title": report.title,
        "outlet": report.outlet,
        "published": report.published.isoformat() if report.published else None,
        "sha256": report.sha256,
        "retrieved": report.retrieved,
        "language": report.language,
    }


def report_with_claims(report: Report, claims: Iterable[Claim]) -> dict[str, Any]:
    quoted = [claim_json(c, c.span.of(report.text)) | {"kind": c.subject.kind, "of": c.subject.label} for c in claims]
    return report_json(report) | {"text": report.text, "claims": quoted}


def hit_json(hit: Hit) -> dict[str, Any]:
    return {
        "kind": hit.kind,
        "of": hit.of,
        "id": hit.id,
        "report": hit.report,
        "label": hit.label,
        "snippet": hit.snippet,
        "start": hit.span.start,
        "end": hit.span.end,
    }
