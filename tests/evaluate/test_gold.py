"""Gold that is not written as the schema says is refused, by file and key."""

from __future__ import annotations

from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest

from tawthiq.errors import InputError
from tawthiq.evaluate import digest_of, read_gold
from tests.evaluate.golds import FACTS, write


def test_what_may_be_left_out_is_filled_in(tmp_path: Path) -> None:
    (gold,) = read_gold(write(tmp_path / "gold"))
    assert (gold.name, gold.text.name) == ("nawa", "nawa.txt")
    assert gold.facts["persons"][0]["aliases"] == []
    assert gold.facts["incidents"][0]["injured"] is None
    assert "claims" not in gold.facts


def changed(path: str, value: Any) -> dict[str, Any]:
    """The facts with one value set, e.g. at incidents.0.killed."""
    facts = deepcopy(FACTS)
    *way, last = [int(step) if step.isdigit() else step for step in path.split(".")]
    inner: Any = facts
    for step in way:
        inner = inner[step]
    inner[last] = value
    return facts


@pytest.mark.parametrize(
    ("path", "value", "said"),
    [
        ("persons.0.fate", "dead", "persons[0].fate: one of killed, injured"),
        ("persons.0.alias", [], "persons[0]: no key 'alias' is known; the keys are name, aliases"),
        ("persons", {}, "persons: a list belongs here, not {}"),
        ("incidents.0.killed", [3, 1], "incidents[0].killed: a range [min, max] belongs here, not [3, 1]"),
        ("incidents.0.killed", 3, "incidents[0].killed: a range [min, max]"),
        ("incidents.0.date", "أمس", "incidents[0].date: a date (2023-11-12, 2023-11 or 2023)"),
        ("incidents.0.places", ["نوى", 7], "incidents[0].places[1]: a text belongs here, not 7"),
        ("incidents.0", [], "incidents[0]: an object belongs here"),
        ("tallies", [{"metric": "killed", "value": "17"}], "tallies[0].value: a number belongs here, not '17'"),
        ("tallies", [{"metric": "killed"}], "tallies[0].value: the key is missing"),
        ("claims", [{"stance": "asserts"}], "claims[0].quote: the key is missing"),
    ],
)
def test_a_wrong_key_is_named(path: str, value: Any, said: str, tmp_path: Path) -> None:
    folder = write(tmp_path / "gold", changed(path, value))
    with pytest.raises(InputError) as caught:
        read_gold(folder)
    assert str(caught.value).startswith(f"{folder / 'nawa.json'}: {said}")


@pytest.mark.parametrize("section", ["persons", "sources"])
def test_a_missing_section_is_named(section: str, tmp_path: Path) -> None:
    folder = write(tmp_path / "gold", {key: value for key, value in FACTS.items() if key != section})
    with pytest.raises(InputError, match=rf"nawa.json: {section}: the key is missing"):
        read_gold(folder)


def test_a_folder_that_is_no_gold(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="is no folder"):
        read_gold(tmp_path / "absent")
    with pytest.raises(InputError, match="holds no gold"):
        read_gold(tmp_path)
    with pytest.raises(InputError, match=r"nawa.json has no report beside it: nawa.txt is missing"):
        read_gold(write(tmp_path / "one", text=None))
    with pytest.raises(InputError, match="an object of facts belongs here"):
        read_gold(write(tmp_path / "two", []))


@pytest.mark.parametrize(("data", "said"), [(b"{", "no JSON: .* in line 1"), (b'"\xff"', "not in UTF-8")])
def test_a_file_that_is_no_json(data: bytes, said: str, tmp_path: Path) -> None:
    folder = write(tmp_path / "gold")
    (folder / "nawa.json").write_bytes(data)
    with pytest.raises(InputError, match=rf"nawa.json: {said}"):
        read_gold(folder)


def test_the_digest_changes_with_text_and_facts(tmp_path: Path) -> None:
    digests = {
        digest_of(read_gold(write(tmp_path / "a"))),
        digest_of(read_gold(write(tmp_path / "b", FACTS | {"sources": []}))),
        digest_of(read_gold(write(tmp_path / "c", text="2021-11-23\nنص\n"))),
        digest_of(read_gold(write(tmp_path / "d", name="other"))),
    }
    assert len(digests) == 4
    assert digest_of(read_gold(write(tmp_path / "e"))) in digests
