"""Who published a statistic."""

from __future__ import annotations

from dataclasses import dataclass

from tawthiq.extract.facts import Phrase, Reading
from tawthiq.extract.page import Page
from tawthiq.extract.patterns import trimmed
from tawthiq.extract.tallies.lexicon import Cue, cue_at
from tawthiq.model import Span
from tawthiq.text.sentences import Sentence

_REACH = 12
_QUOTES = {'"', "«", "“", "”", "»"}
_ARTICLE = "ال"


@dataclass(frozen=True)
class BodyReader:
    """Finds the body of a statistic; `known` is the one that the statistic named last."""

    page: Page
    found: Reading

    def read(self, sentence: Sentence, known: Phrase | None) -> Phrase | None:
        """The subject of a word of counting, else the speaker of the sentence, else the body known so far."""
        subjects = (self._subject(hit, sentence, known) for hit in self._counting(sentence))
        named = next((body for body in subjects if body), None)
        return named or self._speaker(sentence, known) or known

    def counts(self, sentence: Sentence) -> bool:
        """Whether the sentence has a word of counting or a statistical report."""
        return bool(self._counting(sentence))

    def refers_back(self, sentence: Sentence) -> bool:
        return any(cue_at(self.page.tokens, at, Cue.BACKREF) for at in range(sentence.first, sentence.last))

    def _counting(self, sentence: Sentence) -> list[int]:
        hits = (
            cue_at(self.page.tokens, at, cue)
            for at in range(sentence.first, sentence.last)
            for cue in (Cue.DOCUMENTS, Cue.REPORT)
        )
        return [hit.last for hit in hits if hit]

    def _subject(self, at: int, sentence: Sentence, known: Phrase | None) -> Phrase | None:
        """The last body named in the words behind a word of counting: an office belongs to the one named after it."""
        end = self._end(at, sentence)
        span = Span(self.page.tokens[at].start, self.page.tokens[end - 1].end) if end > at else None
        if span is None:
            return None
        bodies = [(m.start, row.name) for row in self.found.groups for m in row.mentions if m in span]
        back = [
            (self.page.tokens[i].start, body)
            for i in range(at, end)
            if cue_at(self.page.tokens, i, Cue.BACKREF) and (body := self._back(i, known))
        ]
        found = sorted([*bodies, *back, *self._quoted(at, end)], key=lambda item: item[0])
        return found[-1][1] if found else None

    def _end(self, at: int, sentence: Sentence) -> int:
        """Where the name ends: at a number, a word that begins what is counted, or a comma outside of quotation."""
        last = min(at + _REACH, sentence.last)
        for i in range(at, last):
            token = self.page.tokens[i]
            if token.is_number or token.norm in {"،", ".", ":", "؛"} or cue_at(self.page.tokens, i, Cue.STOP):
                return i
        return last

    def _quoted(self, at: int, end: int) -> list[tuple[int, Phrase]]:
        """A name in quotation marks that is not among the groups."""
        marks = [i for i in range(at, end) if self.page.tokens[i].norm in _QUOTES]
        if len(marks) < 2 or marks[1] - marks[0] < 2:
            return []
        phrase = trimmed(self.page, Span(self.page.tokens[marks[0]].end, self.page.tokens[marks[1]].start))
        return [(phrase.span.start, phrase)] if phrase else []

    def _back(self, at: int, known: Phrase | None) -> Phrase | None:
        """"المرصد" is the last group before it with that head, else the body known so far."""
        head, start = self.page.tokens[at].norm.lstrip("وفبلك"), self.page.tokens[at].start
        head = head[2:] if head.startswith(_ARTICLE) else head
        before = [(m.start, row.name) for row in self.found.groups for m in row.mentions if m.start < start]
        same = [(where, name) for where, name in before if self._headed(where, name, head)]
        return max(same, key=lambda item: item[0])[1] if same else known

    def _headed(self, where: int, name: Phrase, head: str) -> bool:
        """The name begins with the head, or the head stands before it ("موقع درعا 24")."""
        at = self.page.token_at(where)
        words = [self.page.tokens[i].norm for i in range(max(0, at - 2), at + 1) if self.page.tokens[i].is_word]
        return any(word in {head, _ARTICLE + head, "ل" + head} or word[1:] == head for word in words)

    def _speaker(self, sentence: Sentence, known: Phrase | None) -> Phrase | None:
        """Who says the sentence, a bare head pointing back."""
        said = [s for s in self.found.statements if s.content.overlaps(sentence.span)]
        if not said:
            return None
        speaker = said[0].speaker
        at = self.page.token_at(speaker.span.start)
        if cue_at(self.page.tokens, at, Cue.BACKREF) and len(speaker.text.split()) <= 2:
            return self._back(at, known)
        return speaker
