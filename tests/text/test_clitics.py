"""Particles are offered for taking off; a lexicon says which reading holds."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawthiq.text.clitics import readings, strip_candidates, strip_known

KNOWN = {"درعا", "المدنيين", "وليد", "الامم", "بصري", "لبنان", "فراس"}


@pytest.mark.parametrize(
    ("word", "prefix", "stem"),
    [
        ("بدرعا", "ب", "درعا"),
        ("وبدرعا", "وب", "درعا"),
        ("والمدنيين", "و", "المدنيين"),
        ("للامم", "ل", "الامم"),
        ("وليد", "", "وليد"),
        ("بصري", "", "بصري"),
        ("لبنان", "", "لبنان"),
        ("فراس", "", "فراس"),
        ("ولفراس", "ول", "فراس"),
    ],
)
def test_a_particle_comes_off_only_where_the_rest_is_known(word: str, prefix: str, stem: str) -> None:
    found = strip_known(word, KNOWN.__contains__)
    assert found is not None
    assert (found.prefix, found.stem) == (prefix, stem)


def test_an_unknown_word_keeps_its_letters() -> None:
    assert strip_known("بزنطي", KNOWN.__contains__) is None


def test_search_sees_the_word_with_and_without_its_article() -> None:
    assert {"والمدنيين", "المدنيين", "مدنيين"} <= set(strip_candidates("والمدنيين"))


@given(st.text(alphabet="وفبلكادرع", min_size=1, max_size=10))
def test_the_word_itself_is_the_first_reading_and_nothing_is_made_up(word: str) -> None:
    found = readings(word)
    assert (found[0].prefix, found[0].stem) == ("", word)
    assert all(word.endswith(r.stem[1:] if r.restored else r.stem) for r in found)
    assert all(r.restored or r.prefix + r.stem == word for r in found)


def test_an_article_before_lam_is_restored_too() -> None:
    assert {r.stem for r in readings("للواء") if r.restored} == {"الواء", "اللواء"}
    assert "لواء" in strip_candidates("وللواء")
