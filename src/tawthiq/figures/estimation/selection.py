"""Which log-linear models to look at: all hierarchical ones up to an order, or one built up step by step."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

import numpy as np
from scipy.stats import poisson

from tawthiq.figures.estimation.loglinear import LogLinear, Terms, closed, fit, fitted_margin, main_effects
from tawthiq.figures.estimation.overlap import Overlap

STEP_P = 0.02


def hierarchical(lists: int, order: int | None = None) -> Iterator[Terms]:
    """All models with every main effect and no term of more than `order` lists; the saturated one is left out."""
    highest = min(order or lists - 1, lists - 1)
    tops = [sum(1 << j for j in group) for size in range(2, highest + 1) for group in combinations(range(lists), size)]
    yield from _grown(main_effects(lists), tops, lists)


def _grown(terms: Terms, tops: list[int], lists: int) -> Iterator[Terms]:
    """Small terms go before large ones, so that a term may come in once all that it needs is there."""
    if not tops:
        yield terms
        return
    first, rest = tops[0], tops[1:]
    yield from _grown(terms, rest, lists)
    if closed([first], lists) - {first} <= terms:
        yield from _grown(terms | {first}, rest, lists)


def order_for(lists: int) -> int | None:
    """The greatest order at which all models can be fitted in seconds; None where not even pairs can."""
    return {2: 1, 3: 2, 4: 3, 5: 2}.get(lists)


def all_models(table: Overlap, order: int | None = None) -> list[LogLinear]:
    """Every hierarchical model fitted, the best by BIC first."""
    highest = order or order_for(len(table.lists))
    fits = [fit(table, terms) for terms in hierarchical(len(table.lists), highest)]
    return sorted(fits, key=lambda each: (each.bic, len(each.terms)))


def stepwise(table: Overlap, p: float = STEP_P) -> LogLinear:
    """Main effects, and then pair after pair of lists, each time the one that the model so far fits worst.

    A pair comes in while its overlap is, by the smaller Poisson tail, less probable than `p` under the model so far
    (Chan, Silverman, Vincent 2021, "Multiple systems estimation for sparse capture data").
    """
    lists = len(table.lists)
    terms = main_effects(lists)
    pairs = [1 << a | 1 << b for a, b in combinations(range(lists), 2)]
    while left := [pair for pair in pairs if pair not in terms]:
        surprise = {pair: _tail(table, terms, pair) for pair in left}
        worst = min(left, key=lambda pair: (surprise[pair], pair))
        if surprise[worst] >= p:
            break
        terms |= {worst}
    return fit(table, terms)


def _tail(table: Overlap, terms: Terms, pair: int) -> float:
    seen, expected = fitted_margin(table, terms, pair)
    return float(np.minimum(poisson.cdf(seen, expected), poisson.sf(seen - 1, expected)))
