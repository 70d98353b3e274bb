from __future__ import annotations

import os
import re
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from tawthiq.errors import InputError
from tawthiq.publish.report.document import Document, Section
from tawthiq.publish.report.pdf import to_pdf, to_pictures
from tawthiq.publish.report.templates import Templates

_CONTROLS = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")


@pytest.fixture(scope="module")
def pdf(arabic: Document) -> bytes:
    return to_pdf(arabic, Templates())


def test_the_same_report_gives_the_same_bytes(arabic: Document, pdf: bytes) -> None:
    assert to_pdf(arabic, Templates()) == pdf


def test_it_bears_its_own_font(pdf: bytes) -> None:
    assert b"Amiri" in pdf


@pytest.mark.skipif(os.environ.get("TAWTHIQ_NO_POPPLER") == "1", reason="pdftotext is left out")
def test_its_text_layer_gives_the_words_back(pdf: bytes, tmp_path: Path) -> None:
    path = tmp_path / "report.pdf"
    path.write_bytes(pdf)
    done = subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, text=True, check=True)
    text = " ".join(_CONTROLS.sub("", done.stdout).split())
    for words in ("جسر الشغور", "البوكمال", "فرقة السلطان", "الدفاع المدني السوري", "الخلاصة", "غير معلوم", "سوريا"):
        assert words in text
    assert {"8–11", "21–26", "2021-11-22", "12+"} <= set(text.split())


def test_pictures_of_its_pages(arabic: Document) -> None:
    pages = to_pictures(arabic, Templates(), dots=20)
    assert len(pages) > 4
    assert all(page.startswith(b"\x89PNG") for page in pages)


def test_a_fault_of_the_office_s_layout_names_it(arabic: Document, tmp_path: Path) -> None:
    (tmp_path / "report.typ").write_text("#unheard-of", "utf-8")
    with pytest.raises(InputError, match=r"report\.typ"):
        to_pdf(arabic, Templates(tmp_path))


def test_words_of_the_register_are_no_commands(arabic: Document, tmp_path: Path) -> None:
    hostile = replace(arabic, title='#panic("x") $ \\ [', sections=(Section("s", "#link(", ()),))
    assert to_pdf(hostile, Templates()).startswith(b"%PDF")
