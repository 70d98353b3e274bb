"""Reading one file: what is kept, and what is found in it."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tawthiq.ingest import read_source
from tawthiq.model import Span

BODY = "اغتال مجهولون قيادياً سابقاً في مدينة نوى.\n"


def put(path: Path, content: str | bytes) -> Path:
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def test_date_line_and_title(tmp_path: Path) -> None:
    text = f"2023-11-11\nاغتيال في نوى\n\n{BODY}"
    report = read_source(put(tmp_path / "nawa.txt", text)).report
    assert report.text == text
    assert (report.published, report.title, report.name) == (date(2023, 11, 11), "اغتيال في نوى", "nawa")
    assert (report.language, report.media_type) == ("ar", "text/plain")


def test_original_bytes_are_kept_with_their_digest(tmp_path: Path) -> None:
    data = f"\ufeff2023-11-11\r\n{BODY}".encode()
    source = read_source(put(tmp_path / "a.txt", data))
    assert source.original == data
    assert source.report.sha256 == sha256(data).hexdigest()


def test_retrieved_is_now_in_utc(tmp_path: Path) -> None:
    retrieved = read_source(put(tmp_path / "a.txt", BODY)).report.retrieved
    assert retrieved is not None
    assert abs(datetime.now(UTC) - datetime.fromisoformat(retrieved)) < timedelta(minutes=1)


def test_the_same_bytes_give_the_same_id(tmp_path: Path) -> None:
    first, second = (read_source(put(tmp_path / name, BODY)).report for name in ("a.txt", "b.txt"))
    assert first.id == second.id


def test_byte_order_mark_is_no_part_of_the_text(tmp_path: Path) -> None:
    report = read_source(put(tmp_path / "a.txt", f"\ufeff2023-11-11\n{BODY}")).report
    assert report.text == f"2023-11-11\n{BODY}"
    assert report.published == date(2023, 11, 11)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends_stay_as_they_are(tmp_path: Path, end: str) -> None:
    text = end.join(["2023-11-11", "عنوان", BODY.strip()])
    report = read_source(put(tmp_path / "a.txt", text)).report
    assert (report.text, report.title, report.published) == (text, "عنوان", date(2023, 11, 11))


def test_date_in_arabic_digits_and_with_direction_marks(tmp_path: Path) -> None:
    report = read_source(put(tmp_path / "a.txt", f"\u200f٢٠٢٣-١١-١١\u200f\n{BODY}")).report
    assert report.published == date(2023, 11, 11)


def test_date_inside_a_sentence_is_not_the_publication_date(tmp_path: Path) -> None:
    report = read_source(put(tmp_path / "a.txt", f"في 2023-11-11 وقع هجوم\n{BODY}")).report
    assert (report.published, report.title) == (None, "في 2023-11-11 وقع هجوم")


def test_a_long_first_paragraph_is_no_title(tmp_path: Path) -> None:
    assert read_source(put(tmp_path / "a.txt", "كلمة " * 100)).report.title is None


def test_given_date_counts_where_the_file_has_none(tmp_path: Path) -> None:
    report = read_source(put(tmp_path / "a.txt", BODY), published=date(2020, 1, 2)).report
    assert report.published == date(2020, 1, 2)


def test_given_date_never_overrides_the_file(tmp_path: Path) -> None:
    report = read_source(put(tmp_path / "a.txt", f"2023-11-11\n{BODY}"), published=date(2020, 1, 2)).report
    assert report.published == date(2023, 11, 11)


@pytest.mark.parametrize("charset", ["utf-16-le", "utf-16-be"])
def test_utf16_with_its_mark(tmp_path: Path, charset: str) -> None:
    report = read_source(put(tmp_path / "a.txt", f"\ufeff{BODY}".encode(charset))).report
    assert (report.text, report.media_type) == (BODY, f"text/plain; charset={charset}")


def test_older_windows_files_are_read_and_say_so(tmp_path: Path) -> None:
    report = read_source(put(tmp_path / "a.txt", BODY.encode("cp1256"))).report
    assert (report.text, report.media_type) == (BODY, "text/plain; charset=windows-1256")


def test_language_of_text_in_other_letters_is_left_open(tmp_path: Path) -> None:
    assert read_source(put(tmp_path / "a.txt", "A former leader was shot in Nawa.")).report.language == "und"


def test_a_name_that_is_not_utf8_becomes_text(tmp_path: Path) -> None:
    path = put(Path(str(tmp_path) + "/\udcff.txt"), BODY)
    assert read_source(path).report.name == "\\xff"


PRINTED = st.text(st.characters(exclude_categories=["Cs", "Cc"], include_characters="\n\r\t"), min_size=1)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=100)
@given(text=PRINTED, ends=st.tuples(st.integers(0, 200), st.integers(0, 200)))
def test_any_text_comes_back_letter_for_letter(tmp_path: Path, text: str, ends: tuple[int, int]) -> None:
    stored = f"ا{text}"  # a letter first, since a mark, a date line or white space alone mean something there
    report = read_source(put(tmp_path / "a.txt", stored)).report
    span = Span(*sorted(ends))
    assert report.text == stored
    assert span.of(report.text) == span.of(stored)
