"""Words, numbers and signs of a text, each with its place and its folded form."""

from __future__ import annotations

import re
from dataclasses import dataclass

from tawthiq.model import Span
from tawthiq.text.fold import WORD, fold_word

_TOKEN = re.compile(rf"(?P<word>{WORD.pattern})|(?P<sign>[^\w\s])|(?P<line>\n)|_")


@dataclass(frozen=True, slots=True)
class Token:
    """`text` is verbatim text[start:end]; `norm` is folded. A sign is one punctuation mark, a line break is "\\n"."""

    start: int
    end: int
    text: str
    norm: str
    is_word: bool

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)

    @property
    def is_number(self) -> bool:
        return self.is_word and self.norm[:1].isdigit()


def tokenize(text: str) -> tuple[Token, ...]:
    """All tokens in order; a word never holds punctuation, a number keeps its inner separators ("1,983", "11.5")."""
    tokens = []
    for match in _TOKEN.finditer(text):
        if match["word"]:
            tokens.append(Token(match.start(), match.end(), match[0], fold_word(match[0]), True))
        elif match["sign"] or match["line"]:
            tokens.append(Token(match.start(), match.end(), match[0], match[0], False))
    return tuple(tokens)
