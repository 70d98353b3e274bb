"""How much it tells that two names share a part: the rarer the part, the more (Winkler 1989)."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache
from math import log2

from tawthiq.link.names.cross import price
from tawthiq.link.names.letters import ARTICLE, Script, script_of
from tawthiq.link.names.sounds import skeletons
from tawthiq.link.names.tables import bare
from tawthiq.text.tables import table

_LISTS = ("gazetteer/given_names.tsv", "gazetteer/family_names.tsv")
_UNLISTED = 2.0
_READ = 0.25
_MOST_READ = 24
_COMMON = 11.0


@cache
def _weights() -> Mapping[str, float]:
    """Times that each listed name was counted, as given or as family name."""
    found: dict[str, float] = {}
    for file in _LISTS:
        for row in table(file):
            key = bare(row["name"]).replace(ARTICLE, "")
            found[key] = max(found.get(key, 0.0), float(row["weight"]))
    return found


@cache
def _by_sound() -> Mapping[str, tuple[str, ...]]:
    """Listed names by their skeletons, for Latin words."""
    found: dict[str, list[str]] = {}
    for name in _weights():
        for sound in skeletons(name):
            found.setdefault(sound, []).append(name)
    return {sound: tuple(names) for sound, names in found.items()}


@cache
def _people() -> float:
    """How many people the lists count: each has a given name and a family name."""
    return sum(_weights().values()) / 2


@lru_cache(maxsize=1 << 17)
def bits(key: str) -> float:
    """Bits that the part tells: log2 of how many people there are to one who bears it."""
    weight = _weights().get(key.replace(ARTICLE, ""), 0.0) if script_of(key) is Script.ARABIC else _latin_weight(key)
    return log2(_people() / max(weight, _UNLISTED))


def _latin_weight(key: str) -> float:
    """The weight of the commonest name that a Latin word can be read as."""
    heard = (name for sound in skeletons(key) for name in _by_sound().get(sound, ()))
    ranked = sorted(set(heard), key=lambda name: (-_weights()[name], name))[:_MOST_READ]
    return next((_weights()[name] for name in ranked if price(name, key, _READ) < _READ), 0.0)


def is_common(key: str) -> bool:
    """Whether a Latin word can be read as a name that many bear."""
    return bits(key) < _COMMON
