"""Places of the page where somebody is named, by what the name is made of and what stands around it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from tawthiq.extract.entities.leading import sure_names
from tawthiq.extract.entities.lexicon import words
from tawthiq.extract.entities.names import Element, Part, elements_in, parse_name, word_part
from tawthiq.extract.entities.roles import Marks, Role, role_ahead, role_behind, roles_in, title_at
from tawthiq.extract.entities.scene import Hit, Scene, Stem
from tawthiq.extract.entities.sequence import Kind, Name, Odds
from tawthiq.extract.entities.weighing import ENOUGH, SURE, Candidate, worth

_BETTER = 0.5
_BEFORE = ("", "و", "ف", "ل", "ول", "ب", "وب")


@dataclass(frozen=True, slots=True)
class Mention:
    """One name at one place; `role` leads to it, `behind` follows; `listed`: "and" joins it to the mention before."""

    hit: Hit
    elements: tuple[Element, ...]
    role: Role | None = None
    behind: Role | None = None
    ahead: Role | None = None
    listed: bool = False


@dataclass
class Finder:
    """Reads a page from its first token to its last; each name closes the tokens that it takes."""

    scene: Scene
    marks: Marks
    odds: Mapping[int, Odds]
    roles: dict[int, Role] = field(default_factory=dict)
    closed: frozenset[int] = frozenset()
    leading: dict[int, int] = field(default_factory=dict)
    mentions: list[Mention] = field(default_factory=list)

    @cached_property
    def names(self) -> Mapping[int, Name]:
        """By its first token each person that the engine tells as a whole."""
        return {name.first: name for name in sure_names(self.scene, Kind.PERSON) if name.first not in self.closed}

    @cached_property
    def led(self) -> frozenset[int]:
        """Tokens of all names that the engine tells as a whole."""
        return frozenset(at for kind in Kind for n in sure_names(self.scene, kind) for at in range(n.first, n.last))

    def run(self) -> Sequence[Mention]:
        self.closed = self.marks.inside - self._leaders()
        self.roles = {begin: role for role, begin in roles_in(self.scene, self.marks)}
        self.leading = {at: r.hit.first for begin, r in self.roles.items() for at in range(r.hit.first, begin)}
        at = 0
        while at < len(self.scene.tokens):
            found = self._at(at) if self.scene.word(at) and self._is_open(at) else None
            if found:
                self.mentions.append(found)
            at = found.hit.last if found else at + 1
        return self.mentions

    def _is_open(self, at: int) -> bool:
        return at not in self.closed and not self._leads(at)

    def _leads(self, at: int) -> bool:
        """Whether the token belongs to a role that leads to a name, and no name before has taken its title."""
        done = self.mentions[-1].hit.last if self.mentions else 0
        return self.leading.get(at, -1) >= done

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
        name = self.names.get(at)
        if name:
            return self._mention(self._told(name))
        best: tuple[float, Candidate] | None = None
        for stem in self.scene.stems(at):
            called = not stem.prefix and (self._is_called(at) or at in self.roles)
            elements = parse_name(self.scene, at, stem.norm, self.closed, called, self.odds)
            if not elements or stem.restored or self._hides_name(at, stem, elements):
                continue
            candidate = self._candidate(at, stem, elements)
            if any(i in self.led for i in range(at, candidate.hit.last)):
                continue
            told = worth(self.scene, self.marks, self.odds, candidate)
            if told >= ENOUGH and (best is None or told > best[0] + _BETTER):
                best = told, candidate
        return self._mention(best[1]) if best else None

    def _told(self, name: Name) -> Candidate:
        """The name of the engine, its first word read in the way for which most speaks."""
        stems = [stem for stem in self.scene.stems(name.first) if not stem.restored and stem.prefix in _BEFORE]
        held = [self._candidate(name.first, stem, elements_in(self.scene, name, stem, self.odds)) for stem in stems]
        return max(held, key=lambda one: worth(self.scene, self.marks, self.odds, one))

    def _is_called(self, at: int) -> bool:
        """Behind "named" or "his full name is"."""
        before = self.scene.before(at)
        if self.scene.norm(before) in words("true_name"):
            before -= 1
        return self.scene.norm(before) in words("called")

    def _hides_name(self, at: int, stem: Stem, elements: tuple[Element, ...]) -> bool:
        """An unknown word that is "and", "by" or "to" with a known name, or another word before a kunya."""
        title = title_at(self.scene, at) if stem.prefix else None
        if title and not title.hit.stem.prefix:
            return True
        if len(stem.prefix) > 1 and any(s.norm in words("never_name") for s in self.scene.stems(at) if s.prefix == "و"):
            return True
        if stem.prefix or elements[0].part is not Part.UNKNOWN:
            return False
        second = elements[1].part if len(elements) > 1 else None
        unsure = at not in self.odds or self.odds[at].person < SURE
        if unsure and (second is Part.KUNYA or (second is Part.GIVEN and at not in self.roles)):
            return True
        known = (Part.GIVEN, Part.FAMILY, Part.EITHER, Part.KUNYA)
        return any(s.norm == "ابو" or word_part(s.norm) in known for s in self.scene.stems(at) if s.prefix)

    def _candidate(self, at: int, stem: Stem, elements: tuple[Element, ...]) -> Candidate:
        hit = Hit(at, elements[-1].last, stem)
        role = self.roles.get(at) if not stem.prefix and self._leads(at - 1) else None
        return Candidate(hit, elements, role, self._is_listed(hit), self._is_called(at))

    def _mention(self, one: Candidate) -> Mention:
        behind = role_behind(self.scene, one.hit.last, self.marks)
        if behind and self.leading.get(behind.hit.first, -1) >= one.hit.last and not self._stays(behind, one):
            behind = None
        ahead = role_ahead(self.scene, one.role.hit.first, self.marks) if one.role else None
        if ahead and self.mentions and ahead.hit.first < self.mentions[-1].hit.last:
            ahead = None
        return Mention(one.hit, one.elements, one.role, behind, ahead, one.listed)

    def _stays(self, behind: Role, one: Candidate) -> bool:
        """Whether a role right behind the name stays with it, as a comma parts it from the next name."""
        leads = next((begin for begin, role in self.roles.items() if role.hit.first == behind.hit.first), None)
        if leads is None or behind.hit.first != one.hit.last or self.scene.norm(leads - 1) != "،":
            return False
        del self.roles[leads]
        self.leading = {at: first for at, first in self.leading.items() if first != behind.hit.first}
        return True

    def _is_listed(self, hit: Hit) -> bool:
        """Joined by "and" or a comma to the name before."""
        role = self.roles.get(hit.first)
        lead = role.hit if role and self._leads(hit.first - 1) else hit
        if not self.mentions or not (lead.stem.prefix == "و" or self.scene.norm(hit.first - 1) == "،"):
            return False
        before = self.mentions[-1]
        end = before.behind.hit.last if before.behind else before.hit.last
        return all(not self.scene.word(at) for at in range(end, lead.first)) and lead.first - end < 3
