"""`tawthiq agreement episodes|compliance`: clauses held against accepted incidents."""

from __future__ import annotations

from datetime import date
from heapq import nlargest
from typing import TYPE_CHECKING, Annotated, Any

import typer

from tawthiq.cli.console import out, print_json, say, table, working
from tawthiq.cli.count import RuleOption, needs_figures
from tawthiq.cli.options import DEFAULT_STORE, Json, Store, without_marks
from tawthiq.cli.stores import existing

if TYPE_CHECKING:
    from tawthiq.agreements.cells import Cell
    from tawthiq.agreements.compliance import Followed
    from tawthiq.agreements.monitor import Monitor

Name = Annotated[list[str] | None, typer.Argument(help="Name or id of an agreement; all of them without it.")]
Limit = Annotated[int, typer.Option("--limit", min=1, help="How many episodes to show, the latest first.")]


def episodes(
    name: Name = None,
    limit: Limit = 50,
    rule: RuleOption = "accepted",
    store: Store = DEFAULT_STORE,
    json: Json = False,
) -> None:
    """Show episodes: each accepted incident that triggers a clause, what was then owed, by whom, until when.

    Needs the extra tawthiq[figures].

    Examples:

        tawthiq agreement episodes

        tawthiq agreement episodes 3fa9 --rule proposed --json
    """
    with existing(store) as ledger:
        monitor, found = _followed(ledger, name, rule)
        told = [_episode_json(monitor, each, row) for each, row in _latest(monitor, found, limit)]
        left = sum(len(each.rows) for each in found) - len(told)
        if json:
            print_json([episode | {"cells": _with_words(monitor, episode["cells"])} for episode in told])
            return
    rows = [
        (e["incident"][:8], e["from"], e["place"], e["act"], e["obligation"], e["due"], _states(e["cells"]))
        for e in told
    ]
    columns = ("id", "date", "place", "act", "owed", "until", "parties")
    out.print(table(f"{len(told)} episode(s)", columns, rows))
    if left > 0:
        say(f"{left} more: --limit N")
    _tell_unwatched(found)


def compliance(
    name: Name = None, rule: RuleOption = "accepted", store: Store = DEFAULT_STORE, json: Json = False
) -> None:
    """Show who did as was promised, by clause and party. What nobody reports is not known; it is never a breach.

    Needs the extra tawthiq[figures].

    Examples:

        tawthiq agreement compliance

        tawthiq agreement compliance 3fa9 --json
    """
    with existing(store) as ledger:
        monitor, found = _followed(ledger, name, rule)
        told = [_clause_json(monitor, each, json) for each in found]
    if json:
        print_json(told)
        return
    states = ("fulfilled", "late", "partly", "breached", "disputed", "not_known")
    rows = [
        (clause["clause"][:8], clause["obligation"], line["party"], line["owed"], *(line[state] for state in states))
        for clause in told
        for line in clause["parties"]
    ]
    out.print(table("Compliance", ("id", "owed", "by", "episodes", *states), rows))
    _tell_unwatched(found)


def _followed(ledger: Any, name: list[str] | None, rule: str) -> tuple[Monitor, list[Followed]]:
    needs_figures()
    from tawthiq.agreements.dossier import find_agreement
    from tawthiq.agreements.monitor import Monitor
    from tawthiq.figures.inclusion import load_inclusion

    words = without_marks(" ".join(name or []))
    wanted = find_agreement(ledger, words).id if words else None
    monitor = Monitor(ledger, load_inclusion(rule))
    with working("Holding clauses against incidents"):
        found = monitor.followed()
    return monitor, [each for each in found if wanted in (None, each.clause.agreement)]


def _latest(monitor: Monitor, found: list[Followed], limit: int) -> list[tuple[Followed, int]]:
    """The latest episodes, by the day of their incidents; duties that always hold come last."""
    days = monitor.facets.columns.first
    opened = ((int(days[row]) if row >= 0 else 0, at, int(row)) for at, each in enumerate(found) for row in each.rows)
    return [(found[at], row) for _, at, row in nlargest(limit, opened)]


def _tell_unwatched(found: list[Followed]) -> None:
    if not found:
        say("no clause counts under the rule; --rule proposed takes in what nobody has judged yet")
    for each in found:
        if each.clause.why_not:
            say(f"clause {each.clause.clause[:8]} is not held against incidents: {each.clause.why_not}")


def _episode_json(monitor: Monitor, each: Followed, row: int) -> dict[str, Any]:
    from tawthiq.agreements.compliance import ALWAYS, due
    from tawthiq.figures.areas import name_of
    from tawthiq.model.ids import digest

    columns, last = monitor.facets.columns, due(each.clause, monitor.facets.columns, row)
    incident = "" if row == ALWAYS else columns.record(row)
    first = each.clause.force.first if row == ALWAYS else int(columns.first[row])
    told = {} if row == ALWAYS else {name: columns.word(name, row) for name in ("type", "place", "perpetrator")}
    return {
        "id": digest("episode", each.clause.clause, incident),
        "clause": each.clause.clause,
        "agreement": each.clause.agreement,
        "incident": incident,
        "from": date.fromordinal(first).isoformat() if first else None,
        "act": told.get("type", ""),
        "place": name_of(told["place"]) if told.get("place") else "",
        "perpetrator": told.get("perpetrator", ""),
        "obligation": each.clause.obligation,
        "exception": each.clause.exception or None,
        "due": date.fromordinal(last).isoformat() if last is not None else None,
        "cells": [_cell_json(cell) for cell in each.cells(row)],
    }


def _cell_json(cell: Cell) -> dict[str, Any]:
    return {"party": cell.party.label, "state": cell.state, "late": cell.late, "claims": list(cell.claims)}


def _with_words(monitor: Monitor, cells: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Cells that open onto the words behind them."""
    from tawthiq.cli.plain import claim_json

    found = []
    for cell in cells:
        claims = monitor.ledger.claims_by_id(cell["claims"])
        words = [
            claim_json(claim, claim.span.of(report.text)) | {"report": report.name}
            for claim in claims
            for report in [monitor.ledger.report(claim.report)]
        ]
        found.append({**cell, "claims": words})
    return found


def _clause_json(monitor: Monitor, each: Followed, words: bool) -> dict[str, Any]:
    return {
        "clause": each.clause.clause,
        "agreement": each.clause.agreement,
        "trigger": each.clause.trigger or None,
        "obligation": each.clause.obligation,
        "not_watched": each.clause.why_not or None,
        "parties": [_line_json(monitor, each, at, words) for at in range(len(each.lines))],
    }


def _line_json(monitor: Monitor, each: Followed, at: int, words: bool) -> dict[str, Any]:
    from tawthiq.agreements.cells import State

    line = each.lines[at]
    counts = {state.value: line.count(state) for state in State}
    told: dict[str, Any] = {"party": line.party.label, "owed": line.owed, **counts, "late": line.late}
    if words:
        columns = monitor.facets.columns
        incidents = [columns.record(cell.row) if cell.row >= 0 else "" for cell in line.answered]
        cells = _with_words(monitor, [_cell_json(cell) for cell in line.answered])
        told["answered"] = [cell | {"incident": id_} for cell, id_ in zip(cells, incidents, strict=True)]
    return told


def _states(cells: list[dict[str, Any]]) -> str:
    known = [
        f"{cell['party']}: {cell['state']}{' late' * cell['late']}" for cell in cells if cell["state"] != "not_known"
    ]
    unknown = len(cells) - len(known)
    return "; ".join([*known, *([f"{unknown} not known"] if unknown else [])])
