from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawthiq.text.search import first_match, index_terms, parse_query, search_terms


def finds(query: str, text: str) -> bool:
    terms = set(index_terms(text))
    return all(terms.intersection(wanted.variants) for wanted in parse_query(query))


SAME = [
    ("أحمد", "احمد"),
    ("أحمد", "إحمد"),
    ("أبازيد", "ابازيد"),
    ("أبازيد", "أبو زيد"),
    ("أبا زيد", "أبي زيد"),
    ("عبدالله", "عبد الله"),
    ("أبو عبدالله", "أبو عبد الله"),
    ("نور الدين", "نورالدين"),
    ("القُصير", "القصير"),
    ("والمدنيين", "مدنيين"),
    ("للمدنيين", "مدنيين"),
    ("وللمدنيين", "المدنيين"),
    ("وبالمدنيين", "مدنيين"),
    ("فالمدنيين", "كالمدنيين"),
    ("شـهــيد", "شهيد"),
    ("مدرسة", "مدرسه"),
    ("١٩٨٣", "1983"),
    ("1,983", "1983"),
    ("DARAA", "daraa"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_spellings_find_each_other(one: str, other: str) -> None:
    assert finds(one, f"قتل {other} في درعا")
    assert finds(other, f"قتل {one} في درعا")


@pytest.mark.parametrize(
    ("query", "text"),
    [("وعبد الله", "عبدالله"), ("عبدالله", "إلى وعبد الله"), ("لأحمد", "أحمد"), ("عبد الرحمن أحمد", "أحمد عبدالرحمن")],
)
def test_particles_and_order_do_not_hide_a_match(query: str, text: str) -> None:
    assert finds(query, text)


@pytest.mark.parametrize(
    ("query", "text"),
    [("أحمد", "محمد"), ("أحمد محمود", "أحمد"), ("عبد الله", "عبد الرحمن رحمه الله"), ("عبد الله", "عبد، الله")],
)
def test_other_words_are_not_found(query: str, text: str) -> None:
    assert not finds(query, text)


def test_near_variants_keep_the_letters_of_the_word() -> None:
    (karim,) = parse_query("كريم")
    assert karim.near == ("كريم",)
    assert "ريم" in karim.variants
    (civilians,) = parse_query("والمدنيين")
    assert civilians.near == ("والمدنيين", "المدنيين", "مدنيين")


def test_first_match_is_a_span_of_the_text() -> None:
    text = "قتل المدعو عبد الله القاسم والمدنيين معه"
    span = first_match(text, parse_query("عبدالله"))
    assert span is not None
    assert span.of(text) == "عبد الله"
    assert first_match(text, parse_query("حلب")) is None


def test_first_match_prefers_the_letters_asked_for() -> None:
    text = "ريم ثم كريم"
    span = first_match(text, parse_query("كريم"))
    assert span is not None
    assert span.of(text) == "كريم"


@given(st.text())
def test_a_text_is_found_by_its_own_words(text: str) -> None:
    assert finds(text, text)


@given(st.one_of(st.text(), st.text(alphabet="عبداللهوفكأ .1,\ufdfa\ufe70\u06fd")))
def test_terms_are_single_words_without_signs(text: str) -> None:
    terms = search_terms(text).split()
    assert len(terms) == len(set(terms))
    assert all(term.isalnum() for term in terms)
