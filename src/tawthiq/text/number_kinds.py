"""What kind of number it is, by the words beside it."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from tawthiq.text.calendar_words import is_month_at
from tawthiq.text.number_context import is_unit, unit_words
from tawthiq.text.tokens import Token

_AGE_REACH = 3
_YEARS, _HIJRI_YEARS = range(1900, 2101), range(1343, 1501)
_OPENERS, _CLOSERS = {"(", "،", ",", "["}, {")", "،", ",", "]", "."}
_SINCE = {"في", "منذ", "حتي", "بين", "و", "مطلع", "نهايه", "الي", "بعد", "قبل", "اواخر", "منتصف", "بدايه", "اوائل"}
_ARTICLES = {"ال", "رقم"}


class QuantityKind(StrEnum):
    """Only COUNT counts people or things; the digits of a date or a time are OTHER."""

    COUNT = "count"
    PERCENT = "percent"
    AGE = "age"
    MONEY = "money"
    DISTANCE = "distance"
    DURATION = "duration"
    ORDINAL_NAME = "ordinal_name"
    YEAR = "year"
    OTHER = "other"


def kind_of(tokens: Sequence[Token], first: int, last: int, noun: int | None, value: float) -> QuantityKind:
    """The kind of the number in tokens first..last (exclusive) with its counted noun, if it has one."""
    if is_date(tokens, first, last):
        return QuantityKind.OTHER
    if _is_year(tokens, first, last, noun, value):
        return QuantityKind.YEAR
    if noun is not None and noun > last and is_unit(tokens[noun], "year_word", "after"):
        noun = None
    by_unit = _by_unit(tokens, first, last, noun)
    if by_unit:
        return by_unit
    return QuantityKind.ORDINAL_NAME if _is_name(tokens, first, last, noun, value) else QuantityKind.COUNT


def _at(tokens: Sequence[Token], i: int) -> Token | None:
    return tokens[i] if 0 <= i < len(tokens) else None


def _norm(tokens: Sequence[Token], i: int) -> str:
    token = _at(tokens, i)
    return token.norm if token else ""


def _is_year(tokens: Sequence[Token], first: int, last: int, noun: int | None, value: float) -> bool:
    before = first - 1 if _norm(tokens, first - 1) not in _ARTICLES else first - 2
    hijri = value in _HIJRI_YEARS and is_month_at(tokens, before)
    if hijri or (value >= 1000 and is_unit(_at(tokens, before), "year", "before")):
        return True
    token = tokens[first]
    if value not in _YEARS or not (token.is_number and token.norm.isdigit() and last == first + 1):
        return token.norm in _SINCE and value in _YEARS and noun is None
    return noun is None or _norm(tokens, before).removeprefix("و") in _SINCE or is_month_at(tokens, before)


def is_date(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether the number is the day of a date or the hour of a clock."""
    after = last + 1 if _norm(tokens, last) == "من" else last
    if is_month_at(tokens, after) or _norm(tokens, after) == "الشهر":
        return True
    clock = is_unit(_at(tokens, first - 1), "time", "before") or _norm(tokens, last) in unit_words("time", "after")
    return clock or (
        is_month_at(tokens, first - 1)
        and tokens[first - 1].norm.isascii()
        and tokens[first].norm.isdigit()
        and int(tokens[first].norm) <= 31
    )


def _by_unit(tokens: Sequence[Token], first: int, last: int, noun: int | None) -> QuantityKind | None:
    if _is_age(tokens, first, last):
        return QuantityKind.AGE
    spot = last if noun is None else noun
    unit = _at(tokens, spot)
    if is_unit(unit, "year_word", "after") and noun != first:
        return QuantityKind.DURATION
    position = "dual" if noun == first else "after"
    kinds = (QuantityKind.DURATION, QuantityKind.MONEY, QuantityKind.DISTANCE, QuantityKind.OTHER)
    if unit is None or (position == "after" and not _is_bare_unit(unit)):
        return None
    return next((kind for kind in kinds if is_unit(unit, kind.value, position)), None)


def _is_bare_unit(unit: Token) -> bool:
    """Units stand without particles; "17 بيوم" counts no days."""
    norm = unit.norm.removeprefix("ال")
    return any(norm in unit_words(kind, "after") for kind in ("duration", "money", "distance", "other"))


def _is_age(tokens: Sequence[Token], first: int, last: int) -> bool:
    after = last + (_norm(tokens, last) == "من")
    if first < last and _norm(tokens, after) in unit_words("age", "before"):
        return True
    for token in reversed(tokens[max(0, first - _AGE_REACH) : first]):
        if not token.is_word or token.is_number:
            break
        if first < last and is_unit(token, "age", "before"):
            return True
    years = is_unit(_at(tokens, last), "year_word", "after")
    closed = _norm(tokens, last + years) in _CLOSERS and _norm(tokens, first - 1) in _OPENERS
    return years and closed


def _is_name(tokens: Sequence[Token], first: int, last: int, noun: int | None, value: float) -> bool:
    before = first - 2 if _norm(tokens, first - 1) in _ARTICLES else first - 1
    if noun is not None and noun != first and not tokens[first].is_number:
        return False
    token = _at(tokens, before)
    if token is None or noun == first or not token.is_word or _glued_to_letters(tokens, first):
        return noun != first and _glued_to_letters(tokens, first)
    if value == 24 and is_unit(token, "outlet_24", "before"):
        return True
    return is_unit(token, "ordinal_name", "before") or _norm(tokens, first - 1) == "رقم"


def _glued_to_letters(tokens: Sequence[Token], first: int) -> bool:
    """T-72, M16, and digits inside an address."""
    if first + 1 < len(tokens) and tokens[first + 1].start == tokens[first].end and tokens[first + 1].norm.isalpha():
        return tokens[first + 1].norm.isascii()
    for token, after in zip(tokens[first - 2 : first], tokens[first - 1 : first + 1], strict=False):
        if token.is_word and token.norm.isascii() and token.norm.isalpha() and token.end == after.start:
            return True
    return False
