"""`tawthiq summary` and `tawthiq rebuild`: the register as a whole."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tawthiq.cli.console import out, print_json, say, table, working
from tawthiq.cli.options import DEFAULT_STORE, Json, Store
from tawthiq.cli.stores import existing

if TYPE_CHECKING:
    from tawthiq.ledger import Ledger


def summary(store: Store = DEFAULT_STORE, json: Json = False) -> None:
    """What the store holds: reports, claims by stance, records by kind, and the rule that they follow.

    Examples:

        tawthiq summary

        tawthiq summary --store daraa.db --json
    """
    with existing(store) as ledger:
        facts = summarise(ledger)
    if json:
        print_json(facts)
        return
    out.print(table("In the store", ("what", "how many"), facts["ledger"].items()))
    out.print(table("Records", ("kind", "how many"), facts["records"].items()))
    say(facts["rule"])


def summarise(ledger: Ledger) -> dict[str, Any]:
    """Counts of the ledger and of the register, with the register's hash and the rule in print."""
    from collections import Counter

    from tawthiq.register import default_rule, records, stored_hash

    reports = list(ledger.reports())
    stances = Counter(claim.stance.value for claim in ledger.claims())
    kinds = Counter(record.kind.value for record in records(ledger))
    days = sorted(report.published for report in reports if report.published)
    return {
        "ledger": {
            "reports": len(reports),
            "published from": days[0].isoformat() if days else None,
            "published to": days[-1].isoformat() if days else None,
            "claims": stances.total(),
            **{f"claims: {stance}": n for stance, n in sorted(stances.items())},
            "judgements": sum(1 for _ in ledger.judgements()),
        },
        "records": dict(sorted(kinds.items())),
        "register": stored_hash(ledger),
        "rule": default_rule().text_en,
    }


def rebuild(store: Store = DEFAULT_STORE, json: Json = False) -> None:
    """Forget all records and make them again from reports, claims and judgements; the result is the same, bit for bit.

    Examples:

        tawthiq rebuild

        tawthiq rebuild --store daraa.db
    """
    from tawthiq.ledger import open_ledger
    from tawthiq.register import rebuild as rebuild_register
    from tawthiq.register import stored_hash

    with open_ledger(store, create=False) as ledger, working("Making the records"):
        changes = rebuild_register(ledger)
        digest = stored_hash(ledger)
    if json:
        print_json({"records": len(changes.made), "register": digest})
    else:
        say(f"{len(changes.made)} record(s); register {digest}")
