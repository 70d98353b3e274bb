from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tawthiq.errors import ValueFormatError
from tawthiq.figures.estimation.loglinear import closed, fit, main_effects, name_of, parse_terms
from tawthiq.figures.estimation.overlap import overlap_of
from tawthiq.figures.estimation.profile import profile_interval
from tawthiq.figures.estimation.selection import all_models, hierarchical, stepwise
from tests.figures.estimation.tables import published


def test_kosovo_best_model_by_bic_is_that_of_the_paper() -> None:
    fits = all_models(published("kosovo_4list"))
    assert len(fits) == 113
    best = fits[0]
    assert name_of(best.terms) == "[123,14,34]"
    assert best.n == pytest.approx(10356.52, abs=0.01)
    assert best.se == pytest.approx(785.9, abs=0.01)
    assert best.deviance == pytest.approx(9.323, abs=0.001)
    assert (best.df, best.exists) == (4, True)
    assert best.bic == pytest.approx(203.03, abs=0.01)
    assert profile_interval(published("kosovo_4list"), best) == pytest.approx((10334.5, 8994.3, 12110.4), abs=0.1)


@pytest.mark.parametrize(
    ("name", "model", "n", "low", "high"),
    [
        ("UKdat_5", "[12,13,24,25,35,45]", 11312.99, 9884.4, 13027.4),
        ("UKdat", "[12,13,24,25,35,36,45]", 11417.99, 9977.3, 13145.7),
        ("Ned", "[12,16,23,25,34,36,45,46]", 111139.4, 92439.9, 133991.5),
    ],
)
def test_stepwise_gives_the_published_estimates(name: str, model: str, n: float, low: float, high: float) -> None:
    found = stepwise(published(name))
    assert name_of(found.terms) == model
    assert (found.n, *found.interval()) == pytest.approx((n, low, high), abs=0.1)


@pytest.mark.parametrize(
    ("name", "model", "darroch", "n", "low", "high"),
    [
        ("HIV", "[12]", False, 12318.5, 10266.0, 14992.3),
        ("lesbian", "[12,13,14]", True, 7030.7, 5836.8, 8558.7),
    ],
)
def test_one_model_gives_the_published_estimate(
    name: str, model: str, darroch: bool, n: float, low: float, high: float
) -> None:
    table = published(name)
    found = fit(table, parse_terms(model, len(table.lists)), darroch)
    assert found.n == pytest.approx(n, abs=0.1)
    assert profile_interval(table, found)[1:] == pytest.approx((low, high), abs=0.1)


def test_independent_lists_are_the_estimate_of_lincoln_and_petersen() -> None:
    table = overlap_of(("a", "b"), {1: 60, 2: 30, 3: 20})
    assert fit(table, main_effects(2)).n == pytest.approx(80 * 50 / 20, rel=1e-6)


def test_a_likelihood_without_a_maximum_is_known() -> None:
    # Nobody on list c alone nor with one other: in [12,13,23] the parameters run away.
    table = overlap_of(("a", "b", "c"), {1: 10, 2: 10, 3: 5, 7: 4})
    assert not fit(table, closed([0b011, 0b101, 0b110], 3)).exists


@pytest.mark.parametrize(("lists", "count"), [(2, 1), (3, 8), (4, 113)])
def test_how_many_hierarchical_models_there_are(lists: int, count: int) -> None:
    models = list(hierarchical(lists))
    assert len(models) == len(set(models)) == count
    assert all(closed(model, lists) == model for model in models)


@pytest.mark.parametrize("wrong", ["[1x]", "twelve", "[12;13]"])
def test_a_model_that_cannot_be_read(wrong: str) -> None:
    with pytest.raises(ValueFormatError, match="is not a model"):
        parse_terms(wrong, 4)


@given(st.lists(st.integers(1, 15), max_size=4))
def test_a_model_is_read_as_it_is_written(tops: list[int]) -> None:
    terms = closed(tops, 4)
    assert parse_terms(name_of(terms), 4) == terms


@settings(max_examples=30, deadline=None)
@given(st.lists(st.integers(1, 200), min_size=7, max_size=7), st.integers(2, 9))
def test_scaling_all_counts_scales_the_estimate(counts: list[int], factor: int) -> None:
    one = overlap_of("abc", dict(enumerate(counts, start=1)))
    many = overlap_of("abc", {code: n * factor for code, n in enumerate(counts, start=1)})
    terms = closed([0b011], 3)
    assert fit(many, terms).n == pytest.approx(factor * fit(one, terms).n, rel=1e-4)
