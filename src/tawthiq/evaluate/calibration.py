"""Whether confidence means what it says: of the claims with 0.8, four in five should be right."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from tawthiq.evaluate.judging import right_claims
from tawthiq.evaluate.reading import Evaluated

BINS = 10


@dataclass(frozen=True, slots=True)
class Judged:
    """One claim: how sure the method was, and whether the gold says the same."""

    confidence: float
    right: bool


@dataclass(frozen=True, slots=True)
class Bin:
    """Claims of about one confidence: its mean, and the share that is right."""

    claims: int
    confidence: float
    right: float


@dataclass(frozen=True, slots=True)
class Calibration:
    """`error` is the expected calibration error over bins of equal count (Guo et al., 2017)."""

    bins: tuple[Bin, ...]

    @property
    def claims(self) -> int:
        return sum(bin_.claims for bin_ in self.bins)

    @property
    def error(self) -> float:
        return sum(b.claims * abs(b.confidence - b.right) for b in self.bins) / max(1, self.claims)


def judged(evaluated: Iterable[Evaluated]) -> list[Judged]:
    """The claims that have a confidence and that the gold can tell of."""
    found = []
    for one in evaluated:
        labels = right_claims(one)
        sure = ((claim.confidence, labels[claim.id]) for claim in one.claims if claim.id in labels)
        found += [Judged(confidence, right) for confidence, right in sure if confidence is not None]
    return found


def calibration(claims: Sequence[Judged], bins: int = BINS) -> Calibration:
    """In the order of confidence, in so many bins of equal count."""
    ordered = sorted(claims, key=lambda claim: (claim.confidence, claim.right))
    bounds = [round(at * len(ordered) / bins) for at in range(bins + 1)]
    portions = (ordered[a:b] for a, b in pairwise(bounds))
    return Calibration(tuple(_bin(portion) for portion in portions if portion))


def _bin(held: Sequence[Judged]) -> Bin:
    count = len(held)
    return Bin(count, sum(one.confidence for one in held) / count, sum(one.right for one in held) / count)
