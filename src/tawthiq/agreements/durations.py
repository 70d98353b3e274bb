"""Lengths of time in words ("72 ساعة", "خلال أسبوعين", "فوراً") or ISO 8601 ("PT72H", "P3D"), as hours."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache
from math import ceil

from tawthiq.text.fold import fold_word
from tawthiq.text.numbers import find_quantities
from tawthiq.text.tables import table
from tawthiq.text.tokens import Token, tokenize

_ISO = re.compile(r"P(?:(?P<Y>\d+)Y)?(?:(?P<M>\d+)M)?(?:(?P<W>\d+)W)?(?:(?P<D>\d+)D)?(?:T(?:(?P<H>\d+)H)?)?", re.ASCII)
_ISO_HOURS = {"Y": 8760, "M": 720, "W": 168, "D": 24, "H": 1}
_HALF = fold_word("نصف")
_DAY = 24


@cache
def _units() -> Mapping[str, tuple[float, float]]:
    rows = table("agreements/units.tsv")
    return {fold_word(row["word"]): (float(row["hours"]), float(row["times"])) for row in rows}


def hours_of(words: str) -> float | None:
    """Hours that the words allow; None where they name no length of time."""
    iso = _ISO.fullmatch(words.strip())
    if iso and any(iso.groups()):
        return float(sum(int(iso[name] or 0) * hours for name, hours in _ISO_HOURS.items()))
    tokens = tokenize(words)
    return next((hours for at in range(len(tokens)) if (hours := _at(tokens, at)) is not None), None)


def _at(tokens: Sequence[Token], at: int) -> float | None:
    unit = _units().get(tokens[at].norm)
    if unit is None:
        return None
    hours, times = unit
    before = tokens[at - 1].norm if at else ""
    if before == _HALF:
        return hours / 2
    return hours * (_number(tokens[: at + 1]) or times)


def _number(tokens: Sequence[Token]) -> int | None:
    """The number before the unit, unless the unit itself is a dual."""
    unit = tokens[-1]
    found = [q for q in find_quantities(tokens) if q.core.end <= unit.start]
    return found[-1].range.min if found else None


def days_of(hours: float) -> int:
    """Whole days after the day of an incident by whose end so many hours have surely passed."""
    return ceil(hours / _DAY)
