from __future__ import annotations

import pytest

from tawthiq.model import EDTF, Bound, Range
from tawthiq.publish.report.content import Quantity
from tawthiq.publish.report.templates import Templates
from tawthiq.publish.report.wording import Wording

ARABIC, ENGLISH = Wording.of(Templates(), "ar"), Wording.of(Templates(), "en")


@pytest.mark.parametrize(
    ("date", "arabic", "english"),
    [
        ("2023-11-09", "9 تشرين الثاني 2023", "9 November 2023"),
        ("2023-10", "تشرين الأول 2023", "October 2023"),
        ("2020", "2020", "2020"),
        ("2020~", "نحو 2020", "about 2020"),
        ("2020-03?", "آذار 2020 (غير مؤكد)", "March 2020 (uncertain)"),
        ("2018-08/2023-10", "من آب 2018 إلى تشرين الأول 2023", "August 2018 to October 2023"),
        ("2018-08/..", "منذ آب 2018", "since August 2018"),
        ("../2018", "حتى 2018", "until 2018"),
    ],
)
def test_dates(date: str, arabic: str, english: str) -> None:
    assert (ARABIC.date(EDTF(date)), ENGLISH.date(EDTF(date))) == (arabic, english)


def test_short_dates_stay_iso() -> None:
    assert ENGLISH.short_date(EDTF("2022-04-04/2022-04-05")) == "2022-04-04 to 2022-04-05"
    assert ARABIC.short_date(EDTF("2022-04/..")) == "منذ 2022-04"
    assert ARABIC.short_date(None) == "بلا تاريخ"


@pytest.mark.parametrize(
    ("held", "bound", "short"),
    [
        (Range.exactly(0), Bound.EXACT, "0"),
        (Range.exactly(1983), Bound.EXACT, "1,983"),
        (Range.exactly(17), Bound.AT_LEAST, "17+"),
        (Range.at_least(17), Bound.EXACT, "17+"),
        (Range(12, 15), Bound.AT_LEAST, "12–15"),
        (Range.at_least(0), Bound.EXACT, "unknown"),
        (Range.exactly(0), Bound.AT_LEAST, "unknown"),
    ],
)
def test_figures_in_cells(held: Range, bound: Bound, short: str) -> None:
    assert ENGLISH.short(Quantity("f", "killed", held, bound)) == short
