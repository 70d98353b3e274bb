"""A report laid open for reading: its words, sentences, numbers and dates, found once and shared by all components."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from tawthiq.extract.facts import Dated, Phrase
from tawthiq.model import Engine, Report, Span
from tawthiq.text.dates import DateMention, find_dates
from tawthiq.text.fold import Folded, fold
from tawthiq.text.numbers import Quantity, find_quantities
from tawthiq.text.sentences import Sentence, split_sentences
from tawthiq.text.tokens import Token, tokenize


@dataclass(frozen=True)
class Page:
    report: Report
    engine: Engine = Engine.FAST

    @property
    def text(self) -> str:
        return self.report.text

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        return tokenize(self.text)

    @cached_property
    def folded(self) -> Folded:
        return fold(self.text)

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        return split_sentences(self.tokens)

    @cached_property
    def quantities(self) -> tuple[Quantity, ...]:
        return find_quantities(self.tokens)

    @cached_property
    def dates(self) -> tuple[DateMention, ...]:
        return find_dates(self.tokens, self.text, self.report.published)

    @cached_property
    def _starts(self) -> list[int]:
        return [token.start for token in self.tokens]

    def token_at(self, offset: int) -> int:
        """Index of the first token that ends after `offset`."""
        at = bisect_right(self._starts, offset) - 1
        return at if at >= 0 and self.tokens[at].end > offset else at + 1

    def token_range(self, span: Span) -> range:
        """Indexes of the tokens that begin within the span, or hold its start."""
        return range(self.token_at(span.start), bisect_left(self._starts, span.end))

    def words(self, span: Span) -> Sequence[Token]:
        held = self.token_range(span)
        return self.tokens[held.start : held.stop]

    def phrase(self, span: Span) -> Phrase:
        return Phrase(span, span.of(self.text))

    def nearest_date(self, within: Span, offset: int, back: int = 0) -> Dated | None:
        """The date of a sentence nearest to an offset; one ahead of it stands `back` code points farther."""
        told = [Dated(d.date, d.span) for d in self.dates if d.date and d.span in within]
        return min(told, key=lambda d: abs(d.span.start - offset) + back * (d.span.start < offset), default=None)

    def sentence_at(self, offset: int) -> Sentence | None:
        """The sentence whose span holds the offset."""
        return next((s for s in self.sentences if s.span.start <= offset < s.span.end), None)
