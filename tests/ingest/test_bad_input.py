"""Each file that gives no report says why in one line, and the others are read all the same."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import pytest

from tawthiq.errors import InputError
from tawthiq.ingest import Problem, Source, read_all, read_source
from tawthiq.ingest.custody import LARGEST

BODY = "اغتال مجهولون قيادياً سابقاً في مدينة نوى.\n"
NOBODY = 65534


def reason(path: Path) -> str:
    """What is said of the file, after its name."""
    with pytest.raises(InputError) as caught:
        read_source(path)
    named, said = str(caught.value).split(": ", 1)
    assert named == str(path)
    assert "\n" not in said
    assert caught.value.exit_code == 3
    return said


def reason_of(path: Path, data: bytes) -> str:
    path.write_bytes(data)
    return reason(path)


def test_missing(tmp_path: Path) -> None:
    assert reason(tmp_path / "none.txt") == "no such file or folder"


def test_missing_below_a_file(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(BODY, encoding="utf-8")
    assert reason(tmp_path / "a.txt" / "b.txt") == "no such file or folder"


def test_empty(tmp_path: Path) -> None:
    assert reason_of(tmp_path / "a.txt", b"") == "an empty file"


@pytest.mark.parametrize("day", ["0001-01-01", "1899-12-31", "9999-12-31"])
def test_a_day_that_stands_for_none(tmp_path: Path, day: str) -> None:
    said = reason_of(tmp_path / "a.txt", f"{day}\n{BODY}".encode())
    assert said == f"published on {day}, which no report is: between 1900-01-01 and 2100-01-01"


@pytest.mark.parametrize("text", [" \r\n\t\n", "\ufeff", "\u00a0\u2003"])
def test_white_space_alone(tmp_path: Path, text: str) -> None:
    assert reason_of(tmp_path / "a.txt", text.encode()) == "holds nothing but white space"


def test_binary_with_nul(tmp_path: Path) -> None:
    assert reason_of(tmp_path / "a.txt", b"abc\0def") == "a binary file, not text (NUL at character 3)"


def test_binary_with_nul_that_is_no_utf8(tmp_path: Path) -> None:
    assert reason_of(tmp_path / "a.bin", b"\xff\xfa\0\x01") == "a binary file, not text (NUL at byte 2)"


def test_binary_without_nul(tmp_path: Path) -> None:
    assert "full of control characters" in reason_of(tmp_path / "a.txt", bytes(range(1, 32)) * 9)


def test_broken_utf8_says_where(tmp_path: Path) -> None:
    data = BODY.encode()
    said = reason_of(tmp_path / "a.txt", data[:21] + b"\xff" + data[21:])
    assert said == "not readable as UTF-8: byte 0xff at offset 21"


def test_utf8_cut_in_a_letter(tmp_path: Path) -> None:
    data = BODY.strip().removesuffix(".").encode()[:-1]
    assert reason_of(tmp_path / "a.txt", data) == f"not readable as UTF-8: byte 0xd9 at offset {len(data) - 1}"


def test_latin_bytes_are_not_taken_for_arabic(tmp_path: Path) -> None:
    assert reason_of(tmp_path / "a.txt", "Café à la carte".encode("latin-1")).startswith("not readable as UTF-8")


def test_broken_utf16_says_where(tmp_path: Path) -> None:
    data = "\ufeffنوى".encode("utf-16-le") + b"\x00\xd8"
    assert reason_of(tmp_path / "a.txt", data) == "not readable as UTF-16-LE: byte 0x00 at offset 8"


def test_200_megabytes_are_refused_by_size_alone(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    with path.open("wb") as file:
        file.truncate(200_000_000)
    assert reason(path) == "too large: 200.0 MB, and at most 50 MB are read"
    assert path.stat().st_blocks < LARGEST // 512


def test_large_is_told_before_the_file_is_opened(tmp_path: Path) -> None:
    with unprivileged(tmp_path) as folder:
        path = folder / "a.txt"
        with path.open("wb") as file:
            file.truncate(LARGEST + 1)
        path.chmod(0)
        assert reason(path).startswith("too large")


@contextmanager
def unprivileged(_: Path) -> Iterator[Path]:
    """A folder in which permissions bind, also where the tests run as root."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        root = os.geteuid() == 0
        folder.chmod(0o777)
        if root:
            try:
                os.seteuid(NOBODY)
            except OSError:
                pytest.skip("this machine does not let root act as another user")
        try:
            yield folder
        finally:
            if root:
                os.seteuid(0)


def test_no_permission(tmp_path: Path) -> None:
    with unprivileged(tmp_path) as folder:
        path = folder / "a.txt"
        path.write_text(BODY, encoding="utf-8")
        path.chmod(0)
        assert reason(path) == "permission to read it is denied"


def test_folder_without_permission(tmp_path: Path) -> None:
    with unprivileged(tmp_path) as folder:
        shut = folder / "shut"
        shut.mkdir(mode=0)
        assert list(read_all([shut])) == [Problem(shut, "permission to read it is denied")]
        shut.chmod(0o700)


def test_link_to_nothing(tmp_path: Path) -> None:
    (tmp_path / "a.txt").symlink_to("gone.txt")
    assert reason(tmp_path / "a.txt") == "a symbolic link to nothing: gone.txt"


def test_link_to_itself(tmp_path: Path) -> None:
    (tmp_path / "a.txt").symlink_to("b.txt")
    (tmp_path / "b.txt").symlink_to("a.txt")
    assert reason(tmp_path / "a.txt") == "a symbolic link that leads back to itself"


def test_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.txt")
    assert reason(tmp_path / "a.txt") == "not a regular file (a pipe, socket or device)"


def test_folder_is_not_a_file(tmp_path: Path) -> None:
    assert reason(tmp_path) == "a folder, not a file"


@pytest.mark.parametrize(
    ("name", "data", "kind"),
    [
        ("a.pdf", b"%PDF-1.7\n", "a PDF file"),
        ("a.txt", b"%PDF-1.7\n", "a PDF file"),
        ("a.DOCX", b"PK\x03\x04", "a Word document (DOCX)"),
        ("a", b"PK\x03\x04", "an archive (ZIP)"),
        ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "a Word document (DOC)"),
        ("a.rtf", b"{\\rtf1 x}", "an RTF document"),
        ("photo", b"\xff\xd8\xff\xe0", "an image (JPEG)"),
        ("a.json", b"{}", "a data file (JSON)"),
    ],
)
def test_kinds_that_are_not_read(tmp_path: Path, name: str, data: bytes, kind: str) -> None:
    assert reason_of(tmp_path / name, data) == f"{kind} is not read; save it as plain text or HTML"


def test_day_that_is_not_in_the_calendar(tmp_path: Path) -> None:
    said = reason_of(tmp_path / "a.txt", f"2023-13-45\n{BODY}".encode())
    assert said == "the date on the first line is no day of the calendar: 2023-13-45"


def test_date_not_written_as_the_standard_says(tmp_path: Path) -> None:
    said = reason_of(tmp_path / "a.txt", f"2023-1-5\n{BODY}".encode())
    assert said == "the date on the first line is not written as YYYY-MM-DD: 2023-1-5"


def test_line_break_in_a_name_stays_in_one_line(tmp_path: Path) -> None:
    with pytest.raises(InputError) as caught:
        read_source(tmp_path / "a\nb.txt")
    assert str(caught.value).endswith("/a\\nb.txt: no such file or folder")


def test_one_bad_file_never_harms_the_others(tmp_path: Path) -> None:
    (tmp_path / "1.txt").write_text(BODY, encoding="utf-8")
    (tmp_path / "2.txt").write_bytes(b"\xff\0")
    (tmp_path / "3.txt").write_text(f"2023-11-11\n{BODY}", encoding="utf-8")
    first, bad, third = read_all([tmp_path], date(2020, 1, 2))
    assert isinstance(first, Source)
    assert isinstance(third, Source)
    assert (first.report.published, third.report.published) == (date(2020, 1, 2), date(2023, 11, 11))
    assert bad == Problem(tmp_path / "2.txt", "a binary file, not text (NUL at byte 1)")
    assert str(bad) == f"{tmp_path}/2.txt: a binary file, not text (NUL at byte 1)"
