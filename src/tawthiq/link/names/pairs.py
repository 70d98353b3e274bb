"""Pairs of names in a TSV file, read row by row."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from tawthiq.link.names.comparing import Comparison, compare
from tawthiq.link.names.reading import parse

_HEADER = ("left", "right")


@dataclass(frozen=True, slots=True)
class BadRow:
    """A row that is no pair of names, counted from 1, and why."""

    row: int
    reason: str


def score_rows(lines: Iterable[bytes]) -> Iterator[tuple[str, str, Comparison] | BadRow]:
    """Each line (left, tab, right; further columns are passed over) compared; empty lines and a header are left out."""
    for number, line in enumerate(lines, start=1):
        try:
            cells = line.decode("utf-8-sig" if number == 1 else "utf-8").rstrip("\r\n").split("\t")
        except UnicodeDecodeError:
            yield BadRow(number, "not UTF-8")
            continue
        left, right = (cell.strip() for cell in (*cells, "", "")[:2])
        if cells != [""] and not (number == 1 and (left.casefold(), right.casefold()) == _HEADER):
            yield _scored(number, left, right, len(cells))


def _scored(number: int, left: str, right: str, cells: int) -> tuple[str, str, Comparison] | BadRow:
    if cells < len(_HEADER):
        return BadRow(number, "one column; a row is two names with a tab between")
    ours, theirs = parse(left), parse(right)
    for side, name in zip(_HEADER, (ours, theirs), strict=True):
        if not name.line:
            return BadRow(number, f"{side} has no letters")
    return left, right, compare(ours, theirs)
