"""Stretches of time: النصف الأول من عام 2022, الأسبوع الأخير من شباط, الأيام الثلاثة الماضية, خلال نصف عام."""

from __future__ import annotations

import calendar
from collections.abc import Sequence
from datetime import date, timedelta

from tawthiq.model import EDTF
from tawthiq.text.date_anchor import Anchor, months_from, years_before
from tawthiq.text.date_explicit import ARTICLES, Reading, read_month, read_year
from tawthiq.text.date_relative import read_bare_unit, read_unit
from tawthiq.text.date_words import match, norm_at
from tawthiq.text.number_words import read_number
from tawthiq.text.tokens import Token

_WEEK, _DAY_HOURS, _YEAR = 7, 24, 12
_DUAL = 2
_DURING, _OF = {"في", "خلال"}, {"من", "لل"}


def read_share(tokens: Sequence[Token], at: int, anchor: Anchor) -> Reading | None:
    """النصف الأول من عام 2022, الأشهر الأربعة الأولى من العام الحالي, الشهر الأول من العام, in months."""
    half = match(tokens, at, "half")
    if half:
        ordinal = match(tokens, half.last, "ordinal")
        if ordinal is None or int(ordinal.value) * int(half.value) > _YEAR:
            return None
        width, first, last = int(half.value), (int(ordinal.value) - 1) * int(half.value) + 1, ordinal.last
        months = (first, first + width - 1, half.prefix)
        return _months_of_year(tokens, last, anchor, months) or _latest_share(tokens, at, last, anchor, months)
    unit = match(tokens, at, "unit_the")
    if unit and unit.value == "month" and (nth := match(tokens, unit.last, "ordinal")):
        return _months_of_year(tokens, nth.last, anchor, (int(nth.value), int(nth.value), unit.prefix))
    plural = match(tokens, at, "plural_the")
    number = read_number(tokens, plural.last) if plural and plural.last < len(tokens) else None
    if plural is None or number is None or plural.value != "month" or norm_at(tokens, number.last) != "الاولي":
        return None
    return _months_of_year(tokens, number.last + 1, anchor, (1, int(number.value), plural.prefix))


def _latest_share(
    tokens: Sequence[Token], at: int, last: int, anchor: Anchor, months: tuple[int, int, int]
) -> Reading | None:
    """في الربع الثاني, no year behind it: the last one that had begun when the report appeared."""
    if norm_at(tokens, at - 1) not in _DURING or norm_at(tokens, last) in _OF or anchor.published is None:
        return None
    year = anchor.published.year - (months[0] > anchor.published.month)
    return Reading(last, EDTF.interval(EDTF.month(year, months[0]), EDTF.month(year, months[1])), months[2])


def _months_of_year(tokens: Sequence[Token], at: int, anchor: Anchor, months: tuple[int, int, int]) -> Reading | None:
    there = at + (norm_at(tokens, at) == "من")
    if there >= len(tokens) or months[1] > _YEAR:
        return None
    bare = read_bare_unit(tokens, there, anchor)
    year = read_year(tokens, there) or read_unit(tokens, there, anchor) or bare
    if year is None or not (year.date is None or len(year.date.text) == 4):
        return None
    value = int(year.date.text) if year.date else None
    if value and year is bare and anchor.published and months[0] > anchor.published.month:
        value -= 1
    first, last = (EDTF.month(value, month) if value else None for month in months[:2])
    found = EDTF.interval(first, last) if first and last and first != last else first
    return Reading(year.last, found, months[2])


def read_week_of_month(tokens: Sequence[Token], at: int, anchor: Anchor) -> Reading | None:
    """الأسبوع الثاني من آب: its days 8 to 14; الأسبوع الأخير: the last seven days."""
    unit = match(tokens, at, "unit_the")
    if unit is None or unit.value != "week":
        return None
    ordinal = match(tokens, unit.last, "ordinal")
    final = norm_at(tokens, unit.last) == "الاخير"
    there = ordinal.last if ordinal else unit.last + 1
    if not (ordinal or final) or norm_at(tokens, there) != "من" or there + 1 >= len(tokens):
        return None
    month = read_month(tokens, there + 1, anchor) or read_unit(tokens, there + 1, anchor)
    month = month or read_bare_unit(tokens, there + 1, anchor)
    if month is None or month.date is None or month.date.is_interval or len(month.date.text) != len("2020-01"):
        return None
    found = _week_of(month.date, int(ordinal.value) if ordinal else None)
    return Reading(month.last, found, unit.prefix) if found else None


def _week_of(month: EDTF, week: int | None) -> EDTF | None:
    year, number = int(month.text[:4]), int(month.text[5:])
    length = calendar.monthrange(year, number)[1]
    last = min(week * _WEEK, length) if week else length
    first = (week - 1) * _WEEK + 1 if week else length - _WEEK + 1
    if first > length:
        return None
    return EDTF.interval(EDTF.day(date(year, number, first)), EDTF.day(date(year, number, last)))


def read_past(tokens: Sequence[Token], at: int, anchor: Anchor) -> Reading | None:
    """الأيام الثلاثة الماضية, الساعات الأخيرة, الـ24 ساعة الماضية; days without a number stay open."""
    head = _past_head(tokens, at)
    if head is None:
        return None
    unit, count, last, prefix = head
    adjective = match(tokens, last, "past_many") or match(tokens, last, "last_many")
    if adjective is None:
        return None
    recent = match(tokens, last, "last_many") is not None
    published = anchor.published
    found = _back(published, unit, count, recent=recent) if published else None
    return Reading(adjective.last, found, prefix)


def _past_head(tokens: Sequence[Token], at: int) -> tuple[str, int | None, int, int] | None:
    """Unit, count, where the adjective stands, and the particles before."""
    if norm_at(tokens, at) in ARTICLES and norm_at(tokens, at + 1).isdigit():
        unit = match(tokens, at + 2, "unit")
        prefix = len(norm_at(tokens, at)) - len("ال")
        return (unit.value, int(tokens[at + 1].norm), unit.last, prefix) if unit else None
    if dual := match(tokens, at, "dual_the"):
        return dual.value, _DUAL, dual.last, dual.prefix
    plural = match(tokens, at, "plural_the")
    if plural is None or plural.last >= len(tokens):
        return None
    there = plural.last + (norm_at(tokens, plural.last) == "ال")
    number = read_number(tokens, there) if there < len(tokens) else None
    count = int(number.value) if number else None
    return plural.value, count, number.last if number else plural.last, plural.prefix


def _back(published: date, unit: str, count: int | None, *, recent: bool) -> EDTF | None:
    """ "الماضية" ends with the unit before the report, "الأخيرة" with the unit that it stands in."""
    if unit == "hour":
        whole = (count or 0) // _DAY_HOURS
        return _interval(published - timedelta(days=whole), published) if whole else EDTF.day(published)
    if not count:
        return None
    step = 0 if recent else 1
    try:
        if unit in {"day", "week"}:
            last = published - timedelta(days=step)
            return _interval(last - timedelta(days=count * (_WEEK if unit == "week" else 1) - 1), last)
        if unit == "month":
            first, end = months_from(published, 1 - step - count), months_from(published, -step)
            return EDTF.interval(EDTF.month(*first), EDTF.month(*end))
        years = (published.year - step - count + 1, published.year - step)
        return EDTF.interval(EDTF.year(years[0]), EDTF.year(years[1])) if unit == "year" else None
    except (ValueError, OverflowError):
        return None


def _interval(first: date, last: date) -> EDTF:
    return EDTF.interval(EDTF.day(first), EDTF.day(last))


def read_length(tokens: Sequence[Token], at: int, anchor: Anchor) -> Reading | None:
    """خلال نصف عام, لعقد كامل: a length that the word for it makes end with the report."""
    span = match(tokens, at, "span")
    length = match(tokens, span.last if span else at, "length")
    if length is None or not (span or norm_at(tokens, at).startswith("ل")):
        return None
    months, published = int(length.value), anchor.published
    prefix = span.prefix if span else length.prefix
    if published is None or published.year <= months // _YEAR:
        return Reading(length.last, None, prefix)
    if months >= _YEAR:
        return Reading(length.last, _interval(years_before(published, months // _YEAR), published), prefix)
    first = EDTF.month(*months_from(published, 1 - months))
    return Reading(length.last, EDTF.interval(first, EDTF.month(published.year, published.month)), prefix)
