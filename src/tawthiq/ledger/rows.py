"""Things to rows and back."""

from __future__ import annotations

import json
from datetime import date
from typing import Any, TypeAlias

from sqlalchemy import RowMapping

from tawthiq.model import (
    Bound,
    Claim,
    Judgement,
    Kind,
    Mention,
    Report,
    Span,
    Speaker,
    Stance,
    Verdict,
    Voice,
    from_json,
)
from tawthiq.model.ids import canonical

Row: TypeAlias = RowMapping


def report_row(report: Report, id_: str, batch: int) -> dict[str, Any]:
    return {
        "id": id_,
        "batch": batch,
        "sha256": report.sha256,
        "text": report.text,
        "name": report.name,
        "published": report.published.isoformat() if report.published else None,
        "title": report.title,
        "outlet": report.outlet,
        "author": report.author,
        "language": report.language,
        "media_type": report.media_type,
        "retrieved": report.retrieved,
    }


def report_of(row: Row) -> Report:
    return Report(
        sha256=row["sha256"],
        text=row["text"],
        name=row["name"],
        published=date.fromisoformat(row["published"]) if row["published"] else None,
        title=row["title"],
        outlet=row["outlet"],
        author=row["author"],
        language=row["language"],
        media_type=row["media_type"],
        retrieved=row["retrieved"],
    )


def claim_row(claim: Claim, id_: str, subject: str, batch: int) -> dict[str, Any]:
    mention = claim.subject
    return {
        "id": id_,
        "batch": batch,
        "report": mention.report,
        "subject": subject,
        "kind": mention.kind.value,
        "subject_start": mention.span.start,
        "subject_end": mention.span.end,
        "label": mention.label,
        "predicate": claim.predicate,
        "value": canonical(claim.value.to_json()),
        "span_start": claim.span.start,
        "span_end": claim.span.end,
        "method": claim.method,
        "voice": claim.speaker.voice.value,
        "speaker": claim.speaker.label,
        "stance": claim.stance.value,
        "bound": claim.bound.value,
        "confidence": claim.confidence,
    }


def mention_of(row: Row) -> Mention:
    return Mention(row["report"], Kind(row["kind"]), Span(row["subject_start"], row["subject_end"]), row["label"])


def claim_of(row: Row) -> Claim:
    return Claim(
        subject=mention_of(row),
        predicate=row["predicate"],
        value=from_json(json.loads(row["value"])),
        span=Span(row["span_start"], row["span_end"]),
        method=row["method"],
        speaker=Speaker(Voice(row["voice"]), row["speaker"]),
        stance=Stance(row["stance"]),
        bound=Bound(row["bound"]),
        confidence=row["confidence"],
    )


def judgement_row(judgement: Judgement, id_: str, batch: int) -> dict[str, Any]:
    target, *other = judgement.target
    return {
        "id": id_,
        "batch": batch,
        "target": target,
        "other": other[0] if other else None,
        "verdict": judgement.verdict.value,
        "judged_by": judgement.by,
        "judged_at": judgement.at,
        "why": judgement.why,
        "correction": canonical(judgement.correction.to_json()) if judgement.correction else None,
    }


def judgement_of(row: Row) -> Judgement:
    return Judgement(
        target=(row["target"],) if row["other"] is None else (row["target"], row["other"]),
        verdict=Verdict(row["verdict"]),
        by=row["judged_by"],
        at=row["judged_at"],
        why=row["why"],
        correction=from_json(json.loads(row["correction"])) if row["correction"] else None,
    )
