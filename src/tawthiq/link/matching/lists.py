"""A list of persons against another: which of their records are one person, how probably.

Records that share a blocking key are compared field by field; the weights of agreement are fitted to the lists; where
every person stands once in each list, the probabilities of a record's links share out one certainty, and each record is
linked at most once.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tawthiq.link.matching.blocks import pairs
from tawthiq.link.matching.frequency import Frequencies
from tawthiq.link.matching.levels import Compared, Rows, compared, linking
from tawthiq.link.matching.records import Record
from tawthiq.link.matching.weights import Levels, Weights, by_chance, fitted, given, odds
from tawthiq.link.names import compare


@dataclass(frozen=True, slots=True)
class Link:
    """A record of each list with the probability that they are one person, and the score of their names."""

    left: Record
    right: Record
    probability: float
    score: float


def link(
    left: Sequence[Record], right: Sequence[Record], *, unique: bool = True, least: float | None = None
) -> list[Link]:
    """Links of probability `least` (data/names/linking.toml without it) or more, most probable first.

    `unique`: nobody stands twice in one list.
    """
    ours, theirs = _rows(left), _rows(right)
    found = [compared(i, ours, j, theirs) for i, j in pairs(left, right, linking()["most_compared"])]
    if not found:
        return []
    rare = _rarity(found, ours, theirs)
    weights = _fitted(found, rare, by_chance(left, right), unique)
    ranked = _ranked(found, rare, weights, unique)
    least = linking()["same_pair"] if least is None else least
    kept = [(chance, pair) for chance, pair in ranked if chance >= least]
    return [_link(left[pair.left], right[pair.right], chance) for chance, pair in (_once(kept) if unique else kept)]


def _rows(records: Sequence[Record]) -> Rows:
    return Rows(tuple(records), tuple(record.parts for record in records))


def _link(left: Record, right: Record, chance: float) -> Link:
    return Link(left, right, chance, compare(left.name, right.name).score)


def _rarity(found: Sequence[Compared], ours: Rows, theirs: Rows) -> list[float]:
    frequencies = Frequencies(ours, theirs)
    equal = frequencies.chances()
    return [frequencies.bits(pair, equal) for pair in found]


def _fitted(found: Sequence[Compared], rare: Sequence[float], at_random: Levels, unique: bool) -> Weights:
    """Where nobody stands twice, only pairs that are each other's best can be true: so brothers are not fitted."""
    if not unique:
        return fitted(found, (), at_random)
    true = {(pair.left, pair.right) for _, pair in _once(_ranked(found, rare, given(), unique))}
    return fitted(
        [pair for pair in found if (pair.left, pair.right) in true],
        [pair for pair in found if (pair.left, pair.right) not in true],
        at_random,
    )


def _ranked(
    found: Sequence[Compared], rare: Sequence[float], weights: Weights, unique: bool
) -> list[tuple[float, Compared]]:
    """Pairs with their probabilities, the surest first."""
    bits = {pair.levels: weights.prior_bits + weights.bits(pair.levels) for pair in found}
    each = [odds(bits[pair.levels] + more) for pair, more in zip(found, rare, strict=True)]
    chances = _shared(found, each) if unique else [odd / (1.0 + odd) for odd in each]
    return sorted(zip(chances, found, strict=True), key=lambda item: (-item[0], item[1].left, item[1].right))


def _shared(found: Sequence[Compared], each: Sequence[float]) -> list[float]:
    """Probabilities where a record is the same as one record of the other list at most."""
    rows: dict[int, float] = {}
    columns: dict[int, float] = {}
    for pair, odd in zip(found, each, strict=True):
        rows[pair.left] = rows.get(pair.left, 0.0) + odd
        columns[pair.right] = columns.get(pair.right, 0.0) + odd
    return [odd / (1.0 + rows[pair.left] + columns[pair.right] - odd) for pair, odd in zip(found, each, strict=True)]


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
