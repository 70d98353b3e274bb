"""The grammar of personal names: given names, nasab (بن), kunyas (أبو), names in construct (عبد الله), families."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from types import MappingProxyType

from tawthiq.extract.entities import gazetteer
from tawthiq.extract.entities.lexicon import (
    compound_names,
    definite,
    family_names,
    given_names,
    group_heads,
    is_ordinary,
    nationalities,
    place_heads,
    titles,
    verbal,
    words,
)
from tawthiq.extract.entities.scene import Scene, Stem
from tawthiq.extract.entities.sequence import Name, Odds

_FATHER, _MOTHER, _SERVANT, _HOUSE = "ابو", "ام", "عبد", "ال"
_SONS = frozenset({"بن", "ابن", "بنت"})
_MAX_PARTS = 6
_MIN_JOINED_KUNYA = 6


class Part(StrEnum):
    """What one element of a name is; the order is that of how well it tells a name."""

    KUNYA = "kunya"
    NASAB = "nasab"
    GIVEN = "given"
    FAMILY = "family"
    EITHER = "either"
    NATION = "nation"
    UNKNOWN = "unknown"
    ORDINARY = "ordinary"


@dataclass(frozen=True, slots=True)
class Element:
    """Tokens first..last (exclusive) of a name."""

    first: int
    last: int
    part: Part


def parse_name(
    scene: Scene,
    at: int,
    first: str,
    closed: frozenset[int] = frozenset(),
    called: bool = False,
    odds: Mapping[int, Odds] = MappingProxyType({}),
) -> tuple[Element, ...]:
    """The elements of the name that can begin here, the first word read as `first`; empty where none can.

    `called`: the words before say that a name follows, so that an ordinary word can be one. `odds`: what the sequence
    model holds likely decides on words that no list knows.
    """
    elements: list[Element] = []
    norm = first
    if called and at not in closed and word_part(norm) is None and _can_be_called(scene, at, norm):
        elements.append(Element(at, at + 1, Part.EITHER))
        at, norm = at + 1, scene.norm(at + 1)
    while scene.word(at) and at not in closed and len(elements) < _MAX_PARTS:
        element = _element(scene, at, norm, elements) or _likely(scene, at, norm, odds)
        if element is None or (elements and _unlikely(scene, element, elements, odds)):
            break
        if not closed.isdisjoint(range(element.first, element.last)):
            break
        elements.append(element)
        at = element.last
        norm = scene.norm(at)
    return tuple(elements)


def elements_in(scene: Scene, name: Name, stem: Stem, odds: Mapping[int, Odds]) -> tuple[Element, ...]:
    """The elements of a name whose bounds are known; words that the grammar does not reach stand each for itself."""
    found = [e for e in parse_name(scene, name.first, stem.norm, odds=odds) if e.last <= name.last]
    end = found[-1].last if found else name.first
    return (*found, *(Element(at, at + 1, Part.UNKNOWN) for at in range(end, name.last)))


def _can_be_called(scene: Scene, at: int, norm: str) -> bool:
    if norm in words("alias_link") or norm in words("never_name") or verbal(norm) or len(norm) < 3:
        return False
    hidden = [stem.norm for stem in scene.stems(at) if stem.prefix and len(stem.norm) > 2]
    if any(is_ordinary(stem) or stem == _FATHER or word_part(stem) is Part.GIVEN for stem in hidden):
        return False
    return not scene.word(at + 1) or word_part(scene.norms[at + 1]) is not None


_SURE, _DOUBTED, _PLAIN = 0.5, 0.05, 0.8


def _likely(scene: Scene, at: int, norm: str, odds: Mapping[int, Odds]) -> Element | None:
    """A word that only the sequence model takes for part of a name."""
    if (
        at not in odds
        or odds[at].person < _SURE
        or "ً" in scene.tokens[at].text
        or (norm[0] in "وف" and odds[at].inside < _SURE)
    ):
        return None
    if norm[0] in "وف" and (norm[1:] == _FATHER or (word_part(norm[1:]) or Part.UNKNOWN) is not Part.UNKNOWN):
        return None
    if (verbal(norm) and (norm[0] in "بل" or odds[at].person < _PLAIN)) or any(norm in words(r) for r in _CLOSED):
        return None
    return Element(at, at + 1, Part.UNKNOWN)


def _unlikely(scene: Scene, element: Element, before: Sequence[Element], odds: Mapping[int, Odds]) -> bool:
    """An unknown word behind a name that the sequence model leaves out, unless a sign or "and" ends the name there."""
    norm = scene.norms[element.first]
    if element.part is Part.UNKNOWN and definite(norm) and len(before) > 1 and odds:
        return element.first not in odds or odds[element.first].person < _DOUBTED
    if len(before) == 1 and (before[0].part is Part.GIVEN or not is_ordinary(norm)):
        return False
    if not scene.word(element.last) or scene.norms[element.last].startswith("و"):
        return False
    if element.part is not Part.UNKNOWN or definite(norm) or not odds:
        return False
    return element.first not in odds or odds[element.first].person < _DOUBTED


_CLOSED = ("never_name", "compass", "alias", "called", "plain_adjective", "no_name")


def _element(scene: Scene, at: int, norm: str, before: Sequence[Element]) -> Element | None:
    many = _of_many_words(scene, at, norm, before)
    if many:
        return many
    if before and (_begins_other(norm) or [e.part for e in before[-2:]] == [Part.KUNYA, Part.KUNYA]):
        return None
    if before and definite(norm) and _leads_on(scene, at, norm):
        return None
    part = _part_at(scene, at, norm, before)
    if part is Part.NATION:
        return Element(at, at + 1, part) if _takes_nation(before) else None
    if part is None or "ً" in scene.tokens[at].text:
        return None
    if part is Part.UNKNOWN and before and _is_place(scene, at):
        return None
    if part is Part.EITHER and before and not definite(norm) and titles().longest(norm, ()) and scene.word(at + 1):
        return None
    return Element(at, at + 1, part)


def _part_at(scene: Scene, at: int, norm: str, before: Sequence[Element]) -> Part | None:
    """What the word is by itself, or else by where it stands."""
    part = word_part(norm)
    if part in (None, Part.UNKNOWN) and not before and _has_father(scene, at, norm):
        return Part.EITHER
    if part is None and before and norm in family_names() and norm not in words("never_name"):
        return Part.EITHER
    return Part.ORDINARY if part is None and _may_be_family(scene, at, norm, before) else part


def _of_many_words(scene: Scene, at: int, norm: str, before: Sequence[Element]) -> Element | None:
    if norm in (_FATHER, _MOTHER):
        return _kunya(scene, at)
    led = before or norm == "ابن" or word_part(scene.norm(at + 1)) is Part.GIVEN
    if norm in _SONS and scene.word(at + 1) and led:
        inner = _element(scene, at + 1, scene.norms[at + 1], ())
        return Element(at, inner.last, Part.NASAB) if inner else Element(at, at + 2, Part.NASAB)
    if norm == _HOUSE and scene.word(at + 1):
        return Element(at, at + 2, Part.FAMILY)
    if norm == _SERVANT and scene.word(at + 1) and scene.norms[at + 1] not in words("never_name"):
        return Element(at, at + 2, Part.GIVEN)
    if norm == "شيخ" and before and definite(scene.norm(at + 1)):
        return Element(at, at + 2, Part.FAMILY)
    second = scene.norm(at + 1)
    if second in words("name_second") and not (is_ordinary(norm) and norm not in given_names()):
        return Element(at, at + 2, Part.GIVEN)
    found = compound_names().longest(norm, scene.rest(at))
    if found and not found[1][0].common:
        return Element(at, at + found[0], Part.GIVEN if "given" in found[1][0].kind else Part.FAMILY)
    return None


def _kunya(scene: Scene, at: int) -> Element | None:
    """أبو and the name behind it, which may be an ordinary word."""
    norm = scene.norm(at + 1)
    if not scene.word(at + 1) or norm in words("never_kunya"):
        return None
    known = gazetteer.places().longest(scene.norms[at], scene.rest(at))
    if known and norm not in given_names():
        return None
    if scene.norms[at] == _MOTHER and norm not in given_names():
        return None
    composed = norm == _SERVANT or scene.norm(at + 2) in words("name_second")
    many = _of_many_words(scene, at + 1, norm, ()) if composed else None
    return Element(at, many.last if many else at + 2, Part.KUNYA)


def _has_father(scene: Scene, at: int, norm: str) -> bool:
    """A word before بن and a given name: مقرب بن سعد."""
    closed = any(norm in words(role) for role in ("never_name", "called", "alias")) or definite(norm)
    return not closed and scene.norm(at + 1) in _SONS and word_part(scene.norm(at + 2)) is Part.GIVEN


def _begins_other(norm: str) -> bool:
    """A word behind a name that is rather "and", "by" or "to" with something else."""
    if norm in given_names() or norm in family_names():
        return norm[0] in "وف" and norm[1:] in given_names() and given_names().get(norm, True)
    return norm[0] == "و" or norm[:2] in ("لل", "فا") or (norm[0] in "بلف" and definite(norm[1:]))


def _takes_nation(before: Sequence[Element]) -> bool:
    """طلال الأردني, أبو قتادة التونسي: an adjective of a country is a family name right behind one given name."""
    return len(before) == 1 and before[0].part in (Part.GIVEN, Part.KUNYA)


def _leads_on(scene: Scene, at: int, norm: str) -> bool:
    """A title before another name, where a name ends: محمود الحلاق | الشيخ فادي."""
    return titles().longest(norm, ()) is not None and word_part(scene.norm(at + 1)) in (Part.GIVEN, Part.KUNYA)


def _may_be_family(scene: Scene, at: int, norm: str, before: Sequence[Element]) -> bool:
    """An ordinary word with ال behind one name, where the name must end: طليوش الشتات."""
    if len(before) != 1 or before[0].part not in (Part.GIVEN, Part.UNKNOWN) or not definite(norm):
        return False
    if norm in words("never_name") or norm in words("plain_adjective") or norm in words("alias"):
        return False
    after = scene.norm(at + 1)
    return not scene.word(at + 1) or after.startswith("و")


def _is_place(scene: Scene, at: int) -> bool:
    found = gazetteer.places().longest(scene.norms[at], scene.rest(at))
    return found is not None and not all(entry.common for entry in found[1]) and not definite(scene.norms[at])


@lru_cache(maxsize=65536)
def word_part(norm: str) -> Part | None:
    """What the word can be in a name, by itself; None for a word that is none."""
    if any(norm in words(role) for role in _CLOSED):
        return None
    if norm in words("sure_given"):
        return Part.GIVEN
    if norm in given_names():
        return Part.EITHER if given_names()[norm] or norm in words("no_given") else Part.GIVEN
    if norm.startswith("عبدال") and len(norm) > 7:
        return Part.GIVEN
    if norm in nationalities() and definite(norm):
        return Part.NATION
    if norm in group_heads() or norm in place_heads():
        return None
    if norm in family_names():
        return Part.EITHER if family_names()[norm] else Part.FAMILY
    if (
        norm.startswith(_FATHER)
        and len(norm) >= _MIN_JOINED_KUNYA
        and not is_ordinary(norm)
        and norm not in gazetteer.places()
    ):
        return Part.KUNYA
    return None if _is_word(norm) else Part.UNKNOWN


def _is_word(norm: str) -> bool:
    if len(norm) < 2 or not "\u0621" <= norm[0] <= "\u064a":
        return True
    if norm[:3] in ("وال", "بال", "فال", "كال") or norm.startswith("لل") or verbal(norm):
        return True
    return is_ordinary(norm) or titles().longest(norm, ()) is not None
