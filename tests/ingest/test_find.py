"""Which files are read, and in which order, when people name files and folders."""

from __future__ import annotations

from pathlib import Path

from tawthiq.ingest import Problem, find_sources
from tawthiq.ingest.find import LOOP


def touch(root: Path, *names: str) -> None:
    for name in names:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text("نص", encoding="utf-8")


def found(root: Path, *paths: Path) -> list[str]:
    return [str(path.relative_to(root)) for path in find_sources(paths or [root]) if isinstance(path, Path)]


def test_folders_are_walked_in_the_order_of_names(tmp_path: Path) -> None:
    touch(tmp_path, "b.txt", "a/2.txt", "a/1.txt", "c/d/3.html", "ب.txt")
    assert found(tmp_path) == ["a/1.txt", "a/2.txt", "b.txt", "c/d/3.html", "ب.txt"]


def test_named_files_keep_the_order_in_which_they_are_named(tmp_path: Path) -> None:
    touch(tmp_path, "a.txt", "b.txt")
    assert found(tmp_path, tmp_path / "b.txt", tmp_path / "a.txt") == ["b.txt", "a.txt"]


def test_hidden_files_and_folders_are_left_out(tmp_path: Path) -> None:
    touch(tmp_path, ".a.txt", ".git/b.txt", "c.txt")
    assert found(tmp_path) == ["c.txt"]


def test_a_hidden_file_that_is_named_is_read(tmp_path: Path) -> None:
    touch(tmp_path, ".a.txt")
    assert found(tmp_path, tmp_path / ".a.txt") == [".a.txt"]


def test_data_files_beside_the_reports_are_passed_over(tmp_path: Path) -> None:
    touch(tmp_path, "a.txt", "a.json", "README.md", "score.py", "b.pdf")
    assert found(tmp_path) == ["a.txt", "b.pdf"]


def test_a_data_file_that_is_named_is_found_so_that_its_refusal_is_told(tmp_path: Path) -> None:
    touch(tmp_path, "a.json")
    assert found(tmp_path, tmp_path / "a.json") == ["a.json"]


def test_the_same_file_by_several_names_is_found_once(tmp_path: Path) -> None:
    touch(tmp_path, "a.txt", "b/c.txt")
    (tmp_path / "link.txt").symlink_to(tmp_path / "a.txt")
    (tmp_path / "z").symlink_to(tmp_path / "b")
    assert found(tmp_path, tmp_path, tmp_path / "a.txt", tmp_path / "b") == ["a.txt", "b/c.txt"]


def test_a_loop_of_folders_is_told_once_and_ends(tmp_path: Path) -> None:
    touch(tmp_path, "a/1.txt", "b.txt")
    (tmp_path / "a" / "up").symlink_to(tmp_path)
    assert list(find_sources([tmp_path])) == [
        tmp_path / "a" / "1.txt",
        Problem(tmp_path / "a" / "up", LOOP),
        tmp_path / "b.txt",
    ]


def test_a_folder_without_files_is_told(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    assert list(find_sources([tmp_path])) == [Problem(tmp_path, "a folder without any file to read")]


def test_a_folder_named_twice_is_told_of_once(tmp_path: Path) -> None:
    assert len(list(find_sources([tmp_path, tmp_path]))) == 1


def test_what_was_found_can_be_given_back(tmp_path: Path) -> None:
    touch(tmp_path, "a/1.txt", "b.txt")
    (tmp_path / "a" / "up").symlink_to(tmp_path)
    once = list(find_sources([tmp_path, tmp_path / "missing.txt"]))
    assert list(find_sources(once)) == once
