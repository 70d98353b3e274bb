"""A report is its bytes, its text, and the day that anchors its relative dates."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from tawthiq.model import Report

REPORT = Report("ab" * 32, "نص", "nawa", date(2023, 11, 11), retrieved="2023-11-12T08:00:00+00:00")


@pytest.mark.parametrize("change", [{"sha256": "cd" * 32}, {"text": "نص آخر"}, {"published": None}], ids=str)
def test_what_makes_another_report(change: dict[str, Any]) -> None:
    assert replace(REPORT, **change).id != REPORT.id


@pytest.mark.parametrize("change", [{"retrieved": None}, {"name": "copy"}, {"outlet": "شبكة"}], ids=str)
def test_what_is_the_same_report_found_again(change: dict[str, Any]) -> None:
    assert replace(REPORT, **change).id == REPORT.id
