"""The document as DOCX, for offices that go on writing in it."""

from __future__ import annotations

import io
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from tawthiq.errors import MissingExtraError
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
    TableRow,
    Text,
)
from tawthiq.publish.report.isolating import pieces
from tawthiq.publish.report.templates import Templates

_DOTS = 192
"""Dots an inch of charts and map, which older readers of DOCX cannot draw from SVG."""
_WIDTH_CM = 17.0
_FEW = 6


def to_docx(document: Document, templates: Templates) -> bytes:
    """From base.docx of the office where there is one. MissingExtraError without python-docx and vl-convert."""
    try:
        import docx
    except ImportError as error:
        raise MissingExtraError("DOCX needs python-docx: install tawthiq[pdf]") from error
    base = str(templates.path("base.docx")) if templates.has("base.docx") else None
    made = _Writer(docx.Document(base), document, templates).write()
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


class _Writer:
    """Fills one file; bookmarks are numbered as they come."""

    def __init__(self, file: Any, document: Document, templates: Templates) -> None:
        self._file, self._document, self._templates = file, document, templates
        self._style: Mapping[str, Any] = templates.toml("style.toml")
        self._right = document.direction == "rtl"
        self._marks = 0
        self._styles: dict[str, str] = {}

    def write(self) -> Any:
        from tawthiq.publish.report.rtl import turn_section

        self._properties()
        if self._right:
            turn_section(self._file.sections[0])
        self._page()
        self._title()
        for section in self._document.sections:
            self._section(section)
        return self._file

    def _properties(self) -> None:
        """No time of writing, so that the same report gives the same words."""
        held, document = self._file.core_properties, self._document
        held.title, held.author = f"{document.title} · {document.subtitle}", document.author
        held.language, held.comments = document.language, ""
        held.created = held.modified = datetime(2000, 1, 1)

    def _page(self) -> None:
        from docx.shared import Cm

        page = self._file.sections[0]
        page.page_width, page.page_height = Cm(21), Cm(29.7)
        page.left_margin = page.right_margin = Cm(2)

    def _title(self) -> None:
        document = self._document
        self._line((Text(document.author),), points=self._style["note"])
        self._line((Text(document.title, strong=True),), "Title", points=self._style["title"])
        self._line((Text(document.subtitle),), points=self._style["text"] + 2)
        facts = " · ".join(f"{name}: {value}" for name, value in document.facts)
        self._line((Text(facts),), points=self._style["note"])

    def _section(self, section: Section) -> None:
        self._line((Text(section.title, strong=True),), "Heading 1", section.anchor, self._style["text"] + 4)
        for block in section.blocks:
            self._block(block)

    def _block(self, block: Block) -> None:
        match block:
            case Paragraph(line, anchor, quiet):
                self._line(line, "Normal", anchor, self._style["note" if quiet else "text"])
            case Heading(text, anchor):
                self._line((Text(text, strong=True),), "Heading 2", anchor, self._style["text"])
            case Bullets(items):
                for item in items:
                    self._line(item.line, "List Bullet", item.anchor, self._style["note"])
            case Picture():
                self._picture(block)
            case Table():
                self._table(block)

    def _line(self, line: Line, style: str = "Normal", anchor: str = "", points: float | None = None) -> Any:
        paragraph = self._file.add_paragraph()
        paragraph._p.style = self._style_id(style)
        self._fill(paragraph, line, points or self._style["text"])
        if anchor:
            self._bookmark(paragraph, anchor)
        return paragraph

    def _style_id(self, name: str) -> str:
        if name not in self._styles:
            self._styles[name] = self._file.styles[name].style_id
        return self._styles[name]

    def _bookmark(self, paragraph: Any, anchor: str) -> None:
        from tawthiq.publish.report.rtl import bookmark

        self._marks += 1
        bookmark(paragraph, anchor, self._marks)

    def _fill(self, paragraph: Any, line: Line, points: float, strong: bool = False) -> None:
        """The words of a line, each run dressed for its script."""
        from tawthiq.publish.report.rtl import Dress, add_run, marked, turn_paragraph

        if self._right:
            turn_paragraph(paragraph)
        for part in line:
            color = str(self._style["ink" if isinstance(part, Text) else "accent"]).lstrip("#")
            bold, target = (part.strong, "") if isinstance(part, Text) else (False, part.target)
            for piece in pieces(part.text, self._document.language):
                right = piece.direction == "rtl" if piece.direction else self._right
                dress = Dress(self._style["office_font"], points, color, strong or bold, right)
                add_run(paragraph, marked(piece.text, piece.direction), dress, target)

    def _picture(self, picture: Picture) -> None:
        from docx.shared import Cm

        from tawthiq.publish.report.rtl import turn_paragraph

        paragraph = self._file.add_paragraph()
        if self._right:
            turn_paragraph(paragraph)
        shape = paragraph.add_run().add_picture(io.BytesIO(_png(picture.svg, self._templates)))
        if shape.width > Cm(_WIDTH_CM):
            shape.height = round(shape.height * Cm(_WIDTH_CM) / shape.width)
            shape.width = Cm(_WIDTH_CM)
        shape._inline.docPr.set("descr", picture.alt)
        if picture.caption:
            self._line((Text(picture.caption),), points=self._style["note"])

    def _table(self, table: Table) -> None:
        from tawthiq.publish.report.rtl import hold_together, repeat_row, turn_table

        made = self._file.add_table(rows=1, cols=len(table.header), style="Table Grid")
        made.autofit = False
        if self._right:
            turn_table(made)
        points = self._style["table" if len(table.header) < _FEW else "wide_table"]
        header = TableRow(tuple((Text(name),) for name in table.header), strong=True)
        self._row(made.rows[0], header, points)
        repeat_row(made.rows[0])
        for row in table.rows:
            held = made.add_row()
            self._row(held, row, points)
            hold_together(held)
        _widths(made, table.weights)

    def _row(self, held: Any, row: TableRow, points: float) -> None:
        for cell, line in zip(held.cells, row.cells, strict=True):
            paragraph = cell.paragraphs[0]
            self._fill(paragraph, line, points, row.strong)
            paragraph.paragraph_format.space_after = 0
        if row.anchor:
            self._bookmark(held.cells[0].paragraphs[0], row.anchor)


def _widths(table: Any, weights: tuple[int, ...]) -> None:
    from docx.shared import Cm

    for at, weight in enumerate(weights):
        table.columns[at].width = Cm(_WIDTH_CM * weight / sum(weights))


def _png(svg: str, templates: Templates) -> bytes:
    try:
        import vl_convert
    except ImportError as error:
        raise MissingExtraError("charts need vl-convert: install tawthiq[pdf]") from error
    for folder in templates.fonts():
        vl_convert.register_font_directory(str(folder))
    drawn: bytes = vl_convert.svg_to_png(svg, scale=_DOTS / 96, ppi=_DOTS)
    return drawn
