"""Places of the page where somebody is named, by what the name is made of and what stands around it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from tawthiq.extract.entities.lexicon import definite, is_ordinary, words
from tawthiq.extract.entities.names import Element, Part, parse_name
from tawthiq.extract.entities.roles import Marks, Role, role_behind, roles_in
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
_TITLE, _CALLED, _LISTED, _MENTION, _AGE = 2.0, 3.0, 1.5, 1.0, 2.0


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
    likely: Mapping[int, float]
    roles: dict[int, Role] = field(default_factory=dict)
    closed: frozenset[int] = frozenset()
    mentions: list[Mention] = field(default_factory=list)

    def run(self) -> Sequence[Mention]:
        self.closed = frozenset(at for first, last in self.marks.groups.items() for at in range(first, last))
        self.roles = {begin: role for role, begin in roles_in(self.scene, self.marks)}
        at = 0
        while at < len(self.scene.tokens):
            found = self._at(at) if self.scene.word(at) and at not in self.closed else None
            if found:
                self.mentions.append(found)
            at = found.hit.last if found else at + 1
        return self.mentions

    def _at(self, at: int) -> Mention | None:
        best: tuple[float, Mention] | None = None
        for stem in self.scene.stems(at):
            elements = parse_name(self.scene, at, stem.norm, self.closed)
            if not elements or stem.restored:
                continue
            worth, mention = self._weigh(at, stem, elements)
            if worth >= _ENOUGH and (best is None or worth > best[0] + 0.5):
                best = worth, mention
        return best[1] if best else None

    def _weigh(self, at: int, stem: Stem, elements: tuple[Element, ...]) -> tuple[float, Mention]:
        hit = Hit(at, elements[-1].last, stem)
        role = self.roles.get(at)
        listed = self._is_listed(hit)
        called = self.scene.norm(self.scene.before(at)) in words("called")
        inside = sum(_WORTH[e.part] for e in elements)
        around = self._around(hit, role, listed, called)
        if len(elements) == 1 and not self._may_stand_alone(hit, elements[0], role, called):
            around -= 10
        if not role and not called:
            around -= self._doubt(hit, elements)
        behind = role_behind(self.scene, hit.last, self.marks)
        quoted = self.scene.quoted.get(at) == hit.last
        return inside + around, Mention(hit, elements, role, behind, listed, called, quoted)

    def _around(self, hit: Hit, role: Role | None, listed: bool, called: bool) -> float:
        scene = self.scene
        worth = _TITLE * (role is not None) + _CALLED * called + _LISTED * listed
        worth += _MENTION * (scene.norm(scene.before(hit.first)) in words("mention"))
        worth += _AGE * (scene.norm(hit.last) == "(" and scene.norm(hit.last + 1).isdigit())
        worth -= 0.25 * len(hit.stem.prefix)
        return worth + self.likely.get(hit.first, 0.0)

    def _is_listed(self, hit: Hit) -> bool:
        """Joined by "and" or a comma to the name before."""
        if not self.mentions or not (hit.stem.prefix == "و" or self.scene.norm(hit.first - 1) == "،"):
            return False
        before = self.mentions[-1]
        end = before.behind.hit.last if before.behind else before.hit.last
        return all(not self.scene.word(at) for at in range(end, hit.first)) and hit.first - end < 3

    def _may_stand_alone(self, hit: Hit, element: Element, role: Role | None, called: bool) -> bool:
        if element.part is Part.KUNYA or called:
            return True
        return role is not None and element.part is not Part.NATION

    def _doubt(self, hit: Hit, elements: tuple[Element, ...]) -> float:
        """Worth taken off a name without a title: where it begins like another word or is a place."""
        first = elements[0]
        doubt = 0.0
        if self.marks.places.get(first.first):
            doubt += 1.5
        if first.part is Part.EITHER and is_ordinary(hit.stem.norm):
            doubt += 0.5
        if hit.stem.prefix and is_ordinary(self.scene.norms[hit.first]):
            doubt += 1.5
        if definite(hit.stem.norm) and first.part is not Part.KUNYA:
            doubt += 1.0
        return doubt
