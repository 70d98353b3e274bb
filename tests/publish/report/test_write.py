from __future__ import annotations

from pathlib import Path

import pytest

from tawthiq.errors import UsageError
from tawthiq.publish.report import Content, Format, write_report


@pytest.mark.parametrize(("format_", "begins"), [("html", b"<!doctype"), ("pdf", b"%PDF"), ("docx", b"PK")])
@pytest.mark.parametrize("language", ["ar", "en"])
def test_each_format_by_the_name_of_the_file(
    content: Content, tmp_path: Path, format_: str, begins: bytes, language: str
) -> None:
    path = write_report(content, tmp_path / f"report.{format_}", language)
    assert path.read_bytes().lstrip().startswith(begins)


def test_what_cannot_be_written(content: Content, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"ends in \.html"):
        write_report(content, tmp_path / "report.odt")
    with pytest.raises(UsageError, match="not 'fr'"):
        write_report(content, tmp_path / "report.html", "fr")
    with pytest.raises(UsageError, match="cannot write"):
        write_report(content, tmp_path / "none" / "report", format_=Format.HTML)
