"""Dates as EDTF (ISO 8601-2:2019, level 1): partial, approximate, uncertain, interval, open."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date

from tawthiq.errors import ValueFormatError

_POINT = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d{2})(?:-(?P<day>\d{2}))?)?(?P<mark>[~?%])?", re.ASCII)
_OPEN = ("..", "")


@dataclass(frozen=True, slots=True, order=True)
class EDTF:
    """A date as it is known, e.g. 2023-11-11, 2023-10, 2018/2023-10-31, 2020~, 2018/.. ."""

    text: str

    def __post_init__(self) -> None:
        parts = self.text.split("/")
        if len(parts) > 2 or (len(parts) == 1 and parts[0] in _OPEN) or all(p in _OPEN for p in parts):
            raise ValueFormatError(f"not an EDTF date: {self.text!r}")
        for part in parts:
            if part not in _OPEN:
                _bounds(part)
        if self.earliest and self.latest and self.earliest > self.latest:
            raise ValueFormatError(f"EDTF interval runs backward: {self.text!r}")

    @classmethod
    def day(cls, value: date) -> EDTF:
        return cls(value.isoformat())

    @classmethod
    def month(cls, year: int, month: int) -> EDTF:
        return cls(f"{year:04d}-{month:02d}")

    @classmethod
    def year(cls, year: int) -> EDTF:
        return cls(f"{year:04d}")

    @classmethod
    def interval(cls, start: EDTF | None, end: EDTF | None) -> EDTF:
        """From `start` to `end`; a missing end is open."""
        return cls(f"{start.start if start else '..'}/{end.end if end else '..'}")

    @property
    def start(self) -> str:
        return self.text.split("/")[0]

    @property
    def end(self) -> str:
        return self.text.split("/")[-1]

    @property
    def is_interval(self) -> bool:
        return "/" in self.text

    @property
    def is_day(self) -> bool:
        return len(self.text) == 10 and not self.is_interval

    @property
    def earliest(self) -> date | None:
        """The first day that it can mean; None where the start is open."""
        return None if self.start in _OPEN else _bounds(self.start)[0]

    @property
    def latest(self) -> date | None:
        """The last day that it can mean; None where the end is open."""
        return None if self.end in _OPEN else _bounds(self.end)[1]

    def __str__(self) -> str:
        return self.text


def _bounds(point: str) -> tuple[date, date]:
    """First and last day of one EDTF point such as 2023, 2023-10~ or 2023-10-31."""
    match = _POINT.fullmatch(point)
    if match is None:
        raise ValueFormatError(f"not an EDTF date: {point!r}")
    year = int(match["year"])
    try:
        if match["day"]:
            day = date(year, int(match["month"]), int(match["day"]))
            return day, day
        if match["month"]:
            month = int(match["month"])
            return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])
        return date(year, 1, 1), date(year, 12, 31)
    except (ValueError, calendar.IllegalMonthError) as error:
        raise ValueFormatError(f"no such day: {point!r}") from error
