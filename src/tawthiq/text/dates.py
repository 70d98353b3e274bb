"""Dates of a text, each resolved against the report's date, or left open with its phrase."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from functools import lru_cache

from tawthiq.model import EDTF, Span
from tawthiq.text.calendar_words import begins_name
from tawthiq.text.date_ahead import looks_ahead
from tawthiq.text.date_alone import with_lone_parts
from tawthiq.text.date_anchor import Anchor
from tawthiq.text.date_explicit import ARTICLES, Reading, read_day_month, read_month, read_numeric, read_year
from tawthiq.text.date_ranges import Found, joined
from tawthiq.text.date_relative import (
    SHOWN,
    read_ago,
    read_bare_unit,
    read_named_friday,
    read_relative_day,
    read_unit,
    read_weekday,
)
from tawthiq.text.date_spans import read_length, read_past, read_share, read_week_of_month
from tawthiq.text.date_words import begins_class, ends_with, match, norm_at
from tawthiq.text.number_words import stem_span
from tawthiq.text.tokens import Token

_EVENT_REACH = 4
_AFTER_MIDNIGHT = "after_midnight"


class Relation(StrEnum):
    """How the word before a date bounds what is dated: منذ, حتى, قبل, بعد."""

    SINCE = "since"
    UNTIL = "until"
    BEFORE = "before"
    AFTER = "after"


@dataclass(frozen=True, slots=True)
class DateMention:
    """`date` is None where the text does not tell it; `part_of_day` is dawn, morning, noon, afternoon, evening, night.

    A night is dated by its evening, the hours behind its midnight by their own day where two weekdays name it;
    `relation` says that only a bound of the time is told; `length` (ISO 8601, P2D) that it is no date but a length.
    """

    span: Span
    date: EDTF | None
    phrase: str
    part_of_day: str | None = None
    relation: Relation | None = None
    length: str | None = None


def find_dates(tokens: Sequence[Token], text: str, published: date | None) -> tuple[DateMention, ...]:
    """All dates in order, ranges as one; spans count in `text`, of which `tokens` are the tokens."""
    points = with_lone_parts(tokens, _points(tokens, published), Anchor(published))
    return tuple(_mention(tokens, text, found) for found in joined(tokens, points))


def _points(tokens: Sequence[Token], published: date | None) -> list[Found]:
    anchor = Anchor(published)
    found: list[Found] = []
    at = 0
    while at < len(tokens):
        reading = _point(tokens, at, anchor)
        if reading is None:
            at += 1
            continue
        if looks_ahead(tokens, at):
            reading = _point(tokens, at, replace(anchor, ahead=True)) or reading
        found.append(Found(reading, at, stem_span(tokens[at], reading.prefix).start))
        if reading.date and reading.date.earliest and not (anchor.last and _is_far(tokens, found[-1])):
            anchor = replace(anchor, last=reading.date.earliest)
        at = reading.last
    return found


def _is_far(tokens: Sequence[Token], found: Found) -> bool:
    """منذ حزيران 2020 bounds a sum; "الشهر نفسه" behind it is the month that the report is about."""
    when = found.reading.date
    return when is not None and not when.is_day and _relation(tokens, found) is Relation.SINCE


def _point(tokens: Sequence[Token], at: int, anchor: Anchor) -> Reading | None:
    """A date with the part of the day or of the period in front of it."""
    if not tokens[at].is_word or not _opens(tokens[at].norm) or match(tokens, at - 1, "named_after"):
        return None
    part = match(tokens, at, "part_of_day")
    period = None if part else match(tokens, at, "part_of_period")
    lead = part or period
    there = lead.last if lead else at
    head = match(tokens, there, "unit")
    if head and norm_at(tokens, there)[head.prefix :] == "يوم":
        lead, there = lead or head, head.last
    core = _core(tokens, there, anchor) if there < len(tokens) else None
    if core is None and there < len(tokens) and (period or match(tokens, at, "edge")):
        return _edge(tokens, at, anchor)
    if core is None or (period and core.part):
        return None
    prefix = lead.prefix if lead else core.prefix
    if part and part.value == _AFTER_MIDNIGHT:
        return replace(core, date=core.following or core.date, prefix=part.prefix, part="night")
    day_part = part.value if part else core.part
    last = core.last
    if day_part is None and (tail := match(tokens, last, "part_of_day")) and _is_adverb(tokens, last):
        day_part, last = tail.value, tail.last
    return replace(core, prefix=prefix, part=day_part, last=last, period=period.value if period else None)


@lru_cache(maxsize=65536)
def _opens(norm: str) -> bool:
    """Whether a folded word can begin a date; most words of a text cannot, and are spared the readers."""
    return norm[:1].isdigit() or norm in SHOWN or norm in ARTICLES or begins_class(norm) or begins_name(norm)


def _edge(tokens: Sequence[Token], at: int, anchor: Anchor) -> Reading | None:
    """مطلع الشهر, نهاية العام, أول الشهر: the month or year of the report."""
    lead = match(tokens, at, "part_of_period") or match(tokens, at, "edge")
    unit = read_bare_unit(tokens, lead.last, anchor) if lead and lead.last < len(tokens) else None
    return replace(unit, prefix=lead.prefix, period=lead.value) if unit and lead else None


def _is_adverb(tokens: Sequence[Token], at: int) -> bool:
    """ليلا, مساء behind a date belong to it, unless a date follows them."""
    return norm_at(tokens, at).endswith("ا") or norm_at(tokens, at) == "مساء"


def _core(tokens: Sequence[Token], at: int, anchor: Anchor) -> Reading | None:
    return (
        read_numeric(tokens, at)
        or read_day_month(tokens, at, anchor)
        or read_past(tokens, at, anchor)
        or read_relative_day(tokens, at, anchor)
        or read_named_friday(tokens, at, anchor)
        or read_weekday(tokens, at, anchor)
        or read_month(tokens, at, anchor)
        or read_share(tokens, at, anchor)
        or read_week_of_month(tokens, at, anchor)
        or read_length(tokens, at, anchor)
        or read_unit(tokens, at, anchor)
        or read_ago(tokens, at, anchor)
        or read_year(tokens, at)
    )


def _mention(tokens: Sequence[Token], text: str, found: Found) -> DateMention:
    span = Span(found.start, tokens[found.reading.last - 1].end)
    when, relation = found.reading.date, _relation(tokens, found)
    when = _bound(when, relation, found.reading.period) if when else None
    relation = None if when and when.is_interval else relation
    return DateMention(span, when, span.of(text), found.reading.part, relation, found.reading.length)


def _bound(when: EDTF, relation: Relation | None, period: str | None) -> EDTF:
    """The day that bounds the time: حتى نهاية الشهر, قبل نهاية العام, قبل بداية رمضان."""
    if period == "end" and relation in (Relation.UNTIL, Relation.BEFORE) and when.latest:
        return EDTF.day(when.latest)
    if period == "start" and relation is Relation.BEFORE and when.earliest:
        return EDTF.day(when.earliest)
    return when


def _relation(tokens: Sequence[Token], found: Found) -> Relation | None:
    first = found.first
    word = ends_with(tokens, first, "relation")
    before = norm_at(tokens, first - 1)
    begins = before == "من" and found.reading.period == "start"
    if word is None and (begins or (before == "في" and _since_event(tokens, first - 1))):
        return Relation.SINCE
    return Relation(word.value) if word else None


def _since_event(tokens: Sequence[Token], end: int) -> bool:
    """منذ اندلاع القتال في 15 نيسان: the date is that of the event since which something lasts."""
    for at in range(end - 1, max(-1, end - 1 - _EVENT_REACH), -1):
        if not tokens[at].is_word:
            return False
        if match(tokens, at, "event"):
            before = ends_with(tokens, at, "relation")
            return before is not None and before.value == Relation.SINCE
    return False
