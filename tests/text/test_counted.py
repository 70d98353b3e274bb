from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawthiq.errors import NotFoundError, ValueFormatError
from tawthiq.model import Bound, Range
from tawthiq.text.counted import (
    CountedNoun,
    at_least_after,
    counted,
    counted_en,
    counted_noun,
    counted_nouns,
    in_digits,
    in_words,
)
from tawthiq.text.number_forms import MOST, Case, Gender, State, spoken
from tawthiq.text.number_words import read_number
from tawthiq.text.tables import parse_table
from tawthiq.text.tokens import tokenize

_BY_HAND = Path(__file__).with_name("counted_by_hand.tsv")
HAND = parse_table(_BY_HAND.read_text(encoding="utf-8"), _BY_HAND.name)
OPERATION, PERSON, KILLED = counted_noun("operation"), counted_noun("person"), counted_noun("killed")

nouns = st.sampled_from(counted_nouns())
cases = st.sampled_from(Case)
counts = st.integers(0, 1_100)


@pytest.mark.parametrize("row", HAND, ids=[row["n"] for row in HAND])
@pytest.mark.parametrize("case", Case)
def test_as_written_by_hand(row: dict[str, str], case: Case) -> None:
    n = int(row["n"])
    assert in_words(n, OPERATION, case) == row[f"f_{case}"]
    assert in_words(n, PERSON, case) == row[f"m_{case}"]


@pytest.mark.parametrize("case", Case)
@pytest.mark.parametrize("noun", [OPERATION, PERSON], ids=["feminine", "masculine"])
def test_every_number_to_1100_reads_back_as_itself(noun: CountedNoun, case: Case) -> None:
    for n in range(3, 1_101):
        if n % 100 in (1, 2):
            continue
        phrase = in_words(n, noun, case)
        number = read_number(tokenize(phrase), 0)
        assert number is not None
        assert (number.value, phrase[number.core.end :].strip()) == (n, noun.behind(n))


@pytest.mark.parametrize(
    ("n", "text"),
    [
        (0, "0 قتيل"),
        (1, "قتيل واحد"),
        (2, "قتيلان"),
        (3, "3 قتلى"),
        (10, "10 قتلى"),
        (11, "11 قتيلاً"),
        (17, "17 قتيلاً"),
        (99, "99 قتيلاً"),
        (100, "100 قتيل"),
        (101, "101 قتيل"),
        (103, "103 قتلى"),
        (111, "111 قتيلاً"),
        (1_000, "1,000 قتيل"),
        (1_983, "1,983 قتيلاً"),
    ],
)
def test_digits_ask_for_the_form_of_the_noun(n: int, text: str) -> None:
    assert in_digits(n, KILLED) == text


@pytest.mark.parametrize(
    ("count", "bound", "text", "english"),
    [
        (Range.exactly(17), Bound.EXACT, "17 قتيلاً", "17 people killed"),
        (Range.exactly(1), Bound.EXACT, "قتيل واحد", "one person killed"),
        (Range.exactly(0), Bound.EXACT, "0 قتيل", "no people killed"),
        (Range.exactly(17), Bound.AT_LEAST, "ما لا يقل عن 17 قتيلاً", "at least 17 people killed"),
        (Range.at_least(1), Bound.EXACT, "ما لا يقل عن قتيل واحد", "at least one person killed"),
        (Range.at_least(2), Bound.EXACT, "ما لا يقل عن قتيلين", "at least 2 people killed"),
        (Range.at_least(0), Bound.EXACT, "عدد غير معلوم من القتلى", "an unknown number of people killed"),
        (Range.exactly(20), Bound.ABOUT, "نحو 20 قتيلاً", "about 20 people killed"),
        (Range.exactly(2), Bound.AT_MOST, "قتيلان على الأكثر", "at most 2 people killed"),
        (Range(12, 15), Bound.EXACT, "ما بين 12 و15 قتيلاً", "between 12 and 15 people killed"),
        (Range(8, 10), Bound.AT_LEAST, "ما بين 8 و10 قتلى", "between 8 and 10 people killed"),
        (Range(1, 2), Bound.EXACT, "قتيل واحد أو قتيلان", "between 1 and 2 people killed"),
        (Range(0, 3), Bound.EXACT, "3 قتلى على الأكثر", "at most 3 people killed"),
    ],
)
def test_bounds_and_ranges(count: Range, bound: Bound, text: str, english: str) -> None:
    assert counted(count, KILLED, bound) == text
    assert counted_en(count, KILLED, bound) == english


def test_bounds_in_words_put_what_they_govern_in_the_genitive() -> None:
    assert counted(Range.at_least(12), KILLED, words=True) == "ما لا يقل عن اثني عشر قتيلاً"
    assert counted(Range(12, 15), KILLED, words=True) == "ما بين اثني عشر وخمسة عشر قتيلاً"
    assert counted(Range(8, 22), OPERATION, words=True) == "ما بين ثمانٍ واثنتين وعشرين عملية"
    assert at_least_after(3, OPERATION, words=True) == "ثلاث عمليات على الأقل"
    assert at_least_after(1_983, OPERATION) == "1,983 عملية على الأقل"


def test_a_sound_plural_changes_with_its_case() -> None:
    civilian, survivor = counted_noun("civilian"), counted_noun("survived")
    assert in_words(0, civilian) == "لا مدنيين"
    assert in_digits(8, civilian) == "8 مدنيين"
    assert [in_words(1, survivor, case) for case in Case] == ["ناجٍ واحد", "ناجياً واحداً", "ناجٍ واحد"]


@given(counts, nouns, cases)
def test_digits_and_words_ask_for_the_same_noun(n: int, noun: CountedNoun, case: Case) -> None:
    if n > 2 and n % 100 not in (1, 2):
        assert in_words(n, noun, case).endswith(f" {noun.behind(n)}")
        assert in_digits(n, noun, case) == f"{n:,} {noun.behind(n)}"


@given(counts, nouns)
def test_the_genitive_differs_from_the_accusative_in_endings_alone(n: int, noun: CountedNoun) -> None:
    accusative, genitive = in_words(n, noun, Case.ACCUSATIVE), in_words(n, noun, Case.GENITIVE)
    assert len(accusative.split()) == len(genitive.split()) > 0


@given(st.integers(3, 9), st.sampled_from(State), cases)
def test_three_to_nine_take_the_other_gender(n: int, state: State, case: Case) -> None:
    assert spoken(n, Gender.MASCULINE, case, state).endswith("ة")
    assert not spoken(n, Gender.FEMININE, case, state).endswith("ة")


@given(st.integers(1, MOST), st.sampled_from(Gender), cases)
def test_no_two_numbers_are_spoken_alike(n: int, gender: Gender, case: Case) -> None:
    assert spoken(n, gender, case) != spoken(n % MOST + 1, gender, case)


def test_what_cannot_be_said() -> None:
    with pytest.raises(ValueFormatError):
        in_words(-1, PERSON)
    with pytest.raises(ValueFormatError):
        spoken(MOST + 1, Gender.MASCULINE, Case.GENITIVE)
    with pytest.raises(NotFoundError):
        counted_noun("unicorn")


@given(nouns)
def test_a_noun_of_the_table_is_whole(noun: CountedNoun) -> None:
    assert all((noun.singular, noun.dual, noun.plural, noun.english, noun.english_plural))
    assert noun.one(Case.ACCUSATIVE).endswith(("ة", "اً", "ء", "اءً"))
