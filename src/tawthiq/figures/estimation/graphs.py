"""Decomposable graphs of lists: the independence models that have a closed form."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import combinations

MOST_LISTS = 5

Edge = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Graph:
    """`cliques` and `separators` are sets of lists as bits; a separator may be empty, and may stand there twice."""

    cliques: tuple[int, ...]
    separators: tuple[int, ...]

    @property
    def name(self) -> str:
        written = ["".join(str(j + 1) for j in range(MOST_LISTS) if clique >> j & 1) for clique in self.cliques]
        return f"[{','.join(sorted(written, key=lambda each: (-len(each), each)))}]"


@cache
def decomposable(lists: int) -> tuple[Graph, ...]:
    """All of them on that many lists (8, 61, 822 for 3, 4, 5); the one with an edge between all lists among them."""
    return tuple(_decomposable(lists))


def _decomposable(lists: int) -> Iterator[Graph]:
    possible = list(combinations(range(lists), 2))
    for chosen in range(2 ** len(possible)):
        edges = [edge for place, edge in enumerate(possible) if chosen >> place & 1]
        if (graph := _graph(lists, edges)) is not None:
            yield graph


def _graph(lists: int, edges: list[Edge]) -> Graph | None:
    """Cliques and separators by maximum cardinality search (Tarjan, Yannakakis 1984); None where there is a hole."""
    near = [0] * lists
    for a, b in edges:
        near[a] |= 1 << b
        near[b] |= 1 << a
    done = 0
    cliques: list[int] = []
    separators: list[int] = []
    previous = -1
    while done != 2**lists - 1:
        vertex = max((v for v in range(lists) if not done >> v & 1), key=lambda v: ((near[v] & done).bit_count(), -v))
        before = near[vertex] & done
        if not _complete(before, near):
            return None
        if before.bit_count() <= previous or not cliques:
            if cliques:
                separators.append(before)
            cliques.append(before | 1 << vertex)
        else:
            cliques[-1] = before | 1 << vertex
        previous = before.bit_count()
        done |= 1 << vertex
    return Graph(tuple(cliques), tuple(separators))


def _complete(group: int, near: list[int]) -> bool:
    members = [v for v in range(len(near)) if group >> v & 1]
    return all(near[a] >> b & 1 for a, b in combinations(members, 2))
