"""Titles and roles, before a name (القيادي السابق في الجيش الحر) and behind it (، قائد الشرطة في بزاعة،)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from tawthiq.extract.entities.lexicon import definite, is_ordinary, nationalities, titles, verbal, words
from tawthiq.extract.entities.names import Part, word_part
from tawthiq.extract.entities.scene import Hit, Scene, Stem

_MAX_ROLE = 14
_PRONOUNS = ("هما", "ها", "هم", "ه")
_QUOTES = frozenset('«»“”"')
_MANY = frozenset({"dual", "plural"})


@dataclass(frozen=True, slots=True)
class Role:
    """A title with what belongs to it; `many`: it holds for all names of the list that follows."""

    hit: Hit
    many: bool = False
    kin: bool = False
    owned: bool = False


@dataclass(frozen=True, slots=True)
class Marks:
    """Where groups and places stand: first token → token behind the last; `likely`: tokens likely a person's."""

    groups: dict[int, int]
    places: dict[int, int]
    likely: frozenset[int] = frozenset()

    @property
    def inside(self) -> frozenset[int]:
        """Tokens that belong to groups."""
        return frozenset(at for first, last in self.groups.items() for at in range(first, last))

    def end(self, at: int) -> int | None:
        return self.groups.get(at) or self.places.get(at)


def title_at(scene: Scene, at: int) -> Role | None:
    """The title that begins at this token, the longest of the list; one of many (أحد المتحدثين) is one too."""
    if scene.norm(at) in words("one_of") and scene.word(at + 1):
        group = title_at(scene, at + 1)
        return Role(Hit(at, group.hit.last, Stem(scene.norms[at]))) if group and not group.kin else None
    for stem in scene.stems(at):
        found = titles().longest(stem.norm, scene.rest(at))
        if found:
            width, entries = found
            many = all(entry.country in _MANY for entry in entries)
            kin = all(entry.kind == "kin" for entry in entries)
            return Role(Hit(at, at + width, stem), many, kin)
    return _owned(scene, at)


def _owned(scene: Scene, at: int) -> Role | None:
    """A title with a pronoun: مرافقه, مصورها."""
    for stem in scene.stems(at):
        for ending in _PRONOUNS:
            core = stem.norm.removesuffix(ending)
            title = core[:-1] + "ه" if core.endswith("ت") else core
            if core != stem.norm and len(core) > 2 and titles().longest(title, ()):
                return Role(Hit(at, at + 1, stem), kin=True, owned=True)
    return None


def role_before(scene: Scene, at: int, marks: Marks) -> tuple[Role, int] | None:
    """The role that begins here and the token where the name it leads to can begin."""
    title = title_at(scene, at)
    if title is None:
        return None
    end = _past_groups(marks, title.hit)
    while end < at + _MAX_ROLE:
        if end > at and (_is_joined_title(scene, end) or _is_object(scene, title.hit, end)):
            return None
        begin = _opens(scene, end, marks)
        if begin is not None and not marks.end(begin) and scene.norm(end - 1) not in words("preposition"):
            return replace(title, hit=Hit(at, end, title.hit.stem)), begin
        step = _step(scene, end, marks)
        if step is None:
            return None
        end = step
    return None


def _past_groups(marks: Marks, title: Hit) -> int:
    """The end of the title with the group that begins inside of it (قائد شرطة | كابول)."""
    return max([title.last, *(marks.groups.get(at, 0) for at in range(title.first, title.last))])


def _is_object(scene: Scene, title: Hit, at: int) -> bool:
    """مسلحون | الطبيب زياد: a title that is not in construct, and another with ال behind it."""
    plain = not definite(title.stem.norm) and scene.norms[title.last - 1].endswith(("ون", "ين", "ان"))
    return plain and at == title.last and definite(scene.norm(at)) and title_at(scene, at) is not None


def _is_joined_title(scene: Scene, at: int) -> bool:
    """A second title behind "and", which begins a role of its own."""
    if not scene.norm(at).startswith("و"):
        return False
    title = title_at(scene, at)
    return title is not None and title.hit.stem.prefix == "و"


def _opens(scene: Scene, at: int, marks: Marks) -> int | None:
    """The token where a name begins, a comma or a quotation mark passed over."""
    for begin in (at, at + 1):
        if begin > at and scene.norm(at) in words("called") and scene.word(begin):
            return begin
        if begin > at and scene.norm(at) not in ("،", "«", '"', "“", ":"):
            return None
        if not scene.word(begin):
            continue
        if _begins_name(scene, begin) or _is_likely(scene, begin, marks) or _is_set_off(scene, begin):
            return begin
    return None


def _is_likely(scene: Scene, at: int, marks: Marks) -> bool:
    norm = scene.norms[at]
    return at in marks.likely and not definite(norm) and norm not in words("never_name") and norm[0] != "و"


def _is_set_off(scene: Scene, at: int) -> bool:
    """An ordinary word between the adjective of a title and a family name: وزير الداخلية التونسي ناجم الغرسلي."""
    norm, after = scene.norms[at], scene.norm(at + 1)
    if scene.norm(at - 1) not in nationalities() or definite(norm) or norm in words("never_name") or verbal(norm):
        return False
    return definite(after) and word_part(after) in (Part.FAMILY, Part.UNKNOWN)


def _begins_name(scene: Scene, at: int) -> bool:
    norm = scene.norms[at]
    if norm in ("ابو", "عبد") or (norm == "ام" and word_part(scene.norm(at + 1)) is Part.GIVEN):
        return True
    part = word_part(norm)
    if part is None or part is Part.NATION or (part is Part.UNKNOWN and norm[0] == "و"):
        return False
    if part in (Part.EITHER, Part.UNKNOWN) and definite(norm):
        adjective = word_part(scene.norm(at + 1)) is Part.GIVEN
        return scene.norm(at - 1).startswith("ال") and not adjective
    return not (part is Part.EITHER and norm in words("never_name"))


def _step(scene: Scene, at: int, marks: Marks) -> int | None:
    """The token behind the next word of the role; None where the role breaks off."""
    known = marks.end(at)
    if known:
        return known
    norm = scene.norm(at)
    if norm in _QUOTES and (marks.end(at + 1) == scene.quoted.get(at + 1, -1) or at in marks.groups.values()):
        return at + 1
    if not scene.word(at):
        return at + 1 if norm.isdigit() else None
    stems = scene.stems(at)
    for stem in stems:
        if stem.prefix and stem.norm and _leads(stem) and title_at(scene, at) is None:
            return at + 1
    if norm == "إلى" and at + 1 in marks.places:
        return at + 1
    if norm in words("role_link") or (norm == "مع" and (at + 1 in marks.groups or at + 2 in marks.groups)):
        return at + 1
    if norm in words("alias") or norm in words("called"):
        return None
    if norm in words("never_name") and norm not in words("plain_adjective"):
        return None
    ordinary = is_ordinary(norm) or norm in nationalities() or norm in words("plain_adjective")
    return at + 1 if ordinary or definite(norm) else None


def _leads(stem: Stem) -> bool:
    return stem.prefix in ("ل", "ب", "و") and (definite(stem.norm) or is_ordinary(stem.norm))


def role_ahead(scene: Scene, at: int, marks: Marks) -> Role | None:
    """A role that a comma parts from the title before the name: مدير المرصد، | المحامي زياد."""
    if scene.norm(at - 1) != "،":
        return None
    for begin in range(at - 2, max(at - _MAX_ROLE, 0), -1):
        title = title_at(scene, begin) if scene.word(begin) else None
        end = _past_groups(marks, title.hit) if title else at
        while title and end < at - 1:
            end = _step(scene, end, marks) or at
        if title and end == at - 1:
            return replace(title, hit=Hit(begin, end, title.hit.stem))
    return None


def role_behind(scene: Scene, at: int, marks: Marks) -> Role | None:
    """What somebody is, behind the name: an apposition, or a clause with "and he is"."""
    begin = at
    while scene.norm(begin) in ("،", "-", "–", "»", '"', "”", "(") and begin < at + 3:
        begin += 1
    if scene.norm(begin) in words("is_also"):
        begin += 1
    elif begin < len(scene.tokens) and scene.norm(begin).startswith("وال"):
        return None
    title = title_at(scene, begin) or _one_of(scene, begin)
    if title is None or (title.kin and begin == at) or title.hit.stem.prefix:
        return None
    end = _past_groups(marks, title.hit)
    while end < begin + _MAX_ROLE and not _is_joined_title(scene, end):
        step = _step(scene, end, marks)
        if step is None:
            break
        end = step
    return replace(title, hit=Hit(begin, _trim(scene, title.hit.last, end), title.hit.stem))


def _one_of(scene: Scene, at: int) -> Role | None:
    """أحد منسوبي …: one of some whose word no list has."""
    if scene.norm(at) not in words("one_of") or not scene.word(at + 1):
        return None
    return Role(Hit(at, at + 2, Stem(scene.norms[at])))


def _trim(scene: Scene, least: int, end: int) -> int:
    """The role without particles and signs left over at its end."""
    while end > least and (not scene.word(end - 1) or scene.norms[end - 1] in words("role_link")):
        end -= 1
    return end


def roles_in(scene: Scene, marks: Marks) -> Iterator[tuple[Role, int]]:
    """Every role that leads to a name; of those that overlap the one that begins first."""
    at = 0
    closed = marks.inside
    while at < len(scene.tokens):
        named = marks.places.get(at, 0) > at + 1
        found = role_before(scene, at, marks) if scene.word(at) and at not in closed and not named else None
        if found:
            yield found
        at = found[1] if found else at + 1
