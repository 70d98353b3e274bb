from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawthiq.publish.report.isolating import pieces


@pytest.mark.parametrize(
    ("text", "isolated"),
    [
        ("33 عملية", []),
        ("ما بين 12–15 قتيلاً", ["12–15"]),
        ("القتلى، 2021-12: 20+", ["2021-12", "20+"]),
        ("1,983 عملية", ["1,983"]),
        ("17+", ["17+"]),
        ("17", []),
        ("حركة ISIS", ["ISIS"]),
    ],
)
def test_what_keeps_its_own_order_in_arabic(text: str, isolated: list[str]) -> None:
    assert [piece.text for piece in pieces(text, "ar") if piece.direction == "ltr"] == isolated


def test_arabic_in_english_is_one_run() -> None:
    held = [piece.text for piece in pieces("said «قوات النظام» and حركة 15 أيار.", "en") if piece.direction == "rtl"]
    assert held == ["قوات النظام", "حركة 15 أيار"]


@given(st.text(alphabet="اب تج12–-+.,:/ abc«»\n", max_size=60), st.sampled_from(["ar", "en"]))
def test_pieces_joined_are_the_text(text: str, language: str) -> None:
    assert "".join(piece.text for piece in pieces(text, language)) == text
