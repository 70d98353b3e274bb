"""`tawthiq page`: the store as pages to read in a browser, no server and no network."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from tawthiq.cli.console import say, working
from tawthiq.cli.options import DEFAULT_STORE, Store
from tawthiq.cli.stores import existing


def page(
    out_dir: Annotated[Path, typer.Argument(help="Folder for the pages; made where it is missing.")],
    store: Store = DEFAULT_STORE,
) -> None:
    """Write the store as self-contained right-to-left pages: reports with marked words, claims, records, the network.

    Examples:

        tawthiq page pages/

        tawthiq page pages/ --store daraa.db
    """
    from tawthiq.publish.pages import write_pages

    with existing(store) as ledger, working("Writing the pages"):
        index = write_pages(ledger, out_dir)
    say(f"open {index} in a browser")
