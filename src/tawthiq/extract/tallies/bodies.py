"""Who published a statistic."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tawthiq.extract.attribution.lexicon import saying
from tawthiq.extract.facts import Named, Phrase, Reading
from tawthiq.extract.page import Page
from tawthiq.extract.patterns import trimmed
from tawthiq.extract.tallies.lexicon import Cue, Hit, cue_at, find_cue
from tawthiq.model import Span
from tawthiq.text.fold import fold_phrase
from tawthiq.text.sentences import Sentence

_REACH, _LOOK_BACK, _SHORTEST_NAME = 12, 8, 2
_OF = {"في", "لدى", "التابع ل", "التابعة ل", "ل", "ضمن"}
_PLACED = {"في", "الى", "من", "قرب", "نحو", "داخل", "وسط"}
_DOERS = {"armed_group", "army", "police", "security_body"}
_QUOTES = {'"', "«", "“", "”", "»"}
_SIGNS = {"،", ".", ":", "؛"}
_RELATIVE = {"التي", "الذي"}
_ARTICLE = "ال"


@dataclass(frozen=True)
class BodyReader:
    """Finds the body of a statistic; `known` is the one that the statistic named last."""

    page: Page
    found: Reading

    def read(self, sentence: Sentence, known: Phrase | None) -> Phrase | None:
        """The subject of a word of counting, else the speaker of the sentence, else the body known so far."""
        told = self.counted_by(sentence, known) or self._titled(sentence) or self._according(sentence, known)
        return told or self._speaker(sentence, known) or known

    def _according(self, sentence: Sentence, known: Phrase | None) -> Phrase | None:
        """Whom the sentence names as its source ("وفق أرقام مرصد …")."""
        hits = (cue_at(self.page.tokens, at, Cue.ACCORDING) for at in range(sentence.first, sentence.last))
        named = (self._behind(hit.last, sentence, known) for hit in hits if hit)
        return next((body for body in named if body), None)

    def _behind(self, first: int, sentence: Sentence, known: Phrase | None) -> Phrase | None:
        """ "وفق مرصد …", "وفق قاعدة البيانات التي تديرها شبكة …"."""
        end = self._end(first, sentence)
        body = self._named(first, end, known)
        if body or end + 2 >= sentence.last or self.page.tokens[end].norm not in _RELATIVE:
            return body
        return self._named(end + 2, self._end(end + 2, sentence), known)

    def _titled(self, sentence: Sentence) -> Phrase | None:
        """A group before the colon that a title begins with ("وزارة الصحة: …")."""
        colon = next((i for i in range(sentence.first, sentence.last) if self.page.tokens[i].norm == ":"), None)
        if colon is None:
            return None
        before = Span(self.page.tokens[sentence.first].start, self.page.tokens[colon].start)
        rows = (row for row in self.found.groups for m in row.mentions if m.start == before.start and m in before)
        return next((self._owner(row) for row in rows), None)

    def counted_by(self, sentence: Sentence, known: Phrase | None = None) -> Phrase | None:
        """The body beside a word of counting."""
        counting = self.counting(sentence, (Cue.DOCUMENTS, Cue.REPORT, Cue.TOLL))
        subjects = (self._subject(hit, sentence, known) for hit in counting)
        return next((body for body in subjects if body), None)

    def says(self, sentence: Sentence) -> bool:
        """Whether somebody named says the sentence."""
        said = any(s.content.overlaps(sentence.span) for s in self.found.statements)
        return said or self._announcer(sentence, None) is not None

    def counts(self, sentence: Sentence) -> bool:
        """Whether the sentence has a word of counting or a statistical report."""
        return bool(self.counting(sentence))

    def counting(self, sentence: Sentence, cues: Sequence[Cue] = (Cue.DOCUMENTS, Cue.REPORT)) -> list[Hit]:
        hits = (
            cue_at(self.page.tokens, at, cue)
            for at in range(sentence.first, sentence.last)
            for cue in cues
        )
        return [hit for hit in hits if hit]

    def _subject(self, hit: Hit, sentence: Sentence, known: Phrase | None) -> Phrase | None:
        """The last body named behind a word of counting, else before it; an office stands before the body it is of."""
        behind = self._named(hit.last, self._end(hit.last, sentence), known)
        return behind or self._named(max(sentence.first, hit.first - _LOOK_BACK), hit.first, known)

    def _named(self, first: int, last: int, known: Phrase | None) -> Phrase | None:
        if first >= last:
            return None
        span = Span(self.page.tokens[first].start, self.page.tokens[last - 1].end)
        bodies = [(m.start, self._owner(row, known)) for row in self._bodies(known) for m in row.mentions if m in span]
        back = [(self.page.tokens[i].start, body) for i in range(first, last) if (body := self._back(i, known))]
        found = sorted([*bodies, *back, *self._quoted(first, last)], key=lambda item: item[0])
        return found[-1][1] if found else self._headed_phrase(first, last)

    def _headed_phrase(self, first: int, last: int) -> Phrase | None:
        """A body that is not among the groups: a head such as مركز with the words up to where a name must end."""
        head = find_cue(self.page.tokens, first, last, Cue.BODY_HEAD)
        if head is None or self.page.tokens[head.first - 1].norm in _PLACED:
            return None
        end = head.first + 1
        while end < last and self.page.tokens[end].is_word and not self._ends_name(end):
            end += 1
        if end - head.first < _SHORTEST_NAME:
            return None
        return trimmed(self.page, Span(self.page.tokens[head.first].start, self.page.tokens[end - 1].end))

    def _ends_name(self, at: int) -> bool:
        counting = any(cue_at(self.page.tokens, at, cue) for cue in (Cue.REPORT, Cue.TOLL))
        return counting or self.page.tokens[at].is_number or cue_at(self.page.tokens, at, Cue.STOP) is not None

    def _bodies(self, known: Phrase | None) -> Iterator[Named]:
        """Groups that can count; "الجهة الفاعلة" is none, and whoever did it does not follow the body known."""
        for row in self.found.groups:
            generic = cue_at(self.page.tokens, self.page.token_at(row.name.span.start), Cue.NO_BODY)
            if not generic and not (known and row.kind in _DOERS):
                yield row

    def _owner(self, row: Named, known: Phrase | None = None) -> Phrase:
        """The body that an office belongs to: "مكتب التوثيق في تجمع …"; a section belongs to the body known."""
        at = self.page.token_at(row.name.span.start)
        if not cue_at(self.page.tokens, at, Cue.OFFICE):
            return row.name
        ends = [m.end for m in row.mentions]
        owners = (o for o in self.found.groups for m in o.mentions for end in ends if self._belongs(end, m.start))
        section = known if cue_at(self.page.tokens, at, Cue.SECTION) else None
        return next((owner.name for owner in owners), section or row.name)

    def _belongs(self, end: int, start: int) -> bool:
        return end < start and self.page.text[end:start].strip(' "«“').strip() in _OF

    def _end(self, at: int, sentence: Sentence) -> int:
        """Where the name ends: at a number, a word that begins what is counted, or a comma outside of quotation."""
        last = min(at + _REACH, sentence.last)
        quoted = False
        for i in range(at, last):
            token = self.page.tokens[i]
            quoted ^= token.norm in _QUOTES
            if quoted:
                continue
            number = token.is_number and not self._is_in_name(token.start)
            if number or token.norm in _SIGNS or cue_at(self.page.tokens, i, Cue.STOP):
                return i
        return last

    def _is_in_name(self, offset: int) -> bool:
        """ "شبكة درعا 24": the number belongs to the name."""
        return any(m.start < offset < m.end for row in self.found.groups for m in row.mentions)

    def _quoted(self, at: int, end: int) -> list[tuple[int, Phrase]]:
        """A name in quotation marks that is not among the groups."""
        marks = [i for i in range(at, end) if self.page.tokens[i].norm in _QUOTES]
        if len(marks) < 2 or marks[1] - marks[0] < 2:
            return []
        phrase = trimmed(self.page, Span(self.page.tokens[marks[0]].end, self.page.tokens[marks[1]].start))
        return [(phrase.span.start, phrase)] if phrase else []

    def _back(self, at: int, known: Phrase | None) -> Phrase | None:
        """"المرصد" is the last group before it with that head, else the body known so far; short forms count too."""
        start = self.page.tokens[at].start
        before = [(m.start, row) for row in self.found.groups for m in row.mentions if m.start < start]
        short = [(where, row) for where, row in before if self._is_short(at, row.name)]
        if not short and not cue_at(self.page.tokens, at, Cue.BACKREF):
            return None
        head = self.page.tokens[at].norm.lstrip("وفبلك")
        head = head[2:] if head.startswith(_ARTICLE) else head
        same = short or [(where, row) for where, row in before if self._headed(where, row.name, head)]
        return self._owner(max(same, key=lambda item: item[0])[1]) if same else known

    def _is_short(self, at: int, name: Phrase) -> bool:
        """The first two words of a longer name."""
        words = fold_phrase(name.text).split()
        return len(words) > 2 and [t.norm for t in self.page.tokens[at : at + 2]] == words[:2]

    def _headed(self, where: int, name: Phrase, head: str) -> bool:
        """The name begins with the head, or the head stands before it ("موقع درعا 24")."""
        at = self.page.token_at(where)
        before = at - 1 - (at > 1 and not self.page.tokens[at - 1].is_word)
        words = [self.page.tokens[i].norm for i in (before, at) if i >= 0]
        return any(word in {head, _ARTICLE + head, "ل" + head} or word[1:] == head for word in words)

    def _speaker(self, sentence: Sentence, known: Phrase | None) -> Phrase | None:
        """Who says the sentence: the body named in the words for the speaker, or the speaker as described."""
        said = [s for s in self.found.statements if s.content.overlaps(sentence.span)]
        if not said:
            return self._announcer(sentence, known)
        speaker = said[0].speaker
        held = self.page.token_range(speaker.span)
        opens = held.stop < sentence.last and self.page.tokens[held.stop].norm in _QUOTES
        quoted = self._quoted(held.stop, min(held.stop + _REACH, sentence.last)) if opens else []
        named = quoted[0][1] if quoted else self._named(held.start, held.stop, known)
        return named or known or speaker

    def _announcer(self, sentence: Sentence, known: Phrase | None) -> Phrase | None:
        """A body right behind a word of saying."""
        said = ((at, saying(self.page.tokens[at])) for at in range(sentence.first, sentence.last))
        spots = (at for at, word in said if word and not word.needs_that)
        named = (self._named(at + 1, self._end(at + 1, sentence), known) for at in spots)
        return next((body for body in named if body), None)
