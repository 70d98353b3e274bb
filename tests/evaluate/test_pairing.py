"""One-to-one pairs, the best first; and the figures that follow."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawthiq.evaluate.pairing import Pairs, Score, Share, pair

numbers = st.lists(st.integers(0, 6), max_size=8)


def near(a: int, b: int) -> float:
    return max(0, 2 - abs(a - b))


def test_the_best_pair_is_taken_first() -> None:
    assert pair([1, 2], [2, 5], near) == Pairs(((1, 0),), 2, 2)
    assert pair([1, 2], [2, 5], near).missed == [0]
    assert pair([1, 2], [2, 5], near).made_up == [1]


@given(numbers, numbers)
def test_each_is_found_missed_or_made_up_once(gold: list[int], found: list[int]) -> None:
    pairs = pair(gold, found, near)
    assert sorted([i for i, _ in pairs.hits] + pairs.missed) == list(range(len(gold)))
    assert sorted([j for _, j in pairs.hits] + pairs.made_up) == list(range(len(found)))
    assert all(near(gold[i], found[j]) > 0 for i, j in pairs.hits)
    assert not any(near(gold[i], found[j]) for i in pairs.missed for j in pairs.made_up)


def test_figures() -> None:
    score = Score(2, 4, 3) + Score(1, 1, 1)
    assert score == Score(3, 5, 4)
    assert (score.precision, score.recall) == (0.75, 0.6)
    assert score.f1 == pytest.approx(2 * 0.75 * 0.6 / 1.35)
    assert (Share(1, 2) + Share(2, 2)).accuracy == 0.75


def test_where_there_is_nothing_to_find_finding_nothing_is_right() -> None:
    assert (Score().precision, Score().recall, Score().f1, Share().accuracy) == (1, 1, 1, 1)
    assert (Score(found=1).precision, Score(found=1).f1) == (0, 0)
    assert Score(gold=1).precision == 0
