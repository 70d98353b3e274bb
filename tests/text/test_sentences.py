"""Sentences end where a reader pauses, not at every point."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tawthiq.text.sentences import split_sentences
from tawthiq.text.tokens import tokenize


def sentences(text: str) -> list[str]:
    return [sentence.span.of(text) for sentence in split_sentences(tokenize(text))]


def test_points_question_marks_and_line_breaks_end_sentences() -> None:
    assert sentences("انتهى القتال. هل عاد الأهالي؟ نعم!\nعنوان") == [
        "انتهى القتال.",
        "هل عاد الأهالي؟",
        "نعم!",
        "عنوان",
    ]


def test_a_closing_mark_stays_with_its_sentence() -> None:
    assert sentences("قال: «انتهى الأمر.» ثم غادر.") == ["قال: «انتهى الأمر.»", "ثم غادر."]


def test_abbreviations_numbers_and_addresses_do_not_end_one() -> None:
    text = "حضر تي.اس وبلغ المعدل 11.5 بحسب twitter.com اليوم."
    assert sentences(text) == [text]


def test_paragraphs_are_counted_by_lines() -> None:
    found = split_sentences(tokenize("أول.\n\nثان. ثالث."))
    assert [sentence.paragraph for sentence in found] == [0, 2, 2]


@given(st.text(alphabet='ابت .؟!\n«»"1', max_size=60))
def test_every_word_is_in_exactly_one_sentence(text: str) -> None:
    tokens = tokenize(text)
    held = [i for s in split_sentences(tokens) for i in range(s.first, s.last)]
    assert len(held) == len(set(held))
    assert {i for i, token in enumerate(tokens) if token.is_word} <= set(held)
