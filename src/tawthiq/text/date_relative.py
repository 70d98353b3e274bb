"""Dates told from the report's own: أمس, السبت الماضي, الشهر الفائت, قبل ثلاثة أيام, النصف الأول من العام الحالي."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import cache

from tawthiq.model import EDTF
from tawthiq.text.calendar_words import month_at, weekdays
from tawthiq.text.clitics import readings
from tawthiq.text.date_anchor import Anchor, Turn
from tawthiq.text.date_explicit import Reading, is_qualified, read_day_month, read_numeric, read_year, turn_at
from tawthiq.text.date_words import Word, match, norm_at
from tawthiq.text.duals import dual_prefix
from tawthiq.text.fold import fold_phrases
from tawthiq.text.number_words import read_number
from tawthiq.text.tables import table
from tawthiq.text.tokens import Token

_PARTS = ("night", "morning", "evening", "dawn")
_BREAKS = {"،", ",", "(", "-", "–", "/"}
_TODAY = "اليوم"
_FRIDAY = "الجمعه"
_OPENING, _CLOSING = {'"', "«", "“"}, {'"', "»", "”"}
SHOWN = {"هذا", "هذه", "بهذا", "لهذا", "وهذا"}
_MONDAY = 0
_LETTERS = {"hour": "H", "day": "D", "week": "W", "month": "M", "year": "Y"}
_EARLY = 5
_DAY_STEPS = {Turn.SAME: 0, Turn.FOLLOWING: 1, Turn.PRECEDING: -1}
_BEFORE_DATE = {"الموافق", "الموافقه", "يوم", "في", "لل"}


def read_relative_day(tokens: Sequence[Token], at: int, anchor: Anchor) -> Reading | None:
    """أمس, اليوم, أول من أمس, الليلة الماضية; with the weekday or full date that may follow."""
    for kind in ("day", *_PARTS):
        word = match(tokens, at, kind)
        if word and not (tokens[at].norm.endswith(_TODAY[2:]) and word.value == "0" and _no_today(tokens, at)):
            break
    else:
        return None
    day = anchor.days(int(word.value))
    last = word.last
    named = read_weekday_name(tokens, last)
    if named:
        last = named[1]
        day = _nearest(day, named[0])
    return Reading(last, EDTF.day(day) if day else None, word.prefix, kind if kind != "day" else None)


def _no_today(tokens: Sequence[Token], at: int) -> bool:
    held = match(tokens, at + 1, "today_not_before")
    named = norm_at(tokens, at + 1) in _CLOSING and any(norm_at(tokens, at - n) in _OPENING for n in (2, 3))
    return held is not None or named or match(tokens, at - 1, "today_not_after") is not None


def _nearest(day: date | None, weekday: int) -> date | None:
    """The weekday that the text names, where it is at most a day off; a report may appear past midnight."""
    if day is None:
        return None
    near = [day + timedelta(days=step) for step in (0, -1, 1)]
    return next((d for d in near if d.weekday() == weekday), day)


def read_weekday_name(tokens: Sequence[Token], at: int) -> tuple[int, int, int] | None:
    """The weekday, where it ends (in parentheses or not) and the particles before it."""
    opened = norm_at(tokens, at) == "("
    there = at + opened
    if there >= len(tokens):
        return None
    for reading in readings(tokens[there].norm):
        if reading.stem in weekdays():
            closed = opened and norm_at(tokens, there + 1) == ")"
            return weekdays()[reading.stem], there + 1 + closed, len(reading.prefix) - reading.restored
    return None


def read_weekday(tokens: Sequence[Token], at: int, anchor: Anchor) -> Reading | None:
    """A weekday, with the adjective, the next weekday (a night between two) or the full date behind it."""
    named = None if norm_at(tokens, at) == "(" else read_weekday_name(tokens, at)
    if named is None:
        return None
    weekday, last, prefix = named
    turn, last = turn_at(tokens, last)
    full = _date_behind(tokens, last, anchor)
    if turn is None and full is None and not prefix and at and _is_no_day(tokens[at - 1], weekday):
        return None
    if full:
        return Reading(full.last, full.date, prefix)
    day = anchor.weekday(weekday, turn)
    if day is None:
        return Reading(_night_end(tokens, last, weekday), None, prefix)
    end = _night_end(tokens, last, weekday)
    following = EDTF.day(day + timedelta(days=1)) if end > last else None
    return Reading(end, EDTF.day(day), prefix, following=following)


def read_named_friday(tokens: Sequence[Token], at: int, anchor: Anchor) -> Reading | None:
    """جمعة «الشهداء والأسرى»: the Friday that the protest gave a name."""
    prefix = next((r.prefix for r in readings(norm_at(tokens, at)) if r.stem == _FRIDAY[2:]), None)
    if prefix is None or norm_at(tokens, at + 1) not in _OPENING:
        return None
    day = anchor.weekday(weekdays()[_FRIDAY], None)
    return Reading(at + 1, EDTF.day(day) if day else None, len(prefix))


def _is_no_day(before: Token, weekday: int) -> bool:
    """الشخصين الاثنين are two, and نور الجمعة is somebody's name."""
    if weekday == _MONDAY and dual_prefix(before) is not None:
        return True
    return any(reading.stem in _given_names() for reading in readings(before.norm))


@cache
def _given_names() -> frozenset[str]:
    rows = table("gazetteer/given_names.tsv")
    return frozenset(fold_phrases(row["name"] for row in rows if row["common"] != "1")) - _time_words()


def _time_words() -> frozenset[str]:
    return frozenset(fold_phrases(row["phrase"] for row in table("lexicon/date_words.tsv")))


def _date_behind(tokens: Sequence[Token], at: int, anchor: Anchor) -> Reading | None:
    """The full date behind a weekday: الأربعاء 22 تموز/يوليو 2015, الجمعة (7 أغسطس)."""
    opened = norm_at(tokens, at) == "("
    there = at + (norm_at(tokens, at) in _BREAKS)
    there += norm_at(tokens, there) in _BEFORE_DATE
    if there >= len(tokens):
        return None
    found = read_numeric(tokens, there) or read_day_month(tokens, there, anchor)
    if found is None or (found.date is None and anchor.published):
        return None
    closed = opened and norm_at(tokens, found.last) == ")"
    return Reading(found.last + closed, found.date)


def _night_end(tokens: Sequence[Token], at: int, weekday: int) -> int:
    """ليل الأحد - الاثنين is the night that begins on Sunday."""
    there = at + (norm_at(tokens, at) in _BREAKS | {"علي"})
    following = read_weekday_name(tokens, there)
    return following[1] if following and following[0] == (weekday + 1) % 7 and not following[2] else at


def read_unit(tokens: Sequence[Token], at: int, anchor: Anchor) -> Reading | None:
    """الشهر الفائت, هذا الأسبوع, هالأسبوع, العام الحالي, اليوم التالي."""
    if this := match(tokens, at, "unit_this"):
        return Reading(this.last, _unit_date(this.value, Turn.PRESENT, anchor), this.prefix)
    shown = norm_at(tokens, at) in SHOWN
    unit = match(tokens, at + shown, "unit_the")
    if unit is None:
        return None
    turn, last = (Turn.PRESENT, unit.last) if shown else turn_at(tokens, unit.last)
    if turn is None and match(tokens, at - 1, "unit_lead"):
        return _reported_unit(tokens, at, anchor)
    return Reading(last, _unit_date(unit.value, turn, anchor), unit.prefix) if turn else None


def read_bare_unit(tokens: Sequence[Token], at: int, anchor: Anchor) -> Reading | None:
    """الشهر and العام without an adjective: those of the report."""
    unit = match(tokens, at, "unit_the")
    if unit is None or unit.value not in {"month", "year"} or is_qualified(tokens, unit.last, unit.value):
        return None
    return Reading(unit.last, _unit_date(unit.value, Turn.PRESENT, anchor), unit.prefix)


def _reported_unit(tokens: Sequence[Token], at: int, anchor: Anchor) -> Reading | None:
    """حصاد العام, خلال الشهر: what a report from the first days of a month or year sums up is the one before."""
    bare = read_bare_unit(tokens, at, anchor)
    if bare is None or bare.date is None or anchor.published is None:
        return bare
    day = anchor.published
    early = day.day <= _EARLY and (len(bare.date.text) > len("2020") or day.month == 1)
    if not early:
        return bare
    unit = "month" if len(bare.date.text) > len("2020") else "year"
    return Reading(bare.last, _unit_date(unit, Turn.PAST, anchor), bare.prefix)


def _unit_date(unit: str, turn: Turn, anchor: Anchor) -> EDTF | None:
    if unit == "month":
        return anchor.month(turn)
    if unit == "week":
        return None if turn in _DAY_STEPS else anchor.week(turn)
    if unit == "year":
        year = anchor.year(turn)
        return EDTF.year(year) if year else None
    if unit == "day" and anchor.last and turn in _DAY_STEPS:
        return EDTF.day(anchor.last + timedelta(days=_DAY_STEPS[turn]))
    return None


def read_ago(tokens: Sequence[Token], at: int, anchor: Anchor) -> Reading | None:
    """قبل ثلاثة أيام counts back from the report, unless من says from what else; other spans have no date."""
    word = match(tokens, at, "ago") or match(tokens, at, "span")
    if word is None or word.last >= len(tokens):
        return None
    number = read_number(tokens, word.last)
    there = number.last if number else word.last
    unit = match(tokens, there, "unit")
    if unit is None or unit.prefix or norm_at(tokens, there)[:2] == "ال":
        return _open(tokens, at)
    count = int(number.value) if number else 2 if norm_at(tokens, there).endswith(("ين", "ان")) else 1
    bare = not number and norm_at(tokens, there) in {"ايام", "اسابيع", "اشهر", "شهور", "سنوات", "اعوام", "ساعات"}
    ago = match(tokens, at, "ago") is not None
    since = ago and norm_at(tokens, unit.last) not in {"من", "علي"}
    if bare:
        return _open(tokens, at) if ago else Reading(unit.last, None, word.prefix)
    if read_year(tokens, there) or (not number and _is_named(tokens, unit)):
        return None
    if since and (either := _or_more(tokens, unit, count, anchor)):
        return replace(either, prefix=word.prefix)
    length = None if ago else f"P{'T' * (unit.value == 'hour')}{count}{_LETTERS.get(unit.value, '')}"
    return Reading(unit.last, anchor.ago(count, unit.value) if since else None, word.prefix, length=length)


def _is_named(tokens: Sequence[Token], unit: Word) -> bool:
    """قبل شهر رمضان, قبل يوم الأحد: the unit is no length but the head of a name."""
    weekday = read_weekday_name(tokens, unit.last) if unit.value == "day" else None
    return month_at(tokens, unit.last) is not None or (weekday is not None and not weekday[2])


def _or_more(tokens: Sequence[Token], unit: Word, count: int, anchor: Anchor) -> Reading | None:
    """قبل يومين أو ثلاثة."""
    if norm_at(tokens, unit.last) != "او" or unit.last + 1 >= len(tokens) or unit.value != "day":
        return None
    other = read_number(tokens, unit.last + 1)
    if other is None or other.value <= count:
        return None
    last = other.last + (match(tokens, other.last, "unit") is not None)
    first, second = anchor.days(-int(other.value)), anchor.days(-count)
    return Reading(last, EDTF.interval(EDTF.day(first), EDTF.day(second)) if first and second else None)


def _open(tokens: Sequence[Token], at: int) -> Reading | None:
    word = match(tokens, at, "open")
    return Reading(word.last, None, word.prefix) if word else None
