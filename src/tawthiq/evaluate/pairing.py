"""Gold things and found ones brought together one to one, the best agreement first."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

Agree: TypeAlias = Callable[[Any, Any], float]
"""How well a found thing agrees with a gold one; 0 where they are two things."""


@dataclass(frozen=True, slots=True)
class Score:
    """Of `gold` things that a careful reader found and `found` ones of the machine, `matched` are the same."""

    matched: int = 0
    gold: int = 0
    found: int = 0

    def __add__(self, other: Score) -> Score:
        return Score(self.matched + other.matched, self.gold + other.gold, self.found + other.found)

    @property
    def precision(self) -> float:
        return self.matched / self.found if self.found else float(not self.gold)

    @property
    def recall(self) -> float:
        return self.matched / self.gold if self.gold else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall; where there is no gold, what is made up makes it 0."""
        return 2 * self.matched / (self.gold + self.found) if self.gold + self.found else 1.0


@dataclass(frozen=True, slots=True)
class Share:
    """On `of` matched things a field was `right` so often."""

    right: int = 0
    of: int = 0

    def __add__(self, other: Share) -> Share:
        return Share(self.right + other.right, self.of + other.of)

    @property
    def accuracy(self) -> float:
        return self.right / self.of if self.of else 1.0


@dataclass(frozen=True, slots=True)
class Pairs:
    """Which gold thing (by its place) goes with which found one."""

    hits: tuple[tuple[int, int], ...]
    gold: int
    found: int

    @property
    def score(self) -> Score:
        return Score(len(self.hits), self.gold, self.found)

    @property
    def missed(self) -> list[int]:
        held = {i for i, _ in self.hits}
        return [i for i in range(self.gold) if i not in held]

    @property
    def made_up(self) -> list[int]:
        held = {j for _, j in self.hits}
        return [j for j in range(self.found) if j not in held]


def pair(gold: Sequence[Any], found: Sequence[Any], agree: Agree) -> Pairs:
    """Greedy: the pair that agrees best is taken first; of two that agree as well, the earlier."""
    candidates = sorted(
        ((points, i, j) for i, g in enumerate(gold) for j, f in enumerate(found) if (points := agree(g, f)) > 0),
        key=lambda c: (-c[0], c[1], c[2]),
    )
    partner: dict[int, int] = {}
    taken: set[int] = set()
    for _, i, j in candidates:
        if i not in partner and j not in taken:
            partner[i] = j
            taken.add(j)
    return Pairs(tuple(partner.items()), len(gold), len(found))
