"""`tawthiq agreement import|export`: PA-X Local's CSV into the store, and out of it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from tawthiq.cli.console import out, print_json, say, working
from tawthiq.cli.options import DEFAULT_STORE, Json, Store
from tawthiq.cli.stores import existing


def import_(
    file: Annotated[Path, typer.Argument(help="CSV of PA-X Local, or of PA-X.")],
    store: Store = DEFAULT_STORE,
    json: Json = False,
) -> None:
    """Read agreements from PA-X's CSV: a row a report, its cells the words of claims. Importing again adds nothing.

    Examples:

        tawthiq agreement import pax_local.csv
    """
    from tawthiq.agreements.pax.reading import batch_of, read_pax
    from tawthiq.ingest.custody import load
    from tawthiq.ledger import open_ledger
    from tawthiq.register import update

    with open_ledger(store) as ledger, working("Reading agreements"):
        rows = list(read_pax(load(file), file.name))
        added = ledger.append(batch_of(rows))
        update(ledger)
    if json:
        print_json({"rows": len(rows), "reports": added.reports, "claims": added.claims})
    else:
        say(f"{len(rows)} row(s); {added.reports} new agreement(s) with {added.claims} claim(s)")


def export(
    file: Annotated[Path | None, typer.Argument(help="Where to; standard output without it.")] = None,
    only_imported: Annotated[
        bool, typer.Option("--only-imported", help="Leave out agreements of the store's own.")
    ] = False,
    store: Store = DEFAULT_STORE,
    json: Json = False,
) -> None:
    """Write agreements as PA-X Local's CSV: rows that came from it as they were, and those of the store's own.

    Examples:

        tawthiq agreement export agreements.csv

        tawthiq agreement export --only-imported
    """
    from tawthiq.agreements.pax.writing import write_pax

    with existing(store) as ledger:
        written = write_pax(ledger, own=not only_imported)
    if file is None and not json:
        out.file.write(written.decode())
        return
    if file is not None:
        file.write_bytes(written)
    from tawthiq.agreements.pax.columns import parse

    header, rows = parse(written, "export")
    if json:
        print_json([dict(zip(header, row, strict=True)) for row in rows])
    else:
        say(f"{len(rows)} row(s) written to {file}")
