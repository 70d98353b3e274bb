"""Names that are the same to a reader, and names that only look it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawthiq.evaluate.names import any_same, equal, same, share

names = st.lists(st.sampled_from(["محمد", "أبي", "الحريري", "قوات", "درعا", "حي"]), max_size=4).map(" ".join)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("محمّد الحريرى", "محمد حريري"),
        ("أبي زريق", "أبو زريق"),
        ("مدينة درعا", "درعا"),
        ("الفرقة الرابعة", "الفرقة الرابعة المدرعة"),
        ("مدينة", "مدينة"),
        ("BBC", "bbc"),
    ],
)
def test_one_name(a: str, b: str) -> None:
    assert same(a, b)
    assert same(b, a)


@pytest.mark.parametrize(
    ("a", "b"), [("علي", "علي الحريري"), ("درعا", "دمشق"), ("", "درعا"), ("،", "،"), (None, "درعا")]
)
def test_two_names(a: str | None, b: str) -> None:
    assert not same(a, b)
    assert not same(b, a)


@given(names, names)
def test_equal_names_are_the_same_and_sameness_has_no_side(a: str, b: str) -> None:
    assert same(a, b) == same(b, a)
    if equal(a, b) and a:
        assert same(a, b)


def test_some_of_many() -> None:
    assert any_same(["حلب", "مدينة درعا"], ["درعا"])
    assert not any_same([], ["درعا"])


def test_the_share_is_of_the_shorter_text() -> None:
    assert share("وقف النار", "وقف إطلاق النار في درعا") == 1
    assert share("وقف القصف", "وقف النار") == 0.5
    assert share("", "وقف") == share(None, None) == 0
