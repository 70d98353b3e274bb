"""Dates as they are known: a day, a month, a year, an interval, open at an end."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawthiq.errors import ValueFormatError
from tawthiq.model import EDTF

DAYS = st.dates(date(1, 1, 1))
POINTS = st.one_of(
    DAYS.map(EDTF.day),
    DAYS.map(lambda day: EDTF.month(day.year, day.month)),
    DAYS.map(lambda day: EDTF.year(day.year)),
)
MARKED = st.builds(lambda point, mark: EDTF(point.text + mark), POINTS, st.sampled_from(["", "~", "?", "%"]))


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("2023-11-11", date(2023, 11, 11), date(2023, 11, 11)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2020~", date(2020, 1, 1), date(2020, 12, 31)),
        ("2018/2023-10-31", date(2018, 1, 1), date(2023, 10, 31)),
        ("2018-07/..", date(2018, 7, 1), None),
        ("../2018", None, date(2018, 12, 31)),
        ("/2018", None, date(2018, 12, 31)),
    ],
)
def test_first_and_last_day(text: str, earliest: date | None, latest: date | None) -> None:
    known = EDTF(text)
    assert (known.earliest, known.latest) == (earliest, latest)


@pytest.mark.parametrize(
    "text",
    ["", "..", "/", "../..", "2023-13", "2023-02-30", "2023-00", "0000", "23-11-11", "2023-1-5", "2023/2022", "1/2/3",
     "2023-11-11T10:00", "2023/2023/2023", "٢٠٢٣"],
)  # fmt: skip
def test_what_is_no_date(text: str) -> None:
    with pytest.raises(ValueFormatError):
        EDTF(text)


def test_day_and_interval_are_told_apart() -> None:
    assert EDTF("2023-11-11").is_day
    assert not EDTF("2023-11").is_day
    assert EDTF("2018/..").is_interval
    assert not EDTF("2018/..").is_day


@given(DAYS)
def test_a_day_comes_back(day: date) -> None:
    known = EDTF.day(day)
    assert known.is_day
    assert known.earliest == known.latest == day


@given(MARKED)
def test_earliest_is_never_after_latest(point: EDTF) -> None:
    assert point.earliest is not None
    assert point.latest is not None
    assert point.earliest <= point.latest
    assert EDTF(str(point)) == point


@given(st.none() | MARKED, st.none() | MARKED)
def test_an_interval_runs_forward_or_is_refused(start: EDTF | None, end: EDTF | None) -> None:
    try:
        known = EDTF.interval(start, end)
    except ValueFormatError:
        backward = start and end and start.earliest and end.latest and start.earliest > end.latest
        assert backward or start is end is None
    else:
        assert known.is_interval
        assert known.earliest == (start.earliest if start else None)
        assert known.latest == (end.latest if end else None)
