"""What the columns of PA-X Local fill, as data (data/agreements/pax_local.tsv, pax_terms.tsv)."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from tawthiq.errors import InputError
from tawthiq.text.tables import table

NEEDED = ("AgtId", "Agt", "Dat")
"""Without these a file is no table of agreements."""

MEDIA_TYPE = "text/csv; profile=pax"


@dataclass(frozen=True, slots=True)
class Column:
    """`field` of the agreement record, "" for a column that is only kept."""

    name: str
    field: str
    form: str
    scheme: str


@cache
def columns() -> tuple[Column, ...]:
    rows = table("agreements/pax_local.tsv")
    return tuple(Column(row["column"], row["field"], row["form"], row["scheme"]) for row in rows)


@cache
def telling() -> Mapping[str, Column]:
    """The columns of which claims are made, by name."""
    return {column.name: column for column in columns() if column.field}


@cache
def _terms() -> Sequence[tuple[str, str, str]]:
    return [(row["scheme"], row["term"], row["code"]) for row in table("agreements/pax_terms.tsv")]


def code_for(scheme: str, term: str) -> str | None:
    """Our code for a term of PA-X; None where it says too little."""
    return next((code for s, t, code in _terms() if (s, t) == (scheme, term.strip())), None)


def term_for(scheme: str, code: str) -> str:
    """PA-X's term for a code of ours, "" where it has none."""
    return next((term for s, term, c in _terms() if (s, c) == (scheme, code)), "")


def parse(data: bytes, name: str) -> tuple[list[str], list[list[str]]]:
    """Header and rows of a CSV. InputError says which line has another number of cells, or what columns are missing."""
    try:
        text = data.decode("utf-8-sig")
        header, *rows = csv.reader(io.StringIO(text, newline=""), strict=True)
    except UnicodeDecodeError as error:
        raise InputError(f"{name}: not UTF-8") from error
    except csv.Error as error:
        raise InputError(f"{name}: no CSV: {error}") from error
    except ValueError:
        raise InputError(f"{name}: an empty file") from None
    if missing := [column for column in NEEDED if column not in header]:
        raise InputError(f"{name}: no table of PA-X: it lacks {', '.join(missing)}")
    kept = [row for row in rows if row]
    for number, row in enumerate(kept, start=1):
        if len(row) != len(header):
            raise InputError(f"{name}, row {number}: {len(row)} cells under {len(header)} columns")
    return header, kept


def dump(header: Sequence[str], rows: Sequence[Sequence[str]]) -> bytes:
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(header)
    writer.writerows(rows)
    return out.getvalue().encode()
