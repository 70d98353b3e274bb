"""Confidence against what is right, in bins of equal count."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawthiq.evaluate.calibration import Bin, Judged, calibration

some = st.lists(st.builds(Judged, st.floats(0, 1), st.booleans()), max_size=50)


def test_confidence_that_means_what_it_says_has_no_error() -> None:
    claims = [Judged(0.75, True)] * 3 + [Judged(0.75, False)]
    assert calibration(claims, bins=1).bins == (Bin(4, 0.75, 0.75),)
    assert calibration(claims, bins=1).error == 0


def test_the_error_is_the_mean_distance_of_the_bins() -> None:
    claims = [Judged(0.2, True), Judged(0.2, False), Judged(0.9, True), Judged(0.9, True)]
    assert calibration(claims, bins=2).error == pytest.approx((0.3 + 0.1) / 2)


@given(some, st.integers(1, 12))
def test_every_claim_is_in_one_bin_and_bins_are_of_about_one_size(claims: list[Judged], bins: int) -> None:
    result = calibration(claims, bins)
    sizes = [bin_.claims for bin_ in result.bins]
    assert sum(sizes) == result.claims == len(claims)
    assert max(sizes, default=0) - min(sizes, default=0) <= 1
    assert 0 <= result.error <= 1
    means = [bin_.confidence for bin_ in result.bins]
    assert means == pytest.approx(sorted(means))
