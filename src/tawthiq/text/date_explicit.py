"""Dates that name a month or a year: 14 شباط 2019, الثامن من يوليو, 2014-09-23, تموز 2018, عام 2018, 12 رمضان 1444."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass

from tawthiq.model import EDTF
from tawthiq.text.calendar_words import MonthName, month_at
from tawthiq.text.date_anchor import Anchor, Turn, day_edtf, hijri_edtf
from tawthiq.text.date_words import Word, ends_with, match, norm_at
from tawthiq.text.number_words import read_number
from tawthiq.text.tokens import Token

_SIGNS = {"-", "/", ".", "–", "\\"}
_YEARS, _HIJRI_YEARS = range(1900, 2101), range(1343, 1501)
_LIST_YEARS, _LIST_REACH = range(1990, 2051), 12
_STOPS = {".", "؟", "\n", "؛"}
_HIJRI_MARKS = {"ه", "هجري", "هجريه"}
ARTICLES = {"ال", "بال", "وال"}
"""What stands before digits."""
_OUR_MARKS = {"م", "ميلادي", "ميلاديه"}


@dataclass(frozen=True, slots=True)
class Reading:
    """A date in tokens first..last (exclusive); `date` is None where it cannot be told; `period` is a part of it.

    `following` is the second day of a night that two weekdays name; `length` an ISO 8601 duration that has no date.
    """

    last: int
    date: EDTF | None
    prefix: int = 0
    part: str | None = None
    period: str | None = None
    following: EDTF | None = None
    length: str | None = None


def turn_at(tokens: Sequence[Token], at: int) -> tuple[Turn | None, int]:
    """The adjective at the token (الماضي, الجاري, نفسه ...) and where the text goes on."""
    for turn in Turn:
        if at < len(tokens) and (word := match(tokens, at, turn.value)) and not word.prefix:
            return turn, word.last
    return None, at


def read_numeric(tokens: Sequence[Token], at: int) -> Reading | None:
    """2014-09-23, 23/9/2014, 23-9-2014; the day comes before the month."""
    group = tokens[at : at + 5]
    if len(group) < 5 or not all(t.is_number and t.norm.isdigit() for t in group[::2]):
        return None
    signs = {group[1].norm, group[3].norm}
    if len(signs) != 1 or not signs <= _SIGNS or any(a.end != b.start for a, b in itertools.pairwise(group)):
        return None
    first, month, last = (int(t.norm) for t in group[::2])
    year, day = (first, last) if first in _YEARS else (last, first)
    found = day_edtf(year, month, day) if year in _YEARS else None
    return Reading(at + 5, found) if found else None


def read_day_month(tokens: Sequence[Token], at: int, anchor: Anchor) -> Reading | None:
    """A day with its month, and its year or an adjective if it has them."""
    day = _day(tokens, at)
    if day is None:
        return _english(tokens, at)
    number, there, prefix, ordinal = day
    of = norm_at(tokens, there) == "من"
    if ordinal and not of:
        return None
    there += of
    if unit := match(tokens, there, "unit_the"):
        return _day_of_unit(tokens, unit, (number, of, prefix), anchor)
    name, there = _month_name(tokens, there)
    return _with_year(tokens, there, name, number, anchor, prefix) if name else None


def _day_of_unit(tokens: Sequence[Token], unit: Word, day: tuple[int, bool, int], anchor: Anchor) -> Reading | None:
    """11 من الشهر نفسه, الخامس عشر من الشهر."""
    number, of, prefix = day
    turn, last = turn_at(tokens, unit.last)
    if unit.value != "month" or (turn is None and (not of or is_qualified(tokens, unit.last))):
        return None
    return Reading(last, _day_of(anchor.month(turn), number) if turn else anchor.day_of_month(number), prefix)


def is_qualified(tokens: Sequence[Token], at: int, unit: str = "") -> bool:
    """An adjective, a relative clause or a number, that of a year behind العام, follows the noun."""
    norm = norm_at(tokens, at)
    if norm[:1].isdigit():
        return unit != "year" or (norm.isdigit() and len(norm) == len("2020"))
    return norm.startswith("ال") and norm not in {"الي", "الف"}


def _day_of(month: EDTF | None, day: int) -> EDTF | None:
    return day_edtf(int(month.text[:4]), int(month.text[5:7]), day) if month else None


def _month_name(tokens: Sequence[Token], at: int) -> tuple[MonthName | None, int]:
    at += norm_at(tokens, at) == "شهر"
    name = month_at(tokens, at)
    return name, at + name.words if name else at


def _with_year(
    tokens: Sequence[Token], there: int, name: MonthName, day: int, anchor: Anchor, prefix: int
) -> Reading | None:
    year, last = year_after(tokens, there, anchor, name.hijri)
    if name.hijri:
        turn, last = turn_at(tokens, there) if year is None else (None, last)
        year = year or anchor.hijri_year(name.month, day, turn)
        return Reading(last, hijri_edtf(year, name.month, day) if year else None, prefix)
    if year is None:
        turn, last = turn_at(tokens, there)
        year = anchor.year_of_day(name.month, day, turn)
    if year is None:
        return Reading(last, None, prefix)
    found = day_edtf(year, name.month, day)
    return Reading(last, found, prefix) if found else None


def _english(tokens: Sequence[Token], at: int) -> Reading | None:
    """November 7, 2023."""
    name = month_at(tokens, at)
    if name is None or not tokens[at].norm.isascii() or not norm_at(tokens, at + 1).isdigit():
        return None
    comma = norm_at(tokens, at + 2) == ","
    year = _plain_year(tokens, at + 2 + comma, hijri=False)
    found = day_edtf(year[0], name.month, int(tokens[at + 1].norm)) if year else None
    return Reading(year[1], found) if year and found else None


def _day(tokens: Sequence[Token], at: int) -> tuple[int, int, int, bool] | None:
    """The day of a month, where it ends, the particles before it, and whether it is an ordinal word."""
    article = norm_at(tokens, at) in ARTICLES
    digits = norm_at(tokens, at + article)
    if digits.isdigit() and len(digits) <= 2 and 1 <= int(digits) <= 31:
        return int(digits), at + article + 1, max(0, len(norm_at(tokens, at)) - 2) if article else 0, False
    word = match(tokens, at, "ordinal")
    if word is None:
        return None
    value, last = int(word.value), word.last
    if value < 10 and norm_at(tokens, last) == "عشر":
        value, last = value + 10, last + 1
    elif value < 10 and norm_at(tokens, last).startswith("وال") and (tens := match(tokens, last, "ordinal")):
        value, last = (value + int(tens.value), tens.last) if int(tens.value) >= 20 else (value, last)
    return value, last, word.prefix, True


def read_month(tokens: Sequence[Token], at: int, anchor: Anchor) -> Reading | None:
    """A month without a day (one that was refused stays refused); a name that is another word needs proof beside it."""
    head = match(tokens, at, "unit")
    headed = head is not None and norm_at(tokens, at)[head.prefix :] == "شهر"
    name = month_at(tokens, at + headed)
    if name is None or (norm_at(tokens, at - 1).isdigit() and len(norm_at(tokens, at - 1)) < 3):
        return None
    there = at + headed + name.words
    year, last = year_after(tokens, there, anchor, name.hijri)
    turn: Turn | None = None
    if year is None:
        turn, last = turn_at(tokens, there)
        of_month = anchor.hijri_year(name.month, None, turn) if name.hijri else anchor.year_of_month(name.month, turn)
        year = of_month
    firm = headed or last > there or not name.guarded or _led(tokens, at, name.prefix)
    firm = firm or (not name.hijri and match(tokens, there, "month_tail") is not None)
    if not firm:
        return None
    prefix = head.prefix if head and headed else name.prefix
    if year is None:
        return Reading(last, None, prefix)
    return Reading(last, hijri_edtf(year, name.month, None) if name.hijri else EDTF.month(year, name.month), prefix)


def _led(tokens: Sequence[Token], at: int, prefix: int) -> bool:
    return not prefix and match(tokens, at - 1, "month_lead") is not None


def year_after(tokens: Sequence[Token], at: int, anchor: Anchor, hijri: bool) -> tuple[int | None, int]:
    """The year behind a month: 2018, من عام 2018, لعام 2018, من العام التالي; (None, at) where there is none."""
    there = at + (norm_at(tokens, at) in {"من", "،", ","})
    if not hijri and (unit := match(tokens, there, "unit_the")) and unit.value == "year":
        turn, last = turn_at(tokens, unit.last)
        if turn:
            return anchor.year(turn), last
    head = match(tokens, there, "year_head")
    year = _plain_year(tokens, head.last if head else there, hijri)
    if year and (head or norm_at(tokens, at) not in {"من", "،"}):
        return year
    return None, at


def _plain_year(tokens: Sequence[Token], at: int, hijri: bool) -> tuple[int, int] | None:
    number = read_number(tokens, at) if at < len(tokens) else None
    years = _HIJRI_YEARS if hijri else _YEARS
    if number is None or number.value not in years or number.core.start != tokens[at].start:
        return None
    if tokens[at].is_number and not (tokens[at].norm.isdigit() and number.last == at + 1):
        return None
    marks = _HIJRI_MARKS if hijri else _OUR_MARKS
    return int(number.value), number.last + (norm_at(tokens, number.last) in marks)


def read_year(tokens: Sequence[Token], at: int) -> Reading | None:
    """A year behind عام, سنة or a season, or bare behind a preposition."""
    head = match(tokens, at, "year_head")
    if head:
        found = _plain_year(tokens, head.last + (norm_at(tokens, head.last) == "ال"), hijri=False)
        return Reading(found[1], EDTF.year(found[0]), head.prefix) if found else None
    if not tokens[at].is_number or not (ends_with(tokens, at, "year_lead") or _in_list(tokens, at)):
        return None
    found = _plain_year(tokens, at, hijri=False)
    return Reading(found[1], EDTF.year(found[0])) if found and not _glued(tokens, at) else None


def _in_list(tokens: Sequence[Token], at: int) -> bool:
    """أعلى الأعوام كان 2013 ب3561 ضحية، وأدناها 2019 ب338: a year was told before, and nothing is counted behind."""
    behind = norm_at(tokens, at + 1)
    counted = at + 1 < len(tokens) and tokens[at + 1].is_word and behind not in {"ب", "و"}
    if counted or not (tokens[at].norm.isdigit() and int(tokens[at].norm) in _LIST_YEARS):
        return False
    before = itertools.takewhile(lambda i: tokens[i].norm not in _STOPS, range(at - 1, max(-1, at - _LIST_REACH), -1))
    return any(_is_year_word(tokens, i) for i in before)


def _is_year_word(tokens: Sequence[Token], at: int) -> bool:
    plural, head = match(tokens, at, "plural_the"), match(tokens, at, "years")
    return head is not None or (plural is not None and plural.value == "year")


def _glued(tokens: Sequence[Token], at: int) -> bool:
    """Digits inside a code or a longer number: 2015-3-4/7."""
    after = at + 1 < len(tokens) and tokens[at + 1].norm in _SIGNS - {"."}
    return after and tokens[at].end == tokens[at + 1].start
