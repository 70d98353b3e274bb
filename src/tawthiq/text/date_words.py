"""Words of time by their class (lexicon/date_words.tsv), matched on tokens with particles taken off the first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from tawthiq.text.clitics import readings
from tawthiq.text.fold import fold_phrase
from tawthiq.text.tables import table
from tawthiq.text.tokens import Token


@dataclass(frozen=True, slots=True)
class Word:
    """A phrase of one class: it ends before token `last`; `prefix` folded characters of particles stand before it."""

    value: str
    last: int
    prefix: int


@cache
def _by_class(kind: str) -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    """First word to phrases (longest first) with their values."""
    phrases: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for row in table("lexicon/date_words.tsv"):
        if row["class"] == kind:
            words = tuple(fold_phrase(row["phrase"]).split())
            phrases.setdefault(words[0], []).append((words, row["value"]))
    return {first: tuple(sorted(held, key=lambda item: -len(item[0]))) for first, held in phrases.items()}


@cache
def _classes() -> dict[str, frozenset[str]]:
    """First word to the classes whose phrases it can begin."""
    found: dict[str, set[str]] = {}
    for row in table("lexicon/date_words.tsv"):
        found.setdefault(fold_phrase(row["phrase"]).split()[0], set()).add(row["class"])
    return {word: frozenset(kinds) for word, kinds in found.items()}


@lru_cache(maxsize=65536)
def _classes_of(norm: str) -> frozenset[str]:
    """The classes that a folded token can begin; most words of a text begin none, and are asked for many."""
    known = _classes()
    return frozenset(kind for reading in readings(norm) for kind in known.get(reading.stem, ()))


def begins_class(norm: str) -> bool:
    """Whether a folded token can begin a phrase of any class."""
    return bool(_classes_of(norm))


def match(tokens: Sequence[Token], at: int, kind: str) -> Word | None:
    """The longest phrase of the class that begins at the token."""
    if not 0 <= at < len(tokens) or not tokens[at].is_word or kind not in _classes_of(tokens[at].norm):
        return None
    for reading in readings(tokens[at].norm):
        for words, value in _by_class(kind).get(reading.stem, ()):
            last = at + len(words)
            if tuple(token.norm for token in tokens[at + 1 : last]) == words[1:]:
                return Word(value, last, len(reading.prefix) - reading.restored)
    return None


def ends_with(tokens: Sequence[Token], end: int, kind: str) -> Word | None:
    """The phrase of the class that ends right before token `end`; `last` is then where it begins."""
    for start in (end - 2, end - 1):
        word = match(tokens, start, kind)
        if word and word.last == end:
            return Word(word.value, start, word.prefix)
    return None


def norm_at(tokens: Sequence[Token], at: int) -> str:
    """The folded token, or "" outside the text."""
    return tokens[at].norm if 0 <= at < len(tokens) else ""
