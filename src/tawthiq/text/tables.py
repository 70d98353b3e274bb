"""Word lists of the package: TSV files with a header line and `#` comments (data/README.md)."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from pathlib import Path

from tawthiq.errors import InputError
from tawthiq.text.fold import fold_phrase


def parse_table(text: str, name: str) -> tuple[Mapping[str, str], ...]:
    """Rows of a TSV text as mappings from column to cell; a row with too many cells is an error that names its line."""
    header: list[str] | None = None
    rows = []
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = line.split("\t")
        if header is None:
            header = [cell.strip() for cell in cells]
        elif len(cells) > len(header):
            raise InputError(f"{name}, line {number}: {len(cells)} cells under {len(header)} columns")
        else:
            rows.append(dict(zip(header, [*cells, *[""] * (len(header) - len(cells))], strict=True)))
    return tuple(rows)


@cache
def table(name: str) -> tuple[Mapping[str, str], ...]:
    """A table of the package by its path below data/, e.g. "lexicon/months.tsv"."""
    return parse_table((files("tawthiq") / "data" / name).read_text(encoding="utf-8"), name)


def office_table(path: Path) -> tuple[Mapping[str, str], ...]:
    """A table that an office keeps beside the package's own, in the same format."""
    return parse_table(path.read_text(encoding="utf-8"), str(path))


@cache
def folded(name: str, use: str = "") -> frozenset[str]:
    """The words of a table with a column `word`, folded: all of them, or those whose column `use` says so."""
    return frozenset(fold_phrase(row["word"]) for row in table(name) if not use or row["use"] == use)


@cache
def column(name: str, key: str) -> tuple[str, ...]:
    """One column of a table of the package, empty cells left out."""
    return tuple(row[key] for row in table(name) if row.get(key))
