"""One name against a list of many: the few entries worth comparing, compared, best first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from heapq import nlargest
from math import log2

from tawthiq.link.matching.vocabulary import Vocabulary
from tawthiq.link.names import Comparison, Name, compare

_COMPARED = 50
_FLOOR = 0.4
_LONG = 1500
"""A word that so many names have only adds to names found by a rarer one, if there are any."""


class Index:
    """Names of entries, each entry under a key of the caller's with its main name and its aliases.

    Kept in memory and never changed. Names that share no part's sound with the one asked for are never compared.
    """

    def __init__(self, entries: Iterable[tuple[str, Sequence[Name]]]) -> None:
        self._names: list[tuple[str, Name]] = []
        self._vocabulary = Vocabulary()
        self._having: dict[str, list[int]] = {}
        for key, names in entries:
            for name in names:
                self._add(key, name)

    def _add(self, key: str, name: Name) -> None:
        number = len(self._names)
        self._names.append((key, name))
        for word in _words(name):
            self._vocabulary.add(word)
            self._having.setdefault(word, []).append(number)

    def __len__(self) -> int:
        """How many names there are, aliases counted."""
        return len(self._names)

    def candidates(self, name: Name, limit: int = 10, floor: float = _FLOOR) -> list[tuple[str, Comparison]]:
        """Entries whose best name scores `floor` or more, at most `limit`, best first; ties in list order."""
        best: dict[str, Comparison] = {}
        for number in self._worth_comparing(name):
            key, other = self._names[number]
            found = compare(name, other)
            if found.score >= floor and (key not in best or found.score > best[key].score):
                best[key] = found
        return nlargest(limit, best.items(), key=lambda item: item[1].score)

    def _worth_comparing(self, name: Name) -> list[int]:
        """Numbers of the names that have most in common, rare parts counting for more; in the order of the list."""
        told: dict[int, float] = {}
        for word, numbers in self._found(name):
            self._count(told, word, numbers)
        return sorted(nlargest(_COMPARED, told, key=lambda number: (told[number], -number)))

    def _found(self, name: Name) -> list[tuple[dict[str, float], int]]:
        """For each part of a name the words of the list that are like it, the part that fewest names have first."""
        parts = [dict(self._vocabulary.alike(word)) for word in _words(name)]
        sized = [(words, sum(len(self._having[word]) for word in words)) for words in parts]
        return sorted(sized, key=lambda item: item[1])

    def _count(self, told: dict[int, float], words: dict[str, float], size: int) -> None:
        only_known = size > _LONG and bool(told)
        for word, alike in words.items():
            weight = alike * log2(2 * len(self._names) / len(self._having[word]))
            for number in self._having[word]:
                if not only_known or number in told:
                    told[number] = told.get(number, 0.0) + weight


def _words(name: Name) -> tuple[str, ...]:
    """Keys of the parts by which a name can be found, kunyas included."""
    return tuple(dict.fromkeys(part.key for part in (*name.line, *name.kunyas)))
