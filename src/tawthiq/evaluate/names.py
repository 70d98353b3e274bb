"""When two names or texts are the same to a reader: spelling folded, articles and generic heads left aside."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, lru_cache

from tawthiq.text.fold import fold_phrase
from tawthiq.text.tables import column

_FATHERS = frozenset({"ابي", "ابا"})
_TELLING = 4


@lru_cache(maxsize=65536)
def words(text: str | None) -> tuple[str, ...]:
    """Folded words without ال; the cases of أبو are one."""
    return tuple(_bare("ابو" if word in _FATHERS else word) for word in fold_phrase(text or "").split())


def _bare(word: str) -> str:
    return word[2:] if word.startswith("ال") and len(word) > _TELLING else word


@cache
def _heads() -> frozenset[str]:
    return frozenset(words(head)[0] for head in column("evaluate/generic_heads.tsv", "head"))


@lru_cache(maxsize=65536)
def _core(text: str | None) -> tuple[str, ...]:
    return tuple(word for word in words(text) if word not in _heads()) or words(text)


def equal(a: str | None, b: str | None) -> bool:
    return words(a) == words(b)


def same(a: str | None, b: str | None) -> bool:
    """Equal, or the words of one stand in order inside the other; a single word of 3 letters tells too little."""
    short, long = sorted((_core(a), _core(b)), key=len)
    if not short:
        return False
    if len(short) == 1 < len(long) and len(short[0]) < _TELLING:
        return False
    return any(long[at : at + len(short)] == short for at in range(len(long) - len(short) + 1))


def any_same(some: Iterable[str], others: Iterable[str]) -> bool:
    held = list(others)
    return any(same(a, b) for a in some for b in held)


def share(a: str | None, b: str | None) -> float:
    """How much of the words of the shorter text the other has, 0 to 1."""
    x, y = set(words(a)), set(words(b))
    return len(x & y) / min(len(x), len(y)) if x and y else 0.0
