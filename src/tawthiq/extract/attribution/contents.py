"""What is said: where it begins and ends, and whether it is that something is not so."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import pairwise, takewhile

from tawthiq.extract.attribution.lexicon import stop, used_as
from tawthiq.model import Span
from tawthiq.text.tables import folded
from tawthiq.text.tokens import Token

OPENERS = {"«": "»", '"': '"', "“": "”"}
_LONGEST_QUOTE = 900
_NEAR_QUOTE, FAR_QUOTE = 3, 10
_VOID = (1, 2, 3)


def content_of(tokens: Sequence[Token], start: int, limit: int) -> Span | None:
    """What is said: to the end of its quotation marks, or to the next word of saying, or to the sentence's end."""
    while start < limit and not tokens[start].is_word and tokens[start].norm not in OPENERS:
        start += 1
    opener = _opener(tokens, start, limit)
    if opener is not None and (end := _closing(tokens, opener)):
        begin = start if opener < start + _NEAR_QUOTE else opener
        return Span(tokens[begin].start, max(end, _words_end(tokens, start, limit)))
    end = _words_end(tokens, start, limit)
    return Span(tokens[start].start, end) if start < limit and end > tokens[start].start else None


def _opener(tokens: Sequence[Token], start: int, limit: int) -> int | None:
    """The quotation mark that opens what is said: at once, or after a colon ("قال لموقع محلي: «…")."""
    marks = (i for i in range(start, min(start + FAR_QUOTE, limit)) if tokens[i].norm in OPENERS)
    return next((i for i in marks if i < start + _NEAR_QUOTE or tokens[i - 1].norm == ":"), None)


def _words_end(tokens: Sequence[Token], start: int, limit: int) -> int:
    last = limit
    while last > start and not tokens[last - 1].is_word and tokens[last - 1].norm not in set(OPENERS.values()):
        last -= 1
    return tokens[last - 1].end if last > start else tokens[min(start, len(tokens) - 1)].start


def _closing(tokens: Sequence[Token], opener: int) -> int | None:
    """Where the quotation that opens here closes; it may run over several sentences of its paragraph."""
    close, begin = OPENERS[tokens[opener].norm], tokens[opener].start
    for token in tokens[opener + 1 :]:
        if token.norm == "\n" or token.start - begin > _LONGEST_QUOTE:
            return None
        if token.norm == close:
            return token.end
    return None


def begins_soon(behind: Sequence[Token]) -> bool:
    """Words begin here: a quotation, or أن behind the place where they were said ("كتب فلان على حسابه أن …")."""
    if any(token.norm == ":" or token.norm in OPENERS for token in behind[:1]):
        return True
    words = list(takewhile(lambda token: token.is_word, behind[:FAR_QUOTE]))
    return any(stop(b) == "that" and not used_as(a.norm, "before_that") for a, b in pairwise(words))


def is_void(words: Sequence[Token]) -> bool:
    """ "إن لا صحة لما يتداول", "أن ما نُشر لا أساس له": said is that it is not so."""
    norms = [token.norm for token in words if token.is_word]
    begun = (at for at, norm in enumerate(norms) if norm in _void_heads())
    return any(used_as(" ".join(norms[at : at + width]), "void") for at in begun for width in _VOID)


@cache
def _void_heads() -> frozenset[str]:
    return frozenset(phrase.split()[0] for phrase in folded("lexicon/attribution_words.tsv", "void"))
