"""Why a score is what it is, part by part, in two languages."""

from __future__ import annotations

import re

import pytest

from tawthiq.errors import UsageError
from tawthiq.link.names import compare, parse
from tawthiq.link.names.tables import words

ARABIC = re.compile("[\u0600-\u06ff]")


def reasons(a: str, b: str, language: str = "en") -> str:
    return "\n".join(compare(parse(a), parse(b)).explain(language))


def test_a_line_for_each_part_and_one_for_the_whole() -> None:
    assert reasons("عماد أبو زريق", "Imad Abu Zureik").splitlines() == [
        "given name: عماد ~ Imad: one sound in both scripts (100 %)",
        "family: أبو زريق ~ Abu Zureik: one sound in both scripts (98 %)",
        "the same name (99 %)",
    ]


@pytest.mark.parametrize(
    ("a", "b", "told"),
    [
        ("محمد خالد الزعبي", "محمد نزار الزعبي", "the father's or grandfather's name differs: خالد ≠ نزار"),
        ("محمد الزعبي", "محمود الزعبي", "محمد and محمود look alike but are two names"),
        ("محمد خالد الزعبي", "محمد الزعبي", "only one of them tells خالد"),
        ("محمد خالد الزعبي", "خالد محمد الزعبي", "father and son, or cousins"),
        ('علي كيوان "أبو ليث"', 'علي كيوان "أبو زين"', "the kunya differs: أبو ليث ≠ أبو زين"),
        ("أبو زريق عماد", "عماد أبو زريق", "with the family's name first"),
        ("أحمد حسن محمد", "أحمد محمد", "tells little"),
        ("محمد الزعبي", "Nidal Kiwan", "no part in common"),
    ],
)
def test_what_speaks_against_is_told(a: str, b: str, told: str) -> None:
    assert told in reasons(a, b)


def test_arabic_reasons_hold_no_english_words() -> None:
    text = reasons("محمد خالد الزعبي", "محمود نزار الحراكي", "ar")
    assert ARABIC.search(text)
    assert not re.search("[A-Za-z]", text)


def test_both_languages_say_the_same_things() -> None:
    assert words("ar").keys() == words("en").keys()


def test_no_third_language() -> None:
    with pytest.raises(UsageError, match="ar and en"):
        reasons("علي", "علي", "fr")
