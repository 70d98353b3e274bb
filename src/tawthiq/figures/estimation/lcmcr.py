"""Bayesian latent class capture-recapture (Manrique-Vallier 2016, Biometrics 72:1246).

Persons fall into classes unknown to us, within which the lists are independent; how many classes there are is left to a
Dirichlet process.

Stick-breaking weights with Gamma(0.25, 0.25) on its concentration, uniform chances of being listed, 1 / N on N; Gibbs
sampling, all chains at once.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tawthiq.figures.estimation.overlap import Overlap

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]

CLASSES = 10
_SHAPE = _RATE = 0.25
_TINY = 1e-12


@dataclass(frozen=True, slots=True)
class Settings:
    """How long to sample; `thin` keeps one in so many rounds. Sixty seconds or less for five lists."""

    chains: int = 4
    burn_in: int = 10_000
    rounds: int = 60_000
    thin: int = 20
    classes: int = CLASSES
    seed: int = 1


@dataclass(frozen=True, slots=True)
class Sampled:
    """`draws` of N have shape (chains, kept rounds). `r_hat` is the split potential scale reduction (Gelman and others,
    Bayesian Data Analysis 3, 11.4): near 1 where the chains agree. `effective` is how many independent draws they are
    worth."""

    draws: Integers
    r_hat: float
    effective: float

    @property
    def mean(self) -> float:
        return float(self.draws.mean())

    def quantile(self, share: float) -> float:
        return float(np.quantile(self.draws, share))


class _Sampler:
    """The state of all chains: weights of classes (chains, classes), chances of being listed (chains, classes, lists),
    concentration and number missing (chains)."""

    def __init__(self, table: Overlap, settings: Settings) -> None:
        seen = [code for code in range(1, len(table.counts)) if table.counts[code]]
        chains, classes, lists = settings.chains, settings.classes, len(table.lists)
        self.random = np.random.default_rng(settings.seed)
        self.observed = table.observed
        self.cells = table.cells[seen].astype(float)
        self.counts = np.array(table.counts)[seen]
        self.listed = self.random.beta(1, 1, (chains, classes, lists))
        self.weights = self.random.dirichlet(np.ones(classes), chains)
        self.alpha = np.ones(chains)
        self.missing = np.zeros(chains, dtype=np.int64)

    def round(self) -> None:
        observed, unobserved = self._classes()
        members = observed.sum(axis=1) + unobserved
        on_list = np.einsum("cpk,pl->ckl", observed, self.cells)
        self.listed = self.random.beta(1 + on_list, 1 + members[:, :, None] - on_list)
        self._weights(members)

    def _classes(self) -> tuple[Integers, Integers]:
        """Members of each class: of each combination seen (chains, combinations, classes), and of those missing."""
        log_on, log_off = np.log(self.listed), np.log1p(-self.listed)
        log_class = np.log(self.weights)[:, None, :]
        logs = log_class + self.cells @ log_on.transpose(0, 2, 1) + (1 - self.cells) @ log_off.transpose(0, 2, 1)
        observed = self.random.multinomial(self.counts, _shares(logs))
        off = self.weights * np.exp(log_off.sum(axis=2))
        nobody = np.clip(off.sum(axis=1), 1e-12, 1 - 1e-9)
        self.missing = self.random.negative_binomial(self.observed, 1 - nobody)
        return observed, self.random.multinomial(self.missing, off / off.sum(axis=1, keepdims=True))

    def _weights(self, members: Integers) -> None:
        later = members[:, ::-1].cumsum(axis=1)[:, ::-1] - members
        sticks = self.random.beta(1 + members[:, :-1], self.alpha[:, None] + later[:, :-1])
        sticks = np.clip(sticks, _TINY, 1 - _TINY)
        left = np.cumprod(1 - sticks, axis=1)
        ones = np.ones((len(left), 1))
        self.weights = np.maximum(np.hstack([sticks, ones]) * np.hstack([ones, left]), 1e-300)
        rate = _RATE - np.log1p(-sticks).sum(axis=1)
        self.alpha = self.random.gamma(_SHAPE + sticks.shape[1], 1 / rate)


def sample(table: Overlap, settings: Settings | None = None, tick: Callable[[int], None] | None = None) -> Sampled:
    """Draws of N from the posterior; the same seed gives the same draws. `tick` is told of each thousand rounds."""
    chosen = settings or Settings()
    sampler = _Sampler(table, chosen)
    kept = []
    for number in range(chosen.burn_in + chosen.rounds):
        sampler.round()
        if number >= chosen.burn_in and number % chosen.thin == 0:
            kept.append(sampler.missing + table.observed)
        if tick and number % 1000 == 0:
            tick(number)
    draws = np.stack(kept, axis=1)
    return Sampled(draws, r_hat(draws), effective_size(draws))


def _shares(logs: Floats) -> Floats:
    shares = np.exp(logs - logs.max(axis=-1, keepdims=True))
    normal: Floats = shares / shares.sum(axis=-1, keepdims=True)
    return normal


def r_hat(draws: NDArray[np.generic]) -> float:
    """Potential scale reduction of chains cut in halves; shape (chains, draws). 1 where nothing varies."""
    half = draws.shape[1] // 2
    halves = np.concatenate([draws[:, :half], draws[:, half : 2 * half]]).astype(float)
    within = halves.var(axis=1, ddof=1).mean()
    between = half * halves.mean(axis=1).var(ddof=1)
    return float(np.sqrt((within * (half - 1) / half + between / half) / within)) if within else 1.0


def effective_size(draws: NDArray[np.generic]) -> float:
    """Independent draws of equal worth, by Geyer's initial positive sequence over the chains together."""
    centred = draws - draws.mean(axis=1, keepdims=True)
    length = draws.shape[1]
    spectrum = np.fft.rfft(centred, 2 * length, axis=1)
    covariance = np.fft.irfft(np.abs(spectrum) ** 2, axis=1)[:, :length].mean(axis=0) / length
    if not covariance[0]:
        return float(draws.size)
    pairs = covariance[: length // 2 * 2].reshape(-1, 2).sum(axis=1) / covariance[0]
    ends = np.flatnonzero(pairs <= 0)
    return float(draws.size / max(2 * pairs[: ends[0] if len(ends) else len(pairs)].sum() - 1, 1 / length))
