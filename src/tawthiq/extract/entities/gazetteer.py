"""Names of places and groups as a trie over folded words, built once from the tables of the package."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from tawthiq.extract.entities.office import names
from tawthiq.text.fold import fold_phrase

_MIN_NAME = 3


@dataclass(frozen=True, slots=True)
class Entry:
    """A row of a gazetteer; `common`: its name is an ordinary word or a personal name too, and needs support.

    `spot`: latitude and longitude in degrees.
    """

    id: str
    kind: str
    country: str
    common: bool
    spot: tuple[float, float] | None = None


@dataclass(slots=True)
class Trie:
    """Names word by word; `entries` are those whose name ends here."""

    children: dict[str, Trie] = field(default_factory=dict)
    entries: list[Entry] = field(default_factory=list)

    def add(self, name: str, entry: Entry) -> None:
        node = self
        for word in fold_phrase(name).split():
            node = node.children.setdefault(word, Trie())
        if node is not self and entry not in node.entries:
            node.entries.append(entry)

    def walk(self, first: str, rest: Sequence[str]) -> Iterator[tuple[int, Sequence[Entry]]]:
        """Every name that begins with these words, the shortest first, with its number of words."""
        node = self.children.get(first)
        width = 1
        while node is not None:
            if node.entries:
                yield width, node.entries
            if width > len(rest):
                return
            node = node.children.get(rest[width - 1])
            width += 1

    def longest(self, first: str, rest: Sequence[str]) -> tuple[int, Sequence[Entry]] | None:
        node, width, found = self.children.get(first), 1, None
        while node is not None:
            if node.entries:
                found = width, node.entries
            if width > len(rest):
                break
            node = node.children.get(rest[width - 1])
            width += 1
        return found

    def __contains__(self, name: object) -> bool:
        words = str(name).split()
        return bool(words) and any(width == len(words) for width, _ in self.walk(words[0], words[1:]))


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
    found = [id]
    while (parent := _parents().get(found[-1])) and parent not in found:
        found.append(parent)
    return tuple(found)


@cache
def _parents() -> Mapping[str, str]:
    return {row["id"]: row["parent"] for row in names("places.tsv")}


def _trie(file: str, least: int) -> Trie:
    trie = Trie()
    for row in names(file):
        entry = Entry(row["id"], row["kind"], row["country"], row["common"] == "1", _spot(row))
        for form in _forms(row["name"], row["aliases"]):
            if len(form) >= least:
                trie.add(form, entry)
    return trie


def _spot(row: Mapping[str, str]) -> tuple[float, float] | None:
    return (float(row["latitude"]), float(row["longitude"])) if row.get("latitude") and row.get("longitude") else None


def _forms(name: str, aliases: str) -> Iterable[str]:
    return [name, *(alias for alias in aliases.split("|") if alias)]
