"""The page by token indexes: where persons, groups, places, numbers and dates stand, and what words stand between."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import cached_property, lru_cache

from tawthiq.extract.attribution.lexicon import Needs, saying, used_as
from tawthiq.extract.facts import Dated, Named, Person, Phrase, Reading
from tawthiq.extract.incidents.forms import variants, variants_of
from tawthiq.extract.incidents.lexicon import counted, harmed, phrases, titles, words
from tawthiq.extract.page import Page
from tawthiq.model import EDTF, Span, Stance
from tawthiq.text.dates import DateMention, Relation
from tawthiq.text.fold import fold_word
from tawthiq.text.numbers import Quantity, QuantityKind
from tawthiq.text.tokens import Token

_DATE_LINE, _SUBJECT, _EARLIER = 5, 8, 16
_SAID = {"ان", "انه", "انها"}
_ENDS = {".", "؛", "\n"}
_WEEK = timedelta(days=7)
_OWN_PART = 4
_QUOTES = {"«", "“", '"'}
_THAT = {"ان", "انه", "انها", "بان", "بانه", "عن", "الي", "علي"}


@dataclass(frozen=True)
class Ground:
    page: Page
    found: Reading

    @cached_property
    def tokens(self) -> Sequence[Token]:
        return self.page.tokens

    @cached_property
    def persons(self) -> Mapping[int, Person]:
        """Persons by the first token of each of their mentions."""
        return {self.page.token_at(m.start): p for p in self.found.persons for m in p.mentions or (p.name.span,)}

    @cached_property
    def groups(self) -> Mapping[int, tuple[Named, Span]]:
        return self._named(self.found.groups)

    @cached_property
    def places(self) -> Mapping[int, tuple[Named, Span]]:
        """Places by the first token of each mention, those that are part of a group's or person's name left out."""
        named = self._named(self.found.places)
        wide = [span for _, span in named.values()]
        return {
            at: held
            for at, held in named.items()
            if at not in self.covered and not any(held[1] in span and held[1] != span for span in wide)
        }

    @cached_property
    def covered(self) -> frozenset[int]:
        """Tokens inside the names of persons and groups."""
        spans = [m for p in self.found.persons for m in p.mentions]
        spans += [m for g in self.found.groups for m in g.mentions]
        return frozenset(i for span in spans for i in self.page.token_range(span))

    def _named(self, rows: Sequence[Named]) -> Mapping[int, tuple[Named, Span]]:
        return {self.page.token_at(m.start): (row, m) for row in rows for m in row.mentions or (row.name.span,)}

    @cached_property
    def counts(self) -> Mapping[int, Quantity]:
        """Quantities that count something, by the token of their core."""
        return {self.page.token_at(q.core.start): q for q in self.page.quantities if q.kind is QuantityKind.COUNT}

    @cached_property
    def days(self) -> Mapping[int, Dated]:
        """Points in time by their first token, spans of time and open bounds left out."""
        return {
            self.page.token_at(d.span.start): Dated(self._in_the_past(d, d.date), d.span)
            for d in self.page.dates
            if d.date and (_is_point(d) or self._is_of_day(d))
        }

    def _in_the_past(self, mention: DateMention, day: EDTF) -> EDTF:
        """ "قبل ظهر الأربعاء" is read as a bound, whose weekday lies ahead; that of the hour lies back."""
        published = self.page.report.published
        if mention.relation is not Relation.BEFORE or published is None or day.earliest is None:
            return day
        return EDTF.day(day.earliest - _WEEK) if day.earliest > published else day

    def _is_of_day(self, mention: DateMention) -> bool:
        """ "قبل ظهر أمس", "بعد منتصف ليل الأحد": before or behind an hour of the day is still within it."""
        if mention.relation is None or mention.date is None or not mention.date.is_day:
            return False
        return any(self.is_word(i, "hour_of_day") for i in self.page.token_range(mention.span)[:2])

    @cached_property
    def dated(self) -> frozenset[int]:
        """Tokens of dates and times of day: "فجر الخميس" blows up nothing."""
        return frozenset(i for d in self.page.dates for i in self.page.token_range(d.span))

    @cached_property
    def title(self) -> int:
        """The last paragraph of the head of the page: a date line and one line after it."""
        first, *below = self.page.sentences or (None,)
        dated = first is not None and first.last - first.first <= _DATE_LINE and bool(below)
        lead = below[0] if dated else first
        return lead.paragraph if lead is not None and lead.paragraph < self.page.sentences[-1].paragraph else -1

    def source(self, offset: int) -> Phrase | None:
        """Who says the words at an offset, the narrowest statement around them."""
        around = [s for s in self.found.statements if s.content.start <= offset < s.content.end]
        return min(around, key=lambda s: s.content.end - s.content.start).speaker if around else None

    def said(self, offset: int) -> Span | None:
        """What the innermost speaker around an offset says; None where the outlet itself speaks."""
        around = [s.content for s in self.found.statements if s.content.start <= offset < s.content.end]
        return min(around, key=lambda content: content.end - content.start, default=None)

    def goes_on(self, first: int) -> bool:
        """A sentence that opens with the words of one who has spoken before: "وأضاف المصدر أن …"."""
        near = range(first, min(first + 3, len(self.tokens) - 1))
        return any(self.is_saying(i) and self.is_word(i + 1, "teller") for i in near)

    def is_denied(self, offset: int) -> bool:
        around = [s for s in self.found.statements if s.content.start <= offset < s.content.end]
        inner = min(around, key=lambda s: s.content.end - s.content.start, default=None)
        if inner is None or inner.stance not in (Stance.DENIES, Stance.CALLS_FOR):
            return False
        # "نفت مسؤوليتها عن التفجير": who did it is denied, not that it was done.
        return not any(used_as(token.norm, "own_part") for token in self.page.words(inner.content)[:_OWN_PART])

    def is_saying(self, at: int) -> bool:
        """A word of saying stands at the token; one that is another word too ("بين") only with أن behind it."""
        word = saying(self.tokens[at])
        if word is None or not word.needs_that:
            return word is not None
        begins = _SAID | _QUOTES if word.needs is Needs.WORDS else _SAID
        return any(t.norm in begins for t in self.tokens[at + 1 : at + _SUBJECT])

    @cached_property
    def speakers(self) -> frozenset[int]:
        """Tokens of the names of those who say something."""
        return frozenset(i for s in self.found.statements for i in self.page.token_range(s.speaker.span))

    def speaks(self, at: int) -> bool:
        """The name at a token is the subject of a word of saying."""
        for before in range(at - 1, max(at - _SUBJECT, 0), -1):
            if not self.tokens[before].is_word or self.tokens[before].norm in _THAT:
                return False
            if self.is_saying(before):
                return True
        return False

    def is_word(self, at: int, role: str) -> bool:
        """Whether the token is a word of that role, a particle before it aside."""
        return 0 <= at < len(self.tokens) and _has_role(self.tokens[at].text, role)

    def holds(self, role: str, first: int, last: int) -> bool:
        return phrases(role).holds(self.tokens, first, last)

    def inside(self, rows: Mapping[int, object], first: int, last: int) -> Iterator[int]:
        return (at for at in range(first, last) if at in rows)

    def is_within(self, first: int, at: int) -> bool:
        """What stands at the token is part of what is counted already ("بينهم طفلان")."""
        signs = [i for i in range(first, at) if not self.tokens[i].is_word]
        start = signs[-1] if signs else first
        apart = not self.tokens[at - 1].is_word
        if apart and at + 1 < len(self.tokens) and self.tokens[at + 1].norm in words("of_them"):
            return True
        parts = (i for i in range(start, at) if self.is_word(i, "within"))
        return any(i > first or not self.tokens[i - 1].is_word for i in parts) or self._is_earlier(at)

    def _is_earlier(self, at: int) -> bool:
        """A toll that the text itself calls an earlier one."""
        near = (hit for hit in self._earlier if 0 <= at - hit < _EARLIER)
        return any(_ENDS.isdisjoint(t.norm for t in self.tokens[hit:at]) for hit in near)

    @cached_property
    def _earlier(self) -> Sequence[int]:
        """Tokens behind the words for an earlier toll."""
        return [hit.last for hit in phrases("earlier").find(self.tokens, 0, len(self.tokens))]

    def is_named_again(self, first: int, at: int) -> bool:
        """The name at the token belongs to somebody counted already ("ثلاثة عناصر هم فلان وفلان")."""
        return at in self.persons and any(self.is_word(i, "namely") for i in range(first, at))

    def is_joined(self, at: int) -> bool:
        """The token goes on with an enumeration: by و, or by a phrase such as فضلا عن."""
        norm = self.tokens[at].norm
        if (norm.startswith("و") and norm not in words("one") | titles()) or self.tokens[at - 1].norm == "و":
            return True
        return self.holds("add", max(0, at - 3), at)

    def is_with(self, at: int) -> bool:
        return at > 0 and self.is_word(at - 1, "pair")

    def is_human(self, noun: Span) -> bool:
        """Whether the counted noun is one of people."""
        at = self.page.token_at(noun.start)
        if self.is_word(at, "besides") or at in self.persons:
            return True
        stems = {v.stem for v in variants_of(self.tokens[at])}
        return harmed().at(self.tokens, at, at + 4) is not None or not stems.isdisjoint(titles() | counted())

    def is_folk(self, noun: Span) -> bool:
        """People told by what they are and not by their harm."""
        token = self.tokens[self.page.token_at(noun.start)]
        return self.is_human(noun) and not any(v.stem in counted() for v in variants_of(token))

    def is_victim(self, at: int) -> bool:
        """Whether a noun of the harmed begins at the token."""
        return harmed().at(self.tokens, at, min(at + 3, len(self.tokens))) is not None

    def is_title(self, at: int) -> bool:
        return any(v.stem in titles() for v in variants_of(self.tokens[at]))

    def says(self, start: int, end: int) -> bool:
        """Whether somebody begins to speak between two offsets."""
        return any(self.is_saying(i) for i in range(self.page.token_at(start), self.page.token_at(end)))

    def has_sign(self, first: int, last: int) -> bool:
        return any(not t.is_word for t in self.tokens[first:last])

    def span(self, first: int, last: int) -> Span:
        return Span(self.tokens[first].start, self.tokens[last - 1].end)


def _is_point(mention: DateMention) -> bool:
    """ "منذ صباح أمس" still tells a day; "حتى", "قبل" and "بعد" a date tell none."""
    if mention.date is None or mention.date.is_interval:
        return False
    return mention.relation is None or (mention.relation is Relation.SINCE and mention.date.is_day)


@lru_cache(maxsize=65536)
def _has_role(text: str, role: str) -> bool:
    forms = variants(fold_word(text), text.endswith("ة"))
    return any(variant.stem in words(role) for variant in forms)
