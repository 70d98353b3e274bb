"""What stands around a number: words that bound it, the noun that it counts, and what kind of number it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from tawthiq.model import Bound
from tawthiq.text.clitics import readings
from tawthiq.text.fold import fold_phrase, fold_word
from tawthiq.text.tables import table
from tawthiq.text.tokens import Token

_FROM = "من"
_QUOTES = {"«", '"', "“"}
_PERCENT_SIGNS = {"%", "٪"}
_PERCENT_WORDS = {"بالميه", "بالمايه"}
_PREFIXES_OF_VERBS = ("لل", "بال", "كال", "فال", "وال")


@dataclass(frozen=True, slots=True)
class BoundPhrase:
    """Tokens first..last (exclusive) bound the number beside them."""

    first: int
    last: int
    bound: Bound
    prefix: int = 0


@cache
def _phrases(position: str) -> tuple[tuple[tuple[str, ...], Bound], ...]:
    """Phrases of the table as folded words, the longest first."""
    rows = [
        (tuple(fold_phrase(row["phrase"]).split()), Bound(row["bound"]))
        for row in table("lexicon/number_bounds.tsv")
        if row["position"] == position
    ]
    return tuple(sorted(rows, key=lambda row: -len(row[0])))


@cache
def unit_words(kind: str, position: str) -> frozenset[str]:
    """Folded words of units.tsv of one kind and position."""
    return frozenset(
        fold_word(form)
        for row in table("lexicon/units.tsv")
        if row["kind"] == kind and row["position"] == position
        for form in row["forms"].split("|")
    )


def bound_before(tokens: Sequence[Token], first: int) -> BoundPhrase | None:
    """The phrase that ends right before token `first`; its own first word may carry particles."""
    for words, bound in _phrases("before"):
        start = first - len(words)
        if start < 0 or tuple(t.norm for t in tokens[start + 1 : first]) != words[1:]:
            continue
        for reading in readings(tokens[start].norm):
            if reading.stem == words[0]:
                return BoundPhrase(start, first, bound, len(reading.prefix))
    return None


def bound_after(tokens: Sequence[Token], last: int) -> BoundPhrase | None:
    """The phrase that begins at token `last`, or after one more word (an adjective of the noun)."""
    for words, bound in _phrases("after"):
        for start in (last, last + 1):
            end = start + len(words)
            between = tokens[last:start]
            if tuple(t.norm for t in tokens[start:end]) == words and all(t.is_word for t in between):
                return BoundPhrase(last, end, bound)
    return None


def percent_end(tokens: Sequence[Token], last: int) -> int | None:
    """Where a percentage after the number ends (exclusive), or None."""
    norms = [token.norm for token in tokens[last : last + 2]]
    if norms[:1] and (norms[0] in _PERCENT_SIGNS or norms[0] in _PERCENT_WORDS):
        return last + 1
    return last + 2 if norms in (["في", "الميه"], ["في", "المايه"]) else None


def noun_after(tokens: Sequence[Token], last: int, construct: bool) -> int | None:
    """The counted noun: right after the number, or behind من; with ال only in a construct (مئات الجرحى)."""
    if last < len(tokens) and tokens[last].norm == _FROM:
        last += 1
        if last < len(tokens) and tokens[last].norm in {"اصل", "بين", "الشهر"}:
            return None
    elif not construct and last < len(tokens) and tokens[last].norm.startswith("ال"):
        return None
    last += last < len(tokens) and tokens[last].norm in _QUOTES
    return last if last < len(tokens) and _is_noun(tokens[last]) else None


def _is_noun(token: Token) -> bool:
    norm = token.norm
    if not token.is_word or token.is_number or len(norm) < 2:
        return norm == "م" and token.is_word
    if norm in unit_words("noun", "after"):
        return True
    if norm in unit_words("uncounted", "after") or norm.startswith(("و", "ب", *_PREFIXES_OF_VERBS)):
        return False
    return not norm.endswith("وا")


def noun_before(tokens: Sequence[Token], first: int) -> int | None:
    """The noun in front of واحد or of a number with ال (القتلى الثلاثة)."""
    if first == 0:
        return None
    token = tokens[first - 1]
    held = token.is_word and not token.is_number and len(token.norm) > 2 and not token.norm.endswith("وا")
    counted = token.norm not in unit_words("uncounted", "after") or token.norm in unit_words("duration", "after")
    return first - 1 if held and counted else None


def is_unit(token: Token | None, kind: str, position: str) -> bool:
    """Whether the word is of that kind, with or without particles and ال."""
    if token is None:
        return False
    words = unit_words(kind, position)
    if not token.is_word:
        return token.norm in words
    stems = [reading.stem for reading in readings(token.norm)]
    return any(stem in words or (stem.startswith("ال") and stem[2:] in words) for stem in stems)
