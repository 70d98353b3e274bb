"""Words of statistics: what a number counts, and what tells a statistic from one incident's toll; from data/lexicon."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache, lru_cache

from tawthiq.model import Metric
from tawthiq.text.clitics import Stripped, readings
from tawthiq.text.fold import fold_phrase
from tawthiq.text.tables import table
from tawthiq.text.tokens import Token

_ARTICLE = "ال"
_CONJUNCTIONS = {"", "و", "ف"}


class Where(StrEnum):
    """Where a word of a metric stands to its number; see the head of tally_metrics.tsv."""

    COUNTED = "counted"
    CASE = "case"
    ADJACENT = "adjacent"
    VERB = "verb"
    AFTER = "after"
    OUTCOME = "outcome"
    BASE = "base"
    LOOSE = "loose"
    GUESS = "guess"


class Cue(StrEnum):
    """What a word tells of the sentence; see the head of tally_cues.tsv."""

    DOCUMENTS = "documents"
    REPORT = "report"
    BACKREF = "backref"
    OVER = "over"
    SINCE = "since"
    UNTIL_NOW = "until_now"
    SAME_PERIOD = "same_period"
    EVENT = "event"
    TOTAL = "total"
    NUMBER_OF = "number_of"
    TOLL = "toll"
    LINK = "link"
    ONE_OF = "one_of"
    ACCORDING = "according"
    COMPARED = "compared"
    THESE = "these"
    HOURS = "hours"
    DAYS = "days"
    SPREAD = "spread"
    CHANGE = "change"
    LENGTH = "length"
    HARVEST = "harvest"
    YEAR = "year"
    BARE_HEAD = "bare_head"
    BODY_HEAD = "body_head"
    NO_BODY = "no_body"
    SECTION = "section"
    EXCEEDS = "exceeds"
    NEARS = "nears"
    BELOW = "below"
    ATTACKS = "attacks"
    APART = "apart"
    CAUSE_ONE = "cause_one"
    TOLD = "told"
    NATURAL = "natural"
    EACH_OF_TWO = "each_of_two"
    ONLY = "only"
    PART = "part"
    ENDED = "ended"
    CLAUSE = "clause"
    SPOT = "spot"
    CASE = "case"
    PLAIN = "plain"
    STOP = "stop"
    CATEGORY_STOP = "category_stop"
    BY = "by"
    REPORTED = "reported"
    ALONE = "alone"
    SERIES = "series"
    THING = "thing"
    YEAR_START = "year_start"
    MONTH_START = "month_start"
    OFFICE = "office"
    OF_THEM = "of_them"
    SAW = "saw"
    VIOLENT = "violent"


@dataclass(frozen=True, slots=True)
class Hit:
    """A phrase found: it ends before token `last`; `metric` is None for a cue."""

    first: int
    last: int
    metric: Metric | None = None


_Phrases = Mapping[str, Sequence[tuple[tuple[str, ...], Metric | None]]]
_VERBS = {Where.VERB, Where.AFTER, Where.LOOSE, Where.GUESS}
_OBJECTS = ("هم", "هن", "هما", "ها")
_ACCUSATIVE = "ا"
_SHORTEST = 3
_DEFINITE = {Cue.PLAIN, Cue.CASE, Cue.THING, Cue.HOURS, Cue.DAYS}


def _index(rows: Iterable[tuple[str, Metric | None]], *, nouns: bool = False) -> _Phrases:
    """Phrases by their first word, the longest first; a noun also without its accusative ending (هجوما: هجوم)."""
    out: dict[str, list[tuple[tuple[str, ...], Metric | None]]] = {}
    for forms, metric in rows:
        for words in (tuple(fold_phrase(form).split()) for form in forms.split("|")):
            out.setdefault(words[0], []).append((words, metric))
            bare = words[0].removesuffix(_ACCUSATIVE)
            if nouns and len(words) == 1 and bare != words[0] and len(bare) >= _SHORTEST:
                out.setdefault(bare, []).append(((bare,), metric))
    return {first: sorted(held, key=lambda item: -len(item[0])) for first, held in out.items()}


@cache
def _metrics(where: Where) -> _Phrases:
    rows = [row for row in table("lexicon/tally_metrics.tsv") if row["where"] == where]
    return _index(((row["forms"], Metric(row["metric"])) for row in rows), nouns=where is Where.COUNTED)


@cache
def _cues(cue: Cue) -> _Phrases:
    return _index((row["forms"], None) for row in table("lexicon/tally_cues.tsv") if row["role"] == cue)


def metric_at(tokens: Sequence[Token], at: int, where: Where, *, bare: bool = False) -> Hit | None:
    """The word of a metric that begins at the token; a noun also with ال and, unless `bare`, behind a preposition."""
    verb = where in _VERBS
    strict = bare or (verb and where is not Where.LOOSE)
    hit = _match(_metrics(where), tokens, at, verb=verb, definite=not verb, strict=strict)
    if hit or where is not Where.COUNTED or not 0 <= at < len(tokens) or not tokens[at].norm.endswith(_ACCUSATIVE):
        return hit
    bare_token = replace(tokens[at], norm=tokens[at].norm.removesuffix(_ACCUSATIVE))
    return _match(_metrics(where), [*tokens[:at], bare_token], at, verb=False, definite=True, strict=strict)


@cache
def _cues_by_word() -> Mapping[str, frozenset[Cue]]:
    """First word to the cues whose phrases it can begin."""
    found: dict[str, set[Cue]] = {}
    for cue in Cue:
        for word in _cues(cue):
            found.setdefault(word, set()).add(cue)
    return {word: frozenset(cues) for word, cues in found.items()}


@lru_cache(maxsize=65536)
def _cues_begun_by(norm: str) -> frozenset[Cue]:
    """The cues that a folded token can begin; most words begin none, and are asked for many."""
    known = _cues_by_word()
    stems = [reading.stem for reading in readings(norm)]
    with_article = (cue for stem in stems if stem.startswith(_ARTICLE) for cue in known.get(stem[2:], ()))
    plain = (cue for stem in stems for cue in known.get(stem, ()))
    return frozenset((*plain, *(cue for cue in with_article if cue in _DEFINITE)))


def cue_at(tokens: Sequence[Token], at: int, cue: Cue) -> Hit | None:
    """The cue that begins at the token; only nouns of what is counted also stand with ال."""
    if not 0 <= at < len(tokens) or cue not in _cues_begun_by(tokens[at].norm):
        return None
    return _match(_cues(cue), tokens, at, verb=False, definite=cue in _DEFINITE)


def find_cue(tokens: Sequence[Token], first: int, last: int, cue: Cue) -> Hit | None:
    """The first phrase of that role that begins in tokens first..last (exclusive)."""
    return next((hit for at in range(first, last) if (hit := cue_at(tokens, at, cue))), None)


def _match(
    phrases: _Phrases, tokens: Sequence[Token], at: int, *, verb: bool, definite: bool, strict: bool = False
) -> Hit | None:
    if not 0 <= at < len(tokens) or not tokens[at].is_word:
        return None
    for reading in readings(tokens[at].norm):
        if strict and reading.prefix not in _CONJUNCTIONS:
            continue
        for words, metric in _of(phrases, reading, definite, verb):
            last = at + len(words)
            if tuple(token.norm for token in tokens[at + 1 : last]) == words[1:]:
                return Hit(at, last, metric)
    return None


def _of(
    phrases: _Phrases, reading: Stripped, definite: bool, verb: bool
) -> Iterable[tuple[tuple[str, ...], Metric | None]]:
    """Phrases of the word itself, then of the word without its article or its object (أعدمهم)."""
    yield from phrases.get(reading.stem, ())
    if definite and reading.stem.startswith(_ARTICLE):
        yield from phrases.get(reading.stem[2:], ())
    if verb:
        bare = (reading.stem.removesuffix(suffix) for suffix in _OBJECTS if reading.stem.endswith(suffix))
        for stem in (stem for stem in bare if len(stem) >= _SHORTEST):
            yield from (held for held in phrases.get(stem, ()) if len(held[0]) == 1)
