"""The names of places and groups, from the tables of the package and of the office."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

from tawthiq.extract.entities.office import names
from tawthiq.extract.entities.tries import Entry, LazyTrie, Trie
from tawthiq.text.tables import Rows

__all__ = ["Entry", "Trie", "best", "groups", "lineage", "place_row", "places"]

_MIN_NAME = 3

_RANK = {"country": 0, "capital": 1, "governorate": 2, "city": 3}


def best(entries: Sequence[Entry]) -> Entry:
    """The entry most likely meant: a country or capital, one that needs no support, the greater, the Syrian one."""
    return min(entries, key=lambda e: (_RANK.get(e.kind, 2) // 2, e.common, _RANK.get(e.kind, 4), e.country != "SY"))


@cache
def places() -> Trie:
    """The gazetteer of places; where several share a name they stand in the order of the table."""
    return _trie("places.tsv", _MIN_NAME)


@cache
def groups() -> Trie:
    return _trie("groups.tsv", 2)


@cache
def lineage(id: str) -> tuple[str, ...]:
    """The place itself and all that it lies in, the widest last; a row that lies in itself ends there."""
    found, table = [id], names("places.tsv")
    while (at := _place_rows().get(found[-1])) is not None and (parent := table.row(at)["parent"]) not in ("", *found):
        found.append(parent)
    return tuple(found)


def place_row(id: str) -> Mapping[str, str]:
    """The row of a place of the gazetteer. KeyError where it has none."""
    return names("places.tsv").row(_place_rows()[id])


@cache
def _place_rows() -> Mapping[str, int]:
    """The id of each place → the number of its row."""
    return {line.partition("\t")[0]: at for at, line in enumerate(names("places.tsv").lines)}


def _trie(file: str, least: int) -> Trie:
    table = names(file)
    rows, forms = _forms(table, least)
    return LazyTrie(rows, forms, lambda at: _entry(table.row(at)))


def _forms(table: Rows, least: int) -> tuple[Sequence[int], Sequence[str]]:
    """Names and aliases of so many letters, from the second and the third column, and the rows that they are of."""
    rows, forms = [], []
    for at, line in enumerate(table.lines):
        _, name, aliases = f"{line}\t\t".split("\t", 3)[:3]
        for form in (name, *aliases.split("|")) if aliases else (name,):
            if len(form) >= least:
                rows.append(at)
                forms.append(form)
    return rows, forms


def _entry(row: Mapping[str, str]) -> Entry:
    return Entry(row["id"], row["kind"], row["country"], row["common"] == "1", _spot(row))


def _spot(row: Mapping[str, str]) -> tuple[float, float] | None:
    return (float(row["latitude"]), float(row["longitude"])) if row.get("latitude") and row.get("longitude") else None
