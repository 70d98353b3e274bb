"""Lengths of time in words and in ISO 8601."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawthiq.agreements.durations import days_of, hours_of


@pytest.mark.parametrize(
    ("words", "hours"),
    [
        ("72 ساعة", 72), ("خلال ثلاثة أيام", 72), ("أسبوعين", 336), ("نصف ساعة", 0.5), ("فوراً", 0), ("يوم", 24),
        ("عشرة أيام", 240), ("ساعة واحدة", 1), ("PT72H", 72), ("P3D", 72), ("3 days", 72), ("سنة", 8760),
    ],
)  # fmt: skip
def test_hours(words: str, hours: float) -> None:
    assert hours_of(words) == hours


@pytest.mark.parametrize("words", ["", "لا شيء", "P", "قريباً", "ثلاثة رجال"])
def test_what_is_no_length_of_time(words: str) -> None:
    assert hours_of(words) is None


@given(st.integers(1, 500), st.sampled_from([("ساعة", 1), ("يوماً", 24), ("أسبوعاً", 168)]))
def test_digits_before_a_unit(number: int, unit: tuple[str, int]) -> None:
    assert hours_of(f"{number} {unit[0]}") == number * unit[1]


@given(st.integers(0, 10_000))
def test_days_surely_hold_the_hours(hours: int) -> None:
    assert hours <= 24 * days_of(hours) < hours + 24
