"""Places of the page where somebody is named, by what the name is made of and what stands around it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from tawthiq.extract.entities.lexicon import definite, is_ordinary, words
from tawthiq.extract.entities.names import Element, Part, parse_name, word_part
from tawthiq.extract.entities.roles import Marks, Role, role_behind, roles_in
from tawthiq.extract.entities.sequence import Odds
from tawthiq.extract.entities.scene import Hit, Scene, Stem

_WORTH = {
    Part.KUNYA: 3.0,
    Part.NASAB: 3.0,
    Part.GIVEN: 2.0,
    Part.FAMILY: 1.5,
    Part.EITHER: 1.0,
    Part.NATION: 0.5,
    Part.UNKNOWN: 0.5,
}
_ENOUGH = 3.0
_SURE = 0.5
_MODEL, _EVEN = 2.5, 0.3
_TITLE, _PERSONAL, _CALLED, _LISTED, _MENTION, _AGE = 2.0, 1.0, 3.0, 2.0, 1.0, 2.0


@dataclass(frozen=True, slots=True)
class Mention:
    """One name at one place; `role` leads to it, `behind` follows; `listed`: "and" joins it to the mention before."""

    hit: Hit
    elements: tuple[Element, ...]
    role: Role | None = None
    behind: Role | None = None
    listed: bool = False
    called: bool = False
    quoted: bool = False


@dataclass(slots=True)
class Finder:
    """Reads a page from its first token to its last; each name closes the tokens that it takes."""

    scene: Scene
    marks: Marks
    odds: Mapping[int, Odds]
    roles: dict[int, Role] = field(default_factory=dict)
    closed: frozenset[int] = frozenset()
    leading: frozenset[int] = frozenset()
    mentions: list[Mention] = field(default_factory=list)

    def run(self) -> Sequence[Mention]:
        self.closed = self.marks.inside - self._leaders()
        self.roles = {begin: role for role, begin in roles_in(self.scene, self.marks)}
        self.leading = frozenset(at for begin, role in self.roles.items() for at in range(role.hit.first, begin))
        at = 0
        while at < len(self.scene.tokens):
            found = self._at(at) if self.scene.word(at) and at not in self.closed | self.leading else None
            if found:
                self.mentions.append(found)
            at = found.hit.last if found else at + 1
        return self.mentions

    def _leaders(self) -> frozenset[int]:
        """Tokens of full names of persons inside the names of their groups (مجموعة محسن الهيمد)."""
        found: set[int] = set()
        for first, last in self.marks.groups.items():
            if any(stem.norm in words("person_head") for stem in self.scene.stems(first)):
                elements = parse_name(self.scene, first + 1, self.scene.norm(first + 1))
                if len(elements) > 1 and elements[0].part is Part.GIVEN and elements[-1].last == last:
                    found.update(range(first + 1, last))
        return frozenset(found)

    def _at(self, at: int) -> Mention | None:
        best: tuple[float, Mention] | None = None
        for stem in self.scene.stems(at):
            called = self._is_called(at) and not stem.prefix
            elements = parse_name(self.scene, at, stem.norm, self.closed, called, self.odds)
            if not elements or stem.restored or self._hides_name(at, stem, elements):
                continue
            worth, mention = self._weigh(at, stem, elements)
            if worth >= _ENOUGH and (best is None or worth > best[0] + 0.5):
                best = worth, mention
        return best[1] if best else None

    def _is_called(self, at: int) -> bool:
        """Behind "named" or "his full name is"."""
        before = self.scene.before(at)
        if self.scene.norm(before) in words("true_name"):
            before -= 1
        return self.scene.norm(before) in words("called")

    def _hides_name(self, at: int, stem: Stem, elements: tuple[Element, ...]) -> bool:
        """An unknown word that is "and", "by" or "to" with a known name, or another word before a kunya."""
        if len(stem.prefix) > 1 and any(s.norm in words("never_name") for s in self.scene.stems(at) if s.prefix == "و"):
            return True
        if stem.prefix or elements[0].part is not Part.UNKNOWN:
            return False
        if len(elements) > 1 and elements[1].part is Part.KUNYA:
            return at not in self.odds or self.odds[at].person < _SURE
        known = (Part.GIVEN, Part.FAMILY, Part.EITHER, Part.KUNYA)
        return any(s.norm == "ابو" or word_part(s.norm) in known for s in self.scene.stems(at) if s.prefix)

    def _weigh(self, at: int, stem: Stem, elements: tuple[Element, ...]) -> tuple[float, Mention]:
        hit = Hit(at, elements[-1].last, stem)
        role = self.roles.get(at) if not stem.prefix else None
        listed = self._is_listed(hit)
        called = self._is_called(at)
        inside = self._inside(elements)
        around = self._around(hit, role, listed, called)
        if len(elements) == 1 and not self._may_stand_alone(hit, elements[0], role, called):
            around -= 10
        if not role and not called:
            around -= self._doubt(hit, elements)
        behind = role_behind(self.scene, hit.last, self.marks)
        if behind and behind.hit.first in self.leading:
            behind = None
        quoted = self.scene.quoted.get(at) == hit.last
        return inside + around, Mention(hit, elements, role, behind, listed, called, quoted)

    def _inside(self, elements: tuple[Element, ...]) -> float:
        """The worth of the elements; an unknown word with ال is likely a family name, a second unknown word tells little."""
        worth, unknown = 0.0, 0
        for element in elements:
            if element.part is Part.UNKNOWN:
                share = 1.0 if definite(self.scene.norms[element.first]) and element is not elements[0] else 0.5
                worth += share / (1 + unknown)
                unknown += 1
            else:
                worth += _WORTH[element.part]
        return worth

    def _around(self, hit: Hit, role: Role | None, listed: bool, called: bool) -> float:
        scene = self.scene
        worth = _TITLE * (role is not None) + _PERSONAL * (role is not None and self._is_personal(role, hit)) + _CALLED * called + _LISTED * listed
        worth += _MENTION * (scene.norm(scene.before(hit.first)) in words("mention"))
        worth += _AGE * (scene.norm(hit.last) == "(" and scene.norm(hit.last + 1).isdigit())
        worth -= 0.25 * len(hit.stem.prefix.removeprefix("و"))
        return worth + self._told_by_model(hit)

    def _told_by_model(self, hit: Hit) -> float:
        """The sequence model's say: for a name where it is sure of one, against it where it sees none."""
        known = [self.odds[at].person for at in range(hit.first, hit.last) if at in self.odds]
        return _MODEL * (sum(known) / (hit.last - hit.first) - _EVEN)

    def _is_listed(self, hit: Hit) -> bool:
        """Joined by "and" or a comma to the name before."""
        role = self.roles.get(hit.first)
        lead = role.hit if role else hit
        if not self.mentions or not (lead.stem.prefix == "و" or self.scene.norm(hit.first - 1) == "،"):
            return False
        before = self.mentions[-1]
        end = before.behind.hit.last if before.behind else before.hit.last
        return all(not self.scene.word(at) for at in range(end, lead.first)) and lead.first - end < 3

    def _may_stand_alone(self, hit: Hit, element: Element, role: Role | None, called: bool) -> bool:
        if element.part is Part.KUNYA or called:
            return True
        if element.part is Part.NATION or (hit.stem.prefix and hit.stem.prefix != "و"):
            return False
        likely = hit.first in self.odds and self.odds[hit.first].person > _SURE
        if role is None:
            return likely and element.part is Part.GIVEN and self.scene.norm(hit.first - 1) in words("mention")
        return self._is_personal(role, hit) or (likely and element.part is not Part.UNKNOWN)

    def _is_personal(self, role: Role, hit: Hit) -> bool:
        """A title with ال or a kinsman, right before the name."""
        return role.hit.last == hit.first and (role.kin or definite(role.hit.stem.norm))

    def _doubt(self, hit: Hit, elements: tuple[Element, ...]) -> float:
        """Worth taken off a name without a title: where it begins like another word or is a place."""
        first = elements[0]
        doubt = 0.0
        if self.marks.places.get(first.first):
            doubt += 1.5
        if first.part is Part.EITHER and is_ordinary(hit.stem.norm):
            doubt += 0.5
        if hit.stem.prefix and first.part is not Part.GIVEN and is_ordinary(self.scene.norms[hit.first]):
            doubt += 1.5
        if definite(hit.stem.norm) and first.part is not Part.KUNYA:
            doubt += 1.0
        return doubt
