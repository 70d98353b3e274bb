"""Near-duplicates: reports whose runs of words are for the most part the same, whatever was cut, added or put above."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Sequence
from itertools import combinations

from tawthiq.text.tokens import tokenize

_WORDS = 4
_LEAST_SHARED = 8
_LEAST_SHARE = 0.5
_LONG_RUN = 24
"""So many words on end are copied, even where all else is the report's own."""
_COMMON = 25
"""A run of words in more reports than this is a formula or a footer and tells nothing."""


def shingles(text: str) -> list[int]:
    """Hashes of every run of four folded words in order; numbers count, punctuation does not."""
    words = [token.norm for token in tokenize(text) if token.is_word]
    return [hash(tuple(words[at : at + _WORDS])) for at in range(max(1, len(words) - _WORDS + 1))]


def near_duplicates(texts: Sequence[str]) -> Iterator[tuple[int, int, float]]:
    """Pairs of texts and the share of the shorter one's runs that stands in the other.

    At least half of them do, or one stretch of many words is in both.
    """
    runs = [shingles(text) for text in texts]
    having: dict[int, list[int]] = defaultdict(list)
    for at, held in enumerate(runs):
        for run in set(held):
            having[run].append(at)
    telling = {run: which for run, which in having.items() if 1 < len(which) <= _COMMON}
    shared = Counter(pair for which in telling.values() for pair in combinations(which, 2))
    for (a, b), n in sorted(shared.items()):
        share = n / min(len(set(runs[a])), len(set(runs[b])))
        alike = n >= _LEAST_SHARED and share >= _LEAST_SHARE
        if alike or (n > _LONG_RUN - _WORDS and _longest(runs[a], telling.keys() & set(runs[b])) >= _LONG_RUN):
            yield a, b, share


def _longest(runs: Sequence[int], other: Collection[int]) -> int:
    """Words of the longest stretch of the runs that stands in the other text."""
    best = length = 0
    for run in runs:
        length = length + 1 if run in other else 0
        best = max(best, length)
    return best + _WORDS - 1 if best else 0
