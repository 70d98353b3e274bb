"""Overlapping and nested spans flattened into segments that follow one another, so that any text can be marked."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from tawthiq.model import Kind, Span
from tawthiq.publish.pages.bidi import runs, runs_left_to_right

_KINDS = list(Kind)
_ENTITIES = (Kind.PERSON, Kind.GROUP, Kind.PLACE)


@dataclass(frozen=True, slots=True)
class Mark:
    """A span to show as of this kind; `target` is the anchor of what is said about it.

    `names` where the words name the thing itself, and do not only say something about it.
    """

    span: Span
    kind: Kind
    target: str
    names: bool = False


@dataclass(frozen=True, slots=True)
class Segment:
    """Words under the same marks, the narrowest first; `anchored` where some mark begins."""

    start: int
    text: str
    marks: tuple[Mark, ...] = ()
    anchored: bool = False

    @property
    def end(self) -> int:
        return self.start + len(self.text)

    @property
    def kinds(self) -> list[Kind]:
        """Each kind over these words once, in the order of the list of kinds."""
        return sorted({mark.kind for mark in self.marks}, key=_KINDS.index)

    @property
    def classes(self) -> list[str]:
        """All kinds, and which of them gives the ground (an entity) and which the line below (any other)."""
        entities = [mark for mark in self.marks if mark.kind in _ENTITIES]
        ground = [mark.kind for mark in sorted(entities, key=lambda mark: not mark.names)][:1]
        line = [mark.kind for mark in self.marks if mark.kind not in (*_ENTITIES, Kind.STATEMENT)][:1]
        return [*self.kinds, *(f"on-{kind}" for kind in ground), *(f"under-{kind}" for kind in line)]

    @property
    def target(self) -> str | None:
        return self.marks[0].target if self.marks else None


@dataclass(frozen=True, slots=True)
class Run:
    """Segments that are isolated from the text around them, or not."""

    isolated: bool
    segments: tuple[Segment, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One line of the text, its line feed included."""

    left_to_right: bool
    runs: tuple[Run, ...]


def segments(text: str, marks: Collection[Mark], cuts: Iterable[int] = ()) -> Iterator[Segment]:
    """The whole text in order, cut wherever a mark begins or ends and at `cuts`; what lies past its end is left off."""
    opening: dict[int, list[Mark]] = {}
    for mark in marks:
        opening.setdefault(mark.span.start, []).append(mark)
    ends = {mark.span.end for mark in marks}
    bounds = sorted({b for b in {0, *opening, *ends, *cuts} if b < len(text)} | {len(text)})
    over: set[Mark] = set()
    for start, end in pairwise(bounds):
        over = {mark for mark in over.union(opening.get(start, ())) if mark.span.end > start}
        yield Segment(start, text[start:end], tuple(sorted(over, key=_narrowest)), start in opening)


def _narrowest(mark: Mark) -> tuple[int, int, int, str, bool]:
    return mark.span.end - mark.span.start, mark.span.start, _KINDS.index(mark.kind), mark.target, mark.names


def paragraphs(text: str, marks: Collection[Mark]) -> Iterator[Paragraph]:
    """The text line by line, foreign runs isolated; all segments joined are the text."""
    lines = list(_lines(text))
    held = list(segments(text, marks, (piece.start for line in lines for piece, _ in line)))
    starts = [segment.start for segment in held]
    for line in lines:
        made = (Run(apart, tuple(held[bisect_left(starts, p.start) : bisect_left(starts, p.end)])) for p, apart in line)
        yield Paragraph(runs_left_to_right(text[line[0][0].start : line[-1][0].end]), tuple(made))


def _lines(text: str) -> Iterator[list[tuple[Span, bool]]]:
    """Each line as pieces that follow one another, and whether each is a foreign run."""
    at = 0
    for line in text.splitlines(keepends=True):
        pieces, done = [], 0
        for run in runs(line):
            pieces += [(Span(at + done, at + run.start), False), (Span(at + run.start, at + run.end), True)]
            done = run.end
        pieces.append((Span(at + done, at + len(line)), False))
        yield [(piece, apart) for piece, apart in pieces if piece.start < piece.end]
        at += len(line)
