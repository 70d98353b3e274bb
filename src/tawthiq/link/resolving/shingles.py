"""Near-duplicates: reports whose runs of words are for the most part the same, whatever was cut, added or put above."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache
from heapq import nsmallest
from itertools import combinations
from zlib import crc32

from tawthiq.text.tokens import tokenize

_WORDS = 4
_LEAST_SHARED = 8
_LEAST_SHARE = 0.5
_LONG_RUN = 24
"""So many words on end are copied, even where all else is the report's own."""
_COMMON = 25
"""A run of words in more reports than this is a formula or a footer and tells nothing."""
_SKETCH = 64
"""Of longer reports only the smallest hashes are indexed; what two texts share shows among them (Broder 1997)."""
_MEETING = 2


@lru_cache(maxsize=4096)
def shingles(text: str) -> tuple[int, ...]:
    """Hashes of every run of four folded words in order; numbers count, punctuation does not."""
    words = [token.norm for token in tokenize(text) if token.is_word]
    runs = (" ".join(words[at : at + _WORDS]) for at in range(max(1, len(words) - _WORDS + 1)))
    return tuple(crc32(run.encode("utf-8", "surrogatepass")) for run in runs)


def near_duplicates(texts: Sequence[str]) -> Iterator[tuple[int, int, float]]:
    """Pairs of texts, in order, and the share of the shorter one's runs that stands in the other.

    At least half of them do, or one stretch of many words is in both.
    """
    having: dict[int, list[int]] = defaultdict(list)
    for at, text in enumerate(texts):
        for run in nsmallest(_SKETCH, set(shingles(text))):
            having[run].append(at)
    common = {run for run, which in having.items() if len(which) > _COMMON}
    telling = (which for run, which in having.items() if len(which) > 1 and run not in common)
    shared = Counter(pair for which in telling for pair in combinations(which, 2))
    for (a, b), n in sorted(shared.items()):
        share = _share(shingles(texts[a]), shingles(texts[b]), common) if n >= _MEETING else 0.0
        if share:
            yield a, b, share


def _share(a: Sequence[int], b: Sequence[int], common: Collection[int]) -> float:
    """0 where the two are no copies."""
    both = set(a) & set(b) - set(common)
    share = len(both) / min(len(set(a)), len(set(b)))
    alike = len(both) >= _LEAST_SHARED and share >= _LEAST_SHARE
    return share if alike or _longest(a, both) >= _LONG_RUN else 0.0


def _longest(runs: Sequence[int], other: Collection[int]) -> int:
    """Words of the longest stretch of the runs that stands in the other text."""
    best = length = 0
    for run in runs:
        length = length + 1 if run in other else 0
        best = max(best, length)
    return best + _WORDS - 1 if best else 0
