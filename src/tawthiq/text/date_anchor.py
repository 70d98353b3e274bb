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
    PRECEDING = "preceding"


_STEPS = {Turn.PAST: -1, Turn.FUTURE: 1, Turn.FOLLOWING: 1, Turn.PRECEDING: -1}
_LEANING = {Turn.SAME, Turn.FOLLOWING, Turn.PRECEDING}
_SOON = timedelta(days=31)
_DAYS = {"day": 1, "week": 7, "month": 31, "year": 366}


@dataclass(frozen=True, slots=True)
class Anchor:
    """`published`: the report's date; `last`: first day of the last date told; `ahead`: the clause looks forward."""

    published: date | None
    last: date | None = None
    ahead: bool = False

    def _base(self, turn: Turn | None) -> tuple[date | None, int]:
        """The day to count from, and how many units away."""
        base = self.last if turn in _LEANING else self.published
        if turn is Turn.SAME and base is None:
            base = self.published
        return base, _STEPS.get(turn, 0) if turn else 0

    def year(self, turn: Turn | None) -> int | None:
        base, step = self._base(turn)
        return base.year + step if base else None

    def month(self, turn: Turn | None) -> EDTF | None:
        """The month that "الشهر الماضي" and the like mean."""
        base, step = self._base(turn)
        return EDTF.month(*months_from(base, step)) if base else None

    def year_of_month(self, month: int, turn: Turn | None) -> int | None:
        """The year of a month named without one: the last such month, unless an adjective or the clause says else."""
        if turn in _LEANING:
            return self.year(turn)
        if self.published is None:
            return None
        year, now = self.published.year, self.published.month
        if turn is Turn.FUTURE or (turn is None and self.ahead):
            return year if month > now or (month == now and turn is None) else year + 1
        passed = month < now if turn is Turn.PAST else month <= now
        return year if passed else year - 1

    def year_of_day(self, month: int, day: int, turn: Turn | None) -> int | None:
        """The year of a day named without one: the last such day, unless it is near or the text says otherwise."""
        if self.published is None or turn in _LEANING or turn is Turn.PRESENT:
            return self.year_of_month(month, turn)
        year, now = self.published.year, (self.published.month, self.published.day)
        if turn is Turn.FUTURE:
            return year if (month, day) > now else year + 1
        if turn is None and (soon := self._soon(month, day)):
            return soon
        passed = (month, day) < now if turn is Turn.PAST else (month, day) <= now
        return year if passed else year - 1

    def _soon(self, month: int, day: int) -> int | None:
        """The year of the next such day, where the clause looks ahead or the day is but weeks away."""
        if self.published is None:
            return None
        for year in (self.published.year, self.published.year + 1):
            when = day_edtf(year, month, day)
            away = when.earliest - self.published if when and when.earliest else timedelta(days=-1)
            if away >= timedelta(0):
                return year if self.ahead or away <= _SOON else None
        return None

    def day_of_month(self, day: int) -> EDTF | None:
        """12 من الشهر: the last such day, the next where the clause looks ahead."""
        if self.published is None:
            return None
        passed = day <= self.published.day
        step = 0 if passed != self.ahead or day == self.published.day else 1 if self.ahead else -1
        return day_edtf(*months_from(self.published, step), day)

    def hijri_year(self, month: int, day: int | None, turn: Turn | None) -> int | None:
        """The Hijri year of a month or day named without one: the last that has begun, the next where it is ahead."""
        if self.published is None or turn in _LEANING:
            return None
        ahead = turn is Turn.FUTURE or (turn is None and self.ahead)
        near = self.published.year - 579
        held = [(year, hijri_edtf(year, month, day)) for year in range(near - 2, near + 3)]
        begun = [y for y, when in held if when and when.earliest and when.earliest <= self.published]
        to_come = [y for y, when in held if when and when.latest and when.latest >= self.published and y not in begun]
        if ahead:
            return to_come[0] if to_come else None
        ended = [y for y, when in held if when and when.latest and when.latest < self.published]
        return next(iter((ended if turn is Turn.PAST else begun)[-1:]), None)

    def days(self, offset: int) -> date | None:
        return self.published + timedelta(days=offset) if self.published else None

    def of_day(self, offset: int) -> EDTF | None:
        day = self.days(offset)
        return EDTF.day(day) if day else None

    def weekday(self, weekday: int, turn: Turn | None) -> date | None:
        """The latest such day up to the report's date; الماضي excludes that date itself, المقبل looks ahead."""
        if self.published is None:
            return None
        if turn is Turn.FUTURE:
            return self.published + timedelta(days=(weekday - self.published.weekday() - 1) % 7 + 1)
        if turn is None and self.ahead:
            return self.published + timedelta(days=(weekday - self.published.weekday()) % 7)
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
        if self.published is None or not reaches(self.published, count * _DAYS.get(unit, 0)):
            return None
        if unit == "day":
            return EDTF.day(self.published - timedelta(days=count))
        if unit == "week":
            return EDTF((self.published - timedelta(days=7 * count)).isoformat() + "~")
        if unit == "month":
            year, month = months_from(self.published, -count)
            return EDTF(f"{year:04d}-{month:02d}~")
        return EDTF(f"{self.published.year - count:04d}~") if unit == "year" else None


def reaches(base: date, days: int) -> bool:
    """Whether the calendar (years 1 to 9999) still holds the day so many days before `base`."""
    return days < base.toordinal() - _DAYS["year"]


def months_from(base: date, step: int) -> tuple[int, int]:
    """Year and month that many months away."""
    years, month = divmod(base.year * 12 + base.month - 1 + step, 12)
    return years, month + 1


def years_before(day: date, years: int) -> date:
    """The same day of an earlier year; 28 February for 29 February where there is none."""
    year = day.year - years
    return day.replace(year=year, day=min(day.day, calendar.monthrange(year, day.month)[1]))


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
