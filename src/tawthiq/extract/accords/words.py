"""Words for agreements, and what the words around them say of their status; from data/lexicon/accord_words.tsv."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache, lru_cache

from tawthiq.extract.page import Page
from tawthiq.model import AgreementStatus, Span
from tawthiq.text.clitics import readings
from tawthiq.text.fold import fold_word
from tawthiq.text.sentences import Sentence
from tawthiq.text.tables import table
from tawthiq.text.tokens import Token

_AIM_REACH = 9


@cache
def _uses() -> Mapping[str, str]:
    return {fold_word(row["word"]): row["use"] for row in table("lexicon/accord_words.tsv")}


def stems(norm: str) -> Iterator[str]:
    """A folded word with particles and article taken off in every way, the whole word first."""
    for reading in readings(norm):
        yield reading.stem
        if reading.stem.startswith("ال"):
            yield reading.stem[2:]


def use(token: Token) -> str | None:
    """The use of a token in talk of agreements."""
    return _use_of(token.norm)


@lru_cache(maxsize=65536)
def _use_of(norm: str) -> str | None:
    known = _uses()
    return next((known[stem] for stem in stems(norm) if stem in known), None)


def is_agreeing(token: Token) -> bool:
    """A finite verb of coming to an agreement, after which its parties stand."""
    return any(r.stem in _verbs() for r in readings(token.norm) if r.prefix in {"", "و", "ف"})


@cache
def _verbs() -> frozenset[str]:
    return frozenset(fold_word(row["word"]) for row in table("lexicon/accord_words.tsv") if row["part"] == "verb")


def accord_at(page: Page, at: int) -> str | None:
    """The folded noun for an agreement at a token; a doubtful noun needs a qualifier in the next three words."""
    token = page.tokens[at]
    kind = use(token)
    if kind == "accord" or (kind == "accord_if" and _is_qualified(page, at)):
        return next(stem for stem in stems(token.norm) if _uses().get(stem) in {"accord", "accord_if"})
    return None


def _is_qualified(page: Page, at: int) -> bool:
    return any(use(near) == "qualifier" for near in page.tokens[at + 1 : at + 4])


def hung(token: Token) -> int:
    """How many letters of particles hang before the noun for an agreement (لاتفاقية: 1)."""
    known = (r for r in readings(token.norm) if not r.restored and _uses().get(r.stem.removeprefix("ال")) is not None)
    return next((len(r.prefix) for r in known), 0)


def near_accord(page: Page, span: Span) -> bool:
    """Whether the sentence of the span, or the one before it, speaks of an agreement or its terms."""
    order = [i for i, s in enumerate(page.sentences) if s.span.overlaps(span)]
    first = max(0, order[0] - 1) if order else 0
    near = page.sentences[first : order[-1] + 1] if order else ()
    return any(use(t) in {"accord", "mention"} for s in near for t in page.tokens[s.first : s.last])


_ENDED = (AgreementStatus.FAILED, AgreementStatus.BROKEN, AgreementStatus.LAPSED)


def _ends(page: Page, at: int, sentence: Sentence) -> Iterator[tuple[int, AgreementStatus]]:
    """Words after the noun that say that the agreement came to nothing."""
    for i in range(at + 1, sentence.last):
        if (kind := use(page.tokens[i])) in _ENDED:
            yield i, AgreementStatus(kind)


def status_near(page: Page, at: int, sentence: Sentence) -> AgreementStatus | None:
    """The status that the nearest word of the sentence gives; a word before the noun counts before one after it.

    Ahead of the noun an aim outweighs the rest: "بهدف التوصل لاتفاق" has not come to one.
    """
    cues = [
        (abs(i - at) + (4 if i > at else 0), kind)
        for i in range(sentence.first, sentence.last)
        if (kind := use(page.tokens[i])) in set(AgreementStatus)
    ]
    ended = [kind for i, kind in _ends(page, at, sentence) if i - at <= _AIM_REACH]
    if ended:
        return ended[0]
    ahead = range(max(sentence.first, at - _AIM_REACH), at)
    if any(use(page.tokens[i]) == AgreementStatus.PROPOSED for i in ahead):
        return AgreementStatus.PROPOSED
    return AgreementStatus(min(cues)[1]) if cues else None
