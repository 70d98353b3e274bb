"""`tawthiq agreement episodes|compliance`: clauses held against accepted incidents."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from tawthiq.cli.console import out, print_json, say, table, working
from tawthiq.cli.count import RuleOption, needs_figures
from tawthiq.cli.options import DEFAULT_STORE, Json, Store, without_marks
from tawthiq.cli.stores import existing

if TYPE_CHECKING:
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
    needs_figures()
    from tawthiq.agreements.telling import episode_facts, latest

    with existing(store) as ledger:
        monitor, found = _followed(ledger, name, rule)
        told = [episode_facts(monitor, each, row) for each, row in latest(monitor, found, limit)]
    left = sum(len(each.rows) for each in found) - len(told)
    if json:
        print_json(told)
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
    needs_figures()
    from tawthiq.agreements.telling import compliance_facts, counts

    with existing(store) as ledger:
        monitor, found = _followed(ledger, name, rule)
        if json:
            print_json([compliance_facts(monitor, each) for each in found])
            return
    states = ("fulfilled", "late", "partly", "breached", "disputed", "not_known")
    rows = [
        (
            each.clause.clause[:8],
            each.clause.obligation,
            line.party.label,
            line.owed,
            *(counts(line)[s] for s in states),
        )
        for each in found
        for line in each.lines
    ]
    out.print(table("Compliance", ("id", "owed", "by", "episodes", *states), rows))
    _tell_unwatched(found)


def _followed(ledger: Any, name: list[str] | None, rule: str) -> tuple[Monitor, list[Followed]]:
    from tawthiq.agreements.dossier import find_agreement
    from tawthiq.agreements.monitor import Monitor
    from tawthiq.figures.inclusion import load_inclusion

    words = without_marks(" ".join(name or []))
    wanted = find_agreement(ledger, words).id if words else None
    monitor = Monitor(ledger, load_inclusion(rule))
    with working("Holding clauses against incidents"):
        found = monitor.followed()
    return monitor, [each for each in found if wanted in (None, each.clause.agreement)]


def _tell_unwatched(found: list[Followed]) -> None:
    if not found:
        say("no clause counts under the rule; --rule proposed takes in what nobody has judged yet")
    for each in found:
        if each.clause.why_not:
            say(f"clause {each.clause.clause[:8]} is not held against incidents: {each.clause.why_not}")


def _states(cells: list[dict[str, Any]]) -> str:
    known = [
        f"{cell['party']}: {cell['state']}{' late' * cell['late']}" for cell in cells if cell["state"] != "not_known"
    ]
    unknown = len(cells) - len(known)
    return "; ".join([*known, *([f"{unknown} not known"] if unknown else [])])
