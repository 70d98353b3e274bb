"""`tawthiq demo`: the main job on the reports that ship with the package."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import as_file, files
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from tawthiq.cli.console import out, say, table
from tawthiq.cli.inputs import Inputs

if TYPE_CHECKING:
    from tawthiq.ledger import Ledger

_TABLES = {
    "person": ("role", "group", "fate", "alias"),
    "incident": ("type", "date", "place", "killed", "injured", "perpetrator"),
    "tally": ("metric", "value", "period", "area", "body"),
    "agreement": ("status", "date", "party"),
    "meeting": ("date", "place", "attendee"),
    "clause": ("threat_from", "where", "obligation"),
}
_SHOWN = 12


def demo(
    out_dir: Annotated[Path, typer.Option("--out", help="Folder for the store and the pages.")] = Path("tawthiq-demo"),
) -> None:
    """Read the reports that ship with Tawthiq (fictional, written for it), show what was found, write the pages.

    Examples:

        tawthiq demo

        tawthiq demo --out /tmp/demo
    """
    from tawthiq.cli.read import read_into
    from tawthiq.ledger import open_ledger
    from tawthiq.publish.pages import write_pages
    from tawthiq.register import update

    out_dir.mkdir(parents=True, exist_ok=True)
    store = out_dir / "demo.db"
    with _reports() as folder, open_ledger(store) as ledger:
        added = read_into(ledger, Inputs([folder], None).sources("Reading"), told=False)
        update(ledger)
        say(f"{sum(1 for _ in ledger.reports())} reports (fictional), {added.claims} new claims, every one a proposal")
        for kind, fields in _TABLES.items():
            _print_kind(ledger, kind, fields)
        index = write_pages(ledger, out_dir / "pages")
    say(f"\nPages: open {index} in a browser")
    say(f"Next:  tawthiq read YOUR_FOLDER   or   tawthiq show person --store {store}")


@contextmanager
def _reports() -> Iterator[Path]:
    """The folder of the shipped reports as real files."""
    with as_file(files("tawthiq") / "data" / "demo") as folder:
        yield folder


def _print_kind(ledger: Ledger, kind: str, fields: tuple[str, ...]) -> None:
    from tawthiq.cli.show import brief
    from tawthiq.model import Kind
    from tawthiq.register import records

    found = list(records(ledger, Kind(kind)))
    rows = [(record.label, *("، ".join(brief(record).get(name, [])) for name in fields)) for record in found[:_SHOWN]]
    more = f", the first {_SHOWN}" if len(found) > _SHOWN else ""
    out.print(table(f"{kind}: {len(found)}{more}", (kind, *fields), rows))
