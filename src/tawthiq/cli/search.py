"""`tawthiq search`: full text, whatever the spelling."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer
from rich.text import Text

from tawthiq.cli.console import out, print_json, say, table
from tawthiq.cli.options import DEFAULT_STORE, Json, Store, without_marks

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
    from tawthiq.cli.plain import hit_json
    from tawthiq.ledger import open_ledger

    with open_ledger(store, create=False) as ledger:
        hits = ledger.search(without_marks(" ".join(words)), limit=limit)
        names = {hit.report: ledger.report(hit.report).name for hit in hits}
    if json:
        print_json([hit_json(hit) for hit in hits])
    elif hits:
        rows = [(hit.of or hit.kind, _marked(hit), names[hit.report]) for hit in hits]
        out.print(table(f"{len(hits)} hit(s)", ("kind", "words", "report"), rows))
    else:
        say("nothing found")


def _marked(hit: Hit) -> Text:
    """The words around the hit in one line, the hit in bold."""
    start = hit.span.start - hit.offset
    text = Text(hit.snippet.replace("\n", " "))
    text.stylize("bold", start, start + hit.span.end - hit.span.start)
    return text
