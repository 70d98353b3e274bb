"""Names of months and weekdays, in all the calendars and regional systems of lexicon/months.tsv."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from tawthiq.text.clitics import readings
from tawthiq.text.fold import fold_phrase, fold_word
from tawthiq.text.tables import table
from tawthiq.text.tokens import Token

_PAIR_SIGNS = {"/", "-", "–", "\\", "("}
_HIJRI = "hijri"


@dataclass(frozen=True, slots=True)
class MonthName:
    """`words` tokens name the month; `prefix` folded characters of particles stand before it."""

    month: int
    hijri: bool
    guarded: bool
    words: int
    prefix: int


@cache
def _months() -> dict[tuple[str, ...], tuple[int, bool, bool]]:
    return {
        tuple(fold_phrase(row["form"]).split()): (int(row["month"]), row["calendar"] == _HIJRI, row["guarded"] == "yes")
        for row in table("lexicon/months.tsv")
    }


@cache
def _first_words() -> frozenset[str]:
    return frozenset(words[0] for words in _months())


@cache
def weekdays() -> dict[str, int]:
    """Folded names with ال, to 0 (Monday) .. 6."""
    rows = table("lexicon/weekdays.tsv")
    return {fold_word(f): int(row["weekday"]) - 1 for row in rows for f in row["forms"].split("|")}


def begins_name(norm: str) -> bool:
    """Whether a folded token can begin the name of a month or weekday, with or without ال."""
    stems = [reading.stem for reading in readings(norm)]
    named = (stem in _first_words() or stem in weekdays() or f"ال{stem}" in weekdays() for stem in stems)
    return any(named)


def month_at(tokens: Sequence[Token], at: int) -> MonthName | None:
    """The month that is named at the token; a pair such as تموز/يوليو or أغسطس (آب) is one, and never guarded."""
    first = _single(tokens, at)
    if first is None:
        return None
    after = at + first.words
    if after < len(tokens) and tokens[after].norm in _PAIR_SIGNS:
        second = _single(tokens, after + 1)
        if second and second.month == first.month and second.hijri == first.hijri:
            width = first.words + 1 + second.words
            closed = tokens[after].norm == "(" and at + width < len(tokens) and tokens[at + width].norm == ")"
            return MonthName(first.month, first.hijri, False, width + closed, first.prefix)
    return first


def _single(tokens: Sequence[Token], at: int) -> MonthName | None:
    if at >= len(tokens) or not tokens[at].is_word:
        return None
    follower = tokens[at + 1].norm if at + 1 < len(tokens) else ""
    for reading in readings(tokens[at].norm):
        if reading.stem not in _first_words():
            continue
        for words in ((reading.stem, follower), (reading.stem,)):
            if words in _months():
                month, hijri, guarded = _months()[words]
                return MonthName(month, hijri, guarded, len(words), len(reading.prefix))
    return None


def is_month_at(tokens: Sequence[Token], at: int) -> bool:
    """Whether a month's name begins or ends at the token."""
    if not 0 <= at < len(tokens):
        return False
    if _single(tokens, at):
        return True
    before = _single(tokens, at - 1) if at else None
    return before is not None and before.words == 2
