"""Nouns for those whom a statistic counts: victims, trades and ranks, peoples; from data/lexicon."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from tawthiq.text.clitics import readings
from tawthiq.text.fold import fold_word
from tawthiq.text.tables import table
from tawthiq.text.tokens import Token

_ARTICLE = "ال"
_ENDINGS = ("ات", "ون", "ين", "ان", "ه", "ا")
_SHORTEST = 3
_OF = "من"
_HONORIFIC = "honorific"


def is_person(token: Token) -> bool:
    """Whether the word is a noun for people, in any number and case."""
    if token.norm.startswith(_OF):
        return False
    return any(_stem(reading.stem.removeprefix(_ARTICLE)) in _people() for reading in readings(token.norm))


def is_one_person(token: Token) -> bool:
    """Whether the word is an indefinite singular noun for somebody harmed (سيدة, طفل), و before it or not."""
    return token.norm in _singulars() or (token.norm.startswith("و") and token.norm[1:] in _singulars())


def _stem(word: str) -> str:
    """Without the endings of number and case, which all share one stem (مواطن, مواطنات, مواطنا)."""
    bare = (word.removesuffix(ending) for ending in _ENDINGS if word.endswith(ending))
    return next((stem for stem in bare if len(stem) >= _SHORTEST), word)


@cache
def _people() -> frozenset[str]:
    return frozenset(_stem(fold_word(form)) for form in _forms() if " " not in form)


@cache
def _singulars() -> frozenset[str]:
    cells = (row["singular"] for row in table("lexicon/victim_nouns.tsv") if row["group"])
    return frozenset(fold_word(form) for cell in cells for form in cell.split("|") if form and " " not in form)


def _forms() -> Iterator[str]:
    for row in table("lexicon/victim_nouns.tsv"):
        yield from (form for column in ("singular", "dual", "plural") for form in row[column].split("|") if form)
    yield from (row["title"] for row in table("lexicon/titles.tsv") if row["kind"] != _HONORIFIC)
    for row in table("lexicon/nationalities.tsv"):
        cells = (row["adjective_m"], row["adjective_f"], row["plural"])
        yield from (form.removeprefix(_ARTICLE) for cell in cells for form in cell.split("|") if form)
