"""What it costs to read a Latin word as the spelling of an Arabic one: the cheapest alignment of their letters.

A weighted edit distance in the manner of Kondrak (2000, "A new algorithm for the alignment of phonetic sequences",
NAACL) and of the cross-script matching of Freeman, Condon and Ackerman (2006, "Cross linguistic name matching in
English and Arabic", HLT-NAACL), with the ways of writing each letter in data/names/letters.tsv. Short vowels, which
Arabic leaves unwritten, are free; long ones are not.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache

from tawthiq.link.names.tables import settings, ways

_LONGEST = 3
_NOTHING: Mapping[str, float] = {}
_UNREAD = 1.0


@lru_cache(maxsize=1 << 16)
def _letters(arabic: str) -> tuple[tuple[Mapping[str, float], float], ...]:
    """For each letter of an Arabic key its ways of being written, and the price of not being written."""
    last = len(arabic) - 1
    found = []
    for at, letter in enumerate(arabic):
        place = "start" if at == 0 else "end" if at == last else "inside"
        forms = ways(place).get(arabic[at - 1 : at + 1] if at else "") or ways(place).get(letter, _NOTHING)
        found.append((forms, forms.get("", _UNREAD)))
    return tuple(found)


@cache
def _sign_prices() -> Mapping[str, float]:
    prices = settings("latin")
    named = {"y": prices["glide"], "w": prices["glide"], "h": prices["breath"]}
    return {**dict.fromkeys("bcdfgjklmnpqrstvxz", prices["consonant"]), **named}


@lru_cache(maxsize=1 << 16)
def _extras(latin: str) -> tuple[float, ...]:
    """For each letter of a Latin key the price of its standing for none of the Arabic ones."""
    prices, signs = settings("latin"), _sign_prices()
    found = []
    for at, sign in enumerate(latin):
        if sign in signs:
            found.append(signs[sign])
        elif at == 0:
            found.append(prices["first_vowel"])
        elif at == len(latin) - 1 and latin[at - 1] in signs:
            found.append(prices["last_e" if sign == "e" else "last_vowel"])
        else:
            found.append(prices["vowel"] if latin[at - 1] in signs else prices["more_vowels"])
    return tuple(found)


def price(arabic: str, latin: str, limit: float) -> float:
    """The cheapest alignment of two keys; `limit` or more means that it is not worth knowing how much more."""
    extras, size = _extras(latin), len(latin)
    row = [limit] * (size + 1)
    row[0] = 0.0
    for forms, unwritten in _letters(arabic):
        row = _next_row(row, forms, unwritten, latin, extras, limit)
        if min(row) >= limit:
            return limit
    return min(limit, _closed(row, extras))


def _next_row(
    row: list[float], forms: Mapping[str, float], unwritten: float, latin: str, extras: tuple[float, ...], limit: float
) -> list[float]:
    """Prices of having read each beginning of the Latin word when one more Arabic letter is read."""
    size = len(latin)
    after = [limit] * (size + 1)
    so_far = limit
    for at in range(size + 1):
        so_far = min(row[at], so_far + extras[at - 1]) if at else row[0]
        if so_far >= limit:
            continue
        if so_far + unwritten < after[at]:
            after[at] = so_far + unwritten
        for end in range(at + 1, min(at + _LONGEST, size) + 1):
            way = forms.get(latin[at:end])
            if way is not None and so_far + way < after[end]:
                after[end] = so_far + way
    return after


def _closed(row: list[float], extras: tuple[float, ...]) -> float:
    """The price of the last row once the Latin letters left over are paid for."""
    total = row[0]
    for at, extra in enumerate(extras, start=1):
        total = min(row[at], total + extra)
    return total
