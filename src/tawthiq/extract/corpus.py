"""The training corpus: Arabic sentences with inline tags, read and written as training/GUIDELINES.md says."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from tawthiq.errors import ValueFormatError
from tawthiq.model import Span

HEADER = "id\tpublished\tsentence"
_MARK = re.compile(r"<[^<>]*>|[<>]")
_TAG = re.compile(r'<(?P<close>/?)(?P<name>[a-z]+)(?P<attributes>(?: [a-z]+="[^"<>]*")*)>')
_ATTRIBUTE = re.compile(r'([a-z]+)="([^"]*)"')
_ID = re.compile(r"(?P<batch>[a-z]+)-(?P<report>\d{3})-(?P<sentence>\d{2})", re.ASCII)
_SPLITS = {"8": "dev", "9": "test"}


class TagName(StrEnum):
    """What a stretch of words is; the guidelines say where each begins and ends."""

    PER = "per"
    ORG = "org"
    LOC = "loc"
    TITLE = "title"
    VIC = "vic"
    PERP = "perp"
    SRC = "src"
    WEAPON = "weapon"
    ACT = "act"
    N = "n"
    DATE = "date"
    SAY = "say"


_NAMES = frozenset(name.value for name in TagName)


@dataclass(frozen=True, slots=True)
class Tag:
    """One tagged stretch; the span counts code points of the sentence without its tags."""

    name: TagName
    span: Span
    attributes: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a corpus file; tags stand in the order in which they open."""

    id: str
    published: date
    text: str
    tags: tuple[Tag, ...]

    @property
    def report(self) -> str:
        """The id of the small report that the sentence belongs to, e.g. local-012."""
        return self.id.rpartition("-")[0]

    @property
    def split(self) -> str:
        """`dev`, `test` or `train`, by the last digit of the report's number."""
        return _SPLITS.get(self.report[-1], "train")


def parse(annotated: str) -> tuple[str, tuple[Tag, ...]]:
    """The sentence without its tags, and the tags in the order in which they open; ValueFormatError quotes the line."""
    try:
        return _parse(annotated)
    except ValueFormatError as error:
        raise ValueFormatError(f"{error} in {annotated!r}") from None


def format_sentence(text: str, tags: Sequence[Tag]) -> str:
    """The sentence with its tags written inline; the tags stand in opening order and nest."""
    inserts: list[tuple[int, str]] = []
    open_tags: list[Tag] = []
    for tag in tags:
        while open_tags and open_tags[-1].span.end <= tag.span.start:
            inserts.append(_closing(open_tags.pop()))
        open_tags.append(tag)
        inserts.append((tag.span.start, _opening(tag)))
    inserts.extend(_closing(tag) for tag in reversed(open_tags))
    return _woven(text, inserts)


def read_rows(lines: Iterable[str], name: str = "corpus") -> Iterator[Row]:
    """The rows of one corpus file; ValueFormatError names the file and the line number."""
    for number, line in enumerate(lines, start=1):
        try:
            if number > 1:
                yield _row(line.rstrip("\n"))
            elif line.rstrip("\n") != HEADER:
                raise ValueFormatError(f"the header is not {HEADER!r}")
        except ValueFormatError as error:
            raise ValueFormatError(f"{name}, line {number}: {error}") from error


def _parse(annotated: str) -> tuple[str, tuple[Tag, ...]]:
    pieces: list[str] = []
    tags: list[Tag | None] = []
    open_tags: list[tuple[int, TagName, int, dict[str, str]]] = []
    length = at = 0
    for mark in _MARK.finditer(annotated):
        pieces.append(annotated[at : mark.start()])
        length += mark.start() - at
        at = mark.end()
        closing, tag_name, attributes = _read_mark(mark.group())
        if not closing:
            open_tags.append((len(tags), tag_name, length, attributes))
            tags.append(None)
            continue
        if not open_tags or open_tags[-1][1] is not tag_name:
            raise ValueFormatError(f"</{tag_name}> closes no tag that is open innermost")
        place, _, start, held = open_tags.pop()
        tags[place] = Tag(tag_name, _span("".join(pieces), start, length), held)
    if open_tags:
        raise ValueFormatError(f"<{open_tags[-1][1]}> is never closed")
    return "".join(pieces) + annotated[at:], tuple(tag for tag in tags if tag is not None)


def _read_mark(mark: str) -> tuple[bool, TagName, dict[str, str]]:
    match = _TAG.fullmatch(mark)
    if match is None or match["name"] not in _NAMES or (match["close"] and match["attributes"]):
        raise ValueFormatError(f"no tag of the corpus: {mark!r}")
    pairs = _ATTRIBUTE.findall(match["attributes"])
    if len(dict(pairs)) < len(pairs):
        raise ValueFormatError(f"an attribute stands twice: {mark!r}")
    return bool(match["close"]), TagName(match["name"]), dict(pairs)


def _span(text: str, start: int, end: int) -> Span:
    held = text[start:end]
    if not held or held != held.strip():
        raise ValueFormatError(f"a tag holds nothing, or begins or ends with a space: {held!r}")
    return Span(start, end)


def _row(line: str) -> Row:
    cells = line.split("\t")
    if len(cells) != 3:
        raise ValueFormatError(f"{len(cells)} cells where three belong")
    row_id, published, annotated = cells
    if _ID.fullmatch(row_id) is None:
        raise ValueFormatError(f"not an id of the form local-012-03: {row_id!r}")
    try:
        day = date.fromisoformat(published)
    except ValueError as error:
        raise ValueFormatError(f"not a day: {published!r}") from error
    return Row(row_id, day, *parse(annotated))


def _opening(tag: Tag) -> str:
    attributes = "".join(f' {key}="{value}"' for key, value in tag.attributes.items())
    return f"<{tag.name}{attributes}>"


def _closing(tag: Tag) -> tuple[int, str]:
    return tag.span.end, f"</{tag.name}>"


def _woven(text: str, inserts: Sequence[tuple[int, str]]) -> str:
    pieces: list[str] = []
    at = 0
    for offset, mark in inserts:
        pieces += text[at:offset], mark
        at = offset
    return "".join(pieces) + text[at:]
