"""A text of an agreement cut into what may hold a term: items of a list, and sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from tawthiq.extract.facts import Phrase
from tawthiq.extract.page import Page
from tawthiq.extract.patterns import trimmed
from tawthiq.model import Span
from tawthiq.text.fold import fold_phrase
from tawthiq.text.tables import table

_LINE = re.compile(r"[^\r\n]+")
_OPENING = 2
"""Lines in which a paper says what it is: its title and the first below."""
_DATE_LINE = re.compile(r"\s*\d{4}-\d{2}-\d{2}\s*")
_SENTENCE = re.compile(r"[^.؛!؟]+")


@dataclass(frozen=True, slots=True)
class Segment:
    """`listed`: an item of a list of terms; `number` is what the list calls it ("3", "ثالثا")."""

    span: Span
    listed: bool = False
    number: str = ""


@cache
def words_of(use: str) -> tuple[str, ...]:
    """The folded words of lexicon/duty_words.tsv of that use, the longest first."""
    found = {fold_phrase(row["word"]) for row in table("lexicon/duty_words.tsv") if row["use"] == use}
    return tuple(sorted(found, key=lambda word: (-len(word), word)))


@cache
def _word(use: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)[وفبل]?(?:{'|'.join(map(re.escape, words_of(use)))})(?!\w)")


@cache
def _item() -> re.Pattern[str]:
    begins = "|".join(map(re.escape, words_of("list_begin")))
    clause = r"(?:ال)?(?:بند|ماده) (?:\d+|ال\w+)"
    return re.compile(rf"\s*(?:(?P<number>\d{{1,2}}|\w|{begins}|{clause}) ?[-–.:)/]+|[-–•*▪])\s*")


def is_document(page: Page) -> bool:
    """Whether the title or the first lines name an agreement."""
    lines = [fold_phrase(m[0]) for m in _LINE.finditer(page.text) if not _DATE_LINE.fullmatch(m[0])]
    return any(_word("document").search(line) for line in lines[:_OPENING])


def title_of(page: Page) -> Phrase | None:
    """The first line that is no date."""
    lines = (Span(*m.span()) for m in _LINE.finditer(page.text) if not _DATE_LINE.fullmatch(m[0]))
    return next((title for line in lines if (title := trimmed(page, line))), None)


def holds(use: str, words: str) -> bool:
    """Whether folded words hold one of that use."""
    return _word(use).search(words) is not None


def segments(page: Page) -> Iterator[Segment]:
    """Every sentence of every line but the title and lines that end in a colon; what stands under such a line, or is
    numbered, is an item.
    """
    listing, titled = False, False
    for line in _LINE.finditer(page.text):
        span = Span(*line.span())
        begins = _item().match(_folded(page, span))
        header = line[0].rstrip().endswith(":")
        if begins:
            start = page.folded.source(page.folded.at(span.start) + begins.end(), page.folded.at(span.end)).start
            yield from _item_segments(page, Span(start, span.end), begins["number"] or "")
        elif not header and (titled or line[0].rstrip().endswith(".")):
            yield from _sentences(page, span, listing)
        listing, titled = listing or header, titled or not _DATE_LINE.fullmatch(line[0])


def _folded(page: Page, span: Span) -> str:
    return page.folded.norm[page.folded.at(span.start) : page.folded.at(span.end)]


def _item_segments(page: Page, span: Span, number: str) -> Iterator[Segment]:
    for at, segment in enumerate(_sentences(page, span, True)):
        yield Segment(segment.span, True, "" if at else number)


def _sentences(page: Page, span: Span, listed: bool) -> Iterator[Segment]:
    for match in _SENTENCE.finditer(span.of(page.text)):
        part = trimmed(page, Span(span.start + match.start(), span.start + match.end()))
        if part is not None:
            yield Segment(part.span, listed)
