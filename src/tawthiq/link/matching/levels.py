"""How far two records agree, field by field, in the levels of data/names/linking.toml."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any

from tawthiq.link.matching.records import Record
from tawthiq.link.names import Likeness, Name, compare

MISSING = "missing"
PLAIN = ("age", "birth", "sex")
FIELDS = ("name", "age", "birth", "sex", "father")


@cache
def linking() -> Mapping[str, Any]:
    return tomllib.loads((files("tawthiq") / "data" / "names" / "linking.toml").read_text(encoding="utf-8"))


@dataclass(frozen=True, slots=True)
class Compared:
    """Two records by position, their level in each of FIELDS, and the score of their names."""

    left: int
    right: int
    levels: tuple[str, ...]
    score: float


def compared(left: int, one: Record, right: int, other: Record) -> Compared:
    score = compare(one.name, other.name).score
    levels = (_name_level(score), *plain_levels(one, other), _father_level(one.father, other.father))
    return Compared(left, right, levels, score)


def plain_levels(one: Record, other: Record) -> tuple[str, str, str]:
    """The levels of PLAIN, the fields that cost nothing to compare."""
    sex = MISSING if not one.sex or not other.sex else "equal" if one.sex == other.sex else "other"
    return (_age_level(one.age, other.age), _birth_level(one.birth, other.birth), sex)


@cache
def _name_steps() -> tuple[tuple[float, str], ...]:
    return tuple((level["from"], name) for name, level in linking()["name"].items())


def _name_level(score: float) -> str:
    return next(name for least, name in _name_steps() if score >= least)


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


def _father_level(one: Name | None, other: Name | None) -> str:
    if one is None or other is None or not one.line or not other.line:
        return MISSING
    return "other" if compare(one, other).verdict is Likeness.DIFFERENT else "equal"
