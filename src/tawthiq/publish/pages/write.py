"""The one orchestrator of the pages: writes them one by one, so that a large store needs little memory."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import chain, islice
from pathlib import Path
from typing import cast

from tawthiq.errors import UsageError
from tawthiq.ledger import Ledger
from tawthiq.ledger.chunks import portions
from tawthiq.model import Kind
from tawthiq.model.records import Agreement, Clause
from tawthiq.publish.network import KINDS, network
from tawthiq.publish.pages import addresses as where
from tawthiq.publish.pages.drawing import picture
from tawthiq.publish.pages.index_page import (
    MOST_ROWS,
    AgreementBlock,
    IndexPage,
    KindLine,
    ReportLine,
    agreement_blocks,
    clauses_by_agreement,
    report_line,
)
from tawthiq.publish.pages.record_page import record_blocks
from tawthiq.publish.pages.render import render
from tawthiq.publish.pages.report_page import report_page
from tawthiq.publish.pages.sources import Sources
from tawthiq.register import records

A_PAGE = 300
"""Records a page."""

_OURS = re.compile(r"report-[0-9a-f]{8,32}\.html|records-[a-z]+(-\d+)?\.html")
_MARK = '<meta name="generator" content="tawthiq">'


def write_pages(ledger: Ledger, out_dir: Path) -> Path:
    """Write the store into a folder, made where it is missing; the path of index.html.

    The same store gives the same bytes. Pages of an earlier run that are no more are taken away. UsageError where the
    folder cannot be written.
    """
    try:
        out_dir.mkdir(parents=True, exist_ok=True)
        return _Writer(ledger, out_dir).write()
    except OSError as error:
        raise UsageError(f"cannot write pages to {out_dir}: {error.strerror}") from error


class _Writer:
    def __init__(self, ledger: Ledger, out_dir: Path) -> None:
        self._ledger, self._out = ledger, out_dir
        self._files = {where.INDEX}
        self._kinds: list[KindLine] = []
        held = {id_: file for kind in Kind for id_, file in self._records_of(kind)}
        ids = [report.id for report in ledger.reports()]
        self._sources = Sources(ledger, where.Addresses(where.report_files(ids), held))
        self._ids = ids

    def write(self) -> Path:
        lines = [self._write_report(id_) for id_ in self._ids]
        for line in self._kinds:
            self._write_records(line)
        self._write(where.INDEX, "index.html", page=self._index(lines))
        self._take_away_old()
        return self._out / where.INDEX

    def _records_of(self, kind: Kind) -> Iterator[tuple[str, str]]:
        """Each record's id and file; counts them on the way."""
        count = 0
        for page, record in where.paged(records(self._ledger, kind), A_PAGE):
            count += 1
            yield record.id, where.records_file(kind, page)
        if count:
            self._kinds.append(KindLine(kind, count, where.records_file(kind, 0)))

    def _write_report(self, id_: str) -> ReportLine:
        page = report_page(self._sources.report(id_), self._sources)
        self._write(page.file, "report.html", page=page)
        return report_line(page)

    def _write_records(self, line: KindLine) -> None:
        pages = range(-(-line.count // A_PAGE))
        names = [where.records_file(line.kind, page) for page in pages]
        for name, some in zip(names, portions(records(self._ledger, line.kind), A_PAGE), strict=False):
            blocks = record_blocks(some, self._sources)
            self._write(name, "records.html", line=line, blocks=blocks, current=name, names=names)

    def _index(self, lines: list[ReportLine]) -> IndexPage:
        tallies = list(islice(records(self._ledger, Kind.TALLY), MOST_ROWS))
        drawn = picture(
            network(chain.from_iterable(records(self._ledger, kind) for kind in KINDS)), self._sources.addresses.record
        )
        return IndexPage(
            self._sources.rule, lines, self._kinds, record_blocks(tallies, self._sources), self._agreements(), drawn
        )

    def _agreements(self) -> list[AgreementBlock]:
        agreements = cast(list[Agreement], list(islice(records(self._ledger, Kind.AGREEMENT), MOST_ROWS)))
        clauses = cast(Iterable[Clause], records(self._ledger, Kind.CLAUSE))
        held = clauses_by_agreement(agreements, clauses)
        blocks = record_blocks(list({c.id: c for each in held.values() for c in each}.values()), self._sources)
        by_id = {block.record.id: block for block in blocks}
        return agreement_blocks(record_blocks(agreements, self._sources), by_id, held)

    def _write(self, name: str, template: str, **context: object) -> None:
        self._files.add(name)
        (self._out / name).write_text(render(template, **context), encoding="utf-8", newline="\n")

    def _take_away_old(self) -> None:
        """Only files that bear our names and our mark, so that nobody else's page is lost."""
        for path in sorted(self._out.glob("re*.html")):
            if _OURS.fullmatch(path.name) and path.name not in self._files and _is_ours(path):
                path.unlink()


def _is_ours(path: Path) -> bool:
    with path.open(encoding="utf-8", errors="replace") as file:
        return _MARK in file.read(1000)
