"""Word lists of the package: TSV files with a header line and `#` comments (data/README.md)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path

from tawthiq.errors import InputError
from tawthiq.text.fold import fold_phrases


def parse_table(text: str, name: str) -> tuple[Mapping[str, str], ...]:
    """Rows of a TSV text as mappings from column to cell; a row with too many cells is an error that names its line."""
    header: list[str] | None = None
    rows = []
    for number, line in enumerate(text.splitlines(), start=1):
        if not line or line[0] == "#" or line.isspace():
            continue
        cells = line.split("\t")
        if header is None:
            header = [cell.strip() for cell in cells]
        elif len(cells) > len(header):
            raise InputError(f"{name}, line {number}: {len(cells)} cells under {len(header)} columns")
        else:
            cells += [""] * (len(header) - len(cells))
            rows.append(dict(zip(header, cells, strict=True)))
    return tuple(rows)


@cache
def table(name: str) -> tuple[Mapping[str, str], ...]:
    """A table of the package by its path below data/, e.g. "lexicon/months.tsv"."""
    return parse_table((files("tawthiq") / "data" / name).read_text(encoding="utf-8"), name)


@dataclass(frozen=True, slots=True)
class Rows:
    """A large table whose rows are parsed when they are asked for; `lines` are those of the rows, in order."""

    name: str
    header: tuple[str, ...]
    lines: tuple[str, ...]

    def __len__(self) -> int:
        return len(self.lines)

    def __iter__(self) -> Iterator[Mapping[str, str]]:
        return map(self.row, range(len(self.lines)))

    def column(self, key: str) -> Iterator[str]:
        """One cell of each row, "" where the row is too short."""
        at = self.header.index(key)
        tabs = "\t" * at
        return ((line + tabs).split("\t", at + 1)[at] for line in self.lines)

    def row(self, at: int) -> Mapping[str, str]:
        cells = self.lines[at].split("\t")
        missing = len(self.header) - len(cells)
        if missing < 0:
            raise InputError(f"{self.name}: {len(cells)} cells under {len(self.header)} columns: {self.lines[at]}")
        return dict(zip(self.header, [*cells, *[""] * missing], strict=True))


@cache
def large_table(name: str) -> Rows:
    """A table of the package as `table` gives it, but not parsed yet."""
    text = (files("tawthiq") / "data" / name).read_text(encoding="utf-8")
    header, *lines = (line for line in text.splitlines() if line and line[0] != "#" and not line.isspace())
    return Rows(name, tuple(cell.strip() for cell in header.split("\t")), tuple(lines))


def office_table(path: Path) -> tuple[Mapping[str, str], ...]:
    """A table that an office keeps beside the package's own, in the same format."""
    return parse_table(path.read_text(encoding="utf-8"), str(path))


@cache
def folded(name: str, use: str = "") -> frozenset[str]:
    """The words of a table with a column `word`, folded: all of them, or those whose column `use` says so."""
    return frozenset(fold_phrases(row["word"] for row in table(name) if not use or row["use"] == use))


@cache
def column(name: str, key: str) -> tuple[str, ...]:
    """One column of a table of the package, empty cells left out."""
    return tuple(filter(None, large_table(name).column(key)))
