"""`tawthiq demo`: the main job on the reports that ship with the package."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import as_file, files
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from tawthiq.cli.console import out, say, working
from tawthiq.cli.inputs import Inputs
from tawthiq.errors import UsageError

if TYPE_CHECKING:
    from tawthiq.ledger import Ledger

_KINDS = ("person", "incident", "tally", "agreement", "meeting", "clause")
_SHOWN = 12


def demo(
    out_dir: Annotated[Path, typer.Option("--out", help="Folder for the store and the pages.")] = Path("tawthiq-demo"),
) -> None:
    """Read the reports that ship with Tawthiq (fictional, written for it), show what was found, write the pages.

    Examples:

        tawthiq demo

        tawthiq demo --out /tmp/demo
    """
    from tawthiq.ledger import open_ledger
    from tawthiq.publish.pages import write_pages

    _make(out_dir)
    store = out_dir / "demo.db"
    with open_ledger(store) as ledger:
        _read(ledger)
        for kind in _KINDS:
            _print_kind(ledger, kind)
        with working("Writing the pages"):
            index = write_pages(ledger, out_dir / "pages")
    say(f"\nPages: open {index} in a browser")
    say(f"Next:  tawthiq read YOUR_FOLDER   or   tawthiq show person --store {store}")


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UsageError(f"the folder {folder} cannot be made: {error.strerror}") from error


def _read(ledger: Ledger) -> None:
    from tawthiq.cli.read import read_into
    from tawthiq.register import update

    with _reports() as folder:
        inputs = Inputs([folder])
        new = sum(added.reports for added in list(read_into(ledger, inputs, told=False))[-1:])
    update(ledger)
    claims = sum(1 for _ in ledger.claims())
    out.print("These reports are FICTIONAL: written for Tawthiq, about nobody and nothing that was.", style="bold")
    out.print(
        f"{inputs.given} reports, {new} of them new; {claims} claims, each a proposal until somebody judges it.\n"
    )


@contextmanager
def _reports() -> Iterator[Path]:
    """The folder of the shipped reports as real files."""
    with as_file(files("tawthiq") / "data" / "demo") as folder:
        yield folder


def _print_kind(ledger: Ledger, kind: str) -> None:
    from tawthiq.cli.cards import fullest, listing
    from tawthiq.model import Kind
    from tawthiq.register import counted, records

    found = fullest(records(ledger, Kind(kind)))
    more = f", the {_SHOWN} of which most is known" if len(found) > _SHOWN else ""
    shown = found[:_SHOWN]
    out.print(listing(f"{kind}: {len(found)}{more}", kind, shown, counted(ledger, shown)))
