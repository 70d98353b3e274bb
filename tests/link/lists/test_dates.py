from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawthiq.link.lists.dates import listed_date


@pytest.mark.parametrize(
    ("written", "edtf"),
    [
        ("09 Feb 1979", "1979-02-09"),
        ("9 February 1979", "1979-02-09"),
        ("Feb 1979", "1979-02"),
        ("1979", "1979"),
        ("circa 1979", "1979~"),
        ("approximately 1979", "1979~"),
        ("1977 to 1979", "1977/1979"),
        ("Between 1977 and 1979", "1977/1979"),
        ("09/02/1979", "1979-02-09"),
        ("00/00/1979", "1979"),
        ("00/02/1979", "1979-02"),
        ("1979-02-09", "1979-02-09"),
        ("1979-02-09T00:00:00.000+02:00", "1979-02-09"),
        ("February 9, 1979", "1979-02-09"),
        ("31 Feb 1979", None),
        ("0000", None),
        ("in his forties", None),
        ("", None),
    ],
)
def test_dates_as_lists_write_them(written: str, edtf: str | None) -> None:
    assert listed_date(written) == edtf


@given(st.dates(min_value=date(1000, 1, 1)))
def test_any_day_comes_back_however_it_is_written(day: date) -> None:
    for form in ("%Y-%m-%d", "%d/%m/%Y", "%d %b %Y", "%d %B %Y"):
        assert listed_date(day.strftime(form)) == day.isoformat()


@given(st.text())
def test_any_words_are_read_or_left(words: str) -> None:
    listed_date(words)
