from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from tawthiq.model import EDTF
from tawthiq.publish.report.build import build
from tawthiq.publish.report.content import Content, Label
from tawthiq.publish.report.document import Document
from tawthiq.publish.report.html import to_html
from tawthiq.publish.report.templates import Templates
from tests.publish.reading import Page, read_page


def page_of(document: Document, folder: Path) -> Page:
    path = folder / "report.html"
    path.write_text(to_html(document, Templates()), encoding="utf-8")
    return read_page(path)


def test_one_file_from_the_right_with_every_link_at_home(arabic: Document, tmp_path: Path) -> None:
    page = page_of(arabic, tmp_path)
    assert page.wrong == []
    assert ("html", {"lang": "ar", "dir": "rtl"}) in page.tags
    assert len(page.ids) == len(set(page.ids))
    assert {link.removeprefix("#") for link in page.links} <= set(page.ids)
    assert "script" not in {tag for tag, _ in page.tags}


def test_every_number_of_the_document_is_a_link(arabic: Document, tmp_path: Path) -> None:
    page = page_of(arabic, tmp_path)
    linked = [held["data-figure"] for tag, held in page.tags if tag == "a" and "data-figure" in held]
    assert linked == [figure.figure for figure in arabic.figures()]


def test_ranges_and_dates_are_isolated(arabic: Document) -> None:
    text = to_html(arabic, Templates())
    assert '<bdi dir="ltr">8–11</bdi>' in text
    assert '<bdi dir="ltr">2021-11-22</bdi>' in text


def test_words_of_the_register_are_no_markup(content: Content, tmp_path: Path) -> None:
    hostile = "<script>alert(1)</script>"
    line = replace(content.incidents[0], place=Label("x", hostile, hostile), perpetrators=(hostile,))
    asked = replace(content, incidents=(line, *content.incidents[1:]), period=EDTF("2021"), office=Label("o", hostile))
    page = page_of(build(asked, "ar", Templates()), tmp_path)
    assert "script" not in {tag for tag, _ in page.tags}
    assert hostile in page.all_text
