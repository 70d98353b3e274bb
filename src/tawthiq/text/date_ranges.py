"""Dates that the text joins into one: منذ A حتى B, بين A وB, عامي 2012 و2021, الأحد والاثنين, مطلع 2020 حتى نهايته."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from tawthiq.model import EDTF
from tawthiq.text.date_anchor import day_edtf
from tawthiq.text.date_explicit import Reading
from tawthiq.text.date_words import match, norm_at
from tawthiq.text.tokens import Token

_COMMAS = {"،", ","}
_UNTIL = {"حتي", "وحتي", "الي", "ولغايه", "لغايه", "والي"}
_DASHES = {"-", "–", "—"}
_BETWEEN = {"بين", "مابين"}
_ONE_DAY, _WEEK_BUT_ONE = timedelta(days=1), timedelta(days=-6)
_YEAR, _MONTH = len("2020"), len("2020-01")


@dataclass(frozen=True, slots=True)
class Found:
    """A reading at token `first`; `start` is the offset behind its particles."""

    reading: Reading
    first: int
    start: int


def joined(tokens: Sequence[Token], points: Sequence[Found]) -> list[Found]:
    """The points, those that bound a range as one."""
    out: list[Found] = []
    for point in (_to_own_end(tokens, _with_first_day(tokens, point)) for point in points):
        merged = _range(tokens, out[-1], point) if out else None
        if merged:
            out[-1] = merged
        else:
            out.append(point)
    return out


def _range(tokens: Sequence[Token], one: Found, two: Found) -> Found | None:
    start, end = one.reading.date, two.reading.date
    if start is None or end is None or start.is_interval or end.is_interval:
        return None
    found = _bounded(tokens, one, two, start, end)
    if found is None:
        return None
    return replace(one, reading=replace(one.reading, last=two.reading.last, date=found))


def _bounded(tokens: Sequence[Token], one: Found, two: Found, start: EDTF, end: EDTF) -> EDTF | None:
    """The interval, where a word or a dash joins the two."""
    between = [t.norm for t in tokens[one.reading.last : two.first] if t.norm not in _COMMAS]
    until = len(between) == 1 and between[0] in _UNTIL
    dashed = len(between) == 1 and between[0] in _DASHES and len(start.text) == len(end.text) == _MONTH
    paired = between == ["و"] or (not between and norm_at(tokens, two.first).startswith("و"))
    opened = norm_at(tokens, one.first - 1) in _BETWEEN or _is_pair(tokens, one.first)
    if paired and start.is_day and end.is_day and not (one.reading.part or two.reading.part):
        return _pair_of_days(start, end, opened=opened)
    if not (until or dashed or (paired and opened)):
        return None
    closing = EDTF.day(end.latest) if two.reading.period == "end" and end.latest else end
    opening = _opening(one.reading.period, start) if len(closing.text) > _YEAR else start
    return _interval(opening, closing)


def _is_pair(tokens: Sequence[Token], at: int) -> bool:
    """عامي, شهري, يومي: two follow."""
    return match(tokens, at, "pair_head") is not None or match(tokens, at - 1, "pair_head") is not None


def _opening(period: str | None, start: EDTF) -> EDTF:
    """The first month of a year whose beginning is told."""
    return EDTF(f"{start.text}-01") if period == "start" and len(start.text) == _YEAR else start


def _pair_of_days(start: EDTF, end: EDTF, *, opened: bool) -> EDTF | None:
    """الأحد والاثنين; a first weekday that was taken for the report's own day lies before the second."""
    if start.earliest is None or end.earliest is None:
        return None
    gap = end.earliest - start.earliest
    if gap == _WEEK_BUT_ONE:
        return _interval(EDTF.day(end.earliest - _ONE_DAY), end)
    return _interval(start, end) if gap == _ONE_DAY or opened else None


def _interval(start: EDTF, end: EDTF) -> EDTF | None:
    if start.earliest and end.latest and start.earliest > end.latest:
        return None
    return EDTF.interval(start, end)


def _to_own_end(tokens: Sequence[Token], point: Found) -> Found:
    """مطلع 2020 حتى نهايته."""
    last, when = point.reading.last, point.reading.date
    if norm_at(tokens, last) not in _UNTIL or match(tokens, last + 1, "own_end") is None or when is None:
        return point
    if when.is_interval or len(when.text) not in {_YEAR, _MONTH} or when.latest is None:
        return point
    end = EDTF(f"{when.text}-12") if len(when.text) == _YEAR else EDTF.day(when.latest)
    start = EDTF(f"{when.text}-01")
    return replace(point, reading=replace(point.reading, last=last + 2, date=EDTF.interval(start, end)))


def _with_first_day(tokens: Sequence[Token], point: Found) -> Found:
    """من 1 إلى 5 تموز, يومي 3 و4 آذار, بين الخامس والسابع من آب: the first day borrows its month from the second."""
    if (ordinals := _with_first_ordinal(tokens, point)) is not None:
        return ordinals
    sign = point.first - 1
    joins = norm_at(tokens, sign) in _UNTIL | _DASHES | {"و"}
    day, when = norm_at(tokens, sign - 1), point.reading.date
    if not joins or when is None or not when.is_day or not (day.isdigit() and len(day) <= 2):
        return point
    start = day_edtf(int(when.text[:4]), int(when.text[5:7]), int(day))
    before = norm_at(tokens, sign - 2)
    led = before in _BETWEEN | {"من"} or norm_at(tokens, sign) in _DASHES
    led = led or match(tokens, sign - 2, "pair_head") is not None
    if start is None or not led or start.text >= when.text:
        return point
    reading = replace(point.reading, date=EDTF.interval(start, when))
    return Found(reading, sign - 1, tokens[sign - 1].start)


def _with_first_ordinal(tokens: Sequence[Token], point: Found) -> Found | None:
    first, when = point.first - 1, point.reading.date
    word = match(tokens, first, "ordinal")
    if (
        word is None
        or word.prefix
        or when is None
        or not when.is_day
        or not norm_at(tokens, point.first).startswith("و")
    ):
        return None
    led = norm_at(tokens, first - 1) in _BETWEEN or match(tokens, first - 1, "pair_head") is not None
    start = day_edtf(int(when.text[:4]), int(when.text[5:7]), int(word.value))
    if not led or start is None or start.text >= when.text or match(tokens, point.first, "ordinal") is None:
        return None
    return Found(replace(point.reading, date=EDTF.interval(start, when)), first, tokens[first].start)
