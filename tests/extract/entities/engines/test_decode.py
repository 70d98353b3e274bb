"""Labels that make whole stretches: what may stand, and that the odds are those of all that may."""

from __future__ import annotations

from itertools import product
from math import prod

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawthiq.extract.entities.engines.decode import best, marginals, stretches

LABELS = ("O", "B-per", "I-per", "B-loc", "I-loc")
CHANCE = st.floats(0.001, 1)
ROWS = st.lists(st.lists(CHANCE, min_size=5, max_size=5).map(lambda row: [one / sum(row) for one in row]), max_size=4)


def may_stand(labels: tuple[str, ...]) -> bool:
    pairs = zip(("O", *labels), labels, strict=False)
    return all(not after.startswith("I-") or before[2:] == after[2:] for before, after in pairs)


def all_sequences(rows: list[list[float]]) -> dict[tuple[str, ...], float]:
    """Every sequence that may stand with its chance, the slow and plain way."""
    every = (labels for labels in product(LABELS, repeat=len(rows)) if may_stand(labels))
    return {labels: prod(row[LABELS.index(one)] for row, one in zip(rows, labels, strict=True)) for labels in every}


def test_a_name_that_is_never_opened_is_opened_or_left() -> None:
    assert best([[0.1, 0.2, 0.7, 0, 0], [0.1, 0.1, 0.8, 0, 0]], LABELS) == ["B-per", "I-per"]
    assert best([[0.6, 0.05, 0.3, 0.05, 0], [0.55, 0.05, 0.4, 0, 0]], LABELS) == ["O", "O"]


def test_a_person_does_not_go_on_as_a_place() -> None:
    labels = best([[0, 0.9, 0.1, 0, 0], [0, 0.1, 0.3, 0, 0.6]], LABELS)
    assert labels == ["B-per", "I-per"]


@given(ROWS)
def test_the_best_is_the_likeliest_of_all_that_may_stand(rows: list[list[float]]) -> None:
    chances = all_sequences(rows)
    assert chances[tuple(best(rows, LABELS))] == pytest.approx(max(chances.values()))


@given(ROWS)
def test_odds_are_those_of_all_that_may_stand(rows: list[list[float]]) -> None:
    chances = all_sequences(rows)
    total = sum(chances.values())
    for at, row in enumerate(marginals(rows, LABELS)):
        for label, chance in zip(LABELS, row, strict=True):
            whole = sum(one for labels, one in chances.items() if labels[at] == label)
            assert chance == pytest.approx(whole / total, abs=1e-6)


@given(st.lists(st.sampled_from(LABELS), max_size=8))
def test_stretches_lie_in_order_and_apart(labels: list[str]) -> None:
    end = 0
    for start, stop, kind in stretches(labels):
        assert end <= start < stop
        assert {label[2:] for label in labels[start:stop]} == {kind}
        end = stop


def test_stretches_of_two_names_side_by_side() -> None:
    assert list(stretches(["B-per", "I-per", "B-per", "O", "B-loc"])) == [(0, 2, "per"), (2, 3, "per"), (4, 5, "loc")]


def test_no_words_no_labels() -> None:
    assert best([], LABELS) == []
    assert marginals([], LABELS) == []
