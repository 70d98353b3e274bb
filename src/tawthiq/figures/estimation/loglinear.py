"""Log-linear models of overlapping lists (Fienberg 1972; Bishop, Fienberg, Holland 1975).

A model is hierarchical and is given by its terms: sets of lists as bits, the main effects always among them. Counts are
Poisson; a term whose lists share nobody has its maximum at minus infinity and is taken out together with the cells
that it empties (Chan, Silverman, Vincent 2021). Whether a finite maximum exists is asked by a linear programme
(Fienberg, Rinaldo 2012).
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import linprog
from scipy.special import gammaln
from scipy.stats import norm

from tawthiq.errors import ValueFormatError
from tawthiq.figures.estimation.overlap import Overlap

_ROUNDS = 200
_SMALL = 1e-10
# A fitted value this far from every count is a boundary, not an estimate.
_LEAST_FIT = 1e-8
_DIGITS = "123456789abcdef"

Terms = frozenset[int]


@dataclass(frozen=True, slots=True)
class LogLinear:
    """A model fitted. `n` is the estimate of all, recorded or not, `se` its standard error (delta method).

    `low` and `high` come from a normal interval of the logarithm of those missing, at `level`. `exists` is False where
    the likelihood has no finite maximum: then no number of this fit may be used.
    """

    terms: Terms
    darroch: bool
    observed: int
    missing: float
    log_se: float
    deviance: float
    df: int
    log_likelihood: float
    parameters: int
    exists: bool

    @property
    def n(self) -> float:
        return self.observed + self.missing

    @property
    def se(self) -> float:
        return math.sqrt(self.missing + (self.missing * self.log_se) ** 2)

    @property
    def aic(self) -> float:
        return -2 * self.log_likelihood + 2 * self.parameters

    @property
    def bic(self) -> float:
        return -2 * self.log_likelihood + math.log(self.observed) * self.parameters

    def interval(self, level: float = 0.95) -> tuple[float, float]:
        """Bounds of n."""
        reach = float(norm.ppf(0.5 + level / 2)) * self.log_se
        return self.observed + self.missing * math.exp(-reach), self.observed + self.missing * math.exp(reach)


def main_effects(lists: int) -> Terms:
    return frozenset(1 << position for position in range(lists))


def closed(terms: Iterable[int], lists: int) -> Terms:
    """The terms with all that hierarchy asks for beside them."""
    full = set(main_effects(lists))
    for term in terms:
        full.update(sub for sub in range(1, term + 1) if sub & term == sub)
    return frozenset(full)


def name_of(terms: Terms) -> str:
    """The generating terms, largest first, as [123,14,34]; lists are numbered from 1, the tenth is a."""
    tops = [term for term in terms if not any(term != other and term & other == term for other in terms)]
    written = ["".join(_digit(j) for j in range(term.bit_length()) if term >> j & 1) for term in tops]
    return f"[{','.join(sorted(written, key=lambda each: (-len(each), each)))}]"


def _digit(position: int) -> str:
    return _DIGITS[position]


def parse_terms(text: str, lists: int) -> Terms:
    """The model of that name, as [123,14] or 123,14. ValueFormatError."""
    tops = [top for top in text.strip(" []").split(",") if top.strip()]
    try:
        return closed((sum(1 << _DIGITS.index(digit) for digit in set(top.strip())) for top in tops), lists)
    except (ValueError, IndexError):
        raise ValueFormatError(f"{text!r} is not a model; write it like [12,13]") from None


def fit(table: Overlap, terms: Terms, darroch: bool = False) -> LogLinear:
    """Maximum likelihood by iteratively reweighted least squares.

    `darroch` lets persons differ in how easily they are recorded (Darroch and others 1993: half the squared number of
    lists as one more parameter).
    """
    cells, kept = _cells(table, terms)
    design = _design(cells, kept, darroch)
    counts = np.array(table.counts, dtype=float)[cells]
    exists = has_maximum(design, counts)
    beta, covariance = _irls(design, counts)
    fitted = np.exp(design @ beta)
    return LogLinear(
        terms=terms,
        darroch=darroch,
        observed=table.observed,
        missing=math.exp(min(beta[0], 700.0)),
        log_se=math.sqrt(max(covariance[0, 0], 0.0)),
        deviance=_deviance(counts, fitted),
        df=len(counts) - design.shape[1],
        log_likelihood=float(np.sum(counts * np.log(np.maximum(fitted, 1e-300)) - fitted - gammaln(counts + 1))),
        parameters=design.shape[1],
        exists=exists and bool(fitted.min() > _LEAST_FIT),
    )


def fitted_with(
    table: Overlap, terms: Terms, missing: float, darroch: bool = False
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Counts and fitted values of all cells, the unobserved first, if `missing` persons were on no list."""
    cells, kept = _cells(table, terms)
    cells = np.concatenate([[0], cells])
    counts = np.array(table.counts, dtype=float)[cells]
    counts[0] = missing
    design = _design(cells, kept, darroch)
    beta, _ = _irls(design, counts)
    return counts, np.exp(design @ beta)


def fitted_margin(table: Overlap, terms: Terms, term: int) -> tuple[int, float]:
    """How many are on all lists of `term`, and how many the model expects there."""
    cells, kept = _cells(table, terms)
    design = _design(cells, kept, False)
    beta, _ = _irls(design, np.array(table.counts, dtype=float)[cells])
    return _margin(table, term), float(np.exp(design @ beta)[(cells & term) == term].sum())


def _cells(table: Overlap, terms: Terms) -> tuple[NDArray[np.int64], list[int]]:
    """Cells that can have somebody, and the terms with a finite parameter."""
    empty = [term for term in sorted(terms) if term & (term - 1) and not _margin(table, term)]
    cells = [code for code in range(1, len(table.counts)) if not any(code & term == term for term in empty)]
    kept = [term for term in sorted(terms) if not any(term & none == none for none in empty)]
    return np.array(cells), kept


def _margin(table: Overlap, term: int) -> int:
    return sum(n for code, n in enumerate(table.counts) if code & term == term)


def _design(cells: NDArray[np.int64], terms: Sequence[int], darroch: bool) -> NDArray[np.float64]:
    columns: list[NDArray[np.float64]] = [np.ones(len(cells))] + [
        ((cells & term) == term).astype(float) for term in terms
    ]
    if darroch:
        columns.append(np.array([int(cell).bit_count() ** 2 / 2 for cell in cells]))
    return np.stack(columns, axis=1)


def _irls(design: NDArray[np.float64], counts: NDArray[np.float64]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    eta = np.log(counts + 0.1)
    beta = np.zeros(design.shape[1])
    previous = math.inf
    for _ in range(_ROUNDS):
        weights = np.exp(np.clip(eta, -30, 30))
        root = np.sqrt(weights)
        target = eta + (counts - weights) / weights
        beta = np.linalg.lstsq(design * root[:, None], target * root, rcond=None)[0]
        eta = np.clip(design @ beta, -30, 30)
        now = _deviance(counts, np.exp(eta))
        if abs(previous - now) < _SMALL * (abs(now) + 0.1):
            break
        previous = now
    information = design.T @ (design * np.exp(eta)[:, None])
    return beta, np.linalg.pinv(information).astype(np.float64)


def _deviance(counts: NDArray[np.float64], fitted: NDArray[np.float64]) -> float:
    logs = np.where(counts > 0, counts * np.log(np.maximum(counts, 1e-300) / np.maximum(fitted, 1e-300)), 0.0)
    return float(2 * np.sum(logs - (counts - fitted)))


def has_maximum(design: NDArray[np.float64], counts: NDArray[np.float64]) -> bool:
    """Whether the sufficient statistics are met by fitted values that are all above 0 (a linear programme)."""
    cells = design.shape[0]
    # Maximise s where the margins hold and each fitted value is at least s, s at most 1.
    objective = np.zeros(cells + 1)
    objective[-1] = -1.0
    margins = np.hstack([design.T, np.zeros((design.shape[1], 1))])
    floors = np.hstack([-np.eye(cells), np.ones((cells, 1))])
    bounds = [(0, None)] * cells + [(None, 1)]
    found = linprog(objective, floors, np.zeros(cells), margins, design.T @ counts, bounds, method="highs")
    return bool(found.status == 0 and -found.fun > _SMALL)
