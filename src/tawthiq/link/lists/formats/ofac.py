"""OFAC's SDN list as CSV: sdn.csv, alt.csv and add.csv, without a header; "-0-" is empty.

Columns as OFAC's "SDN data file formats" (DAT_SPEC) has them. Births, nationalities and weak aliases are told in the
remarks.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence

from tawthiq.link.lists.dates import listed_date
from tawthiq.link.lists.entry import Entry, Subject, distinct, names_of
from tawthiq.link.lists.formats.source import ListFile, plain_rows

SDN_WIDTH, ALT_WIDTH, ADD_WIDTH = 12, 5, 6
_EMPTY = "-0-"
_SUBJECTS = {"individual": Subject.PERSON, "": Subject.GROUP}
_BIRTH = re.compile(r"^(?:alt\. )?DOB (.+)$")
_BIRTH_PLACE = re.compile(r"^(?:alt\. )?POB (.+)$")
_NATION = re.compile(r"^(?:alt\. )?(?:nationality|citizen) (.+)$")
_WEAK = re.compile(r"^a\.k\.a\. '(.+)'$")


def read_ofac(files: Sequence[ListFile]) -> list[Entry]:
    """Entries of one sdn.csv with the names and addresses of an alt.csv and an add.csv where they are given."""
    aliases = _by_entry(files, ALT_WIDTH, lambda cells: cells[3])
    addresses = _by_entry(files, ADD_WIDTH, lambda cells: ", ".join(distinct(cells[2:5])))
    return [
        _entry(cells, aliases[cells[0]], addresses[cells[0]])
        for file in files
        if width(file) == SDN_WIDTH
        for cells in _cells(file, SDN_WIDTH)
    ]


def width(file: ListFile) -> int:
    """Cells of the first row: which of the three files this is."""
    return next((len(row) for _, row in plain_rows(file, range(1000))), 0)


def _by_entry(
    files: Iterable[ListFile], width_of: int, value: Callable[[list[str]], str]
) -> defaultdict[str, list[str]]:
    found: defaultdict[str, list[str]] = defaultdict(list)
    for file in files:
        if width(file) == width_of:
            for cells in _cells(file, width_of):
                found[cells[0]].append(value(cells))
    return found


def _cells(file: ListFile, width_of: int) -> Iterable[list[str]]:
    for number, row in plain_rows(file, (width_of,)):
        cells = [cell.strip() for cell in row]
        if not cells[0].isdigit():
            raise file.fault(f"row {number}, cell 1", f"{cells[0]!r} is not the number of an entry")
        yield ["" if cell == _EMPTY else cell for cell in cells]


def _entry(cells: list[str], aliases: Iterable[str], addresses: Iterable[str]) -> Entry:
    remarks = cells[11]
    notes = [note.strip() for note in remarks.rstrip(".").split(";")]
    births = (listed_date(words) for words in _told(_BIRTH, notes))
    return Entry(
        id=cells[0],
        subject=_SUBJECTS.get(cells[2], Subject.OTHER),
        names=names_of([cells[1], *aliases], _told(_WEAK, notes)),
        births=distinct(births),
        birth_places=distinct(_told(_BIRTH_PLACE, notes)),
        places=distinct(addresses),
        nationalities=distinct(_told(_NATION, notes)),
        programmes=distinct(cells[3].split("] [")),
        remarks=remarks,
    )


def _told(pattern: re.Pattern[str], notes: Iterable[str]) -> list[str]:
    return [match[1] for note in notes if (match := pattern.match(note))]
