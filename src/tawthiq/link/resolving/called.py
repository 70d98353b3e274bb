"""Whether two names may call one person: the room of names decides, short forms and families are told apart here."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from tawthiq.link.names import Likeness, compare, parse
from tawthiq.text.fold import fold_phrase

_OPENERS = frozenset({"عبد", "ابو", "ابا", "ابي", "ام", "ابن", "بن", "ال", "شيخ", "حاج"})
_CLOSERS = frozenset({"الله", "الدين"})
_SHORT = 2
_FATHERS = {"ابا": "ابو", "ابي": "ابو"}
_LEVELS = ("same_long", "same", "part", "other", "family")
"""The best agreement first; "family" last: it says that they are two."""


@lru_cache(maxsize=65536)
def name_parts(name: str) -> tuple[str, ...]:
    """The folded parts of a name; عبد الله, أبو زيد and نور الدين are one part each, however they are written."""
    parts: list[str] = []
    opened = ""
    for word in fold_phrase(name).split():
        word = _FATHERS.get(word, word)
        if word in _CLOSERS and parts and not opened:
            parts[-1] += word
        elif word in _OPENERS:
            opened += word
        else:
            parts.append(opened + word)
            opened = ""
    return tuple(part.removeprefix("ال") if len(part) > 4 else part for part in (*parts, *([opened] if opened else [])))


def names_level(a: Iterable[str], b: Iterable[str]) -> str | None:
    """The best level between the names of two sides; None where one has none."""
    levels = {name_level(one, other) for one in a for other in b}
    return next((level for level in _LEVELS if level in levels), None)


@lru_cache(maxsize=65536)
def name_level(a: str, b: str) -> str:
    """same_long, same, part (one word of a longer name), family (given or father's name differ), other."""
    one, other = name_parts(a), name_parts(b)
    few, many = (one, other) if len(one) <= len(other) else (other, one)
    if len(few) <= 1:
        return _one_word(few, many)
    if compare(parse(a), parse(b)).verdict is Likeness.SAME:
        return "same_long" if len(few) > _SHORT else "same"
    return "family" if few[-1] == many[-1] else "other"


def _one_word(few: tuple[str, ...], many: tuple[str, ...]) -> str:
    """A surname, kunya or given name alone: it may call whoever bears it."""
    return "part" if few and few[0] in (many[0], many[-1]) else "other"
