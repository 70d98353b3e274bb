"""What it costs to take two Latin spellings for one name: consonants that can spell one Arabic letter are near."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache

from tawthiq.text.tables import table

_SIGN = re.compile(r"sch|sh|ch|kh|th|dh|gh|zh|ph|dj|ck|[aeiouyw]+|[a-z]")
_ABD = re.compile(r"^abd[aeiou]*l(?=...)")
_DIN = re.compile(r"(?<=..)[aeiou]*l?d(?:i|ee|ie)ne?$")
_VOWELS = frozenset("aeiouyw")
_UNLIKE = 1.1
_LOST = 1.0


@lru_cache(maxsize=1 << 16)
def signs(latin: str) -> tuple[str, ...]:
    """Consonants and runs of vowels (y, w) in order; the article inside Abd al-… and …-al-din left out."""
    return tuple(_SIGN.findall(_DIN.sub("din", _ABD.sub("abd", latin))))


@cache
def _prices(name: str) -> Mapping[tuple[str, str], float]:
    """Prices of a table of signs taken for one another, both ways round; "" is no sign."""
    found = {}
    for row in table(name):
        first, second = (row[side].replace("-", "") for side in ("first", "second"))
        found[first, second] = found[second, first] = float(row["price"])
    return found


@lru_cache(maxsize=1 << 15)
def _vowels(first: str, second: str) -> float:
    """An edit distance of two runs of vowels; either may be empty."""
    prices = _prices("names/vowels.tsv")
    row = [0.0]
    for sign in second:
        row.append(row[-1] + prices["", sign])
    for sign in first:
        after = [row[0] + prices["", sign]]
        for at, other in enumerate(second):
            swap = row[at] + (0.0 if sign == other else prices[sign, other])
            after.append(min(swap, row[at + 1] + prices["", sign], after[at] + prices["", other]))
        row = after
    return row[-1]


@lru_cache(maxsize=1 << 16)
def _pair(first: str, second: str) -> float:
    """One sign for another."""
    if first == second:
        return 0.0
    vowels = (first[0] in _VOWELS) + (second[0] in _VOWELS)
    if vowels == 2:
        return _vowels(first, second)
    return _prices("names/consonants.tsv").get((first, second), _UNLIKE) if vowels == 0 else 2 * _LOST


@lru_cache(maxsize=1 << 15)
def _alone(sign: str, at_edge: bool) -> float:
    """One sign for nothing."""
    if sign[0] in _VOWELS:
        return _vowels(sign, "") * (2.5 if at_edge else 1.0)
    return (0.06 if at_edge else 0.35) if sign == "h" else _LOST


def price(first: str, second: str, limit: float) -> float:
    """The cheapest alignment of two Latin keys; `limit` or more means that it is not worth knowing how much more."""
    ours, theirs = signs(first), signs(second)
    loss = [_alone(sign, at in (0, len(theirs) - 1)) for at, sign in enumerate(theirs)]
    row = [0.0]
    for extra in loss:
        row.append(row[-1] + extra)
    for at, sign in enumerate(ours):
        lost = _alone(sign, at in (0, len(ours) - 1))
        after = [row[0] + lost]
        for place, other in enumerate(theirs):
            after.append(min(row[place] + _pair(sign, other), row[place + 1] + lost, after[place] + loss[place]))
        row = after
        if min(row) >= limit:
            return limit
    return min(row[-1], limit)
