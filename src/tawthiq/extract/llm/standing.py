"""Whether what a model wrote stands in the report: its words as phrases, its dates and numbers as those of the text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from tawthiq.errors import ValueFormatError
from tawthiq.extract.facts import Dated, Phrase
from tawthiq.extract.page import Page
from tawthiq.model import EDTF, Range, Span
from tawthiq.text.locating import places_of


@dataclass(frozen=True)
class Ground:
    """What can be found of an answer on the page; nothing is taken on trust."""

    page: Page

    def places(self, words: str) -> list[Span]:
        return list(places_of(self.page.folded, words))

    def phrase(self, words: str | None, near: Span | None = None) -> Phrase | None:
        """The words where they stand, nearest to a span where there is one; None where they stand nowhere."""
        spans = self.places(words) if words else []
        if not spans or words is None:
            return None
        span = min(spans, key=lambda each: _apart(each, near)) if near else spans[0]
        found = span.of(self.page.text)
        hidden = words.startswith("ال") and found.startswith("لل")
        return Phrase(span, f"ال{found[2:]}" if hidden else found)

    def phrases(self, many: Iterable[str], near: Span | None = None) -> tuple[Phrase, ...]:
        """Those of them that stand there, each once."""
        held = (self.phrase(words, near) for words in many)
        return tuple({phrase.text: phrase for phrase in held if phrase}.values())

    def date(self, iso: str | None, near: Span) -> Dated | None:
        """A date that words of the text give; the nearest of them."""
        dates = (Dated(mention.date, mention.span) for mention in self.page.dates if mention.date)
        told = [dated for dated in dates if dated.date.text.rstrip("~?%") == iso]
        return min(told, key=lambda dated: _apart(dated.span, near), default=None)

    def period(self, start: str | None, end: str | None) -> EDTF | None:
        """A stretch of time that words of the text give, whole."""
        asked = _edtf(start, end)
        told = (mention.date for mention in self.page.dates if mention.date)
        return next((date for date in told if asked and _bounds(date) == _bounds(asked)), None)

    def count(self, pair: list[int | None] | None, named: int = 0) -> Range | None:
        """A count whose bounds are numbers of the text, one, or as many as are named."""
        if pair is None or pair[0] is None:
            return None
        bounds = {bound for bound in pair if bound is not None} - {1, named}
        return Range(pair[0], pair[1]) if bounds <= set(self._numbers()) else None

    def number(self, value: float) -> Span | None:
        """Where the text has this number."""
        return next((q.span for q in self.page.quantities if q.range.min == value), None)

    def _numbers(self) -> Iterator[int]:
        for quantity in self.page.quantities:
            yield quantity.range.min
            if quantity.range.max is not None:
                yield quantity.range.max

    def sentence(self, span: Span) -> Span:
        """The sentence around the words."""
        found = self.page.sentence_at(span.start)
        return found.span if found else span


def _edtf(start: str | None, end: str | None) -> EDTF | None:
    try:
        return EDTF(start) if start and start == end else EDTF(f"{start or '..'}/{end or '..'}")
    except ValueFormatError:
        return None


def _bounds(date: EDTF) -> tuple[object, object]:
    return date.earliest, date.latest


def _apart(a: Span, b: Span) -> int:
    return max(0, a.start - b.end, b.start - a.end)
