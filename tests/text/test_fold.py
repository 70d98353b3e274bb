"""Spelling variants fold to one form, and every folded letter knows where it stood."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawthiq.text.fold import fold, fold_phrase, fold_phrases, fold_word

ARABIC = st.text(alphabet="ابتحدرسعقلمنهوي أإآىةؤئ\u064b\u0651\u0640\u200f\u2067٣۴.،\n ", max_size=60)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("أحمد", "احمد"),
        ("إدلب", "ادلب"),
        ("آل", "ال"),
        ("مصطفى", "مصطفي"),
        ("حسكة", "حسكه"),
        ("مسؤول", "مسوول"),
        ("مئة", "ميه"),
        ("القُصَيْر", "القصير"),
        ("محمـــد", "محمد"),
        ("\u200fدرعا\u200f", "درعا"),
        ("ﻣﺤﻤﺪ", "محمد"),
        ("١٢٣", "123"),
        ("۱۲۳", "123"),
        ("شهـ ـيـ ـد", "شهيد"),
        ("الشـ.ـهيد", "الشهيد"),
        ("Daraa", "daraa"),
    ],
)
def test_variants_of_one_spelling(a: str, b: str) -> None:
    assert fold_word(a) == fold_word(b)


def test_words_that_differ_stay_apart() -> None:
    assert len({fold_word(word) for word in ("محمد", "محمود", "حسن", "حسين", "درعا", "دارع")}) == 6


def test_a_folded_stretch_leads_back_to_its_code_points() -> None:
    text = "ارتقى الشهـ ـيـ ـد في القُصير."
    folded = fold(text)
    at = folded.norm.index("الشهيد")
    assert folded.source(at, at + len("الشهيد")).of(text) == "الشهـ ـيـ ـد"
    at = folded.norm.index("القصير")
    assert folded.source(at, at + len("القصير")).of(text) == "القُصير"


def test_a_phrase_is_its_words() -> None:
    assert fold_phrase("«قوات الأسد»، ") == "قوات الاسد"


@given(st.lists(ARABIC | st.text(alphabet="ابأةىؤ\u0650\u0653 ", max_size=8) | st.text(max_size=5), max_size=5))
def test_phrases_fold_together_as_each_does_alone(phrases: list[str]) -> None:
    assert fold_phrases(phrases) == [fold_phrase(phrase) for phrase in phrases]


@given(ARABIC)
def test_sources_run_forward_and_cover_what_is_folded(text: str) -> None:
    folded = fold(text)
    assert len(folded.norm) == len(folded.starts) == len(folded.ends)
    assert all(a <= b for places in (folded.starts, folded.ends) for a, b in pairwise(places))
    assert all(0 <= start < end <= len(text) for start, end in zip(folded.starts, folded.ends, strict=True))


@given(ARABIC)
def test_an_offset_leads_to_the_first_folded_letter_behind_it(text: str) -> None:
    folded = fold(text)
    for offset in range(len(text) + 1):
        at = folded.at(offset)
        assert all(start < offset for start in folded.starts[:at])
        assert all(start >= offset for start in folded.starts[at:])


@given(ARABIC)
def test_folding_twice_changes_nothing(text: str) -> None:
    once = fold(text).norm
    assert fold(once).norm == once
    assert fold_word(fold_word(text)) == fold_word(text)
