"""`tawthiq show`: records with the words behind every value, and reports with their claims."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from tawthiq.cli.console import isolate, out, print_json, say
from tawthiq.cli.options import DEFAULT_STORE, Json, Store, without_marks
from tawthiq.cli.stores import existing
from tawthiq.model.enums import Kind

if TYPE_CHECKING:
    from tawthiq.ledger import Ledger
    from tawthiq.model.records import Record

_CARDS = 5
"""More records than this are listed; up to this many are shown with their claims."""

_REPORT = "report"
SHOWN = (_REPORT, *(kind.value for kind in Kind))


def _shown(kind: str) -> str:
    if kind not in SHOWN:
        raise typer.BadParameter(f"{kind!r} is not one of {', '.join(SHOWN)}.")
    return kind


def show(
    kind: Annotated[str, typer.Argument(callback=_shown, help=f"One of {', '.join(SHOWN)}.")],
    name: Annotated[list[str] | None, typer.Argument(help="A name or an id; all of the kind without it.")] = None,
    store: Store = DEFAULT_STORE,
    json: Json = False,
) -> None:
    """Show records of a kind, or those of a name with every claim behind them, also the claims that contradict.

    Examples:

        tawthiq show person

        tawthiq show person أبو زريق

        tawthiq show tally --json

        tawthiq show report seed
    """
    words = without_marks(" ".join(name or []))
    with existing(store) as ledger:
        if kind == _REPORT:
            _show_reports(ledger, words, json)
        else:
            _show_records(ledger, Kind(kind), words, json)


def _show_records(ledger: Ledger, kind: Kind, words: str, json: bool) -> None:
    from tawthiq.cli.cards import card, listing
    from tawthiq.cli.plain import record_json
    from tawthiq.register import claims_behind, counted, records

    found = _matching(ledger, kind, words) if words else list(records(ledger, kind))
    if json:
        print_json([record_json(record, claims_behind(ledger, record)) | _listed(ledger, record) for record in found])
    elif words and len(found) <= _CARDS:
        for record in found:
            out.print(card(record, claims_behind(ledger, record)))
            _tell_candidates(ledger, record)
    elif found:
        out.print(listing(f"{len(found)} {kind} record(s)", kind, found, counted(ledger, found)))
        say(f"one with its words: tawthiq show {kind} ID")
    else:
        say(f"the store has no {kind}")


def _listed(ledger: Ledger, record: Record) -> dict[str, Any]:
    """A person's candidates on lists, as the last screening found them; nothing for any other record."""
    from tawthiq.link.lists.records import hits_of

    hits = hits_of(ledger, record.id) if record.kind is Kind.PERSON else []
    return {"candidates": hits} if hits else {}


def _tell_candidates(ledger: Ledger, record: Record) -> None:
    for hit in _listed(ledger, record).get("candidates", ()):
        entry = f"{hit['list']} {hit['entry']} · {isolate(hit['listed'])} · {hit['score']:.2f}"
        say(f"candidate on a list, by name: {entry}")
        for line in hit["explanation_ar"]:
            say(f"    {isolate(line)}")


def _matching(ledger: Ledger, kind: Kind, words: str) -> list[Record]:
    """Records of that name; by id where no name fits. NotFoundError where neither does."""
    from tawthiq.errors import AmbiguousError, NotFoundError
    from tawthiq.register import find_records, get_record

    found = find_records(ledger, kind, words)
    if found:
        return found
    try:
        record = get_record(ledger, words)
    except AmbiguousError:
        raise
    except NotFoundError:
        raise NotFoundError(f"no {kind} {words!r} in the store, by name or by id") from None
    if record.kind is not kind:
        raise NotFoundError(f"{words!r} is no {kind}; try: tawthiq show {record.kind} {words}")
    return [record]


def _show_reports(ledger: Ledger, words: str, json: bool) -> None:
    from tawthiq.cli import cards, plain

    if words:
        report = ledger.find_report(words)
        claims = list(ledger.claims(report.id))
        if json:
            print_json(plain.report_with_claims(report, claims))
        else:
            out.print(cards.report_card(report, claims))
        return
    reports = list(ledger.reports())
    if json:
        print_json([plain.report_json(report) for report in reports])
    elif reports:
        out.print(cards.reports(reports))
    else:
        say("the store has no report")
