"""Whether the words of a name tell one body, place or person, or only a kind of them (القوات الأمنية, الميناء)."""

from __future__ import annotations

from tawthiq.extract.entities import gazetteer
from tawthiq.extract.entities.lexicon import (
    bare,
    definite,
    group_heads,
    is_ordinary,
    nationalities,
    place_heads,
    titles,
    verbal,
    words,
)
from tawthiq.extract.entities.scene import Scene
from tawthiq.extract.entities.sequence import Kind, Name

_ALL_BUT_SURE = 0.95


def is_name(scene: Scene, one: Name) -> bool:
    """A name that a list holds, stands in quotation marks, or has a word that is no common noun."""
    if scene.quoted.get(one.first) == one.last:
        return True
    if one.kind is Kind.GROUP:
        return _is_listed(scene, one) or _is_group(scene, one)
    if one.kind is Kind.PLACE:
        return _is_listed(scene, one) or _is_place(scene, one)
    return one.last - one.first > 1 or not any(_is_noun(stem.norm) for stem in scene.stems(one.first))


def _is_listed(scene: Scene, one: Name) -> bool:
    trie = gazetteer.places() if one.kind is Kind.PLACE else gazetteer.groups()
    rest = scene.norms[one.first + 1 : one.last]
    for stem in scene.stems(one.first):
        found = trie.longest(stem.norm, rest)
        if found and found[0] == one.last - one.first:
            return bool(rest) or not (gazetteer.best(found[1]).common and is_ordinary(stem.norm))
    return False


def _is_group(scene: Scene, one: Name) -> bool:
    if one.last - one.first == 1:
        stems = [stem.norm for stem in scene.stems(one.first)]
        return not any(_is_noun(norm) or bare(norm) in group_heads() for norm in stems)
    rest = [norm for norm in scene.norms[one.first + 1 : one.last] if not _is_generic(norm)]
    return any(one.chance > _ALL_BUT_SURE or not _is_plain(norm) for norm in rest)


def _is_generic(norm: str) -> bool:
    """An adjective of all bodies of a kind, or of a country."""
    roles = ("plain_adjective", "alone_no", "never_name", "group_generic")
    return norm in nationalities() or any(norm in words(role) for role in roles)


def _is_plain(norm: str) -> bool:
    return not definite(norm) and (is_ordinary(norm) or norm.endswith(("يه", "ي")))


def _is_place(scene: Scene, one: Name) -> bool:
    rest = scene.norms[one.first + 1 : one.last]
    if not rest:
        norm = scene.norms[one.first]
        return not _is_noun(norm) and bare(norm) not in place_heads()
    first = scene.stems(one.first)
    if any(stem.norm in words("compass") for stem in first):
        return False
    return any(not is_ordinary(norm) or definite(norm) for norm in rest)


def _is_noun(norm: str) -> bool:
    known = is_ordinary(norm) or norm in nationalities() or norm in words("never_name") or verbal(norm)
    return known or titles().longest(norm, ()) is not None
