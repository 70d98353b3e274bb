"""Parts of a day that stand alone: فجرا and منذ الصباح mean the report's day, ليلا the night before it."""

from __future__ import annotations

from collections.abc import Sequence

from tawthiq.text.date_anchor import Anchor
from tawthiq.text.date_explicit import Reading
from tawthiq.text.date_ranges import Found
from tawthiq.text.date_words import Word, match, norm_at
from tawthiq.text.number_words import read_number, stem_span
from tawthiq.text.sentences import split_sentences
from tawthiq.text.tokens import Token

_PARTS = {"dawn": 0, "morning": 0, "noon": 0, "afternoon": 0, "evening": 0, "night": -1}
_CLOCK = 3


def with_lone_parts(tokens: Sequence[Token], points: Sequence[Found], anchor: Anchor) -> list[Found]:
    """The points, and parts of the report's day in sentences without a date; behind a told day only منذ leads one."""
    days = [point.first for point in points if point.reading.part or (point.reading.date and point.reading.date.is_day)]
    told = min(days, default=len(tokens))
    out = list(points)
    for sentence in split_sentences(tokens):
        if any(sentence.first <= point.first < sentence.last for point in points):
            continue
        found = (_lone(tokens, at, anchor, day_told=told < at) for at in range(sentence.first, sentence.last))
        out.extend([point for point in found if point][:1])
    return sorted(out, key=lambda point: point.first)


def _lone(tokens: Sequence[Token], at: int, anchor: Anchor, *, day_told: bool) -> Found | None:
    since = norm_at(tokens, at - 1) == "منذ"
    word = match(tokens, at, "alone_since") if since else None if day_told else _part(tokens, at)
    day = anchor.of_day(_PARTS[word.value]) if word else None
    if word is None or day is None:
        return None
    reading = Reading(word.last, day, word.prefix, word.value)
    return Found(reading, at, stem_span(tokens[at], word.prefix).start)


def _part(tokens: Sequence[Token], at: int) -> Word | None:
    """The hour of a clock, and a habit ("ليلا ونهارا"), tell no day."""
    word = match(tokens, at, "alone")
    if word is None or word.prefix or match(tokens, word.last, "habit"):
        return None
    clock = range(max(0, at - _CLOCK), at)
    hour = any(tokens[i].is_number or "ساعه" in tokens[i].norm or match(tokens, i, "ordinal") for i in clock)
    return None if hour or any(read_number(tokens, i) for i in clock) else word
