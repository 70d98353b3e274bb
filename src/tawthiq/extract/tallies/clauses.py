"""What surrounds a number of a statistic: its area, its category and the words that state it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tawthiq.extract.facts import Phrase, Reading
from tawthiq.extract.page import Page
from tawthiq.extract.patterns import trimmed
from tawthiq.extract.tallies.lexicon import Cue, Where, cue_at, metric_at
from tawthiq.extract.tallies.numbers import Number
from tawthiq.model import Span, cover
from tawthiq.text.sentences import Sentence

_SIGNS = {"،", ",", ".", "؛", ":", "(", ")", "\n"}
_OPENING, _CLOSING = {"«", "“", '"'}, {"»", "”"}
_CATEGORY_REACH, _TOTAL_REACH = 6, 5
_NO_CATEGORY = {"في", "خلال", "منذ", "حتي", "الي", "و", "عن", "علي"}


@dataclass(frozen=True)
class ClauseReader:
    page: Page
    found: Reading

    def quote(self, sentence: Sentence, numbers: Sequence[Number], order: int) -> Span:
        """From the comma or the number before to the comma behind, at the latest the next number's clause."""
        first, last = self._edges(sentence, numbers, order)
        phrase = trimmed(self.page, Span(self.page.tokens[first].start, self.page.tokens[last - 1].end))
        assert phrase is not None
        return phrase.span

    def area(self, sentence: Sentence, numbers: Sequence[Number], order: int) -> Phrase | None:
        """A place behind the number in its clause, else one before it there."""
        first, last = self._edges(sentence, numbers, order)
        number = numbers[order]
        return self.area_in(number.at, last) or self.area_in(first, number.at)

    def area_in(self, first: int, last: int) -> Phrase | None:
        """The first place of these tokens, with those joined to it by و or a comma."""
        spans = list(self._places(first, last))
        if not spans:
            return None
        held = [spans[0]]
        for span in spans[1:]:
            between = self.page.text[held[-1].end : span.start].strip(" ،")
            if between not in {"", "و"} or "\n" in self.page.text[held[-1].end : span.start]:
                break
            held.append(span)
        return self.page.phrase(cover(held))

    def category(self, number: Number, last: int) -> Phrase | None:
        """The noun counted with its qualifiers; where it says nothing, what follows behind من, ب, جراء, تحت."""
        tokens = self.page.tokens
        at = self._behind(number)
        if at < last and tokens[at].norm in {"من", "منهم", "منها"} | _SIGNS - {"\n"}:
            at += tokens[at].norm not in _SIGNS
        elif at < last and cue_at(tokens, at, Cue.PLAIN):
            at += 1
            if at < last and tokens[at].norm == "من":
                at += 1
        return self._noun_phrase(at, last)

    def numbered(self, number: Number, first: int) -> Phrase | None:
        """What stands behind the word for the number: "بلغ عدد الجرحى المدنيين 813"."""
        spots = reversed(range(max(first, number.first - _TOTAL_REACH), number.first))
        total = next((hit for i in spots if (hit := cue_at(self.page.tokens, i, Cue.NUMBER_OF))), None)
        return self._noun_phrase(total.last, number.first) if total and total.last < number.first else None

    def _behind(self, number: Number) -> int:
        at = number.at
        core = number.quantity.core
        noun = number.quantity.noun
        if noun and noun.start <= core.start and noun.end >= core.end:
            return at
        end = max(core.end, number.quantity.span.end)
        if noun and noun.start < end:
            end = core.end
        while at < len(self.page.tokens) and self.page.tokens[at].start < end:
            at += 1
        return at

    def _noun_phrase(self, at: int, last: int) -> Phrase | None:
        tokens = self.page.tokens
        end = at
        while end < min(at + _CATEGORY_REACH, last):
            if tokens[end].norm in _SIGNS or self._stops(end, end == at) or (end > at and self._is_apart(at, end)):
                break
            end += 1
        return trimmed(self.page, Span(tokens[at].start, tokens[end - 1].end)) if end > at else None

    def _is_apart(self, first: int, at: int) -> bool:
        """Another number, or the end of a quotation that began before: none belongs to a category."""
        token = self.page.tokens[at]
        closes = token.norm in _CLOSING and not any(t.norm in _OPENING for t in self.page.tokens[first:at])
        return closes or any(q.core.start == token.start for q in self.page.quantities)

    def _stops(self, at: int, first: bool) -> bool:
        """A preposition may begin a category (تحت التعذيب), but not one of time or place."""
        if first:
            early = self.page.tokens[at].norm in _NO_CATEGORY or cue_at(self.page.tokens, at, Cue.PART) is not None
            return early or metric_at(self.page.tokens, at, Where.AFTER) is not None
        if cue_at(self.page.tokens, at, Cue.PART) or metric_at(self.page.tokens, at, Where.VERB):
            return True
        return cue_at(self.page.tokens, at, Cue.CATEGORY_STOP) is not None

    def _edges(self, sentence: Sentence, numbers: Sequence[Number], order: int) -> tuple[int, int]:
        number = numbers[order]
        low = numbers[order - 1].last if order else sentence.first
        high = numbers[order + 1].first if order + 1 < len(numbers) else sentence.last
        first = next((i + 1 for i in reversed(range(low, number.first)) if self._is_sign(i)), low)
        last = next((i for i in range(number.last, high) if self._is_sign(i)), high)
        return min(first, number.first), max(last, number.last)

    def _is_sign(self, at: int) -> bool:
        return self.page.tokens[at].norm in _SIGNS

    def _places(self, first: int, last: int) -> Iterator[Span]:
        """Places that do not stand inside a group's name."""
        if first >= last:
            return
        span = Span(self.page.tokens[first].start, self.page.tokens[last - 1].end)
        groups = [m for row in self.found.groups for m in row.mentions if m.overlaps(span)]
        held = (m for row in self.found.places for m in row.mentions if m in span)
        yield from sorted(m for m in held if not any(m.overlaps(group) for group in groups))
