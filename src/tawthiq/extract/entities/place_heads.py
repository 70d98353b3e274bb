"""Heads of places and what completes them: بلدة جلين, محافظتي لحج وأبين, طريق عتمان – داعل, ريف درعا الغربي."""

from __future__ import annotations

from collections.abc import Iterator

from tawthiq.extract.entities import gazetteer
from tawthiq.extract.entities.lexicon import (
    bare,
    definite,
    family_names,
    given_names,
    group_heads,
    is_ordinary,
    nationalities,
    place_heads,
    verbal,
    words,
)
from tawthiq.extract.entities.scene import Hit, Scene, Stem

_PLURAL_ENDS = ("تي", "تا", "ات")
_MAX_LIST = 6


def turned(scene: Scene, hit: Hit) -> Hit:
    """The hit with a direction behind it (القلمون الشرقي, ريف درعا الغربي)."""
    if scene.word(hit.last) and scene.norms[hit.last] in words("direction"):
        return Hit(hit.first, hit.last + 1, hit.stem)
    return hit


def headed(scene: Scene, at: int, sure: frozenset[int]) -> Iterator[tuple[Hit, str]]:
    """The places that the head at this token announces, with their kind; `sure`: likely by the sequence model.

    Behind عن the road is a means (عن طريق وسطاء).
    """
    for stem in scene.stems(at):
        if stem.norm in words("region") and _is_region(scene, at):
            yield _region(scene, at, stem), "area"
            return
        known = place_heads().get(stem.norm)
        if stem.prefix and bare(scene.norms[at]) in group_heads():
            return
        if known is None or stem.norm in words("plural_site") or definite(stem.norm):
            continue
        kind, in_name = known
        if kind == "road" and scene.norm(at - 1) == "عن":
            return
        if in_name:
            yield from ((hit, kind) for hit in _with_head(scene, at, stem, kind, sure))
        else:
            yield from ((hit, kind) for hit in _behind_head(scene, at, stem.norm, sure))
        return


def _is_region(scene: Scene, at: int) -> bool:
    norm = scene.norm(at + 1)
    if not scene.word(at + 1) or not definite(norm):
        return False
    return norm in nationalities() or norm in words("direction") or norm in words("region_adjective")


def _region(scene: Scene, at: int, stem: Stem) -> Hit:
    return turned(scene, Hit(at, at + 2, stem))


def _with_head(scene: Scene, at: int, stem: Stem, kind: str, sure: frozenset[int]) -> Iterator[Hit]:
    end = _completion(scene, at + 1, strict=True)
    firm = stem.norm in words("firm_site") and scene.norm(at + 1)[0] not in "وبل"
    if end is None or (_is_guess(scene, at + 1) and at + 1 not in sure and not firm) or _describes(scene, at + 1):
        return
    while scene.word(end) and _epithet(scene.norms[end]):
        end += 1
    far = _other_end(scene, end) if kind == "road" else None
    yield turned(scene, Hit(at, far or end, stem))
    if far:
        yield Hit(at + 1, end, Stem(scene.norms[at + 1]))
        yield Hit(end + 1, far, Stem(scene.norms[end + 1]))


def _epithet(norm: str) -> bool:
    return norm in words("epithet")


def _other_end(scene: Scene, at: int) -> int | None:
    if scene.norm(at) not in words("tie"):
        return None
    return _completion(scene, at + 1, strict=False)


def _is_guess(scene: Scene, at: int) -> bool:
    """A word without ال that no list knows."""
    norm = scene.norms[at]
    known = _known_width(scene, at, norm) or norm in place_heads() or norm in words("name_begin")
    return not known and not definite(norm)


def _behind_head(scene: Scene, at: int, head: str, sure: frozenset[int]) -> Iterator[Hit]:
    begin = at + 1
    whole = _known_width(scene, at, head) if head in words("head_of_name") else 0
    if whole > 1 and _is_common(scene, begin):
        yield Hit(at, at + whole, next(stem for stem in scene.stems(at) if stem.norm == head))
        return
    if begin + 1 in scene.quoted:
        begin += 1
    end = _completion(scene, begin, strict=False)
    if place_heads()[head][0] == "area" and _describes(scene, begin):
        return
    vague = head in words("plural_place") or (place_heads()[head][0] == "area" and head not in words("firm_area"))
    people = vague and end is not None and _is_guess(scene, begin) and definite(scene.norm(end))
    if end is None or people or (vague and _is_guess(scene, begin) and begin not in sure):
        return
    yield turned(scene, Hit(begin, end, Stem(scene.norms[begin])))
    if head.endswith(_PLURAL_ENDS) or head in words("plural_place"):
        yield from _listed(scene, end, sure)


def _is_common(scene: Scene, at: int) -> bool:
    """A name that by itself is rather a word or a person's."""
    found = gazetteer.places().longest(scene.norm(at), ())
    return found is None or gazetteer.best(found[1]).common


def _listed(scene: Scene, at: int, sure: frozenset[int]) -> Iterator[Hit]:
    """The further names behind a plural head: محافظتي لحج وأبين."""
    for _ in range(_MAX_LIST):
        if scene.norm(at) == "،":
            at += 1
        norm = scene.norm(at)
        if not scene.word(at) or norm[0] != "و" or len(norm) < 4:
            return
        stem = Stem(norm[1:], "و")
        width = _known_width(scene, at, stem.norm)
        if not width and not definite(stem.norm) and at not in sure:
            return
        hit = turned(scene, Hit(at, at + (width or 1), stem))
        yield hit
        at = hit.last


def _known_width(scene: Scene, at: int, norm: str) -> int:
    found = gazetteer.places().longest(norm, scene.rest(at))
    return found[0] if found else 0


def _completion(scene: Scene, at: int, strict: bool) -> int | None:
    """The end of the name that completes a head; strict: an ordinary word completes it only with its article."""
    if not scene.word(at):
        return None
    norm = scene.norms[at]
    width = _known_width(scene, at, norm)
    if width > 1:
        return at + width
    if norm in words("never_name") or norm in words("generic") or norm in words("plain_adjective"):
        return None
    if width:
        return at + width
    if norm in words("name_begin") and scene.word(at + 1) and not _closes(scene.norms[at + 1]):
        return at + 2
    if strict and norm in place_heads():
        return _completion(scene, at + 1, strict)
    if definite(norm):
        return None if bare(norm) in place_heads() or norm in nationalities() or norm in words("direction") else at + 1
    return None if is_ordinary(norm) or verbal(norm) or norm.startswith("لت") else _unknown(scene, at)


def _describes(scene: Scene, at: int) -> bool:
    """A participle in the feminine without ال (منطقة مزدحمة)."""
    norm = scene.norm(at)
    return norm[0] == "م" and norm.endswith("ه") and len(norm) > 5 and not _known_width(scene, at, norm)


def _closes(norm: str) -> bool:
    return norm in words("never_name")


def _unknown(scene: Scene, at: int) -> int:
    """The end of a name that no list knows; a second unknown word belongs to it, unless it names a person."""
    norm = scene.norm(at + 1)
    person = norm in given_names() or norm in family_names()
    if scene.word(at + 1) and not person and not is_ordinary(norm) and norm[0] not in "وفبلك" and len(norm) > 2:
        return at + 2
    return at + 1
