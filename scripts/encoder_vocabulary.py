"""The part of a large vocabulary of pieces that Arabic reports need."""

from __future__ import annotations

import lzma
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from tawthiq.extract.entities.engines.pieces import BEGIN, END, START, UNKNOWN, Pieces
from tawthiq.text.tokens import tokenize

SPECIAL = (UNKNOWN, BEGIN, END)
RARE = 3
_LETTERS = [*map(chr, range(0x0621, 0x063B)), *map(chr, range(0x0641, 0x064B)), *"پچژگڤ٪،؛؟ـ"]
_LATIN = [chr(at) for at in range(0x21, 0x7F)]
_SIGNS = list("«»“”‘’…–—•©°")


def count_words(text: Path, domain: Iterable[Sequence[str]], weight: int) -> Counter[str]:
    """Words of a text file (.xz), each of the domain's sentences counting `weight` times."""
    counts: Counter[str] = Counter()
    with lzma.open(text, "rt", encoding="utf-8") as lines:
        for line in lines:
            counts.update(token.text for token in tokenize(line))
    counts = Counter({word: count for word, count in counts.items() if count >= RARE})
    for words in domain:
        for word in words:
            counts[word] += weight
    return counts


def cropped(whole: Pieces, counts: Mapping[str, int], size: int) -> Pieces:
    """The special pieces, single signs, and the most used of the rest, in the order of the whole vocabulary."""
    uses: Counter[str] = Counter()
    for word, count in counts.items():
        for piece in whole.cut(word):
            uses[piece] += count
    needed = [piece for piece in _single() if piece in whole.numbers]
    common = [piece for piece, _ in uses.most_common() if piece in whole.numbers and piece not in needed]
    kept = {*needed, *common[: size - len(SPECIAL) - len(needed)]} - {*SPECIAL}
    names = [*SPECIAL, *sorted(kept, key=whole.numbers.__getitem__)]
    return Pieces(names, [whole.scores[whole.numbers[name]] for name in names])


def _single() -> Iterator[str]:
    yield START
    for sign in [*_LETTERS, *_LATIN, *_SIGNS]:
        yield sign
        yield START + sign
