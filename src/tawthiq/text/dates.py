"""Dates of a text, each resolved against the report's date, or left open with its phrase."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from tawthiq.model import EDTF, Span
from tawthiq.text.date_anchor import Anchor, day_edtf
from tawthiq.text.date_explicit import Reading, read_day_month, read_month, read_numeric, read_year
from tawthiq.text.date_relative import read_ago, read_relative_day, read_share, read_unit, read_weekday
from tawthiq.text.date_words import ends_with, match, norm_at
from tawthiq.text.number_words import stem_span
from tawthiq.text.tokens import Token

_COMMAS = {"،", ","}
_UNTIL = {"حتي", "وحتي", "الي", "ولغايه", "لغايه", "والي"}
_DASHES = {"-", "–", "—"}


class Relation(StrEnum):
    """How the word before a date bounds what is dated: منذ, حتى, قبل, بعد."""

    SINCE = "since"
    UNTIL = "until"
    BEFORE = "before"
    AFTER = "after"


@dataclass(frozen=True, slots=True)
class DateMention:
    """`date` is None where the text does not tell it; `part_of_day` is dawn, morning, noon, afternoon, evening, night.

    A night is dated by its evening; `relation` says that only a bound of the time is told.
    """

    span: Span
    date: EDTF | None
    phrase: str
    part_of_day: str | None = None
    relation: Relation | None = None


@dataclass(frozen=True, slots=True)
class _Found:
    reading: Reading
    first: int
    start: int


def find_dates(tokens: Sequence[Token], text: str, published: date | None) -> tuple[DateMention, ...]:
    """All dates in order, ranges as one; spans count in `text`, of which `tokens` are the tokens."""
    return tuple(_mention(tokens, text, found) for found in _joined(tokens, _points(tokens, published)))


def _points(tokens: Sequence[Token], published: date | None) -> list[_Found]:
    anchor = Anchor(published)
    found: list[_Found] = []
    at = 0
    while at < len(tokens):
        reading = _point(tokens, at, anchor)
        if reading is None:
            at += 1
            continue
        found.append(_Found(reading, at, stem_span(tokens[at], reading.prefix).start))
        if reading.date and reading.date.earliest:
            anchor = replace(anchor, last=reading.date.earliest)
        at = reading.last
    return found


def _point(tokens: Sequence[Token], at: int, anchor: Anchor) -> Reading | None:
    """A date with the part of the day or of the period in front of it."""
    if not tokens[at].is_word or match(tokens, at - 1, "named_after"):
        return None
    part = match(tokens, at, "part_of_day")
    period = None if part else match(tokens, at, "part_of_period")
    lead = part or period
    there = lead.last if lead else at
    head = match(tokens, there, "unit")
    if head and norm_at(tokens, there)[head.prefix :] == "يوم":
        lead, there = lead or head, head.last
    core = _core(tokens, there, anchor) if there < len(tokens) else None
    if core is None or (period and core.part):
        return None
    prefix = lead.prefix if lead else core.prefix
    day_part = part.value if part else core.part
    last = core.last
    if day_part is None and (tail := match(tokens, last, "part_of_day")) and _is_adverb(tokens, last):
        day_part, last = tail.value, tail.last
    return replace(core, prefix=prefix, part=day_part, last=last, period=period.value if period else None)


def _is_adverb(tokens: Sequence[Token], at: int) -> bool:
    """ليلا, مساء behind a date belong to it, unless a date follows them."""
    return norm_at(tokens, at).endswith("ا") or norm_at(tokens, at) == "مساء"


def _core(tokens: Sequence[Token], at: int, anchor: Anchor) -> Reading | None:
    return (
        read_numeric(tokens, at)
        or read_day_month(tokens, at, anchor)
        or read_relative_day(tokens, at, anchor)
        or read_weekday(tokens, at, anchor)
        or read_month(tokens, at, anchor)
        or read_share(tokens, at, anchor)
        or read_unit(tokens, at, anchor)
        or read_ago(tokens, at, anchor)
        or read_year(tokens, at)
    )


def _joined(tokens: Sequence[Token], points: list[_Found]) -> list[_Found]:
    out: list[_Found] = []
    for point in (_with_first_day(tokens, point) for point in points):
        merged = _range(tokens, out[-1], point) if out else None
        if merged:
            out[-1] = merged
        else:
            out.append(point)
    return out


def _range(tokens: Sequence[Token], one: _Found, two: _Found) -> _Found | None:
    """منذ A حتى B, من A إلى B, A - B and بين A وB."""
    between = [t.norm for t in tokens[one.reading.last : two.first] if t.norm not in _COMMAS]
    until = len(between) == 1 and between[0] in _UNTIL
    opened = norm_at(tokens, one.first - 1) in {"بين", "مابين"}
    paired = opened and (between == ["و"] or (not between and norm_at(tokens, two.first).startswith("و")))
    start, end = one.reading.date, two.reading.date
    if not (until or paired) or start is None or end is None or start.is_interval or end.is_interval:
        return None
    closing = EDTF.day(end.latest) if two.reading.period == "end" and end.latest else end
    if start.earliest and closing.latest and start.earliest > closing.latest:
        return None
    return replace(one, reading=replace(one.reading, last=two.reading.last, date=EDTF.interval(start, closing)))


def _with_first_day(tokens: Sequence[Token], point: _Found) -> _Found:
    """من 1 إلى 5 تموز: the first day borrows its month from the second."""
    sign = point.first - 1
    joins = norm_at(tokens, sign) in _UNTIL | _DASHES | {"و"}
    day, when = norm_at(tokens, sign - 1), point.reading.date
    if not joins or when is None or not when.is_day or not (day.isdigit() and len(day) <= 2):
        return point
    start = day_edtf(int(when.text[:4]), int(when.text[5:7]), int(day))
    led = norm_at(tokens, sign - 2) in {"بين", "من", "مابين"} or norm_at(tokens, sign) in _DASHES
    if start is None or not led or start.text >= when.text:
        return point
    reading = replace(point.reading, date=EDTF.interval(start, when))
    return _Found(reading, sign - 1, tokens[sign - 1].start)


def _mention(tokens: Sequence[Token], text: str, found: _Found) -> DateMention:
    span = Span(found.start, tokens[found.reading.last - 1].end)
    word = ends_with(tokens, found.first, "relation")
    closed = found.reading.date is not None and found.reading.date.is_interval
    relation = Relation(word.value) if word and not closed else None
    return DateMention(span, found.reading.date, span.of(text), found.reading.part, relation)
