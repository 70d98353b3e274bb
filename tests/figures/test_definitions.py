"""An office's own definitions, and figures told in their words."""

from __future__ import annotations

from pathlib import Path

import pytest

from tawthiq.errors import NotFoundError, ValueFormatError
from tawthiq.figures.definitions import definition_from_json, definition_named, load_definitions
from tawthiq.figures.figure import Figure
from tawthiq.figures.phrases import cell_words, date_words, when, where
from tawthiq.figures.question import Dimension, Question
from tawthiq.figures.sentences import sentence
from tawthiq.model import Range
from tawthiq.model.codes import code_list
from tawthiq.text.counted import counted_noun

KNOWN = load_definitions()


@pytest.mark.parametrize("name", KNOWN)
def test_those_of_the_package_are_whole(name: str) -> None:
    each = KNOWN[name]
    assert definition_from_json(each.to_json()) == each
    assert counted_noun(each.noun)
    assert set(each.acts) <= code_list("incident_types").keys()
    assert set(each.victim_groups) <= code_list("victim_groups").keys()
    assert not each.tally or each.tally in code_list("metrics")


def written(folder: Path, text: str) -> Path:
    path = folder / "office.toml"
    path.write_text(text, encoding="utf-8")
    return path


OWN = """
[[definition]]
name = "strikes"
metric = "incidents"
acts = ["airstrike"]
noun = "incident"
by = ["month"]
ar = "غارات"
en = "Air strikes"
definition_ar = "كل غارة."
definition_en = "Each air strike."
sentence_ar = "{count} {when}."
sentence_en = "{count} {when}."
none_ar = "لا غارات {when}."
none_en = "No air strikes {when}."
"""


def test_an_office_has_its_own(tmp_path: Path) -> None:
    (own,) = load_definitions(written(tmp_path, OWN)).values()
    assert own.question("2023-10", "SY12", own.by) == Question(
        by=(Dimension.MONTH,), period="2023-10", area="SY12", acts=("airstrike",)
    )


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        (OWN.replace("incidents", "deaths"), "deaths"),
        (OWN.replace("month", "colour"), "colour"),
        (OWN.replace('noun = "incident"\n', ""), "noun"),
        (OWN + 'colour = "red"\n', "colour"),
        (OWN + OWN, "a name of its own"),
        ("", "one [[definition]] or more"),
        ("[[definition", "not TOML"),
    ],
)
def test_what_is_wrong_is_told(tmp_path: Path, wrong: str, why: str) -> None:
    with pytest.raises(ValueFormatError, match=r"office\.toml") as caught:
        load_definitions(written(tmp_path, wrong))
    assert why in str(caught.value)


def test_what_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(NotFoundError, match="cannot read"):
        load_definitions(tmp_path / "none.toml")
    with pytest.raises(NotFoundError, match="operations"):
        definition_named(KNOWN, "strikes")


def told(name: str, least: int, most: int | None, language: str, undecided: int = 0) -> str:
    question = KNOWN[name].question("2023-10", "SY12")
    return sentence(Figure(question, "rule", (), Range(least, most), 1, 0, undecided), KNOWN[name], language, True)


@pytest.mark.parametrize(
    ("name", "least", "most", "undecided", "arabic", "english"),
    [
        ("operations", 1, 1, 0, "وُثّقت عملية أو محاولة اغتيال واحدة.", "One operation or attempt was documented."),
        ("operations", 3, 3, 0, "وُثّقت 3 عمليات ومحاولات اغتيال.", "3 operations and attempts were documented."),
        (
            "operations",
            2,
            2,
            0,
            "وُثّقت عمليتان بين اغتيال ومحاولة اغتيال.",
            "2 operations and attempts were documented.",
        ),
        ("killed", 1, 1, 0, "وقُتل فيها شخص واحد.", "One person was killed in them."),
        ("killed", 2, 2, 0, "وقُتل فيها شخصان.", "2 people were killed in them."),
        ("killed", 11, 11, 0, "وقُتل فيها 11 شخصاً.", "11 people were killed in them."),
        ("killed", 12, 15, 0, "وقُتل فيها ما بين 12 و15 شخصاً.", "Between 12 and 15 people were killed in them."),
        ("killed", 20, None, 0, "وقُتل فيها ما لا يقل عن 20 شخصاً.", "At least 20 people were killed in them."),
        ("killed", 4, 4, 1, "وقُتل فيها ما لا يقل عن 4 أشخاص.", "At least 4 people were killed in them."),
        ("killed", 0, 0, 0, "ولم يُوثَّق مقتل أحد فيها.", "Nobody was documented as killed in them."),
    ],
)
def test_numbers_in_sentences(
    name: str, least: int, most: int | None, undecided: int, arabic: str, english: str
) -> None:
    assert told(name, least, most, "ar", undecided) == arabic
    assert told(name, least, most, "en", undecided) == english


@pytest.mark.parametrize(
    ("period", "arabic", "english"),
    [
        ("2023-10", "في تشرين الأول 2023", "in October 2023"),
        ("2023", "في 2023", "in 2023"),
        ("2023-10-04", "في \u20662023-10-04\u2069", "on 2023-10-04"),
        ("2018-08/2023-10", "منذ آب 2018 حتى نهاية تشرين الأول 2023", "from August 2018 to the end of October 2023"),
        ("2018/..", "منذ 2018", "since 2018"),
        ("../2023-10-04", "حتى \u20662023-10-04\u2069", "until 2023-10-04"),
        ("", "", ""),
    ],
)
def test_periods_in_words(period: str, arabic: str, english: str) -> None:
    assert (when(period, "ar"), when(period, "en")) == (arabic, english)


def test_places_and_cells_in_words() -> None:
    assert (where("SY12", "ar"), where("SY12", "en")) == ("في محافظة درعا", "in Dar'a governorate")
    assert (where("tw:sy-ankhl", "ar"), where("", "ar")) == ("في إنخل", "")
    question = Question(by=(Dimension.MONTH, Dimension.VICTIM_GROUP))
    assert cell_words(question, ("2023-10", "several"), "ar") == ["تشرين الأول 2023", "أكثر من فئة"]
    assert cell_words(question, ("", "former_opposition"), "en")[0] == "not known"
    assert date_words("2023-10~", "en") == "October 2023"
