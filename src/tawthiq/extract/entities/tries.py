"""Names as tries over folded words: what begins here, and which of it is the longest."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from tawthiq.text.fold import fold_phrase, fold_phrases


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
        self.add_folded(fold_phrase(name), entry)

    def add_folded(self, name: str, entry: Entry) -> None:
        node = self
        for word in name.split():
            node = node.children.setdefault(word, Trie())
        if node is not self and entry not in node.entries:
            node.entries.append(entry)

    def begun(self, first: str) -> Trie | None:
        """What follows a first word."""
        return self.children.get(first)

    def walk(self, first: str, rest: Sequence[str]) -> Iterator[tuple[int, Sequence[Entry]]]:
        """Every name that begins with these words, the shortest first, with its number of words."""
        node = self.begun(first)
        width = 1
        while node is not None:
            if node.entries:
                yield width, node.entries
            if width > len(rest):
                return
            node = node.children.get(rest[width - 1])
            width += 1

    def longest(self, first: str, rest: Sequence[str]) -> tuple[int, Sequence[Entry]] | None:
        node, width, found = self.begun(first), 1, None
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


class LazyTrie(Trie):
    """A trie of a large table: names are laid out, and their rows parsed, once their first word is looked up."""

    __slots__ = ("_before", "_entry", "_known", "_last", "_names", "_rows")

    def __init__(self, rows: Sequence[int], names: Sequence[str], entry: Callable[[int], Entry]) -> None:
        """Of each name the number of its row and the name as it is written; `entry` makes the entry of a row."""
        super().__init__()
        self._rows, self._names, self._entry = rows, fold_phrases(names), entry
        self._known: dict[int, Entry] = {}
        # Numbers that lead from a name to the one before with the same first word: a list for each word costs more
        # to make than all the rest.
        self._last: dict[str, int] = {}
        self._before: list[int] = []
        for at, name in enumerate(self._names):
            first = name.partition(" ")[0]
            self._before.append(self._last.get(first, -1))
            self._last[first] = at

    def begun(self, first: str) -> Trie | None:
        if first in self._last:
            at = self._last.pop(first)
            for one in reversed(list(self._chain(at))):
                self.add_folded(self._names[one], self._of_row(self._rows[one]))
        return self.children.get(first)

    def _chain(self, at: int) -> Iterator[int]:
        while at >= 0:
            yield at
            at = self._before[at]

    def _of_row(self, row: int) -> Entry:
        if row not in self._known:
            self._known[row] = self._entry(row)
        return self._known[row]
