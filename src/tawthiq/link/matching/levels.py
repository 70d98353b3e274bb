"""How far two records agree, field by field, in the levels of data/names/linking.toml."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from rapidfuzz.distance import Levenshtein

from tawthiq.link.matching.records import Record
from tawthiq.link.names import likeness
from tawthiq.link.names.letters import Script, script_of

MISSING = "missing"
PARTS = ("given", "father", "forebears", "family")
PLAIN = ("age", "birth", "sex")
FIELDS = (*PARTS, *PLAIN)


@cache
def linking() -> Mapping[str, Any]:
    return tomllib.loads((files("tawthiq") / "data" / "names" / "linking.toml").read_text(encoding="utf-8"))


@dataclass(frozen=True, slots=True)
class Compared:
    """Two records by position, and their level in each of FIELDS."""

    left: int
    right: int
    levels: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Rows:
    """The records of a list with the parts of their names, reckoned once."""

    records: tuple[Record, ...]
    parts: tuple[tuple[str, str, str, str], ...]


def compared(left: int, ours: Rows, right: int, theirs: Rows) -> Compared:
    parts = zip(ours.parts[left], theirs.parts[right], strict=True)
    plain = plain_levels(ours.records[left], theirs.records[right])
    return Compared(left, right, (*(part_level(one, other) for one, other in parts), *plain))


@lru_cache(maxsize=1 << 19)
def part_level(one: str, other: str) -> str:
    """The level of two parts of names. What a page reader did to a word is near, even where it makes another name."""
    if not one or not other:
        return MISSING
    if one == other:
        return "equal"
    alike, settings = likeness(one, other), linking()
    for level in ("equal", "alike", "near"):
        if alike >= settings[level]:
            return level
    return "near" if _letters(one, other) >= settings["letters"] else "other"


def _letters(one: str, other: str) -> float:
    if script_of(one) is Script.ARABIC is script_of(other):
        return Levenshtein.normalized_similarity(one, other)
    return 0.0


def plain_levels(one: Record, other: Record) -> tuple[str, str, str]:
    """The levels of PLAIN, the fields that are no names."""
    sex = MISSING if not one.sex or not other.sex else "equal" if one.sex == other.sex else "other"
    return (_age_level(one.age, other.age), _birth_level(one.birth, other.birth), sex)


def _age_level(one: int | None, other: int | None) -> str:
    if one is None or other is None:
        return MISSING
    apart = abs(one - other)
    return "equal" if not apart else "one" if apart == 1 else "few" if apart <= linking()["age_few"] else "other"


def _birth_level(one: date | None, other: date | None) -> str:
    if one is None or other is None:
        return MISSING
    if one == other:
        return "equal"
    ours, theirs = (one.year, one.month, one.day), (other.year, other.month, other.day)
    same = sum(a == b for a, b in zip(ours, theirs, strict=True))
    if same == 2 or (one.year == other.year and ours[1:] == theirs[:0:-1]):
        return "turned"
    return "year" if one.year == other.year else "other"
