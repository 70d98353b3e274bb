"""Files that cannot be read among files that can: a line each, the others go on, exit code 3."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from tests.cli.running import data, real

GOOD = ["jasim", "nawa", "tafas"]


@pytest.fixture
def mixed(reports: Path, tmp_path: Path) -> Path:
    """The good reports, and one file of each kind that is none."""
    folder = tmp_path / "mixed"
    shutil.copytree(reports, folder)
    (folder / "bytes.txt").write_bytes("قُتل".encode() + b"\xff\xfe\xff" + "في نوى".encode())
    (folder / "empty.txt").write_bytes(b"")
    (folder / "binary.txt").write_bytes(bytes(range(256)) * 20)
    with (folder / "huge.txt").open("wb") as file:
        file.truncate(200_000_000)
    (folder / "loop.txt").symlink_to("loop.txt")
    (folder / "inner").mkdir()
    (folder / "inner" / "up").symlink_to(folder)
    (folder / "gone.txt").symlink_to("nothing.txt")
    (folder / "day.txt").write_text("2021-02-30\nخبر\n", encoding="utf-8")
    (folder / "scan.pdf").write_bytes(b"%PDF-1.7\n")
    return folder


REASONS = {
    "bytes.txt": "not readable as UTF-8: byte 0xff",
    "empty.txt": "an empty file",
    "binary.txt": "a binary file, not text",
    "huge.txt": "too large: 200.0 MB, and at most 50 MB are read",
    "loop.txt": "a symbolic link that leads back to itself",
    "inner/up": "a symbolic link to a folder that it lies in",
    "gone.txt": "a symbolic link to nothing: nothing.txt",
    "day.txt": "the date on the first line is no day of the calendar: 2021-02-30",
    "scan.pdf": "a PDF file is not read; save it as plain text or HTML",
    "missing.txt": "no such file or folder",
}


def told(said: bytes, folder: Path) -> dict[str, str]:
    """The reason that is given for each file, without what may follow it."""
    lines = [line for line in said.decode().splitlines() if line.startswith("not read: ")]
    found = dict(line.removeprefix(f"not read: {folder}/").split(": ", 1) for line in lines)
    return {name: reason[: len(REASONS[name])] for name, reason in found.items()}


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_extract(mixed: Path, jobs: str) -> None:
    ended = real("extract", mixed, mixed / "missing.txt", "--jobs", jobs)
    assert ended.returncode == 3
    assert [json.loads(line)["id"] for line in ended.stdout.splitlines()] == GOOD
    assert told(ended.stderr, mixed) == REASONS
    assert len(ended.stderr.splitlines()) == len(REASONS)


def test_extract_to_a_file(mixed: Path, tmp_path: Path) -> None:
    out = tmp_path / "facts.jsonl"
    ended = real("extract", mixed, "--jsonl", out)
    assert ended.returncode == 3
    assert [json.loads(line)["id"] for line in out.read_text(encoding="utf-8").splitlines()] == GOOD
    assert ended.stderr.decode().splitlines()[-1] == f"3 report(s) read, {len(REASONS) - 1} not; facts in {out}"


def test_read(mixed: Path, read_store: Path, tmp_path: Path) -> None:
    store = tmp_path / "new.db"
    for stored in (3, 0):
        ended = real("read", mixed, mixed / "missing.txt", "--store", store, "--json")
        assert ended.returncode == 3
        counts = json.loads(ended.stdout)
        assert (counts["reports"], counts["given"], counts["failed"]) == (stored, 3, len(REASONS))
        assert told(ended.stderr, mixed) == REASONS
    assert data("summary", "--store", store) == data("summary", "--store", read_store)


def test_nothing_but_bad_input(tmp_path: Path) -> None:
    ended = real("read", tmp_path / "none", "--store", tmp_path / "new.db")
    assert ended.returncode == 3
    assert f"not read: {tmp_path / 'none'}: no such file or folder" in ended.stderr.decode().splitlines()


def test_a_name_that_is_no_text(tmp_path: Path) -> None:
    (tmp_path / "reports").mkdir()
    with open(bytes(tmp_path / "reports") + b"/\xff.txt", "wb"):
        pass
    ended = real("extract", tmp_path)
    assert ended.returncode == 3
    assert ended.stderr.decode() == f"not read: {tmp_path}/reports/\\xff.txt: an empty file\n"
