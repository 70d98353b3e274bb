from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tawthiq.link.resolving.grouping import group

SIZE = 7
pair = st.tuples(st.integers(0, SIZE - 1), st.integers(0, SIZE - 1)).filter(lambda ab: ab[0] < ab[1])
odds = st.dictionaries(pair, st.floats(-10, 10, allow_nan=False))


def test_what_is_likely_comes_together_and_the_rest_stays() -> None:
    assert group(4, {(0, 1): 3.0, (1, 2): -2.0}) == [(0, 1), (2,), (3,)]


def test_one_likely_pair_does_not_chain_two_groups() -> None:
    two_events = {(0, 1): 5.0, (2, 3): 5.0, (1, 2): 1.0, (0, 2): -6.0, (0, 3): -6.0, (1, 3): -6.0}
    assert group(4, two_events) == [(0, 1), (2, 3)]


def test_what_was_judged_the_same_is_together_and_what_was_judged_different_is_not() -> None:
    assert group(3, {(0, 1): -9.0, (1, 2): 9.0, (0, 2): 9.0}, same=[(0, 1)], different=[(1, 2)]) == [(0, 1), (2,)]
    assert group(3, {(0, 1): 5.0, (0, 2): 5.0, (1, 2): 5.0}, different=[(0, 1)])[0] != (0, 1)


@given(odds, st.lists(pair, max_size=3), st.lists(pair, max_size=4), st.floats(-3, 5))
def test_groups_part_the_things_and_never_cross_a_different(
    known: dict[tuple[int, int], float],
    same: list[tuple[int, int]],
    different: list[tuple[int, int]],
    least: float,
) -> None:
    made = group(SIZE, known, same, different, least)
    assert sorted(at for members in made for at in members) == list(range(SIZE))
    home = {at: members for members in made for at in members}
    assert all(home[a] != home[b] for a, b in different)
    assert made == group(SIZE, dict(reversed(known.items())), same, list(reversed(different)), least)
