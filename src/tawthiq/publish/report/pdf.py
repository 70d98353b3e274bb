"""The document as PDF (or pictures of its pages), set by typst with the fonts of the package."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, cast

from tawthiq.errors import InputError, MissingExtraError
from tawthiq.publish.report.document import (
    Block,
    Bullets,
    Document,
    Heading,
    Line,
    Paragraph,
    Picture,
    Section,
    Table,
    Text,
)
from tawthiq.publish.report.isolating import pieces
from tawthiq.publish.report.templates import Templates

_WIDTH = 480.0
"""Points that a picture may take on A4."""


def to_pdf(document: Document, templates: Templates) -> bytes:
    """MissingExtraError without typst; InputError where report.typ is at fault."""
    return _compiled(document, templates, "pdf")[0]


def to_pictures(document: Document, templates: Templates, dots: float = 96) -> list[bytes]:
    """Every page as PNG, at so many dots an inch."""
    return _compiled(document, templates, "png", dots)


def _compiled(document: Document, templates: Templates, format_: str, dots: float | None = None) -> list[bytes]:
    try:
        import typst
    except ImportError as error:
        raise MissingExtraError("PDF needs typst: install tawthiq[pdf]") from error
    try:
        # Its stubs do not know that files may be given by name.
        made = cast(Any, typst).compile(
            _files(document, templates),
            font_paths=[str(folder) for folder in templates.fonts()],
            ignore_system_fonts=True,
            format=format_,
            pdf_tags=templates.toml("style.toml")["tagged"],
            ppi=dots,
        )
    except typst.TypstError as error:
        raise InputError(f"template {templates.path('report.typ')}: {error}") from error
    return made if isinstance(made, list) else [made]


def _files(document: Document, templates: Templates) -> dict[str, bytes]:
    """All that typst sees: the template, the document as JSON, and its pictures."""
    pictures = {
        f"{block.name}.svg": block.svg.encode()
        for section in document.sections
        for block in section.blocks
        if isinstance(block, Picture)
    }
    laid = _Layout(document.language).document(document) | {"style": templates.toml("style.toml")}
    laid["page"] = templates.toml("words.toml")[document.language]["page"]
    data = json.dumps(laid, ensure_ascii=False).encode()
    return {"main.typ": templates.text("report.typ").encode(), "document.json": data, **pictures}


class _Layout:
    """The document as the JSON that report.typ reads."""

    def __init__(self, language: str) -> None:
        self._language = language

    def document(self, document: Document) -> dict[str, Any]:
        return {
            "title": document.title,
            "subtitle": document.subtitle,
            "subtitle_line": self._words(document.subtitle),
            "language": document.language,
            "author": document.author,
            "facts": [{"name": name, "line": self._words(value)} for name, value in document.facts],
            "sections": [self._section(section) for section in document.sections],
        }

    def _section(self, section: Section) -> dict[str, Any]:
        blocks = [self._block(block) for block in section.blocks]
        return {"anchor": section.anchor, "title": section.title, "blocks": blocks}

    def _block(self, block: Block) -> dict[str, Any]:
        match block:
            case Paragraph():
                return {"kind": "paragraph", **self._paragraph(block)}
            case Heading(text, anchor):
                return {"kind": "heading", "line": self._words(text), "anchor": anchor}
            case Bullets(items):
                return {"kind": "bullets", "items": [self._paragraph(item) for item in items]}
            case Picture(name, caption, _, alt):
                return {"kind": "picture", "file": f"{name}.svg", "caption": caption, "alt": alt, "width": _WIDTH * 0.8}
            case Table():
                return self._table(block)

    def _paragraph(self, block: Paragraph) -> dict[str, Any]:
        return {"line": self._line(block.line), "anchor": block.anchor, "quiet": block.quiet}

    def _table(self, table: Table) -> dict[str, Any]:
        rows = [
            {"cells": [self._line(cell) for cell in row.cells], "anchor": row.anchor, "strong": row.strong}
            for row in table.rows
        ]
        return {
            "kind": "table",
            "header": [self._words(name) for name in table.header],
            "rows": rows,
            "weights": table.weights,
        }

    def _words(self, text: str) -> list[dict[str, Any]]:
        return self._line((Text(text),))

    def _line(self, line: Line) -> list[dict[str, Any]]:
        return list(self._pieces(line))

    def _pieces(self, line: Line) -> Iterator[dict[str, Any]]:
        for part in line:
            more = {"b": part.strong} if isinstance(part, Text) else {"to": part.target}
            for piece in pieces(part.text, self._language):
                yield {"s": piece.text, "d": piece.direction, **more}
