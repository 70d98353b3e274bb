"""Who speaks: the noun phrase after (or before) a word of saying, as a known name or as its own description."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from tawthiq.extract.attribution.lexicon import Kind, is_a, saying, speaker_noun, stop, used_as
from tawthiq.extract.facts import Phrase, Reading
from tawthiq.extract.page import Page
from tawthiq.model import Span, Voice
from tawthiq.text.numbers import QuantityKind
from tawthiq.text.tokens import Token

_LONGEST = 18
_QUOTES = {'"', "«", "»", "“", "”", "'", "(", ")"}
_CLOSING = {"»", "”", ")"}
_PAIRS = {"«": "»", "“": "”", '"': '"'}
_QUOTED_NAME = 8
_BEFORE_NOUN = frozenset({"", "ل"})
_BEFORE_SUBJECT = frozenset({"", "و", "ف"})
_CLAUSE_SIGNS = {"،", ":", "؛", ".", "\n", "…"}
_THAT = {"ان"}
_NEAR, _TITLE = 9, 3


@dataclass(frozen=True, slots=True)
class SpeakerPhrase:
    """The speakers that a phrase names, and the token at which what they say may begin."""

    speakers: tuple[tuple[Phrase, Voice], ...]
    after: int


@dataclass(frozen=True)
class SpeakerReader:
    page: Page
    found: Reading

    def read(self, start: int, end: int, particle: bool = False, short: bool = False) -> SpeakerPhrase:
        """The speakers named from token `start` on; `particle` allows ل before the noun ("وفقاً للقيادي").

        `short` ends the phrase at its first preposition, where otherwise nothing would be left to be said.
        """
        first = self._skip(start, end)
        last = self._phrase_end(first, end, particle)
        if short:
            last = next((i for i in range(first, last) if used_as(self.page.tokens[i].norm, "preposition")), last)
        speakers = tuple(self._speakers(first, last, particle))
        return SpeakerPhrase(speakers, last if speakers else first)

    def before(self, start: int, verb: int) -> SpeakerPhrase:
        """The speaker named between the start of the sentence and the verb ("قيادي سابق …، قال")."""
        tokens = self.page.tokens
        last = verb
        while last > start and not tokens[last - 1].is_word and tokens[last - 1].norm not in _CLOSING:
            last -= 1
        apart = tokens[verb - 1].norm in _CLAUSE_SIGNS
        speakers = tuple(self._speakers(start, last, False)) if 0 < last - start <= _LONGEST else ()
        return SpeakerPhrase(speakers if speakers or apart else self._subject(start, last), verb + 1)

    def _subject(self, start: int, last: int) -> tuple[tuple[Phrase, Voice], ...]:
        """ "أما مسؤول في الحزب فقال", "…، لكن الدفاع الجوي قال": the noun right behind what opens the clause."""
        norms = [token.norm for token in self.page.tokens[:last]]
        opened = (i + 1 for i in range(last - 1, start - 1, -1) if norms[i] in _CLAUSE_SIGNS)
        begin = next(opened, start)
        while begin < last and (used_as(norms[begin], "turn") or norms[begin] in _THAT):
            begin += 1
        if not 0 < last - begin <= _NEAR or not self._is_noun(begin):
            return ()
        return tuple(self._speakers(begin, last, False))

    def _is_noun(self, at: int) -> bool:
        """A name or a noun for a speaker begins here."""
        token = self.page.tokens[at]
        named = any(m.start in range(token.start, token.end) for row in self.found.groups for m in row.mentions)
        return named or at in self._people or speaker_noun(token, _BEFORE_SUBJECT) is not None

    @cached_property
    def _people(self) -> frozenset[int]:
        """Tokens of the names of persons, in which a word for "on" may be the name علي."""
        spans = (m for person in self.found.persons for m in person.mentions)
        return frozenset(i for span in spans for i in self.page.token_range(span))

    def _skip(self, at: int, end: int) -> int:
        while at < end and (used_as(self.page.tokens[at].norm, "passed_over") or self.in_date(at)):
            at += 1
        return at

    def in_date(self, at: int) -> bool:
        return self.page.tokens[at].start in self._dated

    def _in_count(self, at: int) -> bool:
        return self.page.tokens[at].start in self._counted

    @cached_property
    def _dated(self) -> frozenset[int]:
        """Offsets inside of dates."""
        return frozenset(i for date in self.page.dates for i in range(date.span.start, date.span.end))

    @cached_property
    def _counted(self) -> frozenset[int]:
        counts = (q.span for q in self.page.quantities if q.kind is QuantityKind.COUNT)
        return frozenset(i for span in counts for i in range(span.start, span.end))

    def _phrase_end(self, first: int, end: int, particle: bool) -> int:
        at = first
        while at < min(end, first + _LONGEST) and not self._stops(at, first, particle):
            if self.page.tokens[at].norm == "،":
                at = self._apposition_end(at, end)
            at += 1
        while at > first and self._is_loose_sign(at - 1):
            at -= 1
        return self._trim_quote(first, at)

    def _is_loose_sign(self, at: int) -> bool:
        token = self.page.tokens[at]
        return not token.is_word and token.norm not in _CLOSING | {'"'}

    def _trim_quote(self, first: int, at: int) -> int:
        """An opening quotation mark at the end begins what is said, not the name."""
        marks = [i for i in range(first, at) if self.page.tokens[i].norm == '"']
        return at - 1 if len(marks) % 2 and marks[-1] == at - 1 else at

    def _stops(self, at: int, first: int, particle: bool) -> bool:
        token = self.page.tokens[at]
        if at in self._people:
            return False
        if token.norm == "،":
            return not self._is_apposed(at + 1)
        if not token.is_word:
            return (token.norm not in _QUOTES and token.norm != "/") or self._quotes(at, first)
        if at == first:
            return stop(token) in {"that", "to", "call"} or used_as(token.norm, "preposition")
        return self._ends_phrase(token, at, particle)

    def _quotes(self, at: int, first: int) -> bool:
        """An opening quotation mark behind which more than a name is quoted."""
        norms = [token.norm for token in self.page.tokens[first : at + _QUOTED_NAME]]
        closer = _PAIRS.get(norms[at - first])
        opens = closer is not None and (closer != '"' or norms[: at - first].count('"') % 2 == 0)
        return opens and at > first and closer not in norms[at - first + 1 :]

    def _ends_phrase(self, token: Token, at: int, particle: bool) -> bool:
        tokens = self.page.tokens
        kind = stop(token)
        if kind == "event" and used_as(tokens[at - 1].norm, "apposed"):
            return False
        if kind == "medium":
            return tokens[at - 1].norm == "في" or not used_as(token.norm, "document")
        if kind is not None or self.in_date(at) or self._in_count(at) or saying(token) is not None:
            return not self._inside_relative(at)
        if token.norm == "في" and at + 1 < len(tokens) and stop(tokens[at + 1]) == "medium":
            return True
        return token.norm == "ل" and at + 1 < len(tokens) and tokens[at + 1].norm in _QUOTES and not particle

    def _inside_relative(self, at: int) -> bool:
        """ "الذي فضل عدم الكشف عن اسمه على ضرورة": the verbs and nouns of the relative clause do not end the phrase."""
        tokens = self.page.tokens
        return tokens[at].norm == "عن" and at > 0 and used_as(tokens[at - 1].norm, "withholding")

    def _is_apposed(self, at: int) -> bool:
        """A relative clause, or the name of the one whose title stands before the comma."""
        if at >= len(self.page.tokens):
            return False
        token = self.page.tokens[at]
        named = next((i for i in range(at, min(at + _TITLE, len(self.page.tokens))) if i in self._people), None)
        titled = named is not None and all(self.page.tokens[i].norm.startswith("ال") for i in range(at, named))
        return used_as(token.norm, "apposed") or titled

    def _apposition_end(self, comma: int, end: int) -> int:
        """The token before the comma that closes an apposition, or before the end of the sentence."""
        at = comma + 1
        while at < end and self.page.tokens[at].norm != "،":
            at += 1
        return at - 1 if at < end else comma

    def _speakers(self, first: int, last: int, particle: bool) -> Iterator[tuple[Phrase, Voice]]:
        for start, stop_at in self._parts(first, last):
            if start < stop_at and (speaker := self._speaker(start, stop_at, particle)):
                yield speaker

    def _parts(self, first: int, last: int) -> Iterator[tuple[int, int]]:
        """ "مصدر أمني ومصدر طبي" is two."""
        start = first
        for at in range(first + 1, last):
            if speaker_noun(self.page.tokens[at], frozenset({"و"})) and self.page.tokens[at].norm.startswith("و"):
                yield start, at
                start = at
        yield start, last

    def _speaker(self, first: int, last: int, particle: bool) -> tuple[Phrase, Voice] | None:
        tokens = self.page.tokens
        span = Span(tokens[first].start, tokens[last - 1].end)
        if person := self._person_in(span):
            return person, Voice.NAMED
        noun = speaker_noun(tokens[first], _BEFORE_NOUN | _BEFORE_SUBJECT)
        if noun is not None and is_a(noun, Kind.PART) and (body := self._body_in(first, last)):
            return body, Voice.NAMED
        if noun is not None and not is_a(noun, Kind.BODY, Kind.PART, Kind.PAPER):
            return self._described(span, first, particle), Voice.ANONYMOUS
        if group := self._group_at(first, span):
            return group, Voice.NAMED
        if noun is not None:
            return self._described(span, first, particle), Voice.ANONYMOUS
        return None

    def _body_in(self, first: int, last: int) -> Phrase | None:
        """The body of a part of it: قسم الجنايات في مكتب التوثيق."""
        span = Span(self.page.tokens[first + 1].start, self.page.tokens[last - 1].end) if last - first > 1 else None
        hits = ((m.start, g.name) for g in self.found.groups for m in g.mentions if span and m in span)
        return min(hits, key=lambda hit: hit[0], default=(0, None))[1]

    def _described(self, span: Span, first: int, particle: bool) -> Phrase:
        """The description without the particle that hangs on its first word."""
        norm = self.page.tokens[first].norm
        if particle and norm.startswith("لل"):
            return Phrase(span, "ال" + span.of(self.page.text)[2:])
        hung = int((particle and norm.startswith("ل")) or self._has_conjunction(first))
        return self.page.phrase(Span(span.start + hung, span.end))

    def _has_conjunction(self, at: int) -> bool:
        token = self.page.tokens[at]
        return token.norm.startswith(("و", "ف")) and speaker_noun(token) is None

    def _person_in(self, span: Span) -> Phrase | None:
        return next((p.name for p in self.found.persons for m in p.mentions if m in span), None)

    def _group_at(self, first: int, span: Span) -> Phrase | None:
        """The group that the phrase begins with, a head noun or quotation mark before it aside."""
        near = {token.start for token in self.page.tokens[first : first + 3]}
        hits = [
            (m.start, -m.end, g.name)
            for g in self.found.groups
            for m in g.mentions
            if m.overlaps(span) and (m.start in near or m.start - 1 in near or m.start - 2 in near)
        ]
        return min(hits, key=lambda hit: hit[:2])[2] if hits else None
