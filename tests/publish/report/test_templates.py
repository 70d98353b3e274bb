from __future__ import annotations

from pathlib import Path

import pytest

from tawthiq.errors import InputError, UsageError
from tawthiq.publish.report.build import build
from tawthiq.publish.report.content import Content
from tawthiq.publish.report.templates import Templates

from .test_build import words


def test_an_office_changes_one_sentence_and_one_word(tmp_path: Path, content: Content) -> None:
    (tmp_path / "summary.ar.txt").write_text('وثّقنا {{ count(now.incident, "incident", case="accusative") }}.', "utf-8")
    (tmp_path / "words.toml").write_text('[ar]\nreport = "نشرة"\n[ar.sections]\nsummary = "موجز"', "utf-8")
    document = build(content, "ar", Templates(tmp_path))
    assert words(document, "summary").startswith("وثّقنا 6 وقائع.\n")
    assert (document.title, document.sections[0].title, document.sections[1].anchor) == ("نشرة", "موجز", "tables")


@pytest.mark.parametrize(
    "text",
    [
        "{{ unheard_of }}",
        "{% if %}",
        '{{ count(now.incident, "unicorn") }}',
        '{{ count(now.detained, "person") }}',
        '{{ count(now.killed, "person", case="dative") }}',
    ],
)
def test_a_fault_names_its_template(tmp_path: Path, content: Content, text: str) -> None:
    (tmp_path / "summary.ar.txt").write_text(text, "utf-8")
    with pytest.raises(InputError, match=r"summary\.ar\.txt"):
        build(content, "ar", Templates(tmp_path))


def test_a_template_cannot_reach_into_python(tmp_path: Path, content: Content) -> None:
    (tmp_path / "summary.ar.txt").write_text("{{ count.__globals__ }}", "utf-8")
    with pytest.raises(InputError):
        build(content, "ar", Templates(tmp_path))


def test_faults_of_a_folder(tmp_path: Path, content: Content) -> None:
    with pytest.raises(UsageError, match="no folder"):
        Templates(tmp_path / "missing")
    (tmp_path / "words.toml").write_text("[ar", "utf-8")
    with pytest.raises(InputError, match=r"words\.toml"):
        build(content, "ar", Templates(tmp_path))
