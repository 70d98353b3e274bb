"""Spans count code points of the stored text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawthiq.errors import ValueFormatError
from tawthiq.model import Span, cover

SPANS = st.tuples(st.integers(0, 30), st.integers(0, 30)).map(lambda ends: Span(min(ends), max(ends)))


def test_words_of_a_span() -> None:
    assert Span(4, 8).of("في درعا اليوم") == "رعا "
    assert Span(1, 2).of("😀م") == "م"


@pytest.mark.parametrize("ends", [(-1, 2), (3, 2)])
def test_a_span_runs_forward_from_zero(ends: tuple[int, int]) -> None:
    with pytest.raises(ValueFormatError, match="span must run forward"):
        Span(*ends)


def test_neighbours_do_not_overlap() -> None:
    assert not Span(0, 3).overlaps(Span(3, 5))
    assert Span(0, 4).overlaps(Span(3, 5))


def test_only_a_span_lies_in_a_span() -> None:
    assert Span(2, 3) in Span(2, 3)
    assert Span(1, 3) not in Span(2, 3)
    assert 2 not in Span(2, 3)


@given(SPANS, SPANS)
def test_overlap_is_a_shared_point(a: Span, b: Span) -> None:
    shared = set(range(a.start, a.end)) & set(range(b.start, b.end))
    if a.start < a.end and b.start < b.end:
        assert a.overlaps(b) == b.overlaps(a) == bool(shared)


@given(st.lists(SPANS, min_size=1, max_size=5))
def test_cover_is_the_smallest_that_holds_all(spans: list[Span]) -> None:
    whole = cover(spans)
    assert all(span in whole for span in spans)
    assert whole.start in {span.start for span in spans}
    assert whole.end in {span.end for span in spans}
