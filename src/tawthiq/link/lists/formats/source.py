"""A file of a list as bytes, and its rows; every fault names the file, the row, the cell and the reason."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from lxml import etree

from tawthiq.errors import InputError

csv.field_size_limit(16 * 1024 * 1024)


@dataclass(frozen=True, slots=True)
class ListFile:
    """`name` is for messages; `data` are the bytes as published."""

    name: str
    data: bytes

    @property
    def text(self) -> str:
        """UTF-8 with or without its mark, or Windows-1252, in which some lists still come."""
        try:
            return self.data.decode("utf-8-sig")
        except UnicodeDecodeError:
            return self.data.decode("cp1252", "replace")

    def fault(self, where: str, reason: str) -> InputError:
        return InputError(f"{self.name}, {where}: {reason}")


def plain_rows(file: ListFile, widths: Sequence[int]) -> Iterator[tuple[int, list[str]]]:
    """Rows of a CSV without a header, numbered from 1. Lists of the OFAC end with one sign of end of file."""
    for number, row in _rows(file, ","):
        if row in ([], ["\x1a"]):
            continue
        if len(row) not in widths:
            raise file.fault(f"row {number}", f"{len(row)} cells where {' or '.join(map(str, widths))} are expected")
        yield number, row


def headed_rows(
    file: ListFile, delimiter: str, needed: Sequence[str], skip: int = 0
) -> Iterator[tuple[int, dict[str, str]]]:
    """Rows under a header line as mappings; `skip` lines stand before the header."""
    rows = iter(list(_rows(file, delimiter))[skip:])
    _, header = next(rows, (0, []))
    names = [name.strip() for name in header]
    if missing := [name for name in needed if name not in names]:
        raise file.fault(f"row {skip + 1}", f"the header lacks {', '.join(missing)}")
    for number, row in rows:
        if not any(row):
            continue
        if len(row) > len(names):
            raise file.fault(f"row {number}", f"{len(row)} cells under {len(names)} columns")
        yield number, dict(zip(names, [*row, *[""] * (len(names) - len(row))], strict=True))


def needed_cell(file: ListFile, number: int, row: Mapping[str, str], column: str) -> str:
    """The cell, or an error that says where it should be."""
    if value := row.get(column, "").strip():
        return value
    raise file.fault(f"row {number}, cell {column}", "is empty")


def _rows(file: ListFile, delimiter: str) -> Iterator[tuple[int, list[str]]]:
    reader = csv.reader(io.StringIO(file.text, newline=""), delimiter=delimiter)
    try:
        for row in reader:
            yield reader.line_num, row
    except csv.Error as error:
        raise file.fault(f"row {reader.line_num}", str(error)) from error


def xml_root(file: ListFile) -> etree._Element:
    """The root element, names of elements without their namespace. No entity is resolved and nothing is fetched."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True)
    try:
        root = etree.fromstring(file.data, parser)
    except etree.XMLSyntaxError as error:
        raise file.fault(f"line {error.lineno}", f"not XML: {error.msg}") from error
    for element in root.iter(etree.Element):
        element.tag = etree.QName(element).localname
    return root


def text_at(element: etree._Element, path: str) -> str:
    """The words of the first element at that path, or ""."""
    return " ".join((element.findtext(path) or "").split())


def texts_at(element: etree._Element, path: str) -> tuple[str, ...]:
    """The words of every element at that path that has some."""
    found = (" ".join("".join(map(str, each.itertext())).split()) for each in element.findall(path))
    return tuple(words for words in found if words)
