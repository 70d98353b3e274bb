"""What is isolated inside Arabic text, and what is not."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from tawthiq.publish.pages.bidi import cut, isolate, isolate_plain, runs


@pytest.mark.parametrize(
    ("text", "isolated"),
    [
        ("يوم 2023-10-31 في درعا", ["2023-10-31"]),
        ("بين 12–15 قتيلاً", ["12–15"]),
        ("— صوت الوادي (@sawt_alwadi) October 14, 2022", ["@sawt_alwadi", "October 14, 2022"]),
        ("في 14 October 2022، طائرة T-55", ["14 October 2022", "T-55"]),
        ("39% من 1,983", ["39%", "1,983"]),
        ("https://example.org/a-b ثم", ["https://example.org/a-b"]),
        ("عام 2018 قتل 33, 17, 12 شخصاً", []),
        ("#درعا", []),
        (" Two killed (BBC). ", ["Two killed (BBC)."]),
    ],
)
def test_runs(text: str, isolated: list[str]) -> None:
    assert [run.of(text) for run in runs(text)] == isolated


@given(st.text(st.sampled_from("ابx1–-<&>\"' @/\n.,"), max_size=30))
def test_isolating_adds_marks_and_nothing_else(text: str) -> None:
    html = isolate(text)
    assert Markup(re.sub("</?bdi[^>]*>", "", html)).unescape() == text
    assert isolate_plain(text).translate({0x2068: None, 0x2069: None}) == text


def test_markup_in_a_run_is_escaped() -> None:
    assert isolate("a<b>") == Markup('<bdi dir="ltr">a&lt;b&gt;</bdi>')
    assert isolate("قال a<b>") == Markup('قال <bdi dir="ltr">a</bdi>&lt;<bdi dir="ltr">b</bdi>&gt;')


@given(st.text(st.sampled_from("اب \n"), max_size=40), st.integers(2, 20))
def test_a_cut_line_is_short_and_one_line(text: str, most: int) -> None:
    line = cut(text, most)
    assert len(line) <= most
    assert "\n" not in line
    assert " ".join(text.split()).startswith(line.removesuffix("…"))
