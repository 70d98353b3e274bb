from datetime import date

import pytest

from tawthiq.link.resolving.when import Window, date_level, window
from tawthiq.model import EDTF

PUBLISHED = date(2024, 3, 10)


def said(text: str) -> Window | None:
    return window(EDTF(text), PUBLISHED, 14)


@pytest.mark.parametrize(
    ("a", "b", "level"),
    [
        ("2024-03-08", "2024-03-08", "same_day"),
        ("2024-03-08/2024-03-09", "2024-03-09", "same_day"),
        ("2024-03-08", "2024-03-09", "next_day"),
        ("2024-03-08", "2024-03-11", "days"),
        ("2024-03-08", "2024-03-12", "apart"),
        ("2024-03", "2024-03-08", "overlap"),
        ("2024", "2024-03", "overlap"),
        ("2023-02", "2024-03-08", "apart"),
    ],
)
def test_how_two_dates_agree(a: str, b: str, level: str) -> None:
    assert date_level(said(a), said(b), 3) == date_level(said(b), said(a), 3) == level


def test_an_undated_incident_lies_before_its_report_and_says_nothing_of_the_day() -> None:
    guess = window(None, PUBLISHED, 14)
    assert guess == Window(date(2024, 2, 25), PUBLISHED)
    assert date_level(guess, said("2024-03-08"), 3) is None
    assert window(None, None, 14) is None


def test_an_open_end_reaches_to_the_publication() -> None:
    assert said("2024-03-01/..") == Window(date(2024, 3, 1), PUBLISHED, "2024-03-01/..")
    assert said("../2024-03-01") is not None
