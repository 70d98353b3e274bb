"""How alike two words of names are, in either script: 1 for spellings of one name, 0 for nothing in common."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from rapidfuzz.distance import Levenshtein

from tawthiq.link.names import arabic, cross, latin
from tawthiq.link.names.letters import ARTICLE, Script, script_of
from tawthiq.link.names.readings import confusable
from tawthiq.link.names.sounds import coarse
from tawthiq.link.names.tables import settings

_GLUED = re.compile(r"(?:[ae]l|b[ei]n)(?=.{4})")
_FAR = 0.2
_SLIPS = 3
_LATIN = "z"


@cache
def _measures() -> tuple[float, float, int, float]:
    word = settings("word")
    return word["slack"], word["per_sound"], int(word["far"]), word["veto"]


@lru_cache(maxsize=1 << 19)
def likeness(first: str, second: str) -> float:
    """Likeness of two keys (`Part.key`), 0 to 1, the same whichever comes first."""
    if first == second:
        return 1.0
    first, second = sorted((first, second))
    return max(_vetoed(one, other) for one in _forms(first) for other in _forms(second))


def _vetoed(first: str, second: str) -> float:
    """Names that are easily confused are no more alike than the veto allows, however near their letters."""
    alike, veto = _alike(first, second), _measures()[3]
    return veto if alike > veto and confusable(first, second) else alike


@lru_cache(maxsize=1 << 17)
def _forms(key: str) -> tuple[str, ...]:
    """The key with and without an article or bin that may be part of the word (Elias, إلهام, Alsayed, Benghalem)."""
    if key.startswith(ARTICLE):
        return (key[1:], "ال" + key[1:])
    glued = _GLUED.match(key)
    return (key, key[glued.end() :]) if glued else (key,)


def _alike(first: str, second: str) -> float:
    slack, per_sound, far, _ = _measures()
    ours, theirs = coarse(first), coarse(second)
    if Levenshtein.distance(ours, theirs, score_cutoff=far) >= far or _apart(first, second):
        return _FAR * (first[:1] == second[:1])
    room = slack + per_sound * max(len(ours), len(theirs), 1)
    limit = room * (1.0 - _FAR)
    price = _price(first, second, limit)
    return 1.0 - price / room if price < limit else _FAR * (first[:1] == second[:1])


def _apart(first: str, second: str) -> bool:
    """Whether two Arabic words differ in too many letters to be aligned."""
    both_arabic = first[0] > _LATIN and second[0] > _LATIN
    return both_arabic and Levenshtein.distance(first, second, score_cutoff=_SLIPS) > _SLIPS


def _price(first: str, second: str, limit: float) -> float:
    scripts = script_of(first), script_of(second)
    if scripts == (Script.ARABIC, Script.ARABIC):
        return arabic.price(first, second, limit)
    if scripts == (Script.LATIN, Script.LATIN):
        return latin.price(first, second, limit)
    one, other = (first, second) if scripts[0] is Script.ARABIC else (second, first)
    return cross.price(one, other, limit)
