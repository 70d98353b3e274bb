"""Profile likelihood interval of the number of all (Cormack 1992; Baillargeon, Rivest 2007), multinomial."""

from __future__ import annotations

import math
from collections.abc import Callable

from scipy.optimize import brentq, minimize_scalar
from scipy.special import gammaln, xlogy
from scipy.stats import chi2

from tawthiq.figures.estimation.loglinear import LogLinear, fitted_with
from tawthiq.figures.estimation.overlap import Overlap

_WIDEST = 12.0


def profile_interval(table: Overlap, fit: LogLinear, level: float = 0.95) -> tuple[float, float, float]:
    """The most likely N, and the least and greatest N that a likelihood ratio at `level` lets stand.

    The upper bound is infinite where the likelihood stays flat.
    """

    def loss(log_missing: float) -> float:
        return -_log_likelihood(table, fit, math.exp(log_missing))

    start = math.log(max(fit.missing, 1.0))
    best = minimize_scalar(loss, bounds=(start - _WIDEST, start + _WIDEST), method="bounded", options={"xatol": 1e-8})
    reach = float(chi2.ppf(level, 1)) / 2

    def beyond(log_missing: float) -> float:
        return loss(log_missing) - float(best.fun) - reach

    low, high = (_crossing(beyond, float(best.x), side) for side in (-1, 1))
    n = table.observed
    return n + math.exp(float(best.x)), n + math.exp(low), n + math.exp(high)


def _crossing(beyond: Callable[[float], float], start: float, side: int) -> float:
    step = 0.05
    while step < _WIDEST:
        if beyond(start + side * step) > 0:
            return float(brentq(beyond, start, start + side * step))
        step *= 1.5
    return side * math.inf


def _log_likelihood(table: Overlap, fit: LogLinear, missing: float) -> float:
    """Multinomial log likelihood with `missing` persons on no list, the model's other parameters at their best."""
    counts, fitted = fitted_with(table, fit.terms, missing, fit.darroch)
    total = counts.sum()
    return float(gammaln(total + 1) - gammaln(counts + 1).sum() + xlogy(counts, fitted / fitted.sum()).sum())
