"""Records as tables: what a number means stands beside it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tawthiq.cli.cards import limited
from tawthiq.model import EDTF, Bound, Count, Range, Text, When
from tawthiq.model.value import Value
from tests.cli.running import data, done


@pytest.mark.parametrize(
    ("value", "bound", "shown"),
    [
        (Count(Range.exactly(12)), Bound.EXACT, "12"),
        (Count(Range.exactly(12)), Bound.AT_LEAST, "12+"),
        (Count(Range.at_least(12)), Bound.AT_LEAST, "12+"),
        (Count(Range.exactly(12)), Bound.AT_MOST, "≤12"),
        (Count(Range(0, 12)), Bound.AT_MOST, "≤12"),
        (Count(Range(12, 15)), Bound.ABOUT, "~12–15"),
        (Count(Range.exactly(30)), Bound.PERCENT, "30%"),
        (When(EDTF("2023-10")), Bound.ABOUT, "2023-10"),
        (Text("ناطور"), Bound.EXACT, "ناطور"),
    ],
)
def test_a_number_is_shown_with_its_bound(value: Value, bound: Bound, shown: str) -> None:
    assert limited(value, bound) == shown


def test_a_list_takes_no_share_and_no_lower_limit_for_the_number(tmp_path: Path) -> None:
    (tmp_path / "month.txt").write_text(
        "2020-09-01\nحصيلة آب\nوثّق مرصد الجنوب للحقوق مقتل ما لا يقل عن 71 شخصاً في درعا خلال شهر آب 2020، "
        "وشكّل المدنيون 30 في المئة من القتلى.\n",
        encoding="utf-8",
    )
    store = tmp_path / "month.db"
    done("read", tmp_path / "month.txt", "--store", store)
    values = [value for record in data("show", "tally", "--store", store) for value in record["values"]["value"]]
    assert values == ["30%", "71+"]
    shown = done("show", "tally", "--store", store).stdout.split()
    assert {"30%", "71+"} <= set(shown)
