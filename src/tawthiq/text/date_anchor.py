"""Months, days and weeks that a report leaves incomplete, completed from its date and from the dates told before."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from hijridate import Hijri

from tawthiq.model import EDTF


class Turn(StrEnum):
    """Which month, day or year is meant, seen from the report's date (or from the last date told)."""

    PAST = "past"
    PRESENT = "present"
    FUTURE = "future"
    SAME = "same"
    FOLLOWING = "following"


@dataclass(frozen=True, slots=True)
class Anchor:
    """`published` is the report's date, `last` the first day of the last date that the text told."""

    published: date | None
    last: date | None = None

    def year(self, turn: Turn | None) -> int | None:
        base = self.last if turn in {Turn.SAME, Turn.FOLLOWING} else self.published
        step = {Turn.PAST: -1, Turn.FUTURE: 1, Turn.FOLLOWING: 1}.get(turn, 0) if turn else 0
        return base.year + step if base else None

    def month(self, turn: Turn | None) -> EDTF | None:
        """The month that "الشهر الماضي" and the like mean."""
        base = self.last if turn in {Turn.SAME, Turn.FOLLOWING} else self.published
        step = {Turn.PAST: -1, Turn.FUTURE: 1, Turn.FOLLOWING: 1}.get(turn, 0) if turn else 0
        return EDTF.month(*months_from(base, step)) if base else None

    def year_of_month(self, month: int, turn: Turn | None) -> int | None:
        """The year of a month named without one: the last such month, unless the adjective says otherwise."""
        if turn in {Turn.SAME, Turn.FOLLOWING}:
            return self.year(turn)
        if self.published is None:
            return None
        year, now = self.published.year, self.published.month
        if turn is Turn.FUTURE:
            return year if month > now else year + 1
        passed = month < now if turn is Turn.PAST else month <= now
        return year if passed else year - 1

    def year_of_day(self, month: int, day: int, turn: Turn | None) -> int | None:
        """The year of a day named without one: the last such day, unless the adjective says otherwise."""
        if self.published is None or turn in {Turn.SAME, Turn.FOLLOWING, Turn.PRESENT}:
            return self.year_of_month(month, turn)
        year, now = self.published.year, (self.published.month, self.published.day)
        if turn is Turn.FUTURE:
            return year if (month, day) > now else year + 1
        passed = (month, day) < now if turn is Turn.PAST else (month, day) <= now
        return year if passed else year - 1

    def days(self, offset: int) -> date | None:
        return self.published + timedelta(days=offset) if self.published else None

    def weekday(self, weekday: int, turn: Turn | None) -> date | None:
        """The latest such day up to the report's date; الماضي excludes that date itself, المقبل looks ahead."""
        if self.published is None:
            return None
        if turn is Turn.FUTURE:
            return self.published + timedelta(days=(weekday - self.published.weekday() - 1) % 7 + 1)
        back = (self.published.weekday() - weekday) % 7
        return self.published - timedelta(days=7 if not back and turn is Turn.PAST else back)

    def week(self, turn: Turn | None) -> EDTF | None:
        """The week, from Saturday to Friday."""
        if self.published is None:
            return None
        first = self.published - timedelta(days=(self.published.weekday() + 2) % 7)
        first += timedelta(days={Turn.PAST: -7, Turn.FUTURE: 7}.get(turn, 0) if turn else 0)
        return EDTF.interval(EDTF.day(first), EDTF.day(first + timedelta(days=6)))

    def ago(self, count: int, unit: str) -> EDTF | None:
        """The day, month or year that lies that many units before the report; weeks give an approximate day."""
        if self.published is None:
            return None
        if unit == "day":
            return EDTF.day(self.published - timedelta(days=count))
        if unit == "week":
            return EDTF((self.published - timedelta(days=7 * count)).isoformat() + "~")
        if unit == "month":
            year, month = months_from(self.published, -count)
            return EDTF(f"{year:04d}-{month:02d}~")
        return EDTF(f"{self.published.year - count:04d}~") if unit == "year" else None


def months_from(base: date, step: int) -> tuple[int, int]:
    """Year and month that many months away."""
    years, month = divmod(base.year * 12 + base.month - 1 + step, 12)
    return years, month + 1


def day_edtf(year: int, month: int, day: int) -> EDTF | None:
    """None where there is no such day."""
    fits = 1 <= year <= 9999 and 1 <= month <= 12 and 1 <= day <= calendar.monthrange(year, month)[1]
    return EDTF.day(date(year, month, day)) if fits else None


def hijri_edtf(year: int, month: int, day: int | None) -> EDTF | None:
    """A day, or the interval of a month, of the Umm al-Qura calendar; None outside of 1343-1500 AH."""
    try:
        first = Hijri(year, month, day or 1)
        last = first.month_length()
        start = EDTF.day(date(*first.to_gregorian().datetuple()))
        if day:
            return start
        return EDTF.interval(start, EDTF.day(date(*Hijri(year, month, last).to_gregorian().datetuple())))
    except (ValueError, OverflowError):
        return None
