"""Sentences of a report put together into passages that the encoder sees at once: one helps to read the next."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tawthiq.extract.entities.engines.odds import Words
from tawthiq.extract.entities.engines.pieces import BEGIN, END, Pieces

LONGEST = 160
"""Pieces of a sentence that are read at once; the rest of a longer one is read as another."""
TOGETHER = 128
"""Pieces of a passage of several sentences."""


@dataclass(frozen=True, slots=True)
class Part:
    """Words of one sentence, all or a stretch of them, with the numbers of each word's pieces."""

    norms: Sequence[str]
    cuts: Sequence[tuple[int, ...]]

    @property
    def width(self) -> int:
        return 1 + sum(map(len, self.cuts))


@dataclass(frozen=True, slots=True)
class Passage:
    """Numbers of all pieces: BEGIN, then the sentences, each closed by END; where each word's pieces begin."""

    parts: Sequence[Part]
    numbers: Sequence[int]
    firsts: Sequence[int]


def passages(sentences: Sequence[Words], pieces: Pieces) -> Iterator[Passage]:
    """All words of the sentences in order, as many sentences together as TOGETHER pieces hold."""
    held: list[Part] = []
    size = 1
    for sentence in sentences:
        for part in _parts(sentence, pieces):
            if held and size + part.width > TOGETHER:
                yield _passage(held, pieces)
                held, size = [], 1
            held.append(part)
            size += part.width
    if held:
        yield _passage(held, pieces)


def _parts(sentence: Words, pieces: Pieces) -> Iterator[Part]:
    start, size = 0, 2
    cuts = [pieces.encode(word)[: LONGEST - 2] for word in sentence.texts]
    for at, cut in enumerate(cuts):
        if size + len(cut) > LONGEST:
            yield Part(sentence.norms[start:at], cuts[start:at])
            start, size = at, 2
        size += len(cut)
    if cuts:
        yield Part(sentence.norms[start:], cuts[start:])


def _passage(parts: Sequence[Part], pieces: Pieces) -> Passage:
    numbers, firsts = [pieces.numbers[BEGIN]], []
    for part in parts:
        for cut in part.cuts:
            firsts.append(len(numbers))
            numbers += cut
        numbers.append(pieces.numbers[END])
    return Passage(tuple(parts), numbers, firsts)
