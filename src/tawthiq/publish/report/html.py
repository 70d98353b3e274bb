"""The document as one HTML file."""

from __future__ import annotations

from markupsafe import Markup, escape

from tawthiq.publish.report.document import Document
from tawthiq.publish.report.isolating import pieces
from tawthiq.publish.report.templates import Templates


def to_html(document: Document, templates: Templates) -> str:
    """From report.html and report.css; nothing in it comes from elsewhere, and no script runs."""
    environment = templates.environment()

    def isolate(text: str) -> Markup:
        return Markup("").join(
            Markup('<bdi dir="{}">{}</bdi>').format(piece.direction, piece.text)
            if piece.direction
            else escape(piece.text)
            for piece in pieces(text, document.language)
        )

    environment.filters["isolate"] = isolate
    css = templates.text("report.css")
    return templates.render(environment, "report.html", document=document, css=css, kind=_kind)


def _kind(block: object) -> str:
    return type(block).__name__
