"""Lists of persons as offices keep them, read from CSV."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tawthiq.errors import InputError, UsageError
from tawthiq.link.matching.reading import PersonList, read_list


def read(folder: Path, text: str, **named: str) -> PersonList:
    path = folder / "list.csv"
    path.write_text(text, encoding="utf-8")
    return read_list(path, named)


def test_usual_heads_need_no_naming(tmp_path: Path) -> None:
    found = read(tmp_path, "id,Full Name,العمر,DOB,الجنس\n7,علي كيوان,30,1994-03-05,ذكر\n")
    record = found.records[0]
    assert (record.key, record.age, record.birth, record.sex) == ("7", 30, date(1994, 3, 5), "m")
    assert record.name.text == "علي كيوان"


def test_named_columns_win(tmp_path: Path) -> None:
    found = read(tmp_path, "name,nom\nx y,علي كيوان\n", name="nom")
    assert found.records[0].name.text == "علي كيوان"
    assert found.records[0].key == "2"


@pytest.mark.parametrize(
    ("cell", "birth"),
    [
        ("1994-03-05T00:00:00", date(1994, 3, 5)),
        ("05/03/1994", date(1994, 3, 5)),
        ("5.3.1994", date(1994, 3, 5)),
        ("1994", None),
        ("31/02/1994", None),
        ("؟", None),
    ],
)
def test_dates_of_birth(tmp_path: Path, cell: str, birth: date | None) -> None:
    assert read(tmp_path, f"name;dob\nعلي كيوان;{cell}\n").records[0].birth == birth


@pytest.mark.parametrize(
    ("cell", "age"), [("30", 30), ("30.0", 30), ("٣٠", 30), ("-1", None), ("999", None), ("طفل", None)]
)
def test_ages(tmp_path: Path, cell: str, age: int | None) -> None:
    assert read(tmp_path, f"name\tage\nعلي كيوان\t{cell}\n").records[0].age == age


def test_rows_without_a_name_are_counted(tmp_path: Path) -> None:
    found = read(tmp_path, "name,age\nعلي كيوان,3\n,4\n—,5\n")
    assert (len(found.records), found.unread) == (1, 2)


def test_what_is_wrong_is_told(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="empty"):
        read(tmp_path, "")
    with pytest.raises(UsageError, match="no column 'who'"):
        read(tmp_path, "name,age\n", name="who")
    with pytest.raises(UsageError, match="--name COLUMN"):
        read(tmp_path, "who,age\n")
    with pytest.raises(InputError, match="No such file"):
        read_list(tmp_path / "nowhere.csv", {})
    (tmp_path / "latin.csv").write_bytes("name\nعلي\n".encode("cp1256"))
    with pytest.raises(InputError, match="not UTF-8"):
        read_list(tmp_path / "latin.csv", {})
