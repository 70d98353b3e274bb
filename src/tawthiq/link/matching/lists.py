"""A list of persons against another: which of their records are one person, how probably.

Records that share a blocking key are compared field by field; the weights of agreement are fitted to the lists; where
every person stands once in each list, the probabilities of a record's links share out one certainty, and each record is
linked at most once.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tawthiq.link.matching.blocks import pairs
from tawthiq.link.matching.levels import Compared, compared, linking
from tawthiq.link.matching.records import Record
from tawthiq.link.matching.weights import Levels, Weights, by_chance, fitted, given


@dataclass(frozen=True, slots=True)
class Link:
    """A record of each list with the probability that they are one person, and the score of their names."""

    left: Record
    right: Record
    probability: float
    score: float


@dataclass(frozen=True, slots=True)
class _Weighed:
    """A compared pair and the odds that it is one person."""

    pair: Compared
    odds: float


def link(
    left: Sequence[Record], right: Sequence[Record], *, unique: bool = True, least: float | None = None
) -> list[Link]:
    """Links of probability `least` (data/names/linking.toml without it) or more, most probable first.

    `unique`: nobody stands twice in one list.
    """
    settings = linking()
    found = [compared(i, left[i], j, right[j]) for i, j in pairs(left, right, settings["most_compared"])]
    rarity = _rarity(found, left, right)
    weighed = _weighed(found, rarity, _fitted(found, rarity, by_chance(left, right), unique))
    chances = _shared(weighed) if unique else [one.odds / (1.0 + one.odds) for one in weighed]
    least = settings["same_pair"] if least is None else least
    ranked = sorted(zip(chances, found, strict=True), key=lambda item: (-item[0], item[1].left, item[1].right))
    kept = [(chance, pair) for chance, pair in ranked if chance >= least]
    return [
        Link(left[pair.left], right[pair.right], chance, pair.score)
        for chance, pair in (_once(kept) if unique else kept)
    ]


def _fitted(found: Sequence[Compared], rarity: Sequence[float], at_random: Levels, unique: bool) -> Weights:
    """Where nobody stands twice, only pairs that are each other's best can be true: so brothers are not fitted."""
    if not unique:
        return fitted(found, (), at_random)
    chances = _shared(_weighed(found, rarity, given()))
    best = _once(sorted(zip(chances, found, strict=True), key=lambda item: (-item[0], item[1].left, item[1].right)))
    true = {(pair.left, pair.right) for _, pair in best}
    return fitted(
        [pair for pair in found if (pair.left, pair.right) in true],
        [pair for pair in found if (pair.left, pair.right) not in true],
        at_random,
    )


def _weighed(found: Sequence[Compared], rarity: Sequence[float], weights: Weights) -> list[_Weighed]:
    """Odds of each pair: its levels, and how much rarer its name is than others of its level."""
    bits = {pair.levels: weights.prior_bits + weights.bits(pair.levels) for pair in found}
    return [
        _Weighed(pair, 2.0 ** max(min(bits[pair.levels] + rare, 60.0), -60.0))
        for pair, rare in zip(found, rarity, strict=True)
    ]


def _rarity(found: Sequence[Compared], left: Sequence[Record], right: Sequence[Record]) -> list[float]:
    """Bits by which each pair's name tells more or less than the mean of those that agree as well."""
    ours, theirs = _bits(left), _bits(right)
    told = [min(ours[pair.left], theirs[pair.right]) for pair in found]
    sums: dict[str, tuple[float, int]] = {}
    for pair, bits in zip(found, told, strict=True):
        total, times = sums.get(pair.levels[0], (0.0, 0))
        sums[pair.levels[0]] = total + bits, times + 1
    share = linking()["rarity"]
    means = {level: total / times for level, (total, times) in sums.items()}
    return [share * (bits - means[pair.levels[0]]) for pair, bits in zip(found, told, strict=True)]


def _bits(records: Iterable[Record]) -> list[float]:
    return [sum(part.bits for part in record.name.line) for record in records]


def _shared(weighed: Sequence[_Weighed]) -> list[float]:
    """Probabilities where a record is the same as one record of the other list at most."""
    rows: dict[int, float] = {}
    columns: dict[int, float] = {}
    for one in weighed:
        rows[one.pair.left] = rows.get(one.pair.left, 0.0) + one.odds
        columns[one.pair.right] = columns.get(one.pair.right, 0.0) + one.odds
    return [one.odds / (1.0 + rows[one.pair.left] + columns[one.pair.right] - one.odds) for one in weighed]


def _once(ranked: Iterable[tuple[float, Compared]]) -> list[tuple[float, Compared]]:
    """The best links in which no record stands twice."""
    left: set[int] = set()
    right: set[int] = set()
    kept = []
    for chance, pair in ranked:
        if pair.left not in left and pair.right not in right:
            left.add(pair.left)
            right.add(pair.right)
            kept.append((chance, pair))
    return kept
