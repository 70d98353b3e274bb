"""What a user can get wrong: one clear line, its exit code, never a traceback; in processes of their own."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from tawthiq.cli.extract import _opened
from tests.cli.running import data, done, real, run, surroundings


def line(code: int, *words: object) -> str:
    """The one line on standard error, from a run that ends with this exit code."""
    ended = real(*words)
    said = ended.stderr.decode()
    assert (ended.returncode, ended.stdout) == (code, b""), said
    assert said.count("\n") == 1
    return said.strip()


@pytest.mark.parametrize(
    "words",
    [["no-such-command"], ["show", "no-such-kind"], ["read"], ["judge", "abcd"], ["summary", "--no-such-option"],
     ["extract", "x", "--jobs", "0"], ["search", "x", "--limit", "0"]],
)  # fmt: skip
def test_wrong_words(words: list[str]) -> None:
    result = run(*words)
    assert result.exit_code == 2
    assert "Usage: " in result.stderr
    assert "Traceback" not in result.output


@pytest.mark.parametrize("command", ["extract", "read"])
def test_published_that_is_no_date(command: str, reports: Path, tmp_path: Path) -> None:
    store = ["--store", tmp_path / "new.db"] if command == "read" else []
    said = line(2, command, reports, "--published", "12/11/2023", *store)
    assert said == "tawthiq: --published '12/11/2023' is not a date; write it like 2023-11-12"
    assert not (tmp_path / "new.db").exists()


def test_jsonl_that_cannot_be_written(reports: Path, tmp_path: Path) -> None:
    out = tmp_path / "none" / "facts.jsonl"
    assert line(2, "extract", reports, "--jsonl", out) == f"tawthiq: cannot write {out}: No such file or directory"
    assert line(2, "extract", reports, "--jsonl", tmp_path) == f"tawthiq: cannot write {tmp_path}: Is a directory"


def test_a_run_that_fails_leaves_no_part_of_its_file(tmp_path: Path) -> None:
    def stopped() -> None:
        with _opened(tmp_path / "facts.jsonl") as file:
            file.write("{}\n")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        stopped()
    assert list(tmp_path.iterdir()) == []


def test_a_full_disk(reports: Path) -> None:
    if not os.path.exists("/dev/full"):
        pytest.skip("this system has no /dev/full")
    said = line(2, "extract", reports, "--jsonl", "/dev/full")
    assert said == "tawthiq: cannot write /dev/full: No space left on device"


@pytest.mark.parametrize("command", [["summary"], ["show", "person"], ["search", "x"], ["rebuild"], ["page", "out"],
                                     ["judge", "abcd", "accept"]])  # fmt: skip
def test_no_store(command: list[str], tmp_path: Path) -> None:
    store = tmp_path / "none.db"
    result = done(*command, "--store", store, code=5)
    assert result.stderr == f"tawthiq: there is no store at {store}\n"
    assert not store.exists()


@pytest.mark.parametrize("command", [["read", "reports"], ["summary"]])
def test_a_store_that_is_no_database(command: list[str], tmp_path: Path) -> None:
    store = tmp_path / "letter.txt"
    store.write_text("قُتل سامر الخطيب في مدينة نوى أمس. " * 50, encoding="utf-8")
    assert line(5, *command, "--store", store) == f"tawthiq: the store {store} is not a SQLite database"


def test_a_database_that_is_no_store(tmp_path: Path) -> None:
    store = tmp_path / "other.db"
    with closing(sqlite3.connect(store)) as other:
        other.execute("CREATE TABLE x (y)")
    assert "is not a store of Tawthiq" in line(5, "summary", "--store", store)


def test_addresses_that_are_none(reports: Path, tmp_path: Path) -> None:
    assert (
        line(5, "read", reports, "--store", "mysql://host/x") == "tawthiq: a store is SQLite or PostgreSQL, not mysql"
    )
    assert "cannot be read" in line(5, "read", reports, "--store", "://")
    assert line(5, "summary", "--store", tmp_path) == f"tawthiq: the store {tmp_path} is a folder, not a file"


def test_a_server_that_does_not_answer(reports: Path) -> None:
    said = line(5, "read", reports, "--store", "postgresql://me:secret@127.0.0.1:1/none")
    assert said.endswith("does not answer: connection refused")
    assert "secret" not in said


def test_what_the_store_does_not_have(read_store: Path) -> None:
    store = ("--store", read_store)
    assert line(4, "show", "person", "غائب", *store) == "tawthiq: no person 'غائب' in the store, by name or by id"
    assert line(4, "show", "report", "غائب", *store).startswith("tawthiq: no report 'غائب' in the store")
    assert line(4, "judge", "ffffffff", "accept", *store).startswith("tawthiq: no claim 'ffffffff' in the store")


def test_an_id_of_another_kind(read_store: Path) -> None:
    id_ = data("show", "person", "نبيل", "--store", read_store)[0]["id"]
    said = line(4, "show", "place", id_, "--store", read_store)
    assert said == f"tawthiq: '{id_}' is no place; try: tawthiq show person {id_}"


@pytest.mark.parametrize("words", [["show", "report"], ["show", "person"], ["judge"]])
def test_words_that_are_no_text(words: list[str], read_store: Path) -> None:
    verdict = ["accept"] if words == ["judge"] else []
    assert "in the store" in line(4, *words, "\udcff", *verdict, "--store", read_store)


def test_an_id_of_several(read_store: Path, tmp_path: Path) -> None:
    folder = tmp_path / "two"
    for number in (1, 2):
        (folder / str(number)).mkdir(parents=True)
        (folder / str(number) / "same.txt").write_text(f"قُتل {number + 2} مدنيين في نوى.", encoding="utf-8")
    store = tmp_path / "two.db"
    done("read", folder, "--store", store)
    ids = [report["id"] for report in data("show", "report", "--store", store)]
    said = line(4, "show", "report", "same", "--store", store)
    assert "fits more than one report" in said
    assert all(id_ in said for id_ in ids)


def test_a_folder_for_pages_that_cannot_be_made(read_store: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    for words in (["page", tmp_path / "file", "--store", read_store], ["demo", "--out", tmp_path / "file"]):
        assert "file" in line(2, *words)


def test_a_user_without_a_name(read_store: Path) -> None:
    claim = data("show", "person", "نبيل", "--store", read_store)[0]["claims"][0]["id"]
    nameless = dict.fromkeys(("LOGNAME", "USER", "LNAME", "USERNAME"), "")
    run_as = ["-c", f"import os, sys; os.getuid = lambda: 4242424; sys.argv[1:] = ['judge', '{claim}', 'accept',"
              f" '--store', '{read_store}']; from tawthiq.cli import main; main()"]  # fmt: skip
    ended = subprocess.run([sys.executable, *run_as], env=surroundings(**nameless), capture_output=True, check=False)
    assert (ended.returncode, ended.stdout) == (2, b"")
    assert ended.stderr.decode() == "tawthiq: the system does not know who you are; say who judges with --by NAME\n"
