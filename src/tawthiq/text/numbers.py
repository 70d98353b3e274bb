"""Quantities of a text: exact, bounded, vague, intervals, percentages and duals, each with what it counts."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from tawthiq.model import Bound, Range, Span, cover
from tawthiq.text.clitics import readings
from tawthiq.text.duals import dual_prefix
from tawthiq.text.fold import fold_phrase
from tawthiq.text.number_context import bound_after, bound_before, noun_after, noun_before, percent_end
from tawthiq.text.number_intervals import Interval, read_cluster, read_interval
from tawthiq.text.number_kinds import QuantityKind, is_date, kind_of
from tawthiq.text.number_words import Number, read_number, stem_span
from tawthiq.text.tables import table
from tawthiq.text.tokens import Token

__all__ = ["Quantity", "QuantityKind", "find_quantities"]


_ARTICLE = "ال"


@dataclass(frozen=True, slots=True)
class Quantity:
    """`core` is the number alone, `span` also its bounding words; `noun` is what is counted (the core of a dual).

    A decimal has the whole numbers around it as its range and its own value in `value`.
    """

    span: Span
    core: Span
    range: Range
    bound: Bound = Bound.EXACT
    noun: Span | None = None
    kind: QuantityKind = QuantityKind.COUNT
    value: float | None = None


@dataclass(frozen=True, slots=True)
class _Found:
    quantity: Quantity
    first: int
    last: int


def find_quantities(tokens: Sequence[Token]) -> tuple[Quantity, ...]:
    """All quantities in order; none overlaps another's core."""
    found: list[Quantity] = []
    at = 0
    while at < len(tokens):
        here = _find_at(tokens, at)
        if here is None:
            at += 1
            continue
        found.append(_bounded(tokens, here))
        at = max(here.last, at + 1)
    return tuple(found)


def _find_at(tokens: Sequence[Token], at: int) -> _Found | None:
    interval = read_cluster(tokens, at) or read_interval(tokens, at)
    if interval:
        return _from_interval(tokens, interval)
    vague = _vague(tokens, at)
    if vague:
        return vague
    number = read_number(tokens, at)
    return _from_number(tokens, number) if number else _dual(tokens, at)


def _from_interval(tokens: Sequence[Token], interval: Interval) -> _Found:
    low, high = interval.range
    quantity = Quantity(interval.span, interval.span, Range(low, high))
    if interval.opaque:
        return _Found(replace(quantity, kind=QuantityKind.OTHER), interval.first, interval.last)
    return _counted(tokens, _Found(quantity, interval.first, interval.last), high)


def _from_number(tokens: Sequence[Token], number: Number) -> _Found:
    whole = number.value == int(number.value)
    extent = Range(int(number.value), math.ceil(number.value))
    quantity = Quantity(number.core, number.core, extent, value=None if whole else number.value)
    found = _Found(quantity, number.first, number.last)
    counted = _counted(tokens, found, number.value)
    if counted.quantity.kind is not QuantityKind.COUNT or not (number.value == 1 or number.definite):
        return counted
    noun = noun_before(tokens, number.first)
    if noun is None or (counted.quantity.noun and not tokens[noun].norm.startswith(_ARTICLE)):
        return counted
    kind = kind_of(tokens, number.first, number.last, noun, number.value)
    return replace(counted, quantity=replace(counted.quantity, noun=tokens[noun].span, kind=kind))


def _counted(tokens: Sequence[Token], found: _Found, value: float) -> _Found:
    """With its percent sign, or its noun, and the kind that these make it."""
    percent = percent_end(tokens, found.last)
    if percent:
        span = Span(found.quantity.core.start, tokens[percent - 1].end)
        quantity = replace(found.quantity, span=span, bound=Bound.PERCENT, kind=QuantityKind.PERCENT)
        return replace(found, quantity=quantity, last=percent)
    noun = noun_after(tokens, found.last, construct=False) if value != 1 else None
    kind = kind_of(tokens, found.first, found.last, noun, value)
    named = kind in {QuantityKind.YEAR, QuantityKind.ORDINAL_NAME}
    if named or is_date(tokens, found.first, found.last):
        noun = None
    return replace(found, quantity=replace(found.quantity, noun=_noun_span(tokens, noun), kind=kind))


def _noun_span(tokens: Sequence[Token], noun: int | None) -> Span | None:
    return tokens[noun].span if noun is not None else None


@dataclass(frozen=True, slots=True)
class _Vague:
    words: tuple[str, ...]
    range: Range
    needs_noun: bool


@cache
def _vague_phrases() -> tuple[_Vague, ...]:
    rows = [
        _Vague(
            tuple(fold_phrase(row["phrase"]).split()),
            Range(int(row["min"]), int(row["max"]) if row["max"] else None),
            row["needs_noun"] == "yes",
        )
        for row in table("lexicon/vague_numbers.tsv")
    ]
    return tuple(sorted(rows, key=lambda row: -len(row.words)))


def _vague(tokens: Sequence[Token], at: int) -> _Found | None:
    for phrase, prefix in _vague_starting(tokens[at].norm):
        last = at + len(phrase.words)
        if _is_hundred_misread(tokens[at], phrase) or tuple(t.norm for t in tokens[at + 1 : last]) != phrase.words[1:]:
            continue
        noun = noun_after(tokens, last, construct=True)
        if phrase.needs_noun and noun is None:
            continue
        core = Span(stem_span(tokens[at], prefix).start, tokens[last - 1].end)
        kind = kind_of(tokens, at, last, noun, phrase.range.min)
        if noun is None and phrase.words == ("عده",):
            noun = noun_before(tokens, at)
        return _Found(Quantity(core, core, phrase.range, noun=_noun_span(tokens, noun), kind=kind), at, last)
    return None


@lru_cache(maxsize=65536)
def _vague_starting(norm: str) -> tuple[tuple[_Vague, int], ...]:
    """The phrases that a folded word can begin, longest first, each with the length of the particles before it."""
    heads = [(reading.stem, len(reading.prefix) - reading.restored) for reading in readings(norm)]
    return tuple(
        (phrase, prefix)
        for phrase in _vague_phrases()
        for prefix in [n for stem, n in heads if stem in (phrase.words[0], _ARTICLE + phrase.words[0])][:1]
    )


def _is_hundred_misread(token: Token, phrase: _Vague) -> bool:
    """مئات and مية fold alike with words that have no hamza (ميت)."""
    return phrase.words[0].startswith("مي") and not {"ئ", "أ"}.intersection(token.text)


def _dual(tokens: Sequence[Token], at: int) -> _Found | None:
    """A dual noun; one right behind another only agrees with it (شابان شقيقان)."""
    following = tokens[at + 1].norm if at + 1 < len(tokens) else ""
    prefix = dual_prefix(tokens[at], following)
    if prefix is None or (at and not prefix and dual_prefix(tokens[at - 1]) is not None):
        return None
    core = stem_span(tokens[at], prefix)
    kind = kind_of(tokens, at, at, at, 2)
    again = read_number(tokens, at + 1) if at + 1 < len(tokens) else None
    last, span = at + 1, core
    if again and again.value == 2 and again.core.start == tokens[at + 1].start:
        last, span = again.last, cover([core, again.core])
    return _Found(Quantity(span, core, Range.exactly(2), noun=core, kind=kind), at, last)


def _bounded(tokens: Sequence[Token], found: _Found) -> Quantity:
    quantity = found.quantity
    before = bound_before(tokens, found.first)
    after = None if before else bound_after(tokens, _after_noun(tokens, found))
    phrase = before or after
    if phrase is None or quantity.kind in {QuantityKind.YEAR, QuantityKind.ORDINAL_NAME}:
        return quantity
    edge = (
        stem_span(tokens[phrase.first], phrase.prefix)
        if before
        else Span(quantity.core.start, tokens[phrase.last - 1].end)
    )
    span = cover([quantity.span, edge])
    bound = quantity.bound if quantity.bound is Bound.PERCENT else phrase.bound
    return replace(quantity, span=span, bound=bound, range=_opened(quantity.range, phrase.bound))


def _after_noun(tokens: Sequence[Token], found: _Found) -> int:
    noun = found.quantity.noun
    if noun is None or noun.end <= found.quantity.core.end:
        return found.last
    return next(i for i in range(found.last, len(tokens)) if tokens[i].end >= noun.end) + 1


def _opened(extent: Range, bound: Bound) -> Range:
    if bound is Bound.AT_LEAST:
        return Range.at_least(extent.min)
    return Range(0, extent.max) if bound is Bound.AT_MOST else extent
