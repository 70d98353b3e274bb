"""Sentences and paragraphs as runs of tokens."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tawthiq.model import Span
from tawthiq.text.tokens import Token

_ENDS = {".", "!", "؟", "?", "؛", "…", "\n"}
_CLOSERS = {'"', "»", "”", ")", "]", "'", "’"}


@dataclass(frozen=True, slots=True)
class Sentence:
    """Tokens first..last (exclusive) of the text; `paragraph` counts lines from 0."""

    first: int
    last: int
    paragraph: int
    span: Span


def split_sentences(tokens: Sequence[Token]) -> tuple[Sentence, ...]:
    """Sentences end at . ! ؟ ؛ … and at line breaks; closing quotation marks stay with the sentence they close."""
    sentences: list[Sentence] = []
    first = paragraph = at = 0
    while at < len(tokens):
        token = tokens[at]
        at += 1
        if token.is_word or token.norm not in _ENDS or _inside_word(tokens, at - 1):
            continue
        while token.norm != "\n" and at < len(tokens) and tokens[at].norm in _CLOSERS | {"."}:
            at += 1
        sentences.extend(_sentence(tokens, first, at, paragraph))
        first = at
        paragraph += token.norm == "\n"
    sentences.extend(_sentence(tokens, first, len(tokens), paragraph))
    return tuple(sentences)


def _inside_word(tokens: Sequence[Token], at: int) -> bool:
    """A point inside an abbreviation or an address ("تي.اس", "twitter.com") ends nothing."""
    if tokens[at].norm != "." or not 0 < at < len(tokens) - 1:
        return False
    before, after = tokens[at - 1], tokens[at + 1]
    glued = before.end == tokens[at].start and tokens[at].end == after.start and before.is_word and after.is_word
    return glued and (len(before.norm) <= 2 or len(after.norm) <= 2 or before.norm.isascii())


def _sentence(tokens: Sequence[Token], first: int, last: int, paragraph: int) -> list[Sentence]:
    while first < last and tokens[first].norm == "\n":
        first += 1
    end = last
    while end > first and tokens[end - 1].norm == "\n":
        end -= 1
    if not any(token.is_word for token in tokens[first:end]):
        return []
    return [Sentence(first, end, paragraph, Span(tokens[first].start, tokens[end - 1].end))]
