"""Rules of inclusion as files."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

import pytest

from tawthiq.errors import NotFoundError, UsageError, ValueFormatError
from tawthiq.figures.inclusion import load_inclusion
from tawthiq.figures.question import Dimension, Metric, Question, dimensions, period_between, question_from_json
from tawthiq.model import Standing

TEXT = (files("tawthiq") / "data" / "rules" / "counting.toml").read_text(encoding="utf-8")


def test_what_each_rule_of_the_package_lets_in() -> None:
    accepted, proposed = load_inclusion("accepted"), load_inclusion("proposed")
    assert [rule for rule in (accepted, proposed) if rule.admits(Standing.ACCEPTED)] == [accepted, proposed]
    assert [rule for rule in (accepted, proposed) if rule.admits(Standing.PROPOSED)] == [proposed]
    assert not any(proposed.admits(standing) for standing in (Standing.CONTESTED, Standing.REJECTED))


def test_a_rule_of_ones_own_has_an_id_of_its_own(tmp_path: Path) -> None:
    path = tmp_path / "two.toml"
    path.write_text(TEXT.replace("origins = 1", "origins = 2"), encoding="utf-8")
    own = load_inclusion(path)
    assert own.origins == 2
    assert own.id != load_inclusion("accepted").id


@pytest.mark.parametrize(
    "wrong",
    [
        TEXT.replace("origins = 1", "origins = 0"),
        TEXT.replace("origins = 1", "origins = true"),
        TEXT.replace('"accepted"', '"rejected"'),
        TEXT.replace('name = "accepted"', 'name = ""'),
        TEXT + 'colour = "red"',
        "name = ",
    ],
)
def test_a_rule_that_is_not_one(tmp_path: Path, wrong: str) -> None:
    path = tmp_path / "wrong.toml"
    path.write_text(wrong, encoding="utf-8")
    with pytest.raises(ValueFormatError, match=r"wrong\.toml"):
        load_inclusion(path)


def test_a_rule_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(NotFoundError):
        load_inclusion(tmp_path / "none.toml")


def test_questions_as_people_write_them() -> None:
    assert dimensions("month, act") == (Dimension.MONTH, Dimension.ACT)
    with pytest.raises(UsageError, match="colour"):
        dimensions("colour")
    assert [period_between(*ends) for ends in (("2018", "2023"), ("2018", ""), ("", "2023"), ("", ""))] == [
        "2018/2023",
        "2018/..",
        "../2023",
        "",
    ]


def test_a_question_has_an_id_and_comes_back() -> None:
    question = Question(Metric.KILLED, (Dimension.MONTH,), "2023-10", "SY12", ("shelling",), share=True)
    again = question_from_json(question.to_json())
    assert (again, again.id) == (question, question.id)
    with pytest.raises(ValueFormatError):
        Question(by=(Dimension.MONTH, Dimension.MONTH))
    with pytest.raises(ValueFormatError):
        Question(period="soon")
