"""Things brought together by the average of their odds, never across what was judged different."""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

Pair = tuple[int, int]

_UNCOMPARED = -8.0
"""Log-odds of a pair that shares no key: it was not worth comparing."""


def group(
    count: int,
    odds: Mapping[Pair, float],
    same: Iterable[Pair] = (),
    different: Iterable[Pair] = (),
    least: float = 0.0,
) -> list[tuple[int, ...]]:
    """The `count` things in groups: the pair of groups with the best average log-odds first, while it reaches `least`.

    `same` are together from the start, older judgements first; a pair of `different` never comes together. Average
    linkage: a copy that fits one member alone does not chain two incidents into one.
    """
    made = _Groups({at: [at] for at in range(count)}, {at: at for at in range(count)})
    for a, b in different:
        made.part(a, b)
    for (a, b), value in odds.items():
        made.note(a, b, value)
    for a, b in same:
        made.join(made.home[a], made.home[b])
    made.run(least)
    return sorted(tuple(sorted(members)) for members in made.members.values())


@dataclass(slots=True)
class _Groups:
    """`sums`: from each group to those it has compared pairs with, the sum of log-odds and their number."""

    members: dict[int, list[int]]
    home: dict[int, int]
    sums: dict[int, dict[int, tuple[float, int]]] = field(default_factory=lambda: defaultdict(dict))
    foes: dict[int, set[int]] = field(default_factory=lambda: defaultdict(set))

    def part(self, a: int, b: int) -> None:
        self.foes[a].add(b)
        self.foes[b].add(a)

    def note(self, a: int, b: int, value: float) -> None:
        for one, other in ((a, b), (b, a)):
            self.sums[one][other] = (value, 1)

    def mean(self, a: int, b: int) -> float:
        value, n = self.sums[a].get(b, (0.0, 0))
        pairs = len(self.members[a]) * len(self.members[b])
        return (value + (pairs - n) * _UNCOMPARED) / pairs

    def run(self, least: float) -> None:
        heap = [(-self.mean(a, b), a, b) for a in self.members for b in self.sums[a] if a < b]
        heapq.heapify(heap)
        while heap:
            cost, a, b = heapq.heappop(heap)
            if -cost < least:
                return
            if a not in self.members or b not in self.members or -cost != self.mean(a, b) or not self.join(a, b):
                continue
            (kept,) = {a, b} & self.members.keys()
            for other in self.sums[kept]:
                one, two = min(kept, other), max(kept, other)
                heapq.heappush(heap, (-self.mean(one, two), one, two))

    def join(self, a: int, b: int) -> bool:
        """Whether the two are one group now; the bigger keeps its number."""
        if a == b:
            return True
        if b in self.foes[a]:
            return False
        big, small = (a, b) if (len(self.members[a]), -a) >= (len(self.members[b]), -b) else (b, a)
        for at in self.members[small]:
            self.home[at] = big
        self.members[big] += self.members.pop(small)
        self._take_sums(big, small)
        for foe in self.foes.pop(small, set()):
            self.foes[foe].discard(small)
            self.part(big, foe)
        return True

    def _take_sums(self, big: int, small: int) -> None:
        self.sums[big].pop(small, None)
        for other, (value, n) in self.sums.pop(small, {}).items():
            self.sums[other].pop(small, None)
            if other != big:
                known, m = self.sums[big].get(other, (0.0, 0))
                self.sums[big][other] = self.sums[other][big] = (known + value, m + n)
