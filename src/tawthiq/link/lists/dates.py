"""Dates as lists write them, as EDTF: 09 Feb 1979, circa 1960, 1965 to 1967, 28/04/1937, 00/00/1963,
dd/mm/1963, 1937-04-28."""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable

from tawthiq.errors import ValueFormatError
from tawthiq.model import EDTF

_MONTHS = {name.lower(): n for names in (calendar.month_abbr, calendar.month_name) for n, name in enumerate(names) if n}
_ABOUT = re.compile(r"^(?:circa|c\.|ca\.?|approximately|approx\.?|about|~)\s*", re.IGNORECASE)
_BETWEEN = re.compile(r"^(?:between\s+)?(.+?)\s*(?:\bto\b|\band\b|/|–|-(?=\s|\d{4}$))\s*(.+)$", re.IGNORECASE)

_ISO = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?(?:[T ]\d\d:.*)?")
_DAY_FIRST = re.compile(r"(\d{1,2}|dd)[/.](\d{1,2}|mm)[/.](\d{4})", re.IGNORECASE)
_WORDS = re.compile(r"(?:(\d{1,2})\s+)?([A-Za-z]+)\.?\s+(\d{4})")
_MONTH_FIRST = re.compile(r"([A-Za-z]+)\.?\s+(\d{1,2}),?\s+(\d{4})")


def listed_date(text: str) -> str | None:
    """The EDTF of a list's date; None where it says nothing that can be read. A day or month of 0 is unknown."""
    words = " ".join(text.split())
    about = _ABOUT.match(words)
    words = _ABOUT.sub("", words)
    point = _point(words)
    if point is None:
        return _interval(words)
    return _checked(point + "~" if about else point)


def _interval(words: str) -> str | None:
    if not (match := _BETWEEN.match(words)):
        return None
    start, end = map(_point, match.groups())
    return _checked(f"{start}/{end}") if start and end else None


def _point(words: str) -> str | None:
    readers: tuple[tuple[re.Pattern[str], Callable[..., str | None]], ...] = (
        (_ISO, lambda year, month, day: _edtf(year, month, day)),
        (_DAY_FIRST, lambda day, month, year: _edtf(year, month, day)),
        (_WORDS, lambda day, month, year: _edtf(year, _month(month), day)),
        (_MONTH_FIRST, lambda month, day, year: _edtf(year, _month(month), day)),
    )
    for pattern, read in readers:
        if match := pattern.fullmatch(words):
            return read(*match.groups())
    return None


def _month(word: str) -> str | None:
    return str(_MONTHS[word.lower()]) if word.lower() in _MONTHS else None


def _edtf(year: str, month: str | None, day: str | None) -> str | None:
    if not int(year):
        return None
    parts = [year]
    for part in (month, day):
        if not part or not part.isdigit() or not int(part):
            break
        parts.append(f"{int(part):02d}")
    return "-".join(parts)


def _checked(text: str) -> str | None:
    try:
        return EDTF(text).text
    except ValueFormatError:
        return None
