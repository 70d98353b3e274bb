"""Words, numbers and signs with their places."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from tawthiq.text.tokens import tokenize


def words(text: str) -> list[str]:
    return [token.text for token in tokenize(text)]


def test_signs_stand_apart_from_words() -> None:
    assert words("«القُصير»، (درعا).") == ["«", "القُصير", "»", "،", "(", "درعا", ")", "."]


def test_numbers_keep_their_separators() -> None:
    assert words("1,983 و١٬٩٨٣ و11.5%") == ["1,983", "و", "١٬٩٨٣", "و", "11.5", "%"]


def test_digits_part_from_letters() -> None:
    assert words("الـ30 درعا24") == ["الـ", "30", "درعا", "24"]


def test_a_broken_word_is_one() -> None:
    tokens = tokenize("ارتقى الشهـ ـيـ ـد اليوم")
    assert [token.norm for token in tokens] == ["ارتقي", "الشهيد", "اليوم"]


def test_line_breaks_are_tokens() -> None:
    assert words("أ\nب") == ["أ", "\n", "ب"]


@given(st.text(max_size=80))
def test_tokens_are_the_text_between_their_offsets_and_never_overlap(text: str) -> None:
    tokens = tokenize(text)
    assert all(text[token.start : token.end] == token.text != "" for token in tokens)
    assert all(a.end <= b.start for a, b in pairwise(tokens))


@given(st.text(max_size=80))
def test_no_letter_or_digit_is_lost(text: str) -> None:
    covered = {i for token in tokenize(text) for i in range(token.start, token.end)}
    assert all(i in covered for i, char in enumerate(text) if char.isalnum() and char not in "ـ")
