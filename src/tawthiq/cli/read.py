"""`tawthiq read`: reports into the store."""

from __future__ import annotations

from collections.abc import Generator, Iterable, Iterator
from contextlib import closing
from functools import partial
from itertools import tee
from typing import TYPE_CHECKING, TypeVar

import typer

from tawthiq.cli.console import Bar, print_json, say, working
from tawthiq.cli.guard import INTERRUPTED
from tawthiq.cli.inputs import Inputs
from tawthiq.cli.options import (
    DEFAULT_STORE,
    Jobs,
    Json,
    LlmModel,
    LlmUrl,
    Paths,
    Published,
    Reader,
    Store,
    jobs_for,
    read_by,
)
from tawthiq.cli.tasks import claims_in, source_in
from tawthiq.model import Engine, ReadBy

if TYPE_CHECKING:
    from tawthiq.ingest import Problem, Source
    from tawthiq.ledger import Added, Ledger
    from tawthiq.model import Claim

T = TypeVar("T")

BATCH = 25
"""Reports a transaction: what was reported as stored is stored, and a killed run loses at most this much work."""

BATCH_BYTES = 25_000_000


def read(
    paths: Paths,
    published: Published = None,
    store: Store = DEFAULT_STORE,
    jobs: Jobs = None,
    engine: Reader = Engine.FAST,
    llm_url: LlmUrl = None,
    llm_model: LlmModel = None,
    json: Json = False,
) -> None:
    """Read reports into the store. Reading a file again adds nothing; a run that was stopped goes on where it was.

    Examples:

        tawthiq read reports/

        tawthiq read article.html --store daraa.db

        tawthiq read reports/ --store postgresql+psycopg://office@localhost/tawthiq
    """
    from tawthiq.ledger import open_ledger

    by = read_by(engine, llm_url, llm_model)
    inputs = Inputs(paths, published, jobs_for(by, jobs))
    with open_ledger(store) as ledger:
        start = ledger.position()
        try:
            added = _read(ledger, inputs, by, told=not json)
        except KeyboardInterrupt:
            # Asked of the store: the interrupt may fall between a batch's being stored and its being counted.
            stored = len(ledger.new_since(start).reports)
            say(f"stopped: {stored} new report(s) are stored; the same command goes on from there")
            raise typer.Exit(INTERRUPTED) from None
    _tell(inputs, added, store, json)
    raise typer.Exit(inputs.exit_code)


def _read(ledger: Ledger, inputs: Inputs, by: ReadBy, told: bool) -> Added:
    """Everything that is new, in the store and in the register."""
    from tawthiq.ledger import Added
    from tawthiq.register import update

    added = Added()
    with closing(read_into(ledger, inputs, by, told)) as totals:
        for total in totals:
            added = total
    with working("Making the records"):
        update(ledger)
    _screen(ledger, told)
    return added


def _screen(ledger: Ledger, told: bool) -> None:
    """Look for new persons on the lists of the store, where it has some."""
    from tawthiq.link.lists.store import in_force

    if not in_force(ledger):
        return
    from tawthiq.link.lists.records import screen_records

    with working("Looking for persons on the lists"):
        found = screen_records(ledger)
    if told and (new := sum(each.new for each in found.found)):
        say(f"{new} new candidate(s) on lists; see: tawthiq screen")


def _tell(inputs: Inputs, added: Added, store: str, json: bool) -> None:
    if json:
        counts = {"reports": added.reports, "claims": added.claims, "given": inputs.given, "failed": inputs.failed}
        print_json(counts)
        return
    known = inputs.given - added.reports
    say(f"{added.reports} new report(s) with {added.claims} claim(s); {known} known already; {inputs.failed} not read")
    say("next: tawthiq summary" + (f" --store {store}" if store != DEFAULT_STORE else ""))


def read_into(ledger: Ledger, inputs: Inputs, by: ReadBy = Engine.FAST, told: bool = True) -> Generator[Added]:
    """Extract and store, a batch a transaction; gives, and tells of, all that is stored after each."""
    from tawthiq.ledger import Added, Batch

    total = Added()
    with inputs.opened("Reading") as (spread, bar):
        unread, again = tee(_unread(ledger, inputs.each(spread, bar, source_in), bar, by))
        claims = spread(partial(claims_in, by=by), (source.report for source in unread))
        for batch in in_batches(_told(inputs, bar, zip(again, claims, strict=True))):
            reports = [(source.report, source.original) for source, _ in batch]
            total += ledger.append(Batch(reports, [claim for _, found in batch for claim in found]))
            bar.advance(len(batch))
            if told:
                _tell_stored(bar, total)
            yield total


def _told(
    inputs: Inputs, bar: Bar, read: Iterable[tuple[Source, tuple[Claim, ...] | Problem]]
) -> Iterator[tuple[Source, tuple[Claim, ...]]]:
    """Those to which the answer can be used; the others are told of, and asked again by the next run."""
    for source, claims in read:
        if isinstance(claims, tuple):
            yield source, claims
        else:
            inputs.fail(claims, bar)


def _tell_stored(bar: Bar, total: Added) -> None:
    """Once it is stored, never before. A terminal has it beside the bar, a log in lines."""
    line = f"stored {total.reports} report(s), {total.claims} claim(s)"
    if bar.live:
        bar.note(line)
    else:
        say(line)


def _unread(ledger: Ledger, sources: Iterable[Source], bar: Bar, by: ReadBy) -> Iterator[Source]:
    """Those that this method has not read: a newer method's claims are added beside the older ones."""
    from tawthiq.extract import method_of

    for some in in_batches((source, None) for source in sources):
        known = ledger.read_by(method_of(by), (source.report.id for source, _ in some))
        for source, _ in some:
            if source.report.id in known:
                bar.advance()
            else:
                yield source


def in_batches(things: Iterable[tuple[Source, T]]) -> Iterator[list[tuple[Source, T]]]:
    """Up to BATCH of them, or about BATCH_BYTES of original bytes, at a time."""
    batch: list[tuple[Source, T]] = []
    size = 0
    for thing in things:
        batch.append(thing)
        size += len(thing[0].original)
        if len(batch) == BATCH or size >= BATCH_BYTES:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch
