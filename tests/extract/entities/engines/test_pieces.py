"""Words cut into pieces: nothing of a word is lost, and the likeliest cut wins."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tawthiq.extract.entities.engines.encoder import pieces as shipped
from tawthiq.extract.entities.engines.pieces import BEGIN, END, START, UNKNOWN, Pieces, plain
from tawthiq.text.tokens import tokenize

ARABIC = st.text(st.characters(min_codepoint=0x0621, max_codepoint=0x0652), min_size=1, max_size=20)

SMALL = Pieces(
    [UNKNOWN, BEGIN, END, START, f"{START}و", "درعا", "د", "ر", "ع", "ا"], [0, 0, 0, -3, -3, -4, -5, -5, -5, -5]
)


def test_the_cut_with_the_highest_score_wins() -> None:
    assert SMALL.cut("ودرعا") == (f"{START}و", "درعا")
    assert SMALL.cut("رعد") == (START, "ر", "ع", "د")


def test_a_letter_that_no_piece_holds_stands_alone_and_is_unknown() -> None:
    assert SMALL.cut("دق") == (START, "د", "ق")
    assert SMALL.encode("دق") == (3, 6, 0)


@given(ARABIC)
def test_pieces_make_the_word_again(word: str) -> None:
    assert "".join(shipped().cut(word)) == START + plain(word)


@given(st.text(max_size=60))
def test_any_word_of_any_text_has_pieces(text: str) -> None:
    for token in tokenize(text):
        assert shipped().encode(token.text)


@given(ARABIC)
def test_marks_tatweel_and_the_digits_of_a_keyboard_change_nothing(word: str) -> None:
    assert plain(plain(word)) == plain(word)
    assert shipped().cut("ش\u064eهـــيد") == shipped().cut("شهيد")
    assert shipped().cut("٢٠٢٣") == shipped().cut("2023")


def test_every_letter_and_digit_is_a_piece_of_the_shipped_vocabulary() -> None:
    unknown = shipped().numbers[UNKNOWN]
    for sign in 'ابتثجحخدذرزسشصضطظعغفقكلمنهويءآأإؤئةى0123456789abcxyzABCXYZ،؛؟.:()"«»':
        assert unknown not in shipped().encode(sign), sign
