"""One name against a list."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawthiq.link.matching import Index
from tawthiq.link.names import Likeness, compare, parse

LISTED = {
    "1": ("ABU ZUREIK, Imad", "ABU ZUREIQ, Imad"),
    "2": ("AL-ASSAD, Bashar",),
    "3": ("AL-ASSAD, Bushra",),
    "4": ("AL-ZAWAHIRI, Aiman Muhammed Rabi", "AL-ZAWAHIRI, Ayman"),
    "5": ("خالد محمد الزعبي",),
    "6": ("KHAN, Ahmad",),
}
NAMES = [name for names in LISTED.values() for name in names]


@pytest.fixture(scope="module")
def index() -> Index:
    return Index((key, [parse(name) for name in names]) for key, names in LISTED.items())


@pytest.mark.parametrize(
    ("asked", "key"),
    [
        ("عماد أبو زريق", "1"),
        ("أبو زريق عماد", "1"),
        ("Emad Abu Zraiq", "1"),
        ("بشار الأسد", "2"),
        ("أيمن محمد ربيع الظواهري", "4"),
        ("أيمن الظواهري", "4"),
        ("Khaled al-Zoubi", "5"),
    ],
)
def test_the_right_one_is_first_and_alone_above_the_threshold(index: Index, asked: str, key: str) -> None:
    found = index.candidates(parse(asked))
    assert [k for k, compared in found if compared.verdict is Likeness.SAME] == [key]
    assert found[0][0] == key


@pytest.mark.parametrize("asked", ["سعد الحريري", "نسيم أبو عرة", "محمد خالد الزعبي", "Ali Hassan", "", "123"])
def test_nobody_is_found_who_is_not_listed(index: Index, asked: str) -> None:
    assert all(compared.verdict is not Likeness.SAME for _, compared in index.candidates(parse(asked)))


def test_an_entry_comes_once_with_its_best_name(index: Index) -> None:
    found = index.candidates(parse("ABU ZUREIQ, Imad"))
    assert [key for key, _ in found].count("1") == 1
    assert found[0][1].right.text == "ABU ZUREIQ, Imad"
    assert len(index) == len(NAMES)


def test_no_more_than_the_limit(index: Index) -> None:
    assert len(index.candidates(parse("Bashar al-Assad"), limit=1)) == 1


@given(st.sampled_from(NAMES))
def test_a_listed_name_finds_its_entry(name: str) -> None:
    index = Index((key, [parse(each) for each in names]) for key, names in LISTED.items())
    best, compared = index.candidates(parse(name))[0]
    assert name in LISTED[best]
    assert compared.score == compare(parse(name), parse(name)).score
