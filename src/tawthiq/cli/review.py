"""`tawthiq review`: what a person should look at first."""

from __future__ import annotations

from typing import Annotated

import typer

from tawthiq.cli.console import out, print_json, say
from tawthiq.cli.options import DEFAULT_STORE, Json, Store
from tawthiq.cli.stores import existing
from tawthiq.model.enums import Kind


def review(
    kind: Annotated[Kind | None, typer.Option("--kind", metavar="KIND", help="Only claims about this kind.")] = None,
    limit: Annotated[int, typer.Option("--limit", min=1, help="How many claims to show.")] = 20,
    store: Store = DEFAULT_STORE,
    json: Json = False,
) -> None:
    """Show the claims that nobody has judged yet, those first of which the machine is least sure.

    Examples:

        tawthiq review

        tawthiq review --kind incident --limit 5 --json
    """
    from tawthiq.cli.cards import doubtful
    from tawthiq.cli.plain import review_json
    from tawthiq.register import to_review

    with existing(store) as ledger:
        found = to_review(ledger, kind, limit)
    if json:
        print_json([review_json(each) for each in found])
    elif found:
        out.print(doubtful(found))
        say("judge one: tawthiq judge CLAIM accept")
    else:
        say("nothing waits for a judgement")
