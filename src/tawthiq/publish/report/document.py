"""A document as renderers see it: sections of paragraphs, tables and pictures, in one language, already in words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Text:
    text: str
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Figure:
    """A number in print: the words of it, the figure's id, and the anchor of its lineage in this document."""

    text: str
    figure: str
    target: str


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead to an anchor of this document."""

    text: str
    target: str


Inline: TypeAlias = Text | Figure | Link
Line: TypeAlias = tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """`anchor` is what links lead to; `quiet` for what is set smaller, as notes are."""

    line: Line
    anchor: str = ""
    quiet: bool = False


@dataclass(frozen=True, slots=True)
class Bullets:
    items: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class TableRow:
    cells: tuple[Line, ...]
    anchor: str = ""
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """`weights` are the columns' shares of the width; `numeric` the columns of numbers."""

    caption: str
    header: tuple[str, ...]
    rows: tuple[TableRow, ...]
    weights: tuple[int, ...]
    numeric: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawing as SVG; `alt` says in words what it shows."""

    name: str
    caption: str
    svg: str
    alt: str
    small: bool = False


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading below that of its section."""

    text: str
    anchor: str = ""


Block: TypeAlias = Paragraph | Bullets | Table | Picture | Heading


@dataclass(frozen=True, slots=True)
class Section:
    anchor: str
    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """`language` is ar or en; `facts` are pairs of a name and a value for the foot of the title."""

    title: str
    subtitle: str
    language: str
    author: str
    contents: str
    facts: tuple[tuple[str, str], ...]
    sections: tuple[Section, ...]

    @property
    def direction(self) -> str:
        return "rtl" if self.language == "ar" else "ltr"

    def lines(self) -> Iterator[Line]:
        """Every line of words, in order."""
        for section in self.sections:
            for block in section.blocks:
                yield from _lines(block)

    def figures(self) -> Iterator[Figure]:
        """Every number in print that has a lineage."""
        return (part for line in self.lines() for part in line if isinstance(part, Figure))

    def anchors(self) -> Iterator[str]:
        """Everything that a link can lead to."""
        for section in self.sections:
            yield section.anchor
            for block in section.blocks:
                yield from filter(None, _anchors(block))


def _lines(block: Block) -> Iterator[Line]:
    match block:
        case Paragraph(line):
            yield line
        case Bullets(items):
            yield from (item.line for item in items)
        case Table(rows=rows):
            yield from (cell for row in rows for cell in row.cells)


def _anchors(block: Block) -> Iterator[str]:
    match block:
        case Paragraph(anchor=anchor) | Heading(anchor=anchor):
            yield anchor
        case Bullets(items):
            yield from (item.anchor for item in items)
        case Table(rows=rows):
            yield from (row.anchor for row in rows)
