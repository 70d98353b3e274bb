"""Words found again in a text that spells them otherwise."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawthiq.text.fold import fold
from tawthiq.text.locating import first_place, places_of


@pytest.mark.parametrize(
    ("text", "phrase", "found"),
    [
        ("قُتِل أحمد الحريري في درعا", "احمد الحريرى", "أحمد الحريري"),
        ("والحريري قال", "الحريري", "الحريري"),
        ("وبدرعا", "درعا", "درعا"),
        ("وقال للأمم المتحدة", "الأمم المتحدة", "للأمم المتحدة"),
        ("قائد «أسود الجبل»", "أسود الجبل", "أسود الجبل"),
        ("أسود، الجبل", "أسود الجبل", "أسود، الجبل"),
        ("1,983 عملية", "1,983", "1,983"),
        ("شهـ ـيـ ـد", "شهيد", "شهـ ـيـ ـد"),
    ],
)
def test_found(text: str, phrase: str, found: str) -> None:
    span = first_place(fold(text), phrase)
    assert span is not None
    assert span.of(text) == found


@pytest.mark.parametrize(
    ("text", "phrase"), [("درعاوي", "درعا"), ("بلدرعا", "رعا"), ("حسن", "أحمد"), ("درعا", ""), ("درعا", "«»")]
)
def test_not_found(text: str, phrase: str) -> None:
    assert list(places_of(fold(text), phrase)) == []


@given(st.lists(st.sampled_from(["درعا", "وَنوى", "في", "اللجاة", "12"]), min_size=1, max_size=6), st.data())
def test_words_of_a_text_are_found_in_it(words: list[str], data: st.DataObject) -> None:
    first = data.draw(st.integers(0, len(words) - 1))
    phrase = " ".join(words[first : data.draw(st.integers(first + 1, len(words)))])
    text = " ".join(words)
    assert phrase in {span.of(text) for span in places_of(fold(text), phrase)}
