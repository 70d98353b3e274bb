"""An office's own names: read beside those of the package, and faults told by file, line and column."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tawthiq.errors import InputError
from tawthiq.extract.entities.office import VARIABLE, names, read_office

PLACES = "id\tname\tkind\tparent\tcountry\nof:1\tخربة الزعتر\tvillage\tSY12\tSY\n"
GROUPS = "id\tname\taliases\tkind\nof:g1\tسرايا الوادي\tأسود الوادي\tarmed_group\n"
NAMES = "# ours\nname\tsex\nشنتوت\tm\n"
SCRIPT = """
import sys
sys.path.insert(0, ".")
from tawthiq.extract.entities import read_entities
from tawthiq.extract.facts import Reading
from tests.extract.pages import page_of
found = read_entities(page_of("هاجمت سرايا الوادي خربة الزعتر، وقتل شنتوت القاسم هناك."), Reading())
print([one.entry for one in found.groups], [one.entry for one in found.places], [p.name.text for p in found.persons])
"""


def write(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_names_of_an_office_are_read_like_those_of_the_package(tmp_path: Path) -> None:
    for name, text in (("places.tsv", PLACES), ("groups.tsv", GROUPS), ("given_names.tsv", NAMES)):
        write(tmp_path, name, text)
    env = os.environ | {VARIABLE: str(tmp_path), "PYTHONUTF8": "1"}
    done = subprocess.run([sys.executable, "-c", SCRIPT], capture_output=True, text=True, check=True, env=env)
    assert done.stdout.strip() == "['of:g1'] ['of:1'] ['شنتوت القاسم']"


def test_columns_left_out_are_empty(tmp_path: Path) -> None:
    (row,) = read_office(write(tmp_path, "places.tsv", PLACES))
    assert (row["name"], row["parent"], row["latitude"], row["aliases"]) == ("خربة الزعتر", "SY12", "", "")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("id\tname\tkind\tcolour\n", "line 1, column 'colour': not one of id"),
        ("id\tname\nof:1\tطفس\n", "line 1, column 'kind': missing"),
        ("id\tname\tkind\nof:1\t\ttown\n", "line 2, column 'name': empty"),
        ("id\tname\tkind\nof:1\tTafas\ttown\n", "line 2, column 'name': 'Tafas' is not a name in Arabic letters"),
        ("# ours\n\nid\tname\tkind\tlatitude\nof:1\tطفس\ttown\tnorth\n", "line 4, column 'latitude': 'north' is not"),
        ("id\tname\tkind\tcountry\nof:1\tطفس\ttown\tSyria\n", "line 2, column 'country': 'Syria' is not an ISO"),
        ("id\tname\tkind\nof:1\tطفس\ttown\t1\n", "line 2, column 4: one more cell"),
    ],
)
def test_a_fault_is_told_with_file_line_and_column(tmp_path: Path, text: str, told: str) -> None:
    path = write(tmp_path, "places.tsv", text)
    with pytest.raises(InputError) as error:
        read_office(path)
    assert str(path) in str(error.value)
    assert told in str(error.value)


def test_a_file_that_is_not_utf8(tmp_path: Path) -> None:
    path = tmp_path / "groups.tsv"
    path.write_bytes("id\tname\tkind\nof:1\tطفس\ttown\n".encode("cp1256"))
    with pytest.raises(InputError, match="not UTF-8"):
        read_office(path)


def test_a_folder_that_is_not_there(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv(VARIABLE, str(tmp_path / "none"))
    names.cache_clear()
    with pytest.raises(InputError, match="no folder at"):
        names("places.tsv")
    names.cache_clear()


def test_a_row_of_the_office_replaces_that_of_its_id(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    write(tmp_path, "places.tsv", "id\tname\tkind\nSY12\tحوران\tgovernorate\n")
    monkeypatch.setenv(VARIABLE, str(tmp_path))
    names.cache_clear()
    assert [row["name"] for row in names("places.tsv") if row["id"] == "SY12"] == ["حوران"]
    names.cache_clear()
