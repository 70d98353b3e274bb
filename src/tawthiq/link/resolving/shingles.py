"""Near-duplicates: reports whose runs of words are for the most part the same, whatever was cut, added or put above."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from tawthiq.text.tokens import tokenize

_WORDS = 4
_LEAST_SHARED = 8
_LEAST_SHARE = 0.5
_COMMON = 25
"""A run of words in more reports than this is a formula or a footer and tells nothing."""


def shingles(text: str) -> frozenset[int]:
    """Hashes of every run of four folded words; numbers count, punctuation does not."""
    words = [token.norm for token in tokenize(text) if token.is_word]
    return frozenset(hash(tuple(words[at : at + _WORDS])) for at in range(max(1, len(words) - _WORDS + 1)))


def near_duplicates(texts: Sequence[str]) -> Iterator[tuple[int, int, float]]:
    """Pairs of texts and the share of the shorter one's runs that stands in the other, at least a half of it."""
    runs = [shingles(text) for text in texts]
    having: dict[int, list[int]] = defaultdict(list)
    for at, held in enumerate(runs):
        for run in held:
            having[run].append(at)
    shared = Counter(pair for which in having.values() if 1 < len(which) <= _COMMON for pair in combinations(which, 2))
    for (a, b), n in sorted(shared.items()):
        share = n / min(len(runs[a]), len(runs[b]))
        if n >= _LEAST_SHARED and share >= _LEAST_SHARE:
            yield a, b, share
