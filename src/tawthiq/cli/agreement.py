"""`tawthiq agreement`: what was promised, what then happened, who did as was promised."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Annotated, Any

import typer

from tawthiq.cli.agreement_forms import respond, write
from tawthiq.cli.agreement_pax import export, import_
from tawthiq.cli.agreement_table import compliance, episodes
from tawthiq.cli.console import isolate, out, print_json, say, table
from tawthiq.cli.guard import guarded
from tawthiq.cli.options import DEFAULT_STORE, Json, Store, without_marks
from tawthiq.cli.stores import existing

if TYPE_CHECKING:
    from tawthiq.ledger import Ledger

agreement = typer.Typer(
    no_args_is_help=True,
    help="Agreements: who promised what, what then happened, who did as was promised. It observes; it directs nobody.",
)

Name = Annotated[list[str] | None, typer.Argument(help="Name or id of an agreement; all of them without it.")]


def show(name: Name = None, store: Store = DEFAULT_STORE, json: Json = False) -> None:
    """Show an agreement: kind, course, parties, delegations, clauses, aims, denials, what came before; all with words.

    Examples:

        tawthiq agreement show

        tawthiq agreement show اتفاقية دفاع مشترك

        tawthiq agreement show 3fa9 --json
    """
    from tawthiq.agreements.dossier import Dossier, find_agreement
    from tawthiq.agreements.plain import agreement_facts

    words = without_marks(" ".join(name or []))
    with existing(store) as ledger:
        if not words:
            _list(ledger, json)
            return
        told = agreement_facts(Dossier(ledger, find_agreement(ledger, words)))
    if json:
        print_json(told)
    else:
        _print(told)


def clauses(name: Name = None, store: Store = DEFAULT_STORE, json: Json = False) -> None:
    """Show clauses: what triggers each, who owes what to whom within what time, exceptions and duration.

    Examples:

        tawthiq agreement clauses

        tawthiq agreement clauses 3fa9 --json
    """
    from tawthiq.agreements.dossier import Dossier, find_agreement
    from tawthiq.agreements.plain import clause_facts

    words = without_marks(" ".join(name or []))
    with existing(store) as ledger:
        wanted = [find_agreement(ledger, words)] if words else _agreements(ledger)
        found = [clause for each in wanted for clause in clause_facts(Dossier(ledger, each))]
    if json:
        print_json(found)
        return
    rows = [(c["id"][:8], *(_words(c[key]) for key in ("number", "trigger", "obligation", "within"))) for c in found]
    out.print(table(f"{len(found)} clause(s)", ("id", "number", "trigger", "obligation", "within"), rows))


def _agreements(ledger: Ledger) -> list[Any]:
    from tawthiq.model import Kind
    from tawthiq.register import records

    return list(records(ledger, Kind.AGREEMENT))


def _list(ledger: Ledger, json: bool) -> None:
    from tawthiq.agreements.overview import overview

    rows = [(g.agreement.id, g.agreement.label, g.status, g.clauses, g.delegations) for g in overview(ledger)]
    if json:
        keys = ("id", "label", "status", "clauses", "delegations")
        print_json([dict(zip(keys, row, strict=True)) for row in rows])
    elif rows:
        short = [(row[0][:8], *row[1:]) for row in rows]
        out.print(table(f"{len(rows)} agreement(s)", ("id", "agreement", "status", "clauses", "delegations"), short))
    else:
        say("the store has no agreement")


def _print(told: dict[str, Any]) -> None:
    out.print(table(told["label"], ("field", "value", "standing", "words"), list(_rows(told))))
    for delegation in told["delegations"]:
        came = "، ".join(v["value"] for v in delegation["delegate"]) or "nobody"
        note = _words(delegation["note"])
        line = f"{_words(delegation['mode'])} · {isolate(_words(delegation['area']))} · {isolate(came)}"
        say(line + (f" · {isolate(note)}" if note else ""))
    for clause in told["clauses"]:
        say(f"clause {clause['id'][:8]} · {isolate(clause['label'])}")
    for name in ("predecessors", "successors"):
        for record in told[name]:
            say(f"{name[:-1]} {record['id'][:8]} · {record['kind']} · {isolate(record['label'])}")


def _rows(told: dict[str, Any]) -> Iterable[tuple[object, ...]]:
    from tawthiq.agreements.plain import BESIDE, PLAIN

    yield "status", told["status"] or "?", "", ""
    for step in told["course"]:
        yield "course", f"{step['status']} {step['day'] or ''}", "", _first_words(step["words"])
    for name in (*PLAIN, *BESIDE):
        for each in told[name]:
            yield name, each["value"], each["standing"], _first_words(each["words"])
    for each in told["denials"]:
        yield f"denied {each['field']}", each["value"], each["standing"], _first_words(each["words"])


def _first_words(words: list[dict[str, Any]]) -> str:
    return next(
        (f"{w['report']}: {' '.join(w['quote'].split())[:80]} ({w['speaker'] or 'the outlet'})" for w in words), ""
    )


def _words(values: list[dict[str, Any]]) -> str:
    return "، ".join(each["value"] for each in values)


for command in (show, clauses, episodes, compliance, write, respond, export):
    agreement.command()(guarded(command))
agreement.command("import")(guarded(import_))
