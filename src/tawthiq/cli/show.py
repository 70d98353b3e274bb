"""`tawthiq show`: records with the words behind every value, and reports with their claims."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any

import typer

from tawthiq.cli.console import out, print_json, say, table
from tawthiq.cli.options import DEFAULT_STORE, Json, Store

if TYPE_CHECKING:
    from tawthiq.ledger import Ledger
    from tawthiq.model import Claim, Report
    from tawthiq.model.records import Record
    from tawthiq.register import Behind


class Shown(StrEnum):
    """What can be shown: the kinds of records, and reports."""

    REPORT = "report"
    PERSON = "person"
    GROUP = "group"
    PLACE = "place"
    INCIDENT = "incident"
    CASUALTY = "casualty"
    AFFILIATION = "affiliation"
    MEETING = "meeting"
    DELEGATION = "delegation"
    AGREEMENT = "agreement"
    CLAUSE = "clause"
    TALLY = "tally"
    LISTING = "listing"
    INITIATIVE = "initiative"
    POST = "post"
    STATEMENT = "statement"


def show(
    kind: Annotated[Shown, typer.Argument(help="What to show.")],
    name: Annotated[list[str] | None, typer.Argument(help="A name or an id; all of the kind without it.")] = None,
    store: Store = DEFAULT_STORE,
    json: Json = False,
) -> None:
    """Show records of a kind, or one of them with every claim behind it, also those that contradict.

    Examples:

        tawthiq show person

        tawthiq show person أبو زريق

        tawthiq show tally --json

        tawthiq show report seed
    """
    from tawthiq.ledger import open_ledger

    with open_ledger(store, create=False) as ledger:
        words = " ".join(name or [])
        if kind is Shown.REPORT:
            _show_reports(ledger, words, json)
        else:
            _show_records(ledger, kind, words, json)


def _show_records(ledger: Ledger, kind: Shown, words: str, json: bool) -> None:
    from tawthiq.model import Kind
    from tawthiq.register import claims_behind, records

    found = _matching(ledger, Kind(kind.value), words) if words else list(records(ledger, Kind(kind.value)))
    if json:
        print_json([_record_json(record, claims_behind(ledger, record)) for record in found])
    elif words:
        for record in found:
            _print_record(record, claims_behind(ledger, record))
    else:
        out.print(table(f"{len(found)} {kind}", (kind.value, "what is known", "id"), map(_line, found)))


def _matching(ledger: Ledger, kind: Any, words: str) -> list[Record]:
    """Records of that name; by id where no name fits. NotFoundError where neither does."""
    from tawthiq.register import find_records, get_record

    return find_records(ledger, kind, words) or [get_record(ledger, words)]


def _line(record: Record) -> tuple[str, str, str]:
    """Label, values in brief, short id."""
    said = [f"{name}: {', '.join(values)}" for name, values in brief(record).items() if name not in ("name",)]
    return record.label, " · ".join(said), record.id[:8]


def brief(record: Record) -> dict[str, list[str]]:
    """The values of a record that count, by field; a rejected or contested one is left out."""
    from tawthiq.model import Standing
    from tawthiq.model.records import predicates

    counted = (Standing.ACCEPTED, Standing.PROPOSED)
    fields = {name: getattr(record, name) for name in sorted(predicates(record.kind))}
    said = {name: [str(a.value) for a in attested if a.standing in counted] for name, attested in fields.items()}
    return {name: values for name, values in said.items() if values}


def _print_record(record: Record, behind: Iterable[Behind]) -> None:
    rows = [
        (
            b.claim.predicate,
            b.claim.value,
            _standing(b),
            b.claim.speaker.label or "the outlet",
            b.claim.stance,
            b.quote.replace("\n", " "),
            b.report.name,
            b.claim.id[:8],
        )
        for b in behind
    ]
    columns = ("field", "value", "standing", "who says so", "stance", "words", "report", "claim")
    out.print(table(f"{record.kind}: {record.label}  [{record.id[:8]}]", columns, rows))


def _standing(behind: Behind) -> str:
    return behind.standing.value if behind.standing else "left out"


def _record_json(record: Record, behind: Iterable[Behind]) -> dict[str, Any]:
    return {
        "id": record.id,
        "kind": record.kind,
        "label": record.label,
        "values": brief(record),
        "claims": [claim_json(b.claim, b.quote) | {"standing": _standing(b), "report": b.report.name} for b in behind],
    }


def claim_json(claim: Claim, quote: str) -> dict[str, Any]:
    """A claim with its words, for scripts."""
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
    }


def _show_reports(ledger: Ledger, words: str, json: bool) -> None:
    if words:
        report = ledger.find_report(words)
        _show_report(report, list(ledger.claims(report.id)), json)
        return
    reports = list(ledger.reports())
    if json:
        print_json([_report_json(report) for report in reports])
    else:
        rows = [(r.name, r.published, r.outlet, r.title, r.id[:8]) for r in reports]
        out.print(table(f"{len(reports)} report(s)", ("name", "published", "outlet", "title", "id"), rows))


def _show_report(report: Report, claims: list[Claim], json: bool) -> None:
    if json:
        quoted = [claim_json(c, c.span.of(report.text)) | {"of": c.subject.label} for c in claims]
        print_json(_report_json(report) | {"text": report.text, "claims": quoted})
        return
    say(f"{report.title or report.name} · published {report.published or 'unknown'} · SHA-256 {report.sha256}")
    rows = [
        (c.subject.kind, c.subject.label, c.predicate, c.value, c.speaker.label, c.stance, c.id[:8]) for c in claims
    ]
    columns = ("kind", "of", "field", "value", "who says so", "stance", "claim")
    out.print(table(f"{len(claims)} claim(s)", columns, rows))


def _report_json(report: Report) -> dict[str, Any]:
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
