from pathlib import Path

import pytest

from tawthiq.errors import NotFoundError, ValueFormatError
from tawthiq.model import Kind
from tawthiq.register.rule import Unjudged, default_rule, load_rule

OWN = """
name = "judged only"
same_by_name = ["place"]
unjudged = "excluded"
text_ar = "لا يُحتسب إلا ما حُكم بقبوله."
text_en = "Only what was judged right counts."
"""


def test_the_default_rule_unites_groups_and_places_by_name_and_persons_only_by_judgement() -> None:
    rule = load_rule()
    assert rule.same_by_name == {Kind.GROUP, Kind.PLACE}
    assert rule.unjudged is Unjudged.PROPOSED
    assert "الأشخاص" in rule.text_ar
    assert "persons" in rule.text_en


def test_a_rule_of_ones_own_is_a_file(tmp_path: Path) -> None:
    (tmp_path / "own.toml").write_text(OWN, encoding="utf-8")
    rule = load_rule(tmp_path / "own.toml")
    assert (rule.name, rule.unjudged, *rule.same_by_name) == ("judged only", Unjudged.EXCLUDED, Kind.PLACE)
    assert rule.id != default_rule().id


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("name = ", "not TOML"),
        (OWN.replace('name = "judged only"', ""), "name"),
        (OWN + "colour = 1", "colour"),
        (OWN.replace('["place"]', '["planet"]'), "planet"),
        (OWN.replace('["place"]', '"place"'), "list of kinds"),
        (OWN.replace("excluded", "maybe"), "maybe"),
        (OWN.replace("Only what was judged right counts.", ""), "in print"),
    ],
)
def test_a_rule_that_is_not_one_says_what_is_wrong(tmp_path: Path, text: str, says: str) -> None:
    (tmp_path / "own.toml").write_text(text, encoding="utf-8")
    with pytest.raises(ValueFormatError, match=says):
        load_rule(tmp_path / "own.toml")


def test_a_rule_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(NotFoundError, match=r"no\.toml"):
        load_rule(tmp_path / "no.toml")
