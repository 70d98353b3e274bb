"""Where everything stands: file names and anchors, made of ids alone, so that the same store gives the same links."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from tawthiq.model import Kind, Report, Span
from tawthiq.model.records import Record

INDEX = "index.html"
SHORT = 8


@dataclass(frozen=True, slots=True)
class Addresses:
    """The file of each report by its id, and the file of each record by its id."""

    reports: Mapping[str, str]
    records: Mapping[str, str]

    def record(self, id_: str) -> str | None:
        file = self.records.get(id_)
        return f"{file}#{record_anchor(id_)}" if file else None

    def words(self, report: Report, span: Span) -> str:
        return f"{self.reports[report.id]}#{words_anchor(report.text, span)}"


def report_files(ids: Iterable[str]) -> dict[str, str]:
    return {id_: f"report-{short}.html" for id_, short in shortened(ids).items()}


def records_file(kind: Kind, page: int) -> str:
    """Pages count from 0; the first bears no number."""
    return f"records-{kind}-{page + 1}.html" if page else f"records-{kind}.html"


def record_anchor(id_: str) -> str:
    return f"r{id_}"


def mention_anchor(id_: str) -> str:
    return f"m{id_}"


def words_anchor(text: str, span: Span) -> str:
    """The anchor where the words begin; that of the whole text for a place behind its end."""
    return f"w{span.start}" if span.start < len(text) else "text"


def shortened(ids: Iterable[str]) -> dict[str, str]:
    """Each id with a beginning of it that is no other's, of 8 digits where that is enough."""
    held = sorted(set(ids))
    shared = [_shared(a, b) for a, b in pairwise(held)]
    beside = zip(held, [0, *shared], [*shared, 0], strict=False)
    return {id_: id_[: max(SHORT, before + 1, after + 1)] for id_, before, after in beside}


def _shared(a: str, b: str) -> int:
    """How many leading characters two ids have in common."""
    return next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))


def paged(records: Iterable[Record], size: int) -> Iterator[tuple[int, Record]]:
    """Each record with the number of its page."""
    for number, record in enumerate(records):
        yield number // size, record
