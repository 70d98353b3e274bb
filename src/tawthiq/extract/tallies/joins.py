"""How a number stands to the one before it: a share of it, joined to it, or a new statement."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tawthiq.extract.tallies.lexicon import Cue, cue_at, find_cue
from tawthiq.extract.tallies.numbers import Number
from tawthiq.extract.tallies.people import is_person
from tawthiq.text.tokens import Token

_JOINS = ("و", "ف", "ب", "ل")
_LIST_SIGNS = {"،", ",", ":", "(", "-", "–", "•", "*", "؛"}
_OF = {"من", "في"}
_PREFIXES = ("ب", "ل", "ك", "و")
_WITH_ARTICLE = ("بال", "لل", "كال")
_APART = {"و", "ب", "بـ", "ف", "ل"}
_COMMAS = {"،", ","}
_REACH, _NEAR, _ROW = 9, 3, 5


def is_prepositional(token: Token) -> bool:
    """"12 بالعبوات الناسفة": a word with its preposition is not what is counted."""
    return token.text.startswith(_WITH_ARTICLE)


@dataclass(frozen=True, slots=True)
class Joins:
    """`left` is the token behind the number before, or the sentence's first."""

    tokens: Sequence[Token]
    left: int
    number: Number

    def names_people(self) -> bool:
        """Whether the number has a noun for people, or is a share of some ("24 من تنظيم …")."""
        if self.number.percent:
            return False
        after = self.number.after(self.tokens)
        if self.tokens[after].norm == "من" and cue_at(self.tokens, after + 1, Cue.THING) is None:
            return True
        noun = self.number.quantity.noun
        inside = noun is not None and noun.end <= self.number.quantity.core.end
        spot = self.number.at if inside else after
        return (inside or noun is not None) and is_person(self.tokens[spot])

    def is_part(self) -> bool:
        """"ستة منهم", "بينهم ستة", "(ستة)"."""
        if find_cue(self.tokens, self.left, self.number.first, Cue.EACH_OF_TWO):
            return False
        before = find_cue(self.tokens, max(self.left, self.number.first - _NEAR), self.number.first, Cue.PART)
        behind = cue_at(self.tokens, self.number.after(self.tokens), Cue.OF_THEM)
        return before is not None or behind is not None or self.in_brackets()

    def is_joined(self) -> bool:
        """"مقابل سبع", "ثم الريف الشرقي بثلاثة", "وثمانية مقاتلون", a list's next: no metric of its own is told."""
        if not self.takes_over():
            return False
        words = [t.norm for t in self.tokens[self.left : self.number.first] if t.is_word]
        if find_cue(self.tokens, self.left, self.number.first, Cue.NUMBER_OF) or self._is_added():
            return True
        if self.number.percent:
            return find_cue(self.tokens, self.left, self.number.first, Cue.CHANGE) is None
        if len(words) > _REACH:
            return False
        return any((self._is_clitic(), self._is_listed(), self._is_linked(), self._is_in_row(), self._opens_clause()))

    def takes_over(self) -> bool:
        """Whether the number can count what the one before counted: it names people, cases or nothing at all."""
        noun = self.number.quantity.noun
        if self.number.percent:
            return True
        if noun is None or noun.start < self.number.quantity.core.start:
            behind = self.number.after(self.tokens)
            return self.tokens[behind].text.startswith(_PREFIXES) or cue_at(self.tokens, behind, Cue.THING) is None
        inside = noun.end <= self.number.quantity.core.end
        at = self.number.at if inside else self.number.after(self.tokens)
        if not inside and is_prepositional(self.tokens[at]):
            return True
        if not inside and self.tokens[at].norm in _OF:
            return cue_at(self.tokens, at + 1, Cue.THING) is None
        if cue_at(self.tokens, at, Cue.THING):
            return False
        return cue_at(self.tokens, at, Cue.PLAIN) is not None or is_person(self.tokens[at])

    def _is_added(self) -> bool:
        """"إضافة إلى 455 من الجنود", however far the number before stands."""
        near = range(max(self.left, self.number.first - _NEAR), self.number.first)
        hits = (cue_at(self.tokens, at, Cue.LINK) for at in near)
        return any(hit.last == self.number.first and hit.last - hit.first > 1 for hit in hits if hit)

    def _opens_clause(self) -> bool:
        """"وأن عشرة آخرين": right behind the word that begins the clause."""
        spots = range(max(self.left, self.number.first - 2), self.number.first)
        hits = (cue_at(self.tokens, at, Cue.CLAUSE) for at in spots)
        return any(hit.last == self.number.first for hit in hits if hit)

    def _is_clitic(self) -> bool:
        """Joined by و, written onto the number or, before digits, apart from it."""
        before = self.tokens[self.number.first - 1].norm if self.number.first > self.left else ""
        return self.tokens[self.number.first].text.startswith(_JOINS) or before in _APART

    def _is_in_row(self) -> bool:
        """"ثم بانياس 38، وحلب 19": a name with its bare number behind a comma."""
        if not self.is_bare():
            return False
        spots = reversed(range(self.left, self.number.first))
        comma = next((at for at in spots if self.tokens[at].norm in _COMMAS), None)
        words = [t.text for t in self.tokens[(comma or self.left) : self.number.first] if t.is_word]
        return 0 < len(words) <= _ROW and comma is not None and words[0].startswith("و")

    def _is_listed(self) -> bool:
        at = self.number.first - 1
        return at < self.left or self.tokens[at].norm in _LIST_SIGNS

    def _is_linked(self) -> bool:
        near = max(self.left, self.number.first - _NEAR)
        links = (Cue.LINK, Cue.ONLY) if self.is_bare() else (Cue.ONLY,)
        if any(find_cue(self.tokens, near, self.number.first, cue) for cue in links):
            return True
        words = [t.norm for t in self.tokens[self.left : self.number.first] if t.is_word]
        beside = any(cue_at(self.tokens, self.number.first - back, Cue.LINK) for back in (1, 2))
        saw = find_cue(self.tokens, self.left, self.number.first, Cue.SAW)
        in_row = self.is_bare() and words[-1:] == ["في"]
        return beside or saw is not None or in_row

    def is_bare(self) -> bool:
        """Whether the number stands without what it counts."""
        behind = self.tokens[self.number.after(self.tokens)]
        return self.number.quantity.noun is None or self.number.percent or is_prepositional(behind)

    def in_brackets(self) -> bool:
        return self.number.first > self.left and self.tokens[self.number.first - 1].norm == "("
