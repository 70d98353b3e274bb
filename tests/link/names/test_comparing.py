"""Two names, one person's or not, as far as names can say."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawthiq.link.names import Aside, Comparison, Likeness, compare, parse

GIVEN = ("محمد", "خالد", "عبد الله", "نضال", "Imad", "Mahmoud", "Nour el-Din")
FAMILY = ("الزعبي", "أبو زريق", "المقداد", "al-Hariri", "Abu Nuqta", "KIWAN")
NAMES = st.tuples(st.sampled_from(GIVEN), st.sampled_from(("", *GIVEN)), st.sampled_from(FAMILY)).map(" ".join)


def of(a: str, b: str) -> Comparison:
    return compare(parse(a), parse(b))


@pytest.mark.parametrize(
    "written", ["عماد ابو زريق", "أبو زريق عماد", "Imad Abu Zurayq", "Emad Abu ZURAIQ", "ABU ZUREIK, Imad"]
)
def test_one_man_however_he_is_written(written: str) -> None:
    assert of("عماد أبو زريق", written).verdict is Likeness.SAME


def test_father_and_son_are_two() -> None:
    swapped = of("محمد خالد الزعبي", "خالد محمد الزعبي")
    alone = of("محمد خالد الزعبي", "خالد الزعبي")
    assert swapped.verdict is Likeness.DIFFERENT
    assert alone.verdict is not Likeness.SAME
    assert swapped.score < alone.score


@pytest.mark.parametrize("other", ["أكرم خالد الزعبي", "محمد نزار الزعبي"])
def test_brothers_and_cousins_are_two(other: str) -> None:
    assert of("محمد خالد الزعبي", other).verdict is not Likeness.SAME


def test_a_father_may_be_left_out() -> None:
    assert of("محمد خالد الزعبي", "محمد الزعبي").verdict is Likeness.SAME


def test_common_parts_tell_too_little_once_a_part_is_left_out() -> None:
    assert of("أحمد حسن محمد", "أحمد محمد").verdict is not Likeness.SAME
    assert of("أحمد محمد", "احمد محمد").verdict is Likeness.SAME


def test_a_given_name_alone_is_never_enough() -> None:
    assert of("محمد", "محمد الزعبي").verdict is Likeness.DIFFERENT


def test_a_kunya_supports_and_its_absence_does_no_harm() -> None:
    without = of("محمود البردان", "Mahmud Bardan")
    one = of('محمود البردان "أبو مرشد"', "Mahmud Bardan")
    both = of('محمود البردان "أبو مرشد"', 'Mahmud Bardan "Abu Murshid"')
    assert one.score == without.score < both.score
    assert both.kunya is Aside.AGREES


def test_another_kunya_weakens() -> None:
    found = of('محمود البردان "أبو مرشد"', 'محمود البردان "أبو سليم"')
    assert found.kunya is Aside.AMISS
    assert found.score < of("محمود البردان", "محمود البردان").score


def test_a_kunya_is_never_held_against_a_byname() -> None:
    found = of('محمود البردان "أبو مرشد"', 'محمود البردان "الكسم"')
    assert (found.kunya, found.byname) == (Aside.SILENT, Aside.SILENT)
    assert found.verdict is Likeness.SAME


def test_a_rare_kunya_alone_is_a_hint_to_a_family_of_that_name() -> None:
    assert of("أبو زريق", "عماد أبو زريق").verdict is Likeness.UNSURE
    assert of("أبو زريق", "Abu Zaid").verdict is Likeness.DIFFERENT


def test_a_word_in_one_script_may_be_two_in_the_other() -> None:
    assert of("محمد ناصيف خير بك", "Muhammad Nasif KHAYRBIK").verdict is Likeness.SAME


@given(NAMES, NAMES)
def test_a_score_is_a_share_the_same_both_ways(a: str, b: str) -> None:
    one, other = of(a, b), of(b, a)
    assert 0.0 <= one.score <= 1.0
    assert one.score == pytest.approx(other.score)
    assert one.verdict is other.verdict


@given(NAMES)
def test_a_name_is_itself(name: str) -> None:
    assert of(name, name).verdict is Likeness.SAME


@given(NAMES, st.sampled_from(("", " ", "ـ", "\u200f", "\u064e")))
def test_signs_that_nobody_sees_change_nothing(name: str, sign: str) -> None:
    marked = name + sign
    assert of(name, marked).score == of(name, name).score


@pytest.mark.parametrize(("given_name", "family"), list(product(("محمد", "نضال"), ("الزعبي", "أبو زريق"))))
def test_folded_letters_change_nothing(given_name: str, family: str) -> None:
    written = f"{given_name} {family}"
    assert of(written, written.translate(str.maketrans("أإيى", "ااىي"))).score == 1.0


def test_an_empty_name_is_like_nothing() -> None:
    assert of("", "محمد الزعبي").score == of("", "").score == 0.0
