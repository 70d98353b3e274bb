"""Episodes and the table of compliance as plain data; every cell opens onto its words (needs the extra `figures`)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from heapq import nlargest
from typing import Any

from tawthiq.agreements.cells import Cell, State
from tawthiq.agreements.compliance import ALWAYS, Followed, Line, due
from tawthiq.agreements.monitor import Monitor
from tawthiq.agreements.plain import Facts, claim_words
from tawthiq.figures.areas import name_of
from tawthiq.model.ids import digest
from tawthiq.register import claims_behind, get_record


def latest(monitor: Monitor, followed: Sequence[Followed], limit: int) -> list[tuple[Followed, int]]:
    """The latest episodes (a clause and a row), by the day of their incidents; duties that always hold come last."""
    days = monitor.facets.columns.first
    opened = (
        (int(days[row]) if row >= 0 else 0, at, int(row)) for at, each in enumerate(followed) for row in each.rows
    )
    return [(followed[at], row) for _, at, row in nlargest(limit, opened)]


def episode_facts(monitor: Monitor, each: Followed, row: int) -> Facts:
    """What opened it, what is owed until when, and each party's cell. `incident` is a record's id, "" for none."""
    columns, last = monitor.facets.columns, due(each.clause, monitor.facets.columns, row)
    incident = "" if row == ALWAYS else columns.record(row)
    first = each.clause.force.first if row == ALWAYS else int(columns.first[row])
    told = {} if row == ALWAYS else {name: columns.word(name, row) for name in ("type", "place", "perpetrator")}
    return {
        "id": digest("episode", each.clause.clause, incident),
        "clause": each.clause.clause,
        "agreement": each.clause.agreement,
        "incident": incident,
        "from": _day(first),
        "act": told.get("type", ""),
        "place": name_of(told["place"]) if told.get("place") else "",
        "perpetrator": told.get("perpetrator", ""),
        "obligation": each.clause.obligation,
        "exception": each.clause.exception or None,
        "due": _day(last),
        "words": record_words(monitor, incident) if incident else [],
        "cells": [cell_facts(monitor, cell) for cell in each.cells(row)],
    }


def _day(ordinal: int | None) -> str | None:
    return date.fromordinal(ordinal).isoformat() if ordinal else None


def record_words(monitor: Monitor, id_: str) -> list[Facts]:
    """The claims behind an incident or a clause that count under the rule, so that silence too opens onto words."""
    behind = claims_behind(monitor.ledger, get_record(monitor.ledger, id_))
    admits = monitor.rule.admits
    return [claim_words(b.claim, b.report, b.standing) for b in behind if b.standing is not None and admits(b.standing)]


def cell_facts(monitor: Monitor, cell: Cell) -> Facts:
    """A party's state in one episode with the claims of responses behind it."""
    claims = monitor.ledger.claims_by_id(cell.claims)
    words = [claim_words(claim, monitor.ledger.report(claim.report)) for claim in claims]
    return {"party": cell.party.label, "state": cell.state, "late": cell.late, "words": words}


def compliance_facts(monitor: Monitor, each: Followed) -> Facts:
    """A clause's part of the table: how many episodes of each party stand how, and the cells of which more is known."""
    return {
        "clause": each.clause.clause,
        "agreement": each.clause.agreement,
        "trigger": each.clause.trigger or None,
        "obligation": each.clause.obligation,
        "not_watched": each.clause.why_not or None,
        "words": record_words(monitor, each.clause.clause),
        "parties": [_line(monitor, line) for line in each.lines],
    }


def counts(line: Line) -> dict[str, int]:
    """How many of a party's episodes stand how; `late` ones are fulfilled or partly so."""
    return {state.value: line.count(state) for state in State} | {"late": line.late}


def _line(monitor: Monitor, line: Line) -> dict[str, Any]:
    record = monitor.facets.columns.record
    answered = [
        {"incident": record(cell.row) if cell.row >= 0 else ""} | cell_facts(monitor, cell) for cell in line.answered
    ]
    return {"party": line.party.label, "owed": line.owed, **counts(line), "answered": answered}
