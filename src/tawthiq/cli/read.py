"""`tawthiq read`: reports into the store."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TYPE_CHECKING

import typer

from tawthiq.cli.console import print_json, say
from tawthiq.cli.inputs import Inputs
from tawthiq.cli.options import DEFAULT_STORE, Json, Paths, Published, Store

if TYPE_CHECKING:
    from tawthiq.ingest import Source
    from tawthiq.ledger import Added, Ledger

BATCH = 25
"""Reports a transaction: what was reported as stored is stored, and a killed run loses at most this much work."""


def read(paths: Paths, published: Published = None, store: Store = DEFAULT_STORE, json: Json = False) -> None:
    """Read reports into the store. Reading a file again adds nothing; a run that was stopped goes on where it was.

    Examples:

        tawthiq read reports/

        tawthiq read article.html --store daraa.db

        tawthiq read reports/ --store postgresql+psycopg://office@localhost/tawthiq
    """
    from tawthiq.ledger import open_ledger
    from tawthiq.register import update

    inputs = Inputs(paths, published)
    with open_ledger(store) as ledger:
        added = read_into(ledger, inputs.sources("Reading"), told=not json)
        update(ledger)
    result = {"reports": added.reports, "claims": added.claims, "given": inputs.given, "failed": inputs.failed}
    if json:
        print_json(result)
    else:
        say(f"{added.reports} new report(s) with {added.claims} claim(s); {inputs.given - added.reports} known already")
        say(f"next: tawthiq summary --store {store}" if store != DEFAULT_STORE else "next: tawthiq summary")
    raise typer.Exit(inputs.exit_code)


def read_into(ledger: Ledger, sources: Iterable[Source], told: bool = True) -> Added:
    """Extract and store, a batch a transaction; a batch is told of only once it is stored."""
    from tawthiq.extract import read_report
    from tawthiq.ledger import Added, Batch

    total = Added()
    for batch in _batches(source for source in sources if not _is_read(ledger, source)):
        reports = [(source.report, source.original) for source in batch]
        claims = [claim for source in batch for claim in read_report(source.report)]
        total += ledger.append(Batch(reports, claims))
        if told:
            say(f"stored {total.reports} report(s), {total.claims} claim(s)")
    return total


def _is_read(ledger: Ledger, source: Source) -> bool:
    """Whether this method has read this report: a newer method's claims are added beside the older ones."""
    from tawthiq.extract import METHOD

    id_ = source.report.id
    return ledger.has_report(id_) and any(claim.method == METHOD for claim in ledger.claims(id_))


def _batches(sources: Iterator[Source]) -> Iterator[list[Source]]:
    while batch := list(islice(sources, BATCH)):
        yield batch
