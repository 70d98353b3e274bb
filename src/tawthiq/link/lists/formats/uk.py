"""The lists of the United Kingdom, CSV: OFSI's consolidated list, and the UK Sanctions List of the Foreign Office.

Both begin with a line that tells their date, and have a row for each name of an entry.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import groupby

from tawthiq.link.lists.dates import listed_date
from tawthiq.link.lists.entry import Entry, Subject, distinct, names_of
from tawthiq.link.lists.formats.source import ListFile, headed_rows, needed_cell

_NAMES = ("Name 1", "Name 2", "Name 3", "Name 4", "Name 5", "Name 6")
_SUBJECTS = {"individual": Subject.PERSON, "entity": Subject.GROUP}
_NUMBERED = re.compile(r"\(\d+\)|\|")
_EMPTY = frozenset({"", "0", "-"})


def read_uk(file: ListFile) -> tuple[str | None, list[Entry]]:
    """The day that the file gives, and its entries."""
    skip, published = _above(file)
    header = file.text.splitlines()[skip] if skip < len(file.text.splitlines()) else ""
    key = "Unique ID" if "Unique ID" in header else "Group ID"
    rows = [
        (needed_cell(file, number, row, key), number, row) for number, row in headed_rows(file, ",", _needed(key), skip)
    ]
    rows.sort(key=lambda each: each[0])
    return published, [_entry(file, list(group)) for _, group in groupby(rows, key=lambda each: each[0])]


def _needed(key: str) -> Sequence[str]:
    return ("Name 6", "Name 1", key)


def _above(file: ListFile) -> tuple[int, str | None]:
    """How many lines stand above the header, and the date in them."""
    published = None
    for number, line in enumerate(file.text.splitlines()):
        if "Name 6" in line and "Name 1" in line:
            return number, published
        published = published or listed_date(re.sub(r"^[^\d]*", "", line.replace("-", " ")).strip(' ,"'))
        if number == 5:
            break
    raise file.fault("row 1", "no header with the columns Name 1 and Name 6")


def _entry(file: ListFile, numbered: list[tuple[str, int, dict[str, str]]]) -> Entry:
    rows = [row for _, _, row in sorted(numbered, key=lambda each: (_rank(each[2]), each[1]))]
    names = names_of(
        [name for row in rows if not _weak(row) for name in _written(row)],
        [name for row in rows if _weak(row) for name in _written(row)],
    )
    if not names:
        raise file.fault(f"row {numbered[0][1]}", "no name in any row of this entry")
    return Entry(
        id=numbered[0][0],
        subject=_SUBJECTS.get(
            _first(rows, "Group Type", "Designation Type", "Individual, Entity, Ship").lower(), Subject.OTHER
        ),
        names=names,
        births=distinct(listed_date(text) for text in _split(rows, "DOB", "D.O.B")),
        birth_places=distinct(
            ", ".join(_split([row], "Town of Birth", "Town of birth", "Country of Birth", "Country of birth"))
            for row in rows
        ),
        places=distinct(", ".join(distinct(row.get(cell) for cell in _address(row))) for row in rows),
        nationalities=distinct(_split(rows, "Nationality", "Nationality(/ies)")),
        programmes=distinct(_split(rows, "Regime", "Regime Name")),
        listed_on=listed_date(_first(rows, "Date Designated", "UK Sanctions List Date Designated", "Listed On")),
        remarks=_first(rows, "Other Information"),
    )


def _rank(row: Mapping[str, str]) -> bool:
    """The primary name goes first."""
    return not (row.get("Alias Type") or row.get("Name type") or "").lower().startswith("primary")


def _weak(row: Mapping[str, str]) -> bool:
    return (row.get("Alias Quality") or row.get("Alias strength") or "").lower().startswith("low")


def _written(row: Mapping[str, str]) -> tuple[str, ...]:
    """The name in Latin letters, given names first, and the one in its own script."""
    latin = " ".join(cell for name in _NAMES if (cell := row.get(name, "").strip()) not in _EMPTY)
    return distinct([latin, row.get("Name Non-Latin Script"), row.get("Name non-latin script")])


def _split(rows: Sequence[Mapping[str, str]], *columns: str) -> tuple[str, ...]:
    """The values of the columns; several in a cell are numbered (1), (2) or parted by a bar."""
    cells = (row.get(column, "") for row in rows for column in columns)
    return distinct(part for cell in cells for part in _NUMBERED.split(cell) if part.strip() not in _EMPTY)


def _first(rows: Sequence[Mapping[str, str]], *columns: str) -> str:
    return next((text for column in columns for row in rows if (text := row.get(column, "").strip())), "")


def _address(row: Mapping[str, str]) -> list[str]:
    return [column for column in row if column.startswith("Address") and column != "Address Country"] + [
        column for column in ("Address Country", "Country") if column in row
    ]
