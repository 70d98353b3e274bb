from __future__ import annotations

import json

import pytest

from tawthiq.errors import InputError, UsageError
from tawthiq.figures.estimation.estimate import Method, Options, Selection, estimate
from tawthiq.figures.estimation.overlap import overlap_of, overlap_of_members, read_overlap
from tests.figures.estimation.tables import published


def test_an_estimate_has_an_interval_and_all_models_beside_it() -> None:
    made = estimate(published("kosovo_4list"), Method.LOGLINEAR)
    assert made.low is not None
    assert made.high is not None
    assert made.low < (made.point or 0) < made.high
    assert len(made.models) == 113
    assert json.loads(json.dumps(made.to_json()))["model"] == "[123,14,34]"


@pytest.mark.parametrize(
    ("counts", "lists", "reason"),
    [
        ({1: 5, 2: 5, 3: 1}, "ab", "fewer than three lists"),
        ({}, "abc", "nobody is on any list"),
        ({1: 5, 2: 5, 3: 1}, "abc", "nobody is on the list c"),
        ({1: 5, 2: 5, 3: 2, 4: 9}, "abc", "no overlap: the list c shares nobody"),
    ],
)
def test_no_number_where_the_lists_carry_none(counts: dict[int, int], lists: str, reason: str) -> None:
    for method in Method:
        made = estimate(overlap_of(lists, counts), method)
        assert reason in made.reason
        assert made.point is made.low is made.high is None


def test_models_that_fit_alike_and_disagree_give_no_number() -> None:
    made = estimate(published("UKdat_5"), Method.LOGLINEAR)
    assert "disagree by more than a factor of 2" in made.reason
    assert estimate(published("UKdat_5"), Method.LOGLINEAR, Options(factor=3)).point == pytest.approx(12141.8, abs=0.1)
    assert estimate(published("UKdat_5"), Method.LOGLINEAR, Options(select=Selection.STEPWISE)).point == pytest.approx(
        11313.0, abs=0.1
    )


def test_a_boundary_is_no_estimate() -> None:
    made = estimate(overlap_of("abc", {1: 10, 2: 10, 3: 5, 7: 4}), Method.LOGLINEAR, Options(model="[12,13,23]"))
    assert made.reason.startswith("boundary estimate")


def test_dga_takes_five_lists_at_most() -> None:
    with pytest.raises(UsageError, match="5 lists at most"):
        estimate(published("UKdat"), Method.DGA)


def test_a_table_from_members_is_the_table_that_they_make() -> None:
    table = overlap_of_members({"a": ["x", "y"], "b": ["y", "z"], "c": ["y"]})
    assert table == overlap_of("abc", {1: 1, 2: 1, 7: 1})
    assert (table.on(0), table.on_both(0, 1), table.observed) == (2, 1, 3)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "a header"),
        ("a,b,n\n1,2,5\n", r"t\.csv, row 2, cell b: '2' is neither 0 nor 1"),
        ("a,b,n\n1,0,many\n", r"t\.csv, row 2, last cell: 'many' is not a count"),
        ("a,b,n\n1,0\n", r"t\.csv, row 2: 2 cells under 3 columns"),
        ("a,b,n\n0,0,7\n", r"t\.csv, row 2: a count of those on no list"),
        (",".join("abcdefghijk") + ",n\n" + "0," * 11 + "1\n", "11 lists; 10 at most"),
    ],
)
def test_a_table_that_cannot_be_read(text: str, message: str) -> None:
    with pytest.raises(InputError, match=message):
        read_overlap(text, "t.csv")
