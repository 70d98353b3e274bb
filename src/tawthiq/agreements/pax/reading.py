"""From rows of PA-X Local to reports and claims: a row a report, whose bytes are its header and itself."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from tawthiq.agreements.pax.columns import MEDIA_TYPE, Column, code_for, dump, parse, telling
from tawthiq.errors import ValueFormatError
from tawthiq.ledger import Batch
from tawthiq.model import EDTF, Claim, Code, Kind, Mention, Report, Span, Text, Value, When
from tawthiq.model.ids import sha256

METHOD = "pax/1"
OUTLET = "PA-X"
_ORDERED = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})")
_PART = re.compile(r"[^;\r\n]+")


@dataclass(frozen=True, slots=True)
class Row:
    """A row laid out as text, a line a cell, with the span of every cell that says something."""

    report: Report
    original: bytes
    cells: dict[str, Span]


def read_pax(data: bytes, name: str) -> Iterator[Row]:
    """InputError where the file is no table of PA-X. Empty cells stand in the bytes only."""
    header, rows = parse(data, name)
    for row in rows:
        yield _row(header, row)


def batch_of(rows: Iterable[Row]) -> Batch:
    held = list(rows)
    return Batch([(row.report, row.original) for row in held], [claim for row in held for claim in claims_of(row)])


def _row(header: list[str], row: list[str]) -> Row:
    text, cells = "", {}
    for column, cell in zip(header, row, strict=True):
        if cell.strip():
            text += f"{column}: "
            cells[column] = Span(len(text), len(text) + len(cell))
            text += f"{cell}\n"
    original = dump(header, [row])
    id_ = row[header.index("AgtId")]
    title = row[header.index("Agt")] or None
    report = Report(sha256(original), text, f"PA-X {id_}", None, title, OUTLET, language="en", media_type=MEDIA_TYPE)
    return Row(report, original, cells)


def claims_of(row: Row) -> Iterator[Claim]:
    """A claim a cell that PA-X's terms give a meaning to; of a list one a part."""
    named = row.cells.get("Agt") or row.cells.get("AgtId")
    if named is None:
        return
    subject = Mention(row.report.id, Kind.AGREEMENT, named, named.of(row.report.text))
    for name, span in row.cells.items():
        column = telling().get(name)
        if column is not None:
            for value, part in _values(column, span, row.report.text):
                yield Claim(subject, column.field, value, part, METHOD)


def _values(column: Column, span: Span, text: str) -> Iterator[tuple[Value, Span]]:
    cell = span.of(text)
    if column.form == "list":
        for match in _PART.finditer(cell):
            words = match[0].strip()
            if words:
                start = span.start + match.start() + match[0].index(words)
                yield Text(words), Span(start, start + len(words))
    elif column.form == "date":
        if (day := day_of(cell)) is not None:
            yield When(day), span
    elif column.form == "code":
        if (code := code_for(column.scheme, cell)) is not None:
            yield Code(code), span
    else:
        yield Text(cell.strip()), span


def day_of(cell: str) -> EDTF | None:
    """A date as ISO or as day/month/year; None for what is neither."""
    ordered = _ORDERED.fullmatch(cell.strip())
    try:
        if ordered:
            day, month, year = map(int, ordered.groups())
            return EDTF.day(date(year, month, day))
        return EDTF(cell.strip())
    except (ValueError, ValueFormatError):
        return None
