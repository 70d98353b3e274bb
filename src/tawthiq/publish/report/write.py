"""The one orchestrator of reports: builds the document and hands it to the renderer of a format."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path

from tawthiq.errors import UsageError
from tawthiq.publish.report.build import build
from tawthiq.publish.report.content import Content
from tawthiq.publish.report.templates import Templates

LANGUAGES = ("ar", "en")


class Format(StrEnum):
    HTML = "html"
    PDF = "pdf"
    DOCX = "docx"


def render_report(content: Content, language: str, format_: Format, templates: Path | None = None) -> bytes:
    """The report as a file's bytes. UsageError of a language that there is no report in, InputError of a template at
    fault, MissingExtraError where the extra `pdf` is not installed."""
    if language not in LANGUAGES:
        raise UsageError(f"reports are written in {' and '.join(LANGUAGES)}, not {language!r}")
    held = Templates(templates)
    document = build(content, language, held)
    if format_ is Format.HTML:
        from tawthiq.publish.report.html import to_html

        return to_html(document, held).encode()
    if format_ is Format.PDF:
        from tawthiq.publish.report.pdf import to_pdf

        return to_pdf(document, held)
    from tawthiq.publish.report.docx import to_docx

    return to_docx(document, held)


def write_report(
    content: Content, path: Path, language: str = "ar", format_: Format | None = None, templates: Path | None = None
) -> Path:
    """Write the report; the format is that of the file's name where none is given. UsageError where it cannot be."""
    try:
        chosen = format_ or Format(path.suffix.removeprefix(".").lower())
    except ValueError:
        raise UsageError(f"a report ends in {', '.join(f'.{each}' for each in Format)}: {path}") from None
    made = render_report(content, language, chosen, templates)
    try:
        path.write_bytes(made)
    except OSError as error:
        raise UsageError(f"cannot write the report to {path}: {error.strerror}") from error
    return path
