from __future__ import annotations

import numpy as np
import pytest

from tawthiq.figures.estimation import dga, lcmcr
from tawthiq.figures.estimation.graphs import decomposable
from tawthiq.figures.estimation.overlap import overlap_of
from tests.figures.estimation.tables import published


@pytest.mark.parametrize(("lists", "count"), [(2, 2), (3, 8), (4, 61), (5, 822)])
def test_how_many_decomposable_graphs_there_are(lists: int, count: int) -> None:
    graphs = decomposable(lists)
    assert len({(graph.cliques, graph.separators) for graph in graphs}) == len(graphs) == count


@pytest.mark.parametrize(
    ("delta", "mean", "quantiles", "top", "weight"),
    [
        (1 / 16, 12749.349, (9827, 12595, 16544), "[123,134]", 0.98551),
        (1 / 2, 11030.735, (4500, 11323, 14486), "[123,134]", 0.88921),
        (1, 4829.456, (4408, 4617, 6860), "[1234]", 0.97594),
    ],
)
def test_kosovo_over_all_graphs(delta: float, mean: float, quantiles: tuple[int, ...], top: str, weight: float) -> None:
    found = dga.average(published("kosovo_4list"), delta, 30_000)
    assert found.mean == pytest.approx(mean, abs=0.01)
    assert tuple(map(found.quantile, (0.025, 0.5, 0.975))) == quantiles
    graph, probability = found.weights[0]
    assert graph.name == top
    assert probability == pytest.approx(weight, abs=1e-5)
    assert found.probabilities.sum() == pytest.approx(1)


def test_latent_classes_of_kosovo_lie_where_the_reference_does() -> None:
    settings = lcmcr.Settings(burn_in=4000, rounds=20_000)
    found = lcmcr.sample(published("kosovo_4list"), settings)
    assert 10_200 < found.quantile(0.5) < 10_900
    assert found.r_hat < 1.05
    assert found.draws.shape == (4, 1000)


def test_the_same_seed_gives_the_same_draws() -> None:
    table = overlap_of("abc", {1: 30, 2: 20, 4: 25, 3: 10, 5: 9, 6: 8, 7: 4})
    short = lcmcr.Settings(chains=2, burn_in=50, rounds=200, thin=1)
    first, again = lcmcr.sample(table, short), lcmcr.sample(table, short)
    assert (first.draws == again.draws).all()


def test_lists_that_are_independent_give_back_the_number_of_all() -> None:
    random = np.random.default_rng(7)
    members = random.random((4000, 4)) < (0.4, 0.3, 0.35, 0.25)
    codes = (members << np.arange(4)).sum(axis=1)
    counts = {code: int((codes == code).sum()) for code in range(1, 16)}
    found = lcmcr.sample(overlap_of("abcd", counts), lcmcr.Settings(burn_in=2000, rounds=6000, thin=5))
    assert found.quantile(0.025) < 4000 < found.quantile(0.975)


def test_chains_that_lie_apart_are_seen() -> None:
    together = np.random.default_rng(1).normal(0, 1, (4, 500))
    apart = together + np.array([[0.0], [0.0], [5.0], [5.0]])
    assert lcmcr.r_hat(together) < 1.02 < 1.5 < lcmcr.r_hat(apart)
    assert lcmcr.effective_size(together) > 1000
