"""Which of the names that are easily confused a word is a spelling of."""

from __future__ import annotations

from functools import cache, lru_cache

from tawthiq.link.names import cross
from tawthiq.link.names.letters import ARTICLE, Script, script_of
from tawthiq.link.names.sounds import coarse
from tawthiq.link.names.tables import irregular, rows_of, settings


@cache
def _by_sound() -> dict[str, tuple[str, ...]]:
    """Confusable names by their coarse skeleton."""
    found: dict[str, list[str]] = {}
    for name in rows_of():
        found.setdefault(coarse(name), []).append(name)
    return {sound: tuple(names) for sound, names in found.items()}


@lru_cache(maxsize=1 << 16)
def readings(key: str) -> frozenset[str]:
    """The confusable names that a word can be read as: itself in Arabic, the nearest in Latin; empty for others."""
    bare = key.removeprefix(ARTICLE)
    if script_of(bare) is Script.ARABIC:
        return frozenset({bare} & rows_of().keys())
    return irregular().get(bare) or _nearest(bare)


def _nearest(latin: str) -> frozenset[str]:
    limit, tie = settings("word")["reading"], settings("word")["tie"]
    prices = {name: cross.price(name, latin, limit) for name in _by_sound().get(coarse(latin), ())}
    best = min(prices.values(), default=limit)
    return frozenset(name for name, price in prices.items() if price < limit and price <= best + tie)


def confusable(first: str, second: str) -> bool:
    """Whether two words are spellings of two different names of one row of confusable.tsv, and of no name in common."""
    ours, theirs = readings(first), readings(second)
    if not ours or not theirs or ours & theirs:
        return False
    rows = rows_of()
    return any(rows.get(one, frozenset()) & rows.get(other, frozenset()) for one in ours for other in theirs)
