"""What python-docx lacks for Arabic: paragraphs, runs and tables from the right, links inside a document, bookmarks.

Word sets a run by its own flag, other readers by the Unicode algorithm. A foreign run bears no flag, therefore, and
stands between left-to-right marks, so that 12–15 keeps its order in both.
"""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

_LEFT_MARK, _RIGHT_MARK = "\u200e", "\u200f"
_MOST_NAME = 40
"""Letters that the name of a bookmark may have."""


def turn_paragraph(paragraph: Any) -> None:
    """From the right; `start` is then the right side."""
    paragraph._p.get_or_add_pPr().append(OxmlElement("w:bidi"))


def turn_table(table: Any) -> None:
    """The first column on the right."""
    table._tbl.tblPr.find(qn("w:tblStyle")).addnext(OxmlElement("w:bidiVisual"))


def turn_section(section: Any) -> None:
    section._sectPr.find(qn("w:cols")).addnext(OxmlElement("w:bidi"))


def marked(text: str, direction: str) -> str:
    """A run that is isolated, in letters that every reader knows."""
    mark = {"ltr": _LEFT_MARK, "rtl": _RIGHT_MARK}.get(direction, "")
    return f"{mark}{text}{mark}"


@dataclass(frozen=True, slots=True)
class Dress:
    """How a run looks: font, points, color (six hex digits), whether it is bold, and whether it runs from the right."""

    font: str
    points: float
    color: str
    strong: bool
    right: bool


def add_run(paragraph: Any, text: str, dress: Dress, target: str = "") -> None:
    """Words at the end of a paragraph; a link to a bookmark where `target` names one.

    Written as XML at once: a report has tens of thousands of runs, and python-docx takes half a millisecond for each.
    """
    run = OxmlElement("w:r")
    run.append(deepcopy(_properties(dress)))
    words = OxmlElement("w:t")
    words.text = text
    words.set(qn("xml:space"), "preserve")
    run.append(words)
    paragraph._p.append(_link(run, target) if target else run)


@lru_cache(maxsize=64)
def _properties(dress: Dress) -> Any:
    """Font, weight and size twice, since Word asks others of Arabic than of Latin; in the schema's order."""
    size = str(round(dress.points * 2))
    held = OxmlElement("w:rPr")
    fonts = {"w:ascii": dress.font, "w:hAnsi": dress.font, "w:cs": dress.font}
    told = [("w:rFonts", fonts), *(("w:b", {}), ("w:bCs", {})) * dress.strong, ("w:color", {"w:val": dress.color})]
    told += [("w:sz", {"w:val": size}), ("w:szCs", {"w:val": size}), *[("w:rtl", {})] * dress.right]
    for tag, values in told:
        held.append(_element(tag, values))
    return held


def _element(tag: str, values: Mapping[str, str]) -> Any:
    element = OxmlElement(tag)
    for name, value in values.items():
        element.set(qn(name), value)
    return element


def _link(run: Any, target: str) -> Any:
    link = _element("w:hyperlink", {"w:anchor": target[:_MOST_NAME], "w:history": "1"})
    link.append(run)
    return link


def bookmark(paragraph: Any, name: str, number: int) -> None:
    """A place that links of the document lead to; `number` is its own."""
    for tag in ("w:bookmarkStart", "w:bookmarkEnd"):
        element = OxmlElement(tag)
        element.set(qn("w:id"), str(number))
        if tag == "w:bookmarkStart":
            element.set(qn("w:name"), name[:_MOST_NAME])
        paragraph._p.append(element)


def repeat_row(row: Any) -> None:
    """The row heads the table on every page."""
    header = OxmlElement("w:tblHeader")
    header.set(qn("w:val"), "true")
    row._tr.get_or_add_trPr().append(header)


def hold_together(row: Any) -> None:
    """No page ends inside the row."""
    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
