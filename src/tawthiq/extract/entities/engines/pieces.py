"""Words cut into the pieces that the encoder knows: the cut of the highest score, by a unigram model."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from tawthiq.text.fold import INVISIBLE, MARKS, TATWEEL

START = "▁"
"""Opens the first piece of a word."""

UNKNOWN, BEGIN, END = "<unk>", "<s>", "</s>"
_PENALTY = 10.0
_REMEMBERED = 65536
_DROPPED = re.compile(f"[{MARKS}{INVISIBLE}{TATWEEL}]")
_LETTERS = str.maketrans(
    {**{chr(0x0660 + i): str(i) for i in range(10)}, **{chr(0x06F0 + i): str(i) for i in range(10)}, "ی": "ي", "ک": "ك"}
)


def plain(word: str) -> str:
    """The word without marks, tatweel and invisible signs, with ASCII digits; its letters stay as they are spelled."""
    return _DROPPED.sub("", unicodedata.normalize("NFKC", word)).translate(_LETTERS)


@dataclass(frozen=True)
class Pieces:
    """A vocabulary; a piece's number is its place in it. `scores`: log probabilities."""

    names: Sequence[str]
    scores: Sequence[float]

    @cached_property
    def numbers(self) -> Mapping[str, int]:
        return {name: at for at, name in enumerate(self.names)}

    @cached_property
    def _longest(self) -> int:
        return max(map(len, self.names))

    @cached_property
    def _worst(self) -> float:
        return min(self.scores) - _PENALTY

    def cut(self, word: str) -> tuple[str, ...]:
        """Pieces that make START and the plain word; a letter that no piece holds stands alone."""
        text = START + plain(word)
        best = [0.0] + [float("-inf")] * len(text)
        source = [0] * (len(text) + 1)
        for end in range(1, len(text) + 1):
            for start in range(max(0, end - self._longest), end):
                at = self.numbers.get(text[start:end])
                if at is None and start != end - 1:
                    continue
                score = best[start] + (self._worst if at is None else self.scores[at])
                if score > best[end]:
                    best[end], source[end] = score, start
        return tuple(_traced(text, source))

    @cached_property
    def _encoded(self) -> dict[str, tuple[int, ...]]:
        return {}

    def encode(self, word: str) -> tuple[int, ...]:
        """Numbers of the word's pieces, at least one; each word is cut once."""
        if word not in self._encoded:
            if len(self._encoded) >= _REMEMBERED:
                self._encoded.clear()
            unknown = self.numbers[UNKNOWN]
            self._encoded[word] = tuple(self.numbers.get(piece, unknown) for piece in self.cut(word))
        return self._encoded[word]


def _traced(text: str, source: Sequence[int]) -> list[str]:
    pieces, end = [], len(text)
    while end:
        pieces.append(text[source[end] : end])
        end = source[end]
    return pieces[::-1]
