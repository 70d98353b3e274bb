"""How much speaks for a name: what it is made of, what stands around it, what the sequence model holds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tawthiq.extract.entities.lexicon import definite, is_ordinary, nationalities, words
from tawthiq.extract.entities.names import Element, Part
from tawthiq.extract.entities.roles import Marks, Role
from tawthiq.extract.entities.scene import Hit, Scene
from tawthiq.extract.entities.sequence import Odds

ENOUGH = 3.0
SURE = 0.5
_FIRM = 0.8

_WORTH = {
    Part.KUNYA: 3.0,
    Part.NASAB: 3.0,
    Part.GIVEN: 2.0,
    Part.FAMILY: 1.5,
    Part.EITHER: 1.0,
    Part.NATION: 0.5,
    Part.UNKNOWN: 0.5,
    Part.ORDINARY: 0.5,
}
_FAMILY, _FAMILY_LIKE = 2.0, 1.25
_TITLE, _PERSONAL, _CALLED, _LISTED, _MENTION, _AGE = 2.0, 1.0, 3.0, 2.0, 1.0, 2.0
_SET_OFF, _HELD, _PARTICLE = 0.5, 1.0, 0.25
_TWO = 2
_ALONE = 10.0
_SHORT = 2
_MODEL, _EVEN = 2.5, 0.3
_PLACE, _ORDINARY, _WHOLE_WORD, _ARTICLE = 1.5, 1.0, 1.5, 1.0


@dataclass(frozen=True, slots=True)
class Candidate:
    """A name that may stand here; `listed`: "and" joins it to the one before; `called`: "named" leads to it."""

    hit: Hit
    elements: tuple[Element, ...]
    role: Role | None
    listed: bool
    called: bool


def worth(scene: Scene, marks: Marks, odds: Mapping[int, Odds], one: Candidate) -> float:
    """All that speaks for the name less what speaks against it; at ENOUGH it is one."""
    total = _inside(scene, one.elements) + _around(scene, marks, one) + _told_by_model(odds, one.hit)
    if len(one.elements) == 1 and not _may_stand_alone(scene, odds, one):
        total -= _ALONE
    if scene.norm(one.hit.last) in words("called"):
        total -= _ALONE
    if not one.role and not one.called:
        total -= _doubt(scene, marks, one)
    return total


def _inside(scene: Scene, elements: Sequence[Element]) -> float:
    """A word with ال behind a name is likely a family name; a second unknown word tells less."""
    total, unknown = 0.0, 0
    for element in elements:
        family = element is not elements[0] and definite(scene.norms[element.first])
        if element.part is not Part.UNKNOWN:
            sure = family and element.part in (Part.FAMILY, Part.EITHER) and elements[0].part is Part.GIVEN
            total += max(_WORTH[element.part], _FAMILY if sure else 0.0)
            continue
        total += (_FAMILY_LIKE if family else _WORTH[Part.UNKNOWN]) / (1 + unknown)
        unknown += 1
    return total


def _around(scene: Scene, marks: Marks, one: Candidate) -> float:
    hit = one.hit
    told = (
        (_TITLE, one.role is not None),
        (_PERSONAL, _is_personal(one)),
        (_SET_OFF, one.role is not None and scene.norm(hit.first - 1) in nationalities()),
        (_HELD, _is_held(marks, one)),
        (_CALLED, one.called),
        (_LISTED, one.listed),
        (_MENTION, _is_mention(scene, scene.before(hit.first))),
        (_AGE, scene.norm(hit.last) == "(" and scene.norm(hit.last + 1).isdigit()),
    )
    return sum(weight for weight, holds in told if holds) - _PARTICLE * len(hit.stem.prefix.removeprefix("و"))


def _is_mention(scene: Scene, at: int) -> bool:
    """A word behind which somebody is named, "and" before it or not."""
    known = words("mention")
    return scene.norm(at) in known or any(stem.norm in known for stem in scene.stems(at) if stem.prefix in ("و", "ف"))


def _is_held(marks: Marks, one: Candidate) -> bool:
    """A title over a place or a group that ends right before the name (حاكم أنقرة | أرجان طوباجا)."""
    role = one.role
    if role is None or role.many or role.hit.last != one.hit.first or len(one.elements) < _TWO:
        return False
    return any(
        role.hit.first < begin and marks.end(begin) == one.hit.first for begin in range(role.hit.first, one.hit.first)
    )


def _is_personal(one: Candidate) -> bool:
    """A title with ال or a kinsman, right before the name."""
    role = one.role
    return role is not None and role.hit.last == one.hit.first and (role.kin or definite(role.hit.stem.norm))


def _told_by_model(odds: Mapping[int, Odds], hit: Hit) -> float:
    """For a name where the model is sure of one, against it where it sees none."""
    known = [odds[at].person for at in range(hit.first, hit.last) if at in odds]
    return _MODEL * (sum(known) / (hit.last - hit.first) - _EVEN)


def _may_stand_alone(scene: Scene, odds: Mapping[int, Odds], one: Candidate) -> bool:
    part, first = one.elements[0].part, one.hit.first
    if part is Part.KUNYA or one.called:
        return True
    if part is Part.NATION or one.hit.stem.prefix not in ("", "و"):
        return False
    if part is Part.UNKNOWN and definite(one.hit.stem.norm) and (first not in odds or odds[first].person < _FIRM):
        return False
    likely = first in odds and odds[first].person > SURE
    if one.role is None:
        return likely and part is Part.GIVEN and _is_mention(scene, first - 1)
    return _is_personal(one) or (likely and part is not Part.UNKNOWN)


def _doubt(scene: Scene, marks: Marks, one: Candidate) -> float:
    """Without a title: where the name begins like another word or is a place."""
    part, hit = one.elements[0].part, one.hit
    sure = part is Part.GIVEN and len(hit.stem.norm) > _SHORT
    told = (
        (_PLACE, hit.first in marks.places),
        (_ORDINARY, part is Part.EITHER and is_ordinary(hit.stem.norm)),
        (_WHOLE_WORD, bool(hit.stem.prefix) and not sure and is_ordinary(scene.norms[hit.first])),
        (_ARTICLE, definite(hit.stem.norm) and part is not Part.KUNYA),
    )
    return sum(weight for weight, holds in told if holds)
