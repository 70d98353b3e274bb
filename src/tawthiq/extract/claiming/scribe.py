"""The writer of claims: what they refer to, and who says the words at their span."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from tawthiq.extract.facts import Dated, Phrase, Reading
from tawthiq.model import (
    EDTF,
    OUTLET,
    Bound,
    Claim,
    Code,
    Kind,
    Mention,
    Ref,
    Report,
    Span,
    Speaker,
    Stance,
    Text,
    Value,
    When,
)


@dataclass(frozen=True)
class Scribe:
    """Writes claims of one report; `method` names the engine and version that read it."""

    report: Report
    reading: Reading
    method: str

    def mention(self, kind: Kind, span: Span, label: str) -> Mention:
        return Mention(self.report.id, kind, span, label)

    @cached_property
    def _named(self) -> dict[tuple[Kind, str], Mention]:
        """The mention behind each name and alias of the reading."""
        known: dict[tuple[Kind, str], Mention] = {}
        for person in self.reading.persons:
            mention = self.mention(Kind.PERSON, person.name.span, person.name.text)
            for phrase in (person.name, *person.aliases):
                known.setdefault((Kind.PERSON, phrase.text), mention)
        for kind, rows in ((Kind.GROUP, self.reading.groups), (Kind.PLACE, self.reading.places)):
            for row in rows:
                known.setdefault((kind, row.name.text), self.mention(kind, row.name.span, row.name.text))
        return known

    def refer(self, phrase: Phrase, *kinds: Kind) -> Value:
        """A reference to the mention of that name, or the words themselves where no such mention is known."""
        for kind in kinds:
            if mention := self._named.get((kind, phrase.text)):
                return Ref(mention.id, phrase.text)
        return Text(phrase.text)

    def voice(self, span: Span) -> tuple[Speaker, Stance]:
        """Who says the words at this span: the narrowest statement around them, else the outlet."""
        around = [s for s in self.reading.statements if span in s.content]
        if not around:
            return OUTLET, Stance.ASSERTS
        inner = min(around, key=lambda s: (s.content.end - s.content.start, s.content.start))
        return Speaker(inner.voice, inner.speaker.text), inner.stance

    def claim(
        self, subject: Mention, predicate: str, value: Value, span: Span, bound: Bound = Bound.EXACT
    ) -> Iterator[Claim]:
        speaker, stance = self.voice(span)
        yield Claim(subject, predicate, value, span, self.method, speaker, stance, bound)

    def words(self, subject: Mention, predicate: str, *phrases: Phrase | None) -> Iterator[Claim]:
        """A claim a phrase, its value the words."""
        for phrase in phrases:
            if phrase is not None:
                yield from self.claim(subject, predicate, Text(phrase.text), phrase.span)

    def refs(
        self, subject: Mention, predicate: str, kinds: tuple[Kind, ...], *phrases: Phrase | None
    ) -> Iterator[Claim]:
        """A claim a phrase, its value the person, group or place that it names."""
        for phrase in phrases:
            if phrase is not None:
                yield from self.claim(subject, predicate, self.refer(phrase, *kinds), phrase.span)

    def code(self, subject: Mention, predicate: str, code: str, span: Span) -> Iterator[Claim]:
        yield from self.claim(subject, predicate, Code(code), span)

    def date(self, subject: Mention, predicate: str, dated: Dated | None) -> Iterator[Claim]:
        if dated is not None:
            yield from self.claim(subject, predicate, When(dated.date), dated.span)

    def day(self, subject: Mention, predicate: str, date: EDTF | None, span: Span) -> Iterator[Claim]:
        if date is not None:
            yield from self.claim(subject, predicate, When(date), span)
