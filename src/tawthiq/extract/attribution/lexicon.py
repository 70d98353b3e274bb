"""Words of saying, of speakers and of where their description ends; from data/lexicon."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache

from tawthiq.model import Stance
from tawthiq.text.clitics import readings
from tawthiq.text.fold import fold_phrase, fold_word
from tawthiq.text.tables import folded, table
from tawthiq.text.tokens import Token


class Role(StrEnum):
    """How a word of saying finds its speaker."""

    VERB = "verb"
    PARTICIPLE = "participle"
    ACCORDING = "according"
    ABOUT = "about"


class Needs(StrEnum):
    """What must stand beside a form that is another word too."""

    NOTHING = ""
    THAT = "that"
    WORDS = "words"
    BODY = "body"
    CHARGE = "charge"
    OBJECT = "object"


@dataclass(frozen=True, slots=True)
class Saying:
    """`width`: its words, where it has several."""

    role: Role
    stance: Stance
    needs: Needs = Needs.NOTHING
    width: int = 1

    @property
    def needs_that(self) -> bool:
        return self.needs in {Needs.THAT, Needs.WORDS, Needs.CHARGE}


_CONJUNCTIONS = {"", "و", "ف"}
_PRONOUNS = ("ها", "ه")
_OWNERS = ("هما", "هم", "هن", "ها", "ه")


def used_as(norm: str, use: str) -> bool:
    """Whether a folded word has this use in lexicon/attribution_words.tsv."""
    return norm in folded("lexicon/attribution_words.tsv", use)


@cache
def _sayings() -> Mapping[str, Saying]:
    """All forms, folded; the first row of a form holds."""
    known: dict[str, Saying] = {}
    for row in table("lexicon/saying.tsv"):
        for form in map(fold_phrase, row["forms"].split("|")):
            told = Saying(Role(row["role"]), Stance(row["stance"]), Needs(row["needs"]), len(form.split()))
            known.setdefault(form, told)
    return known


@cache
def _phrases() -> Mapping[str, tuple[str, ...]]:
    """The forms of several words by their first."""
    found: dict[str, tuple[str, ...]] = {}
    for form in _sayings():
        if " " in form:
            found[form.split()[0]] = (*found.get(form.split()[0], ()), form)
    return found


def saying(token: Token) -> Saying | None:
    """The word of saying that a token is, a conjunction before it aside."""
    return _saying_of(token.norm)


@lru_cache(maxsize=65536)
def _saying_of(norm: str) -> Saying | None:
    known = _sayings()
    stems = (r.stem for r in readings(norm) if r.prefix in _CONJUNCTIONS)
    found = next((known[stem] for stem in stems if stem in known), None)
    return None if found and found.needs is Needs.OBJECT else found


def saying_at(tokens: Sequence[Token], at: int) -> Saying | None:
    """The words of saying that begin at a token: one word, or a phrase such as على لسان."""
    for reading in readings(tokens[at].norm):
        for form in _phrases().get(reading.stem, ()) if reading.prefix in _CONJUNCTIONS else ():
            rest = form.split()[1:]
            if [token.norm for token in tokens[at + 1 : at + 1 + len(rest)]] == rest:
                return _sayings()[form]
    return saying(tokens[at])


def said_it(token: Token) -> bool:
    """A verb of saying that may have an object after it: "ما قاله", "ما رواه", "حصيلة أوردها"."""
    bare = (token.norm[: -len(end)] for end in _PRONOUNS if token.norm.endswith(end))
    stems = [token.norm, *(form for stem in bare for form in (stem, stem.removesuffix("ا") + "ي"))]
    return any((known := _sayings().get(stem)) is not None and known.role is Role.VERB for stem in stems)


class Kind(StrEnum):
    """What a noun that describes a speaker stands for (lexicon/speakers.tsv)."""

    PERSON = "person"
    BODY = "body"
    PART = "part"
    PAPER = "paper"
    KIN = "kin"
    OWN = "own"


@cache
def _speaker_nouns() -> Mapping[str, frozenset[Kind]]:
    found: dict[str, set[Kind]] = {}
    for row in table("lexicon/speakers.tsv"):
        for noun in row["nouns"].split("|"):
            found.setdefault(fold_word(noun), set()).add(Kind(row["kind"]))
    return {noun: frozenset(kinds) for noun, kinds in found.items()}


def bare(norm: str) -> str:
    """A folded noun without its article."""
    return norm[2:] if norm.startswith("ال") and len(norm) > 4 else norm


def speaker_noun(token: Token, prefixes: frozenset[str] = frozenset({""})) -> str | None:
    """The stem of a noun that describes a speaker, article aside, when only these particles stand before it."""
    stems = [r.stem for r in readings(token.norm) if r.prefix in prefixes]
    return next((noun for stem in stems if (noun := _noun(stem))), None)


@lru_cache(maxsize=65536)
def _noun(stem: str) -> str | None:
    """The noun itself, or the one of kin that has a pronoun at its end."""
    nouns = _speaker_nouns()
    for form in (bare(stem), stem.removesuffix("ا")):
        if form in nouns and Kind.OWN not in nouns[form]:
            return form
    for end in _OWNERS if bare(stem) == stem else ():
        kin = stem.removesuffix(end)
        forms = (kin, kin.removesuffix("ت") + "ه", kin[:-1] + "ء") if kin != stem else ()
        for form in forms:
            if not {Kind.KIN, Kind.OWN}.isdisjoint(nouns.get(form, ())):
                return form
    return None


def is_a(noun: str, *kinds: Kind) -> bool:
    """Whether a noun of a speaker is of one of the kinds."""
    return not _speaker_nouns().get(noun, frozenset()).isdisjoint(kinds)


@cache
def _stops() -> Mapping[str, str]:
    return {fold_word(row["word"]): row["kind"] for row in table("lexicon/speaker_stops.tsv")}


def stop(token: Token) -> str | None:
    """that, medium, to, event or call, where the token ends the description of a speaker."""
    return _stops().get(token.norm)
