"""`tawthiq search`: full text, whatever the spelling."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from tawthiq.cli.console import out, print_json, say, table
from tawthiq.cli.options import DEFAULT_STORE, Json, Store

if TYPE_CHECKING:
    from tawthiq.ledger import Hit


def search(
    words: Annotated[list[str], typer.Argument(help="Words to look for; all of them must stand there.")],
    store: Store = DEFAULT_STORE,
    limit: Annotated[int, typer.Option("--limit", min=1, help="How many hits to show.")] = 20,
    json: Json = False,
) -> None:
    """Search reports and records. احمد finds أحمد, المدنيين finds والمدنيين, عبدالله finds عبد الله.

    Examples:

        tawthiq search احمد

        tawthiq search اللواء الثامن --limit 5 --json
    """
    from tawthiq.ledger import open_ledger

    with open_ledger(store, create=False) as ledger:
        hits = ledger.search(" ".join(words), limit=limit)
    if json:
        print_json([_as_json(hit) for hit in hits])
    elif hits:
        rows = [(hit.of or hit.kind, hit.label, hit.snippet.replace("\n", " "), hit.id[:8]) for hit in hits]
        out.print(table(f"{len(hits)} hit(s)", ("kind", "what", "words", "id"), rows))
    else:
        say("nothing found")


def _as_json(hit: Hit) -> dict[str, object]:
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
