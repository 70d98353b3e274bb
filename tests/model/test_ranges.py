"""Counts are ranges: unknown is not zero, and the top may be open."""

from __future__ import annotations

from functools import reduce
from operator import or_

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawthiq.errors import ValueFormatError
from tawthiq.model import Range, hull

LOW = st.integers(0, 10_000)
RANGES = st.builds(lambda low, more: Range(low, None if more is None else low + more), LOW, st.none() | LOW)


def holds(range_: Range, n: int) -> bool:
    return range_.min <= n and (range_.max is None or n <= range_.max)


@pytest.mark.parametrize("ends", [(-1, 2), (3, 2), (-1, None)])
def test_what_is_no_range(ends: tuple[int, int | None]) -> None:
    with pytest.raises(ValueFormatError, match="not a range of counts"):
        Range(*ends)


def test_dozens_and_seven() -> None:
    assert Range.at_least(20) + Range.exactly(7) == Range(27, None)
    assert Range.at_least(20) | Range.exactly(7) == Range(7, None)


@pytest.mark.parametrize(("range_", "shown"), [(Range(3, 3), "3"), (Range(3, 5), "3–5"), (Range(20, None), "20+")])
def test_shown(range_: Range, shown: str) -> None:
    assert str(range_) == shown


def test_nothing_stated_has_no_range() -> None:
    assert hull([]) is None


@given(RANGES, RANGES, RANGES)
def test_sums_may_be_taken_in_any_order(a: Range, b: Range, c: Range) -> None:
    assert a + b == b + a
    assert (a + b) + c == a + (b + c)
    assert a + Range.exactly(0) == a


@given(RANGES, RANGES, RANGES)
def test_versions_may_be_united_in_any_order(a: Range, b: Range, c: Range) -> None:
    assert a | b == b | a
    assert (a | b) | c == a | (b | c)
    assert a | a == a


@given(RANGES, RANGES, st.integers(0, 20_000), st.integers(0, 20_000))
def test_the_sum_holds_every_sum(a: Range, b: Range, m: int, n: int) -> None:
    if holds(a, m) and holds(b, n):
        assert holds(a + b, m + n)


@given(RANGES, RANGES, st.integers(0, 20_000))
def test_the_union_holds_what_either_holds(a: Range, b: Range, n: int) -> None:
    if holds(a, n) or holds(b, n):
        assert holds(a | b, n)


@given(RANGES)
def test_exact_is_one_number(range_: Range) -> None:
    assert range_.exact == (range_ == Range.exactly(range_.min))


@given(st.lists(RANGES, min_size=1, max_size=5))
def test_hull_is_the_union_of_all(ranges: list[Range]) -> None:
    assert hull(ranges) == reduce(or_, ranges)
