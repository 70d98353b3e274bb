"""Lengths of time beyond the calendar give no date, and stop nothing."""

from __future__ import annotations

import pytest

from tawthiq.extract import read_report
from tests.extract.pages import page_of

LENGTHS = ["قبل 5000 سنة", "قبل 99999999999 يوما", "منذ 99999999 عاما", "خلال 99999999 شهرا", "قبل 700 قرن",
           "خلال الأيام الـ99999999 الماضية", "بعد 99999999999 يوما على مقتل قائده",
           "قبل ذلك بـ99999999 شهر"]  # fmt: skip


@pytest.mark.parametrize("length", LENGTHS)
@pytest.mark.parametrize("published", ["2024-05-20", "1900-01-01", None])
def test_a_length_beyond_the_calendar_is_no_date(length: str, published: str | None) -> None:
    text = f"قُتل سامر الحلقي في بلدة نوى {length}، ووثق المرصد السوري {length} مقتل 17 شخصاً."
    claims = read_report(page_of(text, published).report)
    assert any(claim.predicate == "name" for claim in claims)
