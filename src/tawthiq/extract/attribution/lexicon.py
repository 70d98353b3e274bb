"""Words of saying, of speakers and of where their description ends; from data/lexicon."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from tawthiq.model import Stance
from tawthiq.text.clitics import readings
from tawthiq.text.fold import fold_word
from tawthiq.text.tables import folded, table
from tawthiq.text.tokens import Token


class Role(StrEnum):
    """How a word of saying finds its speaker."""

    VERB = "verb"
    PARTICIPLE = "participle"
    ACCORDING = "according"
    ABOUT = "about"


@dataclass(frozen=True, slots=True)
class Saying:
    role: Role
    stance: Stance
    needs_that: bool = False


_CONJUNCTIONS = {"", "و", "ف"}
_PRONOUNS = ("ها", "ه")


def used_as(norm: str, use: str) -> bool:
    """Whether a folded word has this use in lexicon/attribution_words.tsv."""
    return norm in folded("lexicon/attribution_words.tsv", use)


@cache
def _sayings() -> Mapping[str, Saying]:
    return {
        fold_word(form): Saying(Role(row["role"]), Stance(row["stance"]), bool(row["needs_that"]))
        for row in table("lexicon/saying.tsv")
        for form in row["forms"].split("|")
    }


def saying(token: Token) -> Saying | None:
    """The word of saying that a token is, a conjunction before it aside."""
    known = _sayings()
    stems = (r.stem for r in readings(token.norm) if r.prefix in _CONJUNCTIONS)
    return next((known[stem] for stem in stems if stem in known), None)


def said_it(token: Token) -> bool:
    """A verb of saying that may have an object after it: "ما قاله", "حصيلة أوردها"."""
    stems = [token.norm, *(token.norm[: -len(end)] for end in _PRONOUNS if token.norm.endswith(end))]
    return any((known := _sayings().get(stem)) is not None and known.role is Role.VERB for stem in stems)


@cache
def _speaker_nouns() -> Mapping[str, str]:
    rows = table("lexicon/speakers.tsv")
    return {fold_word(noun): row["kind"] for row in rows for noun in row["nouns"].split("|")}


def bare(norm: str) -> str:
    """A folded noun without its article."""
    return norm[2:] if norm.startswith("ال") and len(norm) > 4 else norm


def speaker_noun(token: Token, prefixes: frozenset[str] = frozenset({""})) -> str | None:
    """The stem of a noun that describes a speaker, article aside, when only these particles stand before it."""
    nouns = _speaker_nouns()
    stems = (bare(r.stem) for r in readings(token.norm) if r.prefix in prefixes)
    return next((stem for stem in stems if stem in nouns), None)


def is_body(noun: str) -> bool:
    return _speaker_nouns().get(noun) == "body"


@cache
def _stops() -> Mapping[str, str]:
    return {fold_word(row["word"]): row["kind"] for row in table("lexicon/speaker_stops.tsv")}


def stop(token: Token) -> str | None:
    """that, medium, to, event or call, where the token ends the description of a speaker."""
    return _stops().get(token.norm)
