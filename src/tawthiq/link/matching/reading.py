"""Lists of persons read from CSV: which column holds what, and cells as values that can be compared."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from tawthiq.errors import InputError, UsageError
from tawthiq.link.matching.records import Record
from tawthiq.link.names import parse
from tawthiq.text.fold import fold_phrase
from tawthiq.text.tables import table

FIELDS = ("name", "key", "age", "birth", "sex", "father")
_OLDEST = 130


@dataclass(frozen=True, slots=True)
class PersonList:
    """`records` in the order of the file; `columns` are those that were read, by field; `unread` rows have no name."""

    records: tuple[Record, ...]
    columns: Mapping[str, str]
    unread: int


def read_list(path: Path, named: Mapping[str, str | None]) -> PersonList:
    """A CSV file (UTF-8; comma, semicolon or tab) with a header. `named` says which column holds a field.

    Fields that are not named are found by usual heads (data/names/columns.tsv); without a key the number of the row
    serves. InputError where the file cannot be read, UsageError where it lacks a column.
    """
    rows = _rows(path)
    header = next(rows, None)
    if header is None:
        raise InputError(f"{path}: empty; a header line and rows are needed")
    columns = _columns(path, header, named)
    records, unread = [], 0
    for number, row in enumerate(rows, start=2):
        record = _record(str(number), dict(zip(header, row, strict=False)), columns)
        if record.name.line:
            records.append(record)
        else:
            unread += 1
    return PersonList(tuple(records), columns, unread)


def _rows(path: Path) -> Iterator[list[str]]:
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            first = file.readline()
            file.seek(0)
            yield from csv.reader(file, delimiter=max(",;\t", key=first.count))
    except OSError as error:
        raise InputError(f"{path}: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise InputError(f"{path}: not UTF-8 (byte {error.start})") from error
    except csv.Error as error:
        raise InputError(f"{path}: not CSV: {error}") from error


def _columns(path: Path, header: Sequence[str], named: Mapping[str, str | None]) -> dict[str, str]:
    """The header's column of each field that the list has."""
    known = {fold_phrase(head.replace("_", " ")): head for head in reversed(header)}
    found = {}
    for field in FIELDS:
        wanted = named.get(field)
        if wanted is not None and wanted not in header:
            raise UsageError(f"{path} has no column {wanted!r}; it has {', '.join(map(repr, header))}")
        column = wanted or next((known[head] for head in _heads()[field] if head in known), None)
        if column is not None:
            found[field] = column
    if "name" not in found:
        raise UsageError(f"{path}: say by --name COLUMN which holds the names; it has {', '.join(map(repr, header))}")
    return found


@cache
def _heads() -> Mapping[str, tuple[str, ...]]:
    return {
        row["field"]: tuple(fold_phrase(head.replace("_", " ")) for head in row["heads"].split("|"))
        for row in table("names/columns.tsv")
    }


def _record(number: str, row: Mapping[str, str], columns: Mapping[str, str]) -> Record:
    cells = {field: row.get(column, "").strip() for field, column in columns.items()}
    father = cells.get("father", "")
    return Record(
        cells.get("key") or number,
        parse(cells["name"]),
        _age(cells.get("age", "")),
        _birth(cells.get("birth", "")),
        _sex(cells.get("sex", "")),
        parse(father) if father else None,
    )


def _age(cell: str) -> int | None:
    """Years; lists write -1, 999 or a word for what they do not know."""
    try:
        age = int(float(cell))
    except (ValueError, OverflowError):
        return None
    return age if 0 <= age <= _OLDEST else None


def _birth(cell: str) -> date | None:
    """2001-05-30, with or without a time behind it, or 30/05/2001; day first, as Arabic lists write it."""
    day = cell.replace("T", " ").split(" ")[0]
    parts = day.replace("/", "-").replace(".", "-").split("-")
    try:
        year, month, day_ = map(int, parts if len(parts[0]) == 4 else reversed(parts))
        return date(year, month, day_)
    except ValueError:
        return None


def _sex(cell: str) -> str:
    word = fold_phrase(cell)
    return _sexes().get(word, word)


@cache
def _sexes() -> Mapping[str, str]:
    return {fold_phrase(row["word"]): row["sex"] for row in table("names/sexes.tsv")}
