"""An office's own names beside those of the package: a folder with tables of the same form, in TAWTHIQ_GAZETTEER."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path

from tawthiq.errors import InputError
from tawthiq.text.tables import Rows, large_table

VARIABLE = "TAWTHIQ_GAZETTEER"
Row = Mapping[str, str]
# The first column of each.
_KEYS = {"places.tsv": "id", "groups.tsv": "id", "given_names.tsv": "name", "family_names.tsv": "name"}
_NEEDED = {"places.tsv": ("id", "name", "kind"), "groups.tsv": ("id", "name", "kind")}


@cache
def names(file: str) -> Rows:
    """Rows of a table of the package's gazetteer and of the office's; the office's replace those of their id or name.

    InputError names file, line and column of what is not as data/README.md says.
    """
    package = large_table(f"gazetteer/{file}")
    own = {row[_KEYS[file]]: "\t".join(row[column] for column in package.header) for row in _own(file)}
    kept = [line for line in package.lines if line.partition("\t")[0] not in own] if own else package.lines
    return Rows(file, package.header, (*kept, *own.values()))


def _own(file: str) -> Sequence[Row]:
    folder = os.environ.get(VARIABLE)
    if not folder:
        return ()
    if not Path(folder).is_dir():
        raise InputError(f"{VARIABLE}: no folder at {folder}")
    path = Path(folder) / file
    return read_office(path) if path.is_file() else ()


def read_office(path: Path) -> Sequence[Row]:
    """Rows of an office's places.tsv, groups.tsv, given_names.tsv or family_names.tsv; columns left out are empty."""
    columns = large_table(f"gazetteer/{path.name}").header
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except UnicodeDecodeError as error:
        raise InputError(f"{path}: not UTF-8 (byte {error.start})") from error
    rows = ((at, line.split("\t")) for at, line in enumerate(lines, 1) if line.strip() and not line.startswith("#"))
    at, header = next(rows, (1, []))
    _check_header(f"{path}, line {at}", header, columns, _NEEDED.get(path.name, ("name",)))
    return [_row(f"{path}, line {at}", path.name, columns, header, cells) for at, cells in rows]


def _check_header(where: str, header: Sequence[str], columns: Sequence[str], needed: Sequence[str]) -> None:
    for column in header:
        if column not in columns:
            raise InputError(f"{where}, column {column!r}: not one of {', '.join(columns)}")
    for column in needed:
        if column not in header:
            raise InputError(f"{where}, column {column!r}: missing")


def _row(where: str, file: str, columns: Sequence[str], header: Sequence[str], cells: Sequence[str]) -> Row:
    if len(cells) > len(header):
        raise InputError(f"{where}, column {len(header) + 1}: one more cell than the header has")
    row = dict.fromkeys(columns, "") | dict(zip(header, (cell.strip() for cell in cells), strict=False))
    for column, fault in _faults(file, row):
        raise InputError(f"{where}, column {column!r}: {fault}")
    return row


def _faults(file: str, row: Row) -> Iterator[tuple[str, str]]:
    for column in _NEEDED.get(file, ("name",)):
        if not row[column]:
            yield column, "empty"
    for column, (holds, wanted) in _CHECKS.items():
        if row.get(column) and not holds(row[column]):
            yield column, f"{row[column]!r} is not {wanted}"


def _is_degrees(text: str, most: float) -> bool:
    try:
        return abs(float(text)) <= most
    except ValueError:
        return False


def _is_arabic(text: str) -> bool:
    return any("\u0621" <= letter <= "\u064a" for letter in text)


_CHECKS: Mapping[str, tuple[Callable[[str], bool], str]] = {
    "name": (_is_arabic, "a name in Arabic letters"),
    "country": (lambda text: len(text) == 2 and text.isupper(), "an ISO 3166-1 code of two letters"),
    "latitude": (lambda text: _is_degrees(text, 90), "a latitude in degrees"),
    "longitude": (lambda text: _is_degrees(text, 180), "a longitude in degrees"),
    "common": (lambda text: text in ("0", "1"), "0 or 1"),
    "sex": (lambda text: text in ("m", "f", "x"), "m, f or x"),
    "since": (str.isdigit, "a year"),
    "until": (str.isdigit, "a year"),
}
