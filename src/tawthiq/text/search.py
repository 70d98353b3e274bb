"""Terms for full-text search: a word, what is left without its particles, and names written in one word or two.

Both the index and the query are made here, so that every database finds the same: the database only compares terms.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

from tawthiq.model import Span
from tawthiq.text.clitics import strip_candidates
from tawthiq.text.tokens import Token, tokenize

_SERVANT = "عبد"
_FATHER = "ابو"
_FATHERS = frozenset({"ابو", "ابا", "ابي"})
_NAME_ENDS = frozenset({"الله", "الدين"})
_ARTICLE = "ال"
_MIN_KUNYA = 6
_MIN_QUERY_STEM = 3
_MAX_TERM = 64
_THOUSANDS = re.compile(r"[,٬](?=\d{3}(?!\d))")
_PARTS = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Wanted:
    """One word of a query, or a name of several: any of `variants` will do; those in `near` keep its own letters."""

    variants: tuple[str, ...]
    near: tuple[str, ...]


def index_terms(text: str) -> tuple[str, ...]:
    """Every term under which the text is to be found, each once, in order of appearance."""
    terms: dict[str, None] = {}
    for run in _runs(text):
        for at, token in enumerate(run):
            for term in _word_terms(token.norm):
                terms[term] = None
            name = _name_at(run, at)
            if name:
                terms.update(dict.fromkeys(_terms_of_name(run, at, name)))
    return tuple(terms)


def search_terms(text: str) -> str:
    """The terms of `index_terms` with blanks between them: the normalised column of the full-text index."""
    return " ".join(index_terms(text))


def parse_query(words: str) -> tuple[Wanted, ...]:
    """What a text must hold, all of it, to be found by these words; empty where the query has no word."""
    return tuple(wanted for run in _runs(words) for wanted in _wanted(run))


def first_match(text: str, query: Sequence[Wanted]) -> Span | None:
    """The first place in the text that answers any part of the query, with its own letters if there is one."""
    for terms in ({t for w in query for t in w.near}, {t for w in query for t in w.variants}):
        for run in _runs(text):
            for at in range(len(run)):
                if terms.intersection(_word_terms(run[at].norm)):
                    return run[at].span
                name = _name_at(run, at)
                if name and terms.intersection(name.terms):
                    return Span(run[at].start, run[at + name.width - 1].end)
    return None


@dataclass(frozen=True, slots=True)
class _Name:
    terms: tuple[str, ...]
    width: int


def _runs(text: str) -> Iterator[Sequence[Token]]:
    """Words that follow each other with no sign between them."""
    for is_word, tokens in groupby(tokenize(text), key=lambda token: token.is_word):
        if is_word:
            yield list(tokens)


def _terms_of_name(run: Sequence[Token], at: int, name: _Name) -> Iterator[str]:
    """The whole name in one word; of أبو عبد الله also أبوعبد, which a query for its first words makes."""
    yield from name.terms
    if name.width > 2:
        yield from _joined(run[at].norm, (run[at + 1].norm,))


def _wanted(run: Sequence[Token]) -> Iterator[Wanted]:
    at = 0
    while at < len(run):
        name = _name_at(run, at)
        if name:
            yield Wanted(name.terms, name.terms)
            at += name.width
        elif not run[at].norm.isalpha():
            yield from (Wanted((part,), (part,)) for part in _word_terms(run[at].norm))
            at += 1
        else:
            yield _wanted_word(run[at].norm)
            at += 1


def _wanted_word(norm: str) -> Wanted:
    terms = _word_terms(norm)
    return Wanted(
        variants=tuple(t for t in terms if t == terms[0] or len(t) >= _MIN_QUERY_STEM),
        near=tuple(t for t in terms if t == terms[0] or t.startswith(_ARTICLE) or _ARTICLE + t in terms),
    )


@lru_cache(maxsize=65536)
def _word_terms(norm: str) -> tuple[str, ...]:
    """The word itself first; a number without its separators; the parts where folding opened a ligature of words."""
    if not norm.isalnum():
        return tuple(_PARTS.findall(_THOUSANDS.sub("", norm)))
    stems = strip_candidates(norm[:_MAX_TERM])
    kunyas = [_FATHER + s[3:] for s in stems if s[:3] in _FATHERS and len(s) >= _MIN_KUNYA]
    return tuple(dict.fromkeys([*stems, *kunyas]))


def _name_at(run: Sequence[Token], at: int) -> _Name | None:
    """A name of several words that is also written as one: عبد الله, أبو زيد, أبو عبد الله, نور الدين."""
    if at + 1 >= len(run):
        return None
    head, follower = run[at].norm, run[at + 1].norm
    opens = _opens(head)
    if not (opens or follower in _NAME_ENDS) or not (head.isalpha() and follower.isalpha()):
        return None
    rest = (_name_at(run, at + 1) if opens == _FATHER else None) or _Name((follower,), 1)
    return _Name(_joined(head, rest.terms), rest.width + 1)


@lru_cache(maxsize=65536)
def _opens(norm: str) -> str:
    """Which word that opens a name this one is, under its particles; empty where none."""
    stems = strip_candidates(norm)
    return _FATHER if not _FATHERS.isdisjoint(stems) else _SERVANT if _SERVANT in stems else ""


def _joined(head: str, rests: Sequence[str]) -> tuple[str, ...]:
    """The head's stems written onto what follows, the nominative of أب for all its cases."""
    stems = dict.fromkeys(_FATHER if s in _FATHERS else s for s in strip_candidates(head))
    return tuple((stem + rest)[:_MAX_TERM] for stem in stems for rest in rests)
