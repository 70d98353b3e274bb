"""What agreement and disagreement weigh (Fellegi and Sunter 1969), fitted to the lists by expectation and maximisation.

The figures of data/names/linking.toml are where the fit begins and the prior that short lists lean on (Winkler 1988;
maximum a posteriori with a Dirichlet prior). The same lists give the same weights.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import log2

from tawthiq.link.matching.levels import FIELDS, MISSING, PLAIN, Compared, linking, plain_levels
from tawthiq.link.matching.records import Record

Levels = Mapping[str, Mapping[str, float]]
Patterns = Mapping[tuple[str, ...], int]
_LEAST = 1e-6
_CLOSE = 1e-5
_MOST_BITS = 60.0


@dataclass(frozen=True, slots=True)
class Weights:
    """Shares of true (m) and chance (u) pairs by field and level, and the share of true pairs among those compared."""

    m: Levels
    u: Levels
    matched: float

    def bits(self, levels: Sequence[str]) -> float:
        """log2 of how much likelier these levels are of one person than of two."""
        return sum(
            log2(max(self.m[field][level], _LEAST) / max(self.u[field][level], _LEAST))
            for field, level in zip(FIELDS, levels, strict=True)
            if level != MISSING
        )

    @property
    def prior_bits(self) -> float:
        return log2(self.matched / (1.0 - self.matched))


def given() -> Weights:
    """The weights as the data file gives them."""
    fields = {field: linking()[field] for field in FIELDS}
    return Weights(_shares(fields, "m"), _shares(fields, "u"), linking()["matched"])


def _shares(fields: Mapping[str, Mapping[str, Mapping[str, float]]], of: str) -> Levels:
    return {field: {level: figures[of] for level, figures in levels.items()} for field, levels in fields.items()}


def fitted(open_pairs: Iterable[Compared], chance_pairs: Iterable[Compared], by_chance: Levels) -> Weights:
    """Weights fitted to the pairs of two lists: those that may be true, and those that are known to be chance.

    `by_chance` are the shares of levels between records at random, for the fields that pairs may have been chosen by.
    """
    open_patterns = Counter(pair.levels for pair in open_pairs)
    known = Counter(pair.levels for pair in chance_pairs)
    start = given()
    start = weights = Weights(start.m, {**start.u, **by_chance}, start.matched)
    for _ in range(linking()["rounds"]):
        after = _step(open_patterns, known, weights, start)
        if abs(after.matched - weights.matched) < _CLOSE:
            return after
        weights = after
    return weights


def _step(patterns: Patterns, known: Patterns, weights: Weights, start: Weights) -> Weights:
    """One round: how likely each pattern is of one person, and the shares that follow."""
    true, chance = _Counts(start.m), _Counts(start.u)
    prior = linking()["prior"]
    matched, total = prior * start.matched, prior + sum(known.values())
    for levels, times in known.items():
        chance.add(levels, times)
    for levels, times in patterns.items():
        share = probability(weights.prior_bits + weights.bits(levels))
        true.add(levels, times * share)
        chance.add(levels, times * (1.0 - share))
        matched += times * share
        total += times
    by_chance = {field: start.u[field] for field in PLAIN}
    return Weights(true.shares(), {**chance.shares(), **by_chance}, min(max(matched / total, _LEAST), 1.0 - _LEAST))


def by_chance(left: Sequence[Record], right: Sequence[Record]) -> Levels:
    """Shares of the levels of PLAIN between records at random: a fixed sample of all pairs, the prior added."""
    counts = _Counts({field: given().u[field] for field in PLAIN})
    total = len(left) * len(right)
    step = max(1, total // linking()["chance"]) | 1
    for at in range(0, total, step):
        counts.add(plain_levels(left[at // len(right)], right[at % len(right)]), 1.0, PLAIN)
    return counts.shares()


class _Counts:
    """Pairs by field and level, the prior's among them."""

    def __init__(self, start: Levels) -> None:
        prior = linking()["prior"]
        self._counts = {
            field: {level: prior * share for level, share in levels.items()} for field, levels in start.items()
        }

    def add(self, levels: Sequence[str], times: float, fields: Sequence[str] = FIELDS) -> None:
        for field, level in zip(fields, levels, strict=True):
            if level != MISSING:
                self._counts[field][level] += times

    def shares(self) -> Levels:
        return {
            field: {level: count / sum(levels.values()) for level, count in levels.items()}
            for field, levels in self._counts.items()
        }


def odds(bits: float) -> float:
    return float(2.0 ** max(min(bits, _MOST_BITS), -_MOST_BITS))


def probability(bits: float) -> float:
    """Of log2 odds."""
    odd = odds(bits)
    return odd / (1.0 + odd)
