"""Which format the files of a list have: told by their content, not by their names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

from tawthiq.errors import InputError
from tawthiq.link.lists.entry import Entry
from tawthiq.link.lists.formats import eu, ofac, ofac_xml, opensanctions, uk, un
from tawthiq.link.lists.formats.source import ListFile

_HEAD = 4096
_Reader = Callable[[ListFile], tuple[str | None, list[Entry]]]


def read_list(files: Sequence[ListFile]) -> tuple[str, str | None, list[Entry]]:
    """Name of the format, the day that the list gives for itself (EDTF, None where silent), and all entries.

    Several files are OFAC's sdn.csv with its alt.csv and add.csv; any other list is one file. InputError.
    """
    if len(files) == 1 and (known := _reader(files[0])) is not None:
        name, read = known
        published, entries = read(files[0])
    else:
        name, published, entries = "ofac", None, _ofac(files)
    return name, published, _checked(files[0], entries)


def _reader(file: ListFile) -> tuple[str, _Reader] | None:
    head = file.data[:_HEAD].decode("utf-8-sig", "replace")
    signs: tuple[tuple[bool, str, _Reader], ...] = (
        ("<sdnList" in head, "ofac", ofac_xml.read_ofac_xml),
        ("<CONSOLIDATED_LIST" in head, "un", un.read_un),
        ("<export" in head and "sanctionEntity" in head, "eu", eu.read_eu_xml),
        ("Entity_LogicalId" in head, "eu", eu.read_eu_csv),
        ("Name 6" in head and "Name 1" in head, "uk", uk.read_uk),
        (
            all(column in head.split("\n")[0] for column in opensanctions.SIMPLE_COLUMNS),
            "opensanctions",
            opensanctions.read_simple,
        ),
        (head.lstrip().startswith("{"), "opensanctions", opensanctions.read_ftm),
    )
    return next(((name, read) for fits, name, read in signs if fits), None)


def _ofac(files: Sequence[ListFile]) -> list[Entry]:
    widths = Counter(_width(file) for file in files)
    if widths[ofac.SDN_WIDTH] != 1 or set(widths) - {ofac.SDN_WIDTH, ofac.ALT_WIDTH, ofac.ADD_WIDTH}:
        names = ", ".join(file.name for file in files)
        raise InputError(
            f"{names}: not a list that is known: OFAC (sdn.csv with alt.csv and add.csv, or XML), UN XML, "
            "EU CSV or XML, UK CSV, OpenSanctions targets.simple.csv or FollowTheMoney JSON lines"
        )
    return ofac.read_ofac(files)


def _width(file: ListFile) -> int:
    try:
        return ofac.width(file)
    except InputError:
        return 0


def _checked(file: ListFile, entries: list[Entry]) -> list[Entry]:
    """A list names each entry once, and names at least one."""
    if not entries:
        raise InputError(f"{file.name}: no entry in it")
    twice = [id_ for id_, n in Counter(entry.id for entry in entries).items() if n > 1]
    if twice:
        raise InputError(f"{file.name}: two entries with the number {twice[0]}")
    return entries
