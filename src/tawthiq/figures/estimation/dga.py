"""Bayesian model averaging over decomposable graphs (Madigan, York 1997, Biometrika 84:19).

A Dirichlet prior on the cells, each graph as likely as any other, and log N flat.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.special import gammaln, logsumexp

from tawthiq.figures.estimation.graphs import Graph, decomposable
from tawthiq.figures.estimation.overlap import Overlap

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Averaged:
    """The posterior of N. `weights` are pairs of a graph and its probability, the most probable first; sums to 1.

    `numbers` and `probabilities` have shape (most missing + 1,). `at_edge` is the probability of the last hundredth of
    the numbers looked at: where it is not small, the posterior does not end there and no summary of it means anything.
    """

    numbers: NDArray[np.int64]
    probabilities: Floats
    weights: tuple[tuple[Graph, float], ...]
    at_edge: float

    @property
    def mean(self) -> float:
        return float(self.numbers @ self.probabilities)

    def quantile(self, share: float) -> int:
        place = int(np.searchsorted(np.cumsum(self.probabilities), share))
        return int(self.numbers[min(place, len(self.numbers) - 1)])


def average(table: Overlap, delta: float | None = None, most_missing: int | None = None) -> Averaged:
    """`delta` is the prior count of each cell, 2 ** -lists without it; `most_missing` 20 times those observed."""
    delta = delta if delta is not None else 2.0 ** -len(table.lists)
    missing = np.arange(1, (most_missing or max(20 * table.observed, 30_000)) + 1)
    graphs = decomposable(len(table.lists))
    scores = np.stack([_score(table, graph, delta, missing) for graph in graphs])
    scores += _common(table, missing)
    total = logsumexp(scores)
    by_graph = np.exp(logsumexp(scores, axis=1) - total)
    probabilities = np.exp(logsumexp(scores, axis=0) - total)
    order = np.argsort(-by_graph)
    return Averaged(
        numbers=table.observed + missing,
        probabilities=probabilities,
        weights=tuple((graphs[place], float(by_graph[place])) for place in order),
        at_edge=float(probabilities[-max(len(missing) // 100, 1) :].sum()),
    )


def _common(table: Overlap, missing: NDArray[np.int64]) -> Floats:
    """What all graphs share: the ways to choose who is where, and the prior 1 / N."""
    everybody = table.observed + missing
    ways: Floats = gammaln(everybody + 1) - gammaln(missing + 1) - np.log(everybody)
    return ways


def _score(table: Overlap, graph: Graph, delta: float, missing: NDArray[np.int64]) -> Floats:
    """Log marginal likelihood for each number missing: cliques over separators (Dawid, Lauritzen 1993)."""
    score = np.zeros(len(missing))
    for clique in graph.cliques:
        score += _margin(table, clique, delta, missing)
    for separator in graph.separators:
        score -= _margin(table, separator, delta, missing)
    return score


def _margin(table: Overlap, group: int, delta: float, missing: NDArray[np.int64]) -> Floats:
    """Log of the Dirichlet-multinomial probability of the table over the lists of `group`."""
    sums: dict[int, int] = {}
    for code, count in enumerate(table.counts):
        sums[code & group] = sums.get(code & group, 0) + count
    cell_prior = delta * 2 ** (len(table.lists) - group.bit_count())
    prior = delta * 2 ** len(table.lists)
    fixed = sum(gammaln(count + cell_prior) - gammaln(cell_prior) for code, count in sums.items() if code)
    nobody = gammaln(sums[0] + missing + cell_prior) - gammaln(cell_prior)
    whole = gammaln(prior) - gammaln(table.observed + missing + prior)
    result: Floats = fixed + nobody + whole
    return result
