"""Dates of birth side by side."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from tawthiq.model import EDTF

# Registers and lists often have the year alone, and often one beside the right one.
_NEAR_YEARS = 1
_ABOUT_YEARS = 3


class Fit(StrEnum):
    """What a further fact says of two that may be one; UNKNOWN where either side is silent."""

    AGREES = "agrees"
    AGAINST = "against"
    UNKNOWN = "unknown"


def births_fit(ours: Iterable[str], theirs: Iterable[str]) -> Fit:
    """Whether any of our EDTF dates of birth can be any of theirs, give or take a year, or three where one is about."""
    pairs = [(a, b) for a in map(EDTF, ours) for b in map(EDTF, theirs)]
    if not pairs:
        return Fit.UNKNOWN
    return Fit.AGREES if any(_can_be_one(a, b) for a, b in pairs) else Fit.AGAINST


def _can_be_one(a: EDTF, b: EDTF) -> bool:
    if a.is_day and b.is_day:
        return a.text == b.text or _swapped(a.text, b.text)
    slack = _ABOUT_YEARS if "~" in a.text + b.text else _NEAR_YEARS
    first, last = _years(a), _years(b)
    return first[0] - slack <= last[1] and last[0] - slack <= first[1]


def _swapped(a: str, b: str) -> bool:
    """Day and month told apart in two ways, as lists of different countries do."""
    year, month, day = a.split("-")
    return b == f"{year}-{day}-{month}"


def _years(date: EDTF) -> tuple[int, int]:
    earliest, latest = date.earliest, date.latest
    first = earliest.year if earliest else 0
    return first, latest.year if latest else 9999
