"""Periods, areas and counts in words, Arabic and English, as sentences about figures need them."""

from __future__ import annotations

import calendar
from collections.abc import Sequence
from functools import cache

from tawthiq.figures.areas import kind_of, name_of
from tawthiq.figures.cells import MIXED
from tawthiq.figures.figure import Figure
from tawthiq.figures.question import Dimension, Question
from tawthiq.model import EDTF, Bound, Range
from tawthiq.model.codes import label
from tawthiq.text.counted import counted, counted_en, counted_noun
from tawthiq.text.tables import table

_ISOLATE, _POP = "\u2066", "\u2069"
_NAMED_KINDS = ("governorate", "district", "subdistrict")
_MONTH = 7
_ARABIC, _ENGLISH = ("منذ", "حتى"), ("from", "to")


def how_many(count: Range, noun: str, language: str, bound: Bound = Bound.EXACT) -> str:
    """The count with its noun (a code of lexicon/counted_nouns.tsv): at least, wherever the bound says so."""
    held = Range.at_least(count.min) if bound is Bound.AT_LEAST else count
    return counted(held, counted_noun(noun)) if language == "ar" else counted_en(held, counted_noun(noun))


def is_plural(n: int) -> bool:
    """Whether Arabic puts the plural behind the number."""
    return 3 <= n % 100 <= 10


def where(area: str, language: str) -> str:
    """In what area (gazetteer id); "" of none."""
    if not area:
        return ""
    return f"في {place_name(area, language)}" if language == "ar" else f"in {place_name(area, language)}"


def place_name(area: str, language: str) -> str:
    """The name with what kind of area it is, where names alone are not enough: محافظة درعا."""
    name, kind = name_of(area, language), kind_of(area)
    if kind not in _NAMED_KINDS:
        return name
    word = label("place_kinds", kind, language)
    return f"{word} {name}" if language == "ar" else f"{name} {word.lower()}"


def when(period: str, language: str) -> str:
    """In which period (EDTF); "" of none."""
    if not period:
        return ""
    date, arabic = EDTF(period), language == "ar"
    if not date.is_interval:
        return f"{'في' if arabic else _in(period)} {date_words(period, language)}"
    start, end = ("" if each in ("", "..") else date_words(each, language) for each in (date.start, date.end))
    if len(date.end) <= _MONTH and end:
        end = f"نهاية {end}" if arabic else f"the end of {end}"
    parts = _ARABIC if arabic else _ENGLISH if start and end else ("since", "until")
    return " ".join(f"{word} {held}" for word, held in zip(parts, (start, end), strict=True) if held)


def _in(period: str) -> str:
    return "in" if len(period) <= _MONTH else "on"


def date_words(date: str, language: str) -> str:
    """One date of EDTF: a month by its name, a day as it is written, kept apart from the Arabic around it."""
    bare = date.rstrip("~?%")
    if len(bare) != _MONTH:
        return f"{_ISOLATE}{date}{_POP}" if language == "ar" and len(bare) > _MONTH else date
    year, month = bare.split("-")
    return f"{month_name(int(month), language)} {year}"


def month_name(month: int, language: str) -> str:
    return _arabic_months()[month] if language == "ar" else calendar.month_name[month]


@cache
def _arabic_months() -> dict[int, str]:
    """The names of the Levant, the first form of each."""
    rows = (row for row in table("lexicon/months.tsv") if row["calendar"] == "levantine")
    names: dict[int, str] = {}
    for row in rows:
        names.setdefault(int(row["month"]), row["form"])
    return names


def short_amount(figure: Figure, language: str) -> str:
    """The number alone with its bound: 17, at least 1,983, 12–15 (an Arabic range with its ends in their order)."""
    if figure.base is not None:
        return "–" if figure.share is None else f"{figure.share:.1%}"
    least, most = figure.range.min, figure.range.max
    if figure.bound is Bound.AT_LEAST and not least:
        return _OTHERS[""][language]
    if figure.bound is Bound.AT_LEAST:
        return f"ما لا يقل عن {least:,}" if language == "ar" else f"at least {least:,}"
    text = f"{least:,}" if figure.range.exact else f"{least:,}–{most:,}"
    return f"{_ISOLATE}{text}{_POP}" if language == "ar" and not figure.range.exact else text


_LISTS = {Dimension.ACT: "incident_types", Dimension.WEAPON: "weapons", Dimension.VICTIM_GROUP: "victim_groups"}
_PLACES = (Dimension.GOVERNORATE, Dimension.DISTRICT, Dimension.PLACE)


def cell_words(question: Question, cell: Sequence[str], language: str) -> list[str]:
    """The keys of a cell as people say them."""
    return [key_words(dimension, key, language) for dimension, key in zip(question.by, cell, strict=False)]


def key_words(dimension: Dimension, key: str, language: str) -> str:
    """One key of a dimension: a month by its name, a place by its own, a code by its label."""
    if not key or key == MIXED:
        return _OTHERS[key][language]
    if dimension is Dimension.MONTH:
        return date_words(key, language)
    if dimension in _PLACES:
        return name_of(key, language)
    return label(_LISTS[dimension], key, language) if dimension in _LISTS else key


_OTHERS = {"": {"ar": "غير معلوم", "en": "not known"}, MIXED: {"ar": "أكثر من فئة", "en": "more than one"}}
