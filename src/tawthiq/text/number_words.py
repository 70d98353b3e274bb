"""Number words and digits read as values: أربعة عشر, ألف وتسعمئة وثلاثة وثمانين, 1,983, 150 ألف."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import cache, lru_cache

from tawthiq.model import Span
from tawthiq.text.clitics import readings
from tawthiq.text.fold import fold, fold_word
from tawthiq.text.tables import table
from tawthiq.text.tokens import Token

_TANWIN = "\u064b"
_GROUPED = re.compile(r"\d{1,3}(?:[,٬.]\d{3})+")
_DECIMAL = re.compile(r"\d+[.,٫]\d+")
# لست is "I am not"; الأحد and الاثنين are days, and "the one" is no count.
_UNPREFIXED = {"ست"}
_UNARTICLED = {"one", "compound"}
_NAMES_OF_DAYS = {"اثنين"}


class Link(IntEnum):
    """How a number word hangs on what stands before it."""

    START = 0
    BARE = 1
    AND = 2


@dataclass(frozen=True, slots=True)
class NumberWord:
    """`prefix` characters of the folded word are particles; `definite` where ال was taken off."""

    value: int
    role: str
    prefix: int
    definite: bool


@dataclass(frozen=True, slots=True)
class Number:
    """Tokens first..last (exclusive) say `value`; `core` leaves particles out."""

    value: float
    first: int
    last: int
    core: Span
    definite: bool


_Part = tuple[float, int]


@cache
def _lexicon() -> dict[str, tuple[int, str]]:
    return {
        fold_word(form): (int(row["value"]), row["role"])
        for row in table("lexicon/numbers.tsv")
        for form in row["forms"].split("|")
    }


def number_word(token: Token, link: Link) -> NumberWord | None:
    """The word read alone; a word that only looks like a number in its folded form is none."""
    return _linked(token.text, token.norm)[link] if token.is_word else None


@lru_cache(maxsize=65536)
def _linked(text: str, norm: str) -> tuple[NumberWord | None, ...]:
    """The reading of a word for each link; most words of a text have none, and are asked for many times."""
    return (None,) * len(Link) if norm[:1].isdigit() else tuple(_read_word(text, norm, link) for link in Link)


def _read_word(text: str, norm: str, link: Link) -> NumberWord | None:
    if norm.startswith("واحد") and "أ" in text:
        return None if link is Link.BARE else _entry(text, "و", "احد" + norm[4:], restored=False)
    for reading in readings(norm):
        fits = reading.prefix == "و" if link is Link.AND else link is Link.START or not reading.prefix
        found = _entry(text, reading.prefix, reading.stem, reading.restored) if fits else None
        if found:
            return found
    return None


def _entry(text: str, prefix: str, stem: str, restored: bool) -> NumberWord | None:
    words = _lexicon()
    definite = stem not in words and stem.startswith("ال")
    bare = stem[2:] if definite else stem
    if bare not in words or (prefix[-1:] in {"ل", "ك"} and bare in _UNPREFIXED):
        return None
    value, role = words[bare]
    if bare.startswith("مي") and not {"ئ", "أ"}.intersection(text):
        return None
    if definite and (role in _UNARTICLED or bare in _NAMES_OF_DAYS):
        return None
    if bare == "الفا":
        role = "scale_or_double"
    return NumberWord(value, role, len(prefix) - restored, definite)


def stem_span(token: Token, prefix: int) -> Span:
    """Where the token's text goes on after `prefix` folded characters."""
    if not prefix:
        return token.span
    starts = fold(token.text).starts
    return Span(token.start + starts[min(prefix, len(starts) - 1)], token.end)


def parse_digits(norm: str) -> float | None:
    """The value of a number token, with its separators read as thousands or a decimal point."""
    if norm.isdigit():
        return int(norm) if len(norm) <= 12 else None
    if _GROUPED.fullmatch(norm):
        return int(re.sub(r"\D", "", norm))
    return float(re.sub(r"[,٫]", ".", norm)) if _DECIMAL.fullmatch(norm) else None


def read_number(tokens: Sequence[Token], at: int) -> Number | None:
    """The longest number that begins at the token, or None."""
    if number_word(tokens[at], Link.START) is None and not tokens[at].is_number:
        return None
    part = _zero(tokens, at) or _scaled(tokens, at, Link.START, limit=10**13)
    if part is None:
        return None
    word = number_word(tokens[at], Link.START)
    start = stem_span(tokens[at], word.prefix if word else 0).start
    return Number(part[0], at, part[1], Span(start, tokens[part[1] - 1].end), bool(word and word.definite))


def _word(tokens: Sequence[Token], at: int, link: Link) -> NumberWord | None:
    return number_word(tokens[at], link) if at < len(tokens) else None


def _after_and(tokens: Sequence[Token], at: int) -> tuple[int, Link]:
    alone = at < len(tokens) and tokens[at].norm == "و"
    return (at + 1, Link.BARE) if alone else (at, Link.AND)


def _zero(tokens: Sequence[Token], at: int) -> _Part | None:
    word = _word(tokens, at, Link.START)
    return (0, at + 1) if word and word.role == "zero" else None


def _below_hundred(tokens: Sequence[Token], at: int, link: Link) -> _Part | None:
    word = _word(tokens, at, link)
    if word is None or word.role not in {"one", "compound", "unit", "ten", "tens"}:
        return None
    if word.value < 10:
        follower = _word(tokens, at + 1, Link.BARE)
        if follower and follower.role == "ten" and not follower.definite:
            return word.value + 10, at + 2
        there, how = _after_and(tokens, at + 1)
        tens = _word(tokens, there, how)
        if tens and tens.role == "tens":
            return word.value + tens.value, there + 1
    return None if word.role == "compound" else (word.value, at + 1)


def _below_thousand(tokens: Sequence[Token], at: int, link: Link) -> _Part | None:
    word = _word(tokens, at, link)
    if word is None:
        return None
    if word.role in {"hundred", "hundreds"}:
        return _and_more(tokens, (word.value, at + 1), _below_hundred)
    follower = _word(tokens, at + 1, Link.BARE)
    if follower and follower.role == "hundred" and word.role == "unit" and word.value > 2:
        return _and_more(tokens, (word.value * 100, at + 2), _below_hundred)
    return _below_hundred(tokens, at, link)


def _and_more(
    tokens: Sequence[Token], part: _Part, read: Callable[[Sequence[Token], int, Link], _Part | None]
) -> _Part:
    more = read(tokens, *_after_and(tokens, part[1]))
    return (part[0] + more[0], more[1]) if more else part


def _scaled(tokens: Sequence[Token], at: int, link: Link, limit: int) -> _Part | None:
    """A value below `limit` in which each scale is smaller than the one before it."""
    lead, scale = _lead(tokens, at, link)
    if lead is None or lead[0] >= limit or (scale or 0) >= limit:
        return None
    if scale is None:
        return lead
    return _and_more(tokens, lead, lambda ts, i, how: _scaled(ts, i, how, scale))


def _lead(tokens: Sequence[Token], at: int, link: Link) -> tuple[_Part | None, int | None]:
    """A part with its scale: "150 ألف", "ثلاثة آلاف", "ألفان", or a part without one."""
    word = _word(tokens, at, link)
    if word and word.role in {"double", "scale", "scale_or_double"}:
        return _bare_scale(tokens[at], word, at)
    lead = _below_thousand(tokens, at, link) or _digits(tokens, at, link)
    if lead is None:
        return None, None
    follower = _word(tokens, lead[1], Link.BARE)
    if follower and follower.role in {"scale", "scale_or_double"} and lead[0] < 1000:
        return (lead[0] * follower.value, lead[1] + 1), follower.value
    return lead, None


def _bare_scale(token: Token, word: NumberWord, at: int) -> tuple[_Part | None, int | None]:
    if word.role == "double":
        return (word.value, at + 1), word.value // 2
    if token.norm.endswith(("الاف", "ملايين", "مليارات")):
        return None, None
    twice = word.role == "scale_or_double" and _TANWIN not in token.text
    return (word.value * (2 if twice else 1), at + 1), word.value


def _digits(tokens: Sequence[Token], at: int, link: Link) -> _Part | None:
    if link is Link.AND or at >= len(tokens) or not tokens[at].is_number:
        return None
    value = parse_digits(tokens[at].norm)
    return None if value is None else (value, at + 1)
