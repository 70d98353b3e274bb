"""Names compared and lists linked by the command line."""

from __future__ import annotations

import csv
from pathlib import Path

from tests.cli.running import data, done


def test_two_names_with_reasons() -> None:
    assert "the same name" in done("names", "compare", "عماد أبو زريق", "ABU ZUREIK, Imad").stdout
    assert "اسمان مختلفان" in done("names", "compare", "محمد الزعبي", "محمود الزعبي", "--lang", "ar").stdout


def test_two_names_as_json() -> None:
    found = data("names", "compare", "محمد خالد الزعبي", "Mohamad al-Zobi")
    assert found["verdict"] == "same"
    assert found["left"][1] == {"role": "father", "text": "خالد"}
    assert found["reasons"].keys() == {"ar", "en"}


def test_what_is_no_name() -> None:
    assert "no letters" in done("names", "compare", "123", "علي", code=3).stderr
    assert "ar and en" in done("names", "compare", "علي", "علي", "--lang", "fr", code=2).stderr


def test_pairs_are_scored_a_line_each(tmp_path: Path) -> None:
    file = tmp_path / "pairs.tsv"
    file.write_text("left\tright\tlabel\nعماد كيوان\tImad Kiwan\t1\nمحمد كيوان\tMahmoud Kiwan\t0\n", encoding="utf-8")
    rows = [line.split("\t") for line in done("names", "score", file).stdout.splitlines()]
    assert [(row[0], row[1], row[3]) for row in rows] == [
        ("عماد كيوان", "Imad Kiwan", "same"),
        ("محمد كيوان", "Mahmoud Kiwan", "different"),
    ]
    assert all(0.0 <= float(row[2]) <= 1.0 for row in rows)


def test_bad_rows_are_told_and_the_rest_is_scored(tmp_path: Path) -> None:
    file = tmp_path / "pairs.tsv"
    file.write_bytes("علي\tAli\nalone\n\n12\tAli\n".encode() + b"\xff\tAli\n" + "هدى\tHuda\n".encode())
    result = done("names", "score", file, code=3)
    assert [line.split("\t")[0] for line in result.stdout.splitlines()] == ["علي", "هدى"]
    for told in ("row 2: one column", "row 4: left has no letters", "row 5: not UTF-8", "3 row(s) could not be read"):
        assert told in result.stderr
    assert "No such file" in done("names", "score", tmp_path / "nowhere.tsv", code=3).stderr


def test_two_lists_are_linked(tmp_path: Path) -> None:
    a, b, out = tmp_path / "a.csv", tmp_path / "b.csv", tmp_path / "links.csv"
    a.write_text("id,name,age\n1,خالد عمر الزعبي,30\n2,هدى علي قطيفان,22\n", encoding="utf-8")
    b.write_text("no,who,years\nx,هدى على قطيفان,23\ny,خالد عمر الزعبى,30\nz,سمير درويش,9\n", encoding="utf-8")
    result = done("link", "lists", a, b, "--out", out, "--name", "name:who", "--key", "id:no", "--age", "age:years")
    rows = list(csv.DictReader(out.read_text(encoding="utf-8").splitlines()))
    assert {(row["key_a"], row["key_b"]) for row in rows} == {("1", "y"), ("2", "x")}
    assert all(0.5 <= float(row["probability"]) <= 1.0 for row in rows)
    assert "2 link(s)" in result.stderr


def test_columns_that_are_not_there(tmp_path: Path) -> None:
    a = tmp_path / "a.csv"
    a.write_text("id,name\n1,خالد عمر الزعبي\n", encoding="utf-8")
    out = tmp_path / "links.csv"
    assert "no column 'who'" in done("link", "lists", a, a, "--out", out, "--name", "who", code=2).stderr
    assert "not a column" in done("link", "lists", a, a, "--out", out, "--name", "a:b:c", code=2).stderr
    assert not out.exists()
