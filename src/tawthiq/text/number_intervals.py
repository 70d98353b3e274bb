"""Two numbers as the ends of one interval (بين خمسين وستين, 12-15), and digits glued into dates, times and codes."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from tawthiq.model import Span
from tawthiq.text.number_context import is_unit
from tawthiq.text.number_words import Number, read_number
from tawthiq.text.tokens import Token

_DASHES = {"-", "–", "—", "−"}
_GLUE = _DASHES | {"/", ":", "\\", "."}
_BETWEEN = {"بين", "مابين"}
_FROM = "من"
_TO = {"الي", "حتي"}
_OR = "او"
_CHANGE_REACH = 25
_ENDS = {".", "\n", "؛"}


@dataclass(frozen=True, slots=True)
class Interval:
    """Tokens first..last (exclusive) give low..high; `opaque` digits are a date, a time, a score or a code."""

    range: tuple[int, int]
    first: int
    last: int
    span: Span
    opaque: bool = False


def read_cluster(tokens: Sequence[Token], at: int) -> Interval | None:
    """Digits glued by signs: 2014-09-23 and 10:30 are opaque, 12-15 is an interval."""
    if not tokens[at].is_number:
        return None
    last, signs = at + 1, set[str]()
    while last + 1 < len(tokens) and _glued(tokens, last):
        signs.add(tokens[last].norm)
        last += 2
    if last == at + 1:
        return None
    ends = [read_number(tokens, i) for i in range(at, last, 2)]
    low, high = (ends[0], ends[-1]) if len(ends) == 2 else (None, None)
    span = Span(tokens[at].start, tokens[last - 1].end)
    if low and high and signs <= _DASHES and low.value < high.value:
        return Interval((int(low.value), math.ceil(high.value)), at, last, span)
    value = int(ends[0].value) if ends[0] else 0
    return Interval((value, value), at, last, span, opaque=True)


def _glued(tokens: Sequence[Token], sign: int) -> bool:
    before, mark, after = tokens[sign - 1 : sign + 2]
    return mark.norm in _GLUE and after.is_number and before.end == mark.start and mark.end == after.start


def read_interval(tokens: Sequence[Token], at: int) -> Interval | None:
    """بين X وY, من X إلى Y, X إلى Y, X أو Y, X - Y; the interval begins at the word بين or من."""
    word = tokens[at].norm
    if word in _BETWEEN:
        return _between(tokens, at)
    pair = _pair(tokens, at, at + (word == _FROM))
    return None if pair is None or _tells_change(tokens, at) else pair


def _between(tokens: Sequence[Token], at: int) -> Interval | None:
    """The longest first number that still leaves a second one behind و."""
    low = read_number(tokens, at + 1) if at + 1 < len(tokens) else None
    if low is None:
        return None
    for end in range(low.last, at + 1, -1):
        part = read_number(tokens[:end], at + 1)
        high = _and_number(tokens, end)
        if part and part.last == end and high and part.value < high.value:
            return _interval(tokens, at, part, high)
    return None


def _and_number(tokens: Sequence[Token], at: int) -> Number | None:
    if at >= len(tokens) or not tokens[at].norm.startswith("و"):
        return None
    alone = tokens[at].norm in {"و", "وال"}
    return read_number(tokens, at + alone) if at + alone < len(tokens) else None


def _pair(tokens: Sequence[Token], first: int, at: int) -> Interval | None:
    low = read_number(tokens, at) if at < len(tokens) else None
    if low is None or low.last + 1 >= len(tokens):
        return None
    sign = tokens[low.last]
    if sign.norm not in _DASHES | _TO | {_OR}:
        return None
    high = read_number(tokens, low.last + 1)
    if high is None or not low.value < high.value:
        return None
    return _interval(tokens, first, low, high)


def _tells_change(tokens: Sequence[Token], at: int) -> bool:
    for token in reversed(tokens[max(0, at - _CHANGE_REACH) : at]):
        if token.norm in _ENDS:
            return False
        if is_unit(token, "change", "before"):
            return True
    return False


def _interval(tokens: Sequence[Token], first: int, low: Number, high: Number) -> Interval:
    span = Span(min(tokens[first].start, low.core.start) if first < low.first else low.core.start, high.core.end)
    return Interval((int(low.value), math.ceil(high.value)), first, high.last, span)
