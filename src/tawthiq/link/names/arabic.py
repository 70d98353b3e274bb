"""What it costs to take two Arabic spellings for one name: an edit distance with the usual slips of writing."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from tawthiq.link.names.letters import ARTICLE
from tawthiq.link.names.tables import slips

_OTHER_LETTER = 1.0
_ONE_MORE = 0.9
_DOUBLED = 0.15
_SWAPPED = 0.5
_LAM_ALEF = 0.3


@lru_cache(maxsize=1 << 15)
def _swap(first: str, second: str, place: str) -> float:
    if first == second:
        return 0.0
    usual = _ONE_MORE if "" in (first, second) else _OTHER_LETTER
    return slips(place).get((first, second), 0.1 if ARTICLE in (first, second) and usual == _ONE_MORE else usual)


def _places(word: str) -> list[str]:
    last = len(word) - 1
    return ["start" if at == 0 else "end" if at == last else "inside" for at in range(len(word))]


@lru_cache(maxsize=1 << 16)
def _losses(word: str) -> tuple[float, ...]:
    """For each letter what its standing for nothing costs; the second of a double costs little."""
    return tuple(_loss(word[max(at - 1, 0) : at], letter, place) for at, (letter, place) in _placed(word))


def _placed(word: str) -> Iterator[tuple[int, tuple[str, str]]]:
    return enumerate(zip(word, _places(word), strict=True))


def _loss(before: str, letter: str, place: str) -> float:
    if before == letter:
        return _DOUBLED
    return slips(place).get((before + letter, before), _swap(letter, "", place)) if before else _swap(letter, "", place)


def price(first: str, second: str, limit: float) -> float:
    """The cheapest alignment of two Arabic keys; `limit` or more means that it is not worth knowing how much more."""
    ours, theirs = _losses(first), _losses(second)
    before: list[float] = []
    row = [0.0]
    for loss in theirs:
        row.append(row[-1] + loss)
    places = _places(first)
    for at, lost in enumerate(ours):
        after = [row[0] + lost]
        for place, loss in enumerate(theirs):
            best = row[place] + _swap(first[at], second[place], places[at])
            if at and place and first[at] == second[place - 1] and first[at - 1] == second[place]:
                best = min(best, before[place - 1] + _turned(first[at - 1 : at + 1]))
            after.append(min(best, row[place + 1] + lost, after[place] + loss))
        before, row = row, after
        if min(row) >= limit:
            return limit
    return min(row[-1], limit)


def _turned(pair: str) -> float:
    """Two letters in the other order; PDF readers do it to lam and alef."""
    return _LAM_ALEF if pair in ("لا", "ال") else _SWAPPED
