from __future__ import annotations

import io
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn

from tawthiq.publish.report.document import Document
from tawthiq.publish.report.docx import to_docx
from tawthiq.publish.report.templates import Templates


@pytest.fixture(scope="module")
def arabic_file(arabic: Document) -> Any:
    return docx.Document(io.BytesIO(to_docx(arabic, Templates())))


@pytest.fixture(scope="module")
def english_file(english: Document) -> Any:
    return docx.Document(io.BytesIO(to_docx(english, Templates())))


def test_arabic_runs_from_the_right_throughout(arabic_file: Any) -> None:
    body = arabic_file.element.body
    paragraphs = list(body.iter(qn("w:p")))
    assert all(p.pPr.find(qn("w:bidi")) is not None for p in paragraphs)
    assert all(table._tbl.tblPr.find(qn("w:bidiVisual")) is not None for table in arabic_file.tables)
    assert body.sectPr.find(qn("w:bidi")) is not None


def test_english_does_not(english_file: Any) -> None:
    body = english_file.element.body
    assert not list(body.iter(qn("w:bidi"))) + list(body.iter(qn("w:bidiVisual")))


def runs(file: Any, right: bool) -> list[str]:
    held = file.element.body.iter(qn("w:r"))
    with_words = [run for run in held if run.find(qn("w:t")) is not None]
    return [run.text for run in with_words if (run.rPr.find(qn("w:rtl")) is not None) is right]


def test_ranges_and_dates_keep_their_order(arabic_file: Any) -> None:
    left = runs(arabic_file, right=False)
    assert {"\u200e8–11\u200e", "\u200e2021-11-22\u200e", "\u200e12+\u200e"} <= set(left)
    assert not any("8–11" in run or "2021-11-22" in run for run in runs(arabic_file, right=True))


def test_arabic_words_in_english_run_from_the_right(english_file: Any) -> None:
    assert "\u200fقوات النظام\u200f" in runs(english_file, right=True)


def test_every_link_has_its_bookmark(arabic_file: Any) -> None:
    body = arabic_file.element.body
    marks = [mark.get(qn("w:name")) for mark in body.iter(qn("w:bookmarkStart"))]
    assert len(marks) == len(set(marks))
    assert {link.get(qn("w:anchor")) for link in body.iter(qn("w:hyperlink"))} <= set(marks)


def test_elements_stand_in_the_order_of_the_schema(arabic_file: Any) -> None:
    """Word refuses a file in which they do not."""
    order = ["rFonts", "b", "bCs", "color", "sz", "szCs", "rtl"]
    for properties in arabic_file.element.body.iter(qn("w:rPr")):
        names = [child.tag.rpartition("}")[2] for child in properties]
        assert names == sorted(names, key=order.index)
    for properties in arabic_file.element.body.iter(qn("w:tblPr")):
        names = [child.tag.rpartition("}")[2] for child in properties]
        assert names[:2] == ["tblStyle", "bidiVisual"]


def test_it_says_what_the_document_says(arabic: Document, arabic_file: Any) -> None:
    text = "".join(arabic_file.element.body.itertext()).replace("\u200e", "")
    for line in arabic.lines():
        assert "".join(part.text for part in line) in text
