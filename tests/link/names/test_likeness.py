"""Words of names, alike or not, whatever the script."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawthiq.link.names import likeness, parse
from tawthiq.link.names.tables import settings

LETTERS = st.text(alphabet="ابتثجحخدذرزسشصضطظعغفقكلمنهوي", min_size=1, max_size=8)
LATIN = st.text(alphabet="abcdefghijklmnopqrstuvwxyz", min_size=1, max_size=10)


def alike(a: str, b: str) -> float:
    return likeness(parse(a).line[0].key, parse(b).line[0].key)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("زريق", "Zureik"),
        ("زريق", "Zraiq"),
        ("قطيفان", "Kteifan"),
        ("عودة", "Audeh"),
        ("عودة", "Oda"),
        ("شحادة", "Chehade"),
        ("عبد الرحمن", "Abderrahmane"),
        ("عز الدين", "Ezzeddine"),
        ("الياس", "Elias"),
        ("خير بك".replace(" ", ""), "Khayrbik"),
        ("ḥusayn", "Hussein"),
        ("Nuʿaymī", "Nuaimi"),
        ("Jamal", "Gamal"),
        ("Shadi", "Chadi"),
        ("رؤوف", "رووف"),
        ("محمد", "محممد"),
    ],
)
def test_spellings_of_one_name_agree(a: str, b: str) -> None:
    assert alike(a, b) >= settings("name")["agree"]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("محمد", "محمود"),
        ("محمد", "Mahmoud"),
        ("Mohamed", "Mahmud"),
        ("حسن", "Hussein"),
        ("عمرو", "Omar"),
        ("علي", "Alaa"),
        ("زريق", "Zaid"),
        ("فارس", "Firas"),
        ("بشار", "بشرى"),
        ("نزار", "Nidal"),
    ],
)
def test_names_that_look_alike_are_vetoed(a: str, b: str) -> None:
    assert alike(a, b) <= settings("word")["veto"]


@given(LETTERS | LATIN, LETTERS | LATIN)
def test_likeness_is_a_share_the_same_both_ways(a: str, b: str) -> None:
    assert 0.0 <= likeness(a, b) <= 1.0
    assert likeness(a, b) == likeness(b, a)


@given(LETTERS | LATIN)
def test_a_word_is_like_itself(word: str) -> None:
    assert likeness(word, word) == 1.0
