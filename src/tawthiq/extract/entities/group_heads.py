"""Heads of groups and what completes them: وزارة الدفاع السورية, لواء المشاة, مجموعة محسن الهيمد, قناة «سما»."""

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
    titles,
    verbal,
    words,
)
from tawthiq.extract.entities.scene import Hit, Scene, Stem

_PURPOSE_KINDS = frozenset({"media", "monitor", "civil_body", "international"})
_MAX_CHAIN = 2
_MAX_ADJECTIVES = 3


def headed(scene: Scene, at: int) -> Iterator[tuple[Hit, str]]:
    """The group that the head at this token announces, if it does, with its kind."""
    for stem in scene.stems(at):
        for norm in (stem.norm, bare(stem.norm)):
            known = group_heads().get(norm)
            if known is None or norm in words("not_group"):
                continue
            if norm in words("sent_by") and _is_sent(scene, at + 1):
                return
            kind, in_name = known
            hit = _completed(scene, at, stem, norm, in_name)
            if hit is not None:
                yield hit, kind
            return


def _is_sent(scene: Scene, at: int) -> bool:
    """A body of its own behind a word for its people (فرق | الدفاع المدني, قوات | أميصوم)."""
    found = gazetteer.groups().longest(scene.norm(at), scene.rest(at))
    return found is not None and not gazetteer.best(found[1]).common


def _completed(scene: Scene, at: int, stem: Stem, head: str, in_name: bool) -> Hit | None:
    quotation = _quoted_end(scene, at + 1)
    if quotation is not None:
        begin, end = quotation
        if stem.norm != head and _is_saying(scene.norms[begin]):
            return None
        return Hit(begin, end, Stem(scene.norms[begin])) if not _is_name_of_person(scene, begin) else None
    if head in words("listed_only"):
        return _at_place(scene, at, stem) if stem.norm == head else None
    if not in_name and bare(scene.norm(at + 1)) in group_heads():
        return None
    weak = head in words("weak_head")
    last = _definite(scene, at, head, weak) if stem.norm != head else _construct(scene, at, head, weak)
    if last is None:
        return None
    if in_name or stem.norm != head or last == at + 1:
        return Hit(at, last, stem)
    return Hit(at + 1, last, Stem(scene.norms[at + 1]))


def _at_place(scene: Scene, at: int, stem: Stem) -> Hit | None:
    """مركز درعا الإعلامي: a head that counts only with a place and an adjective of its own."""
    place = gazetteer.places().longest(scene.norm(at + 1), scene.rest(at + 1))
    if place is None or not scene.word(at + 1):
        return None
    end = at + 1 + place[0]
    last = _adjectives(scene, end)
    told = scene.norms[end:last]
    return Hit(at, last, stem) if told and words("direction").isdisjoint(told) else None


def _quoted_end(scene: Scene, at: int) -> tuple[int, int] | None:
    """Quotation marks right behind the head, an adjective or two between them passed over."""
    if at + 1 in scene.quoted:
        return at + 1, scene.quoted[at + 1]
    return None


def _is_saying(norm: str) -> bool:
    """A first word that begins quoted words rather than a name, behind a head with ال (الأجهزة «أحبطت عمليات»)."""
    return not definite(norm) and (is_ordinary(norm) or verbal(norm) or norm.endswith(("ه", "ت")))


def _is_name_of_person(scene: Scene, at: int) -> bool:
    return scene.norm(at) in ("ابو", "ام")


def _definite(scene: Scene, at: int, head: str, weak: bool) -> int | None:
    """الجيش الوطني السوري, الفرقة 30, المحكمة العليا: a head with ال and its adjectives."""
    if scene.norm(at + 1).isdigit() and not weak:
        return at + 2
    last = _adjectives(scene, at + 1)
    if last == at + 1:
        return None
    told = scene.norms[at + 1 : last]
    if any(norm in nationalities() for norm in told):
        return None if _is_rank(scene, at, head, told) else last
    served = _purpose(scene, last, group_heads()[head][0])
    if (set(told) <= words("alone_no") and served == last) or (weak and head not in words("adjective_head")):
        return None
    return served


def _is_rank(scene: Scene, at: int, head: str, told: list[str]) -> bool:
    """اللواء التركي, الفريق السوداني: a general and his family name."""
    return len(told) == 1 and stem_is_rank(scene, at) and head in ("لواء", "فريق")


def stem_is_rank(scene: Scene, at: int) -> bool:
    return any(titles().longest(stem.norm, ()) for stem in scene.stems(at))


def _adjectives(scene: Scene, at: int) -> int:
    """The end of the adjectives with ال that begin here and belong to a name."""
    end = at
    while end < at + _MAX_ADJECTIVES and scene.word(end) and _names(scene.norms[end]):
        end += 1
    return end


def _names(norm: str) -> bool:
    if norm in nationalities() and definite(norm):
        return True
    if not definite(norm) or any(norm in words(role) for role in ("plain_adjective", "never_name")) or _is_one(norm):
        return False
    return norm.endswith(("ي", "يه")) or norm in words("naming_adjective")


def _construct(scene: Scene, at: int, head: str, weak: bool) -> int | None:
    """وزارة الدفاع السورية, هيئة تحرير الشام, مجموعة محسن الهيمد: a head in construct with a noun or a name."""
    kind = group_heads()[head][0]
    begin = at + 1
    for end in range(begin, begin + _MAX_CHAIN + 1):
        if not scene.word(end):
            return None
        done = _closed(scene, end, head, chained=end > begin)
        if done is not None:
            return _purpose(scene, done, kind)
        if not _chains(scene, end):
            return None
    return None


def _chains(scene: Scene, at: int) -> bool:
    norm = scene.norms[at]
    if definite(norm) or norm in words("never_name") or norm in words("counted") or norm.endswith("يه") or verbal(norm):
        return False
    if any(stem.prefix and stem.norm in place_heads() for stem in scene.stems(at)):
        return False
    return is_ordinary(norm) and scene.word(at + 1)


def _closed(scene: Scene, at: int, head: str, chained: bool) -> int | None:
    """The end of the name where this word closes it: another group, a place, a person, a word with ال."""
    norm = scene.norms[at]
    weak = head in words("weak_head")
    if any(norm in words(role) for role in ("never_name", "counted", "group_generic")):
        return None
    group = gazetteer.groups().longest(norm, scene.rest(at))
    if group and head not in words("body_of"):
        return None
    if group and (group[0] > 1 or not definite(norm)):
        return _adjectives(scene, at + group[0])
    place = gazetteer.places().longest(norm, scene.rest(at))
    if place and len(norm) > 2 and not (place[1][0].common and weak):
        return _adjectives(scene, at + place[0])
    if _is_person(norm):
        return _person(scene, at) if head in words("person_head") else None
    if definite(norm) and norm not in words("plain_adjective") and not _is_one(norm):
        return _nouns(scene, at, weak, chained)
    if is_ordinary(norm) or norm[0] in "وفبلك":
        return None
    if norm.endswith(("ي", "و")) and definite(scene.norm(at + 1)):
        return _nouns(scene, at + 1, weak, chained=True)
    return None if weak else at + 1


def _is_person(norm: str) -> bool:
    return not given_names().get(norm, True) or (norm in family_names() and not is_ordinary(norm))


def _is_one(norm: str) -> bool:
    """The title of a single person (العقيد), which begins a name of its own."""
    found = titles().longest(norm, ())
    return found is not None and all(entry.country == "singular" for entry in found[1])


def _nouns(scene: Scene, at: int, weak: bool, chained: bool) -> int | None:
    end = at + 1
    joined = scene.norm(end)
    if joined.startswith("وال") and joined[1:] in words("joint"):
        end = at + 2
    last = _adjectives(scene, end)
    national = any(norm in nationalities() for norm in scene.norms[end:last])
    return last if not weak or chained or national or last > at + 1 else None


def _person(scene: Scene, at: int) -> int:
    end = at + 1
    while end < at + 3 and scene.word(end) and _in_name(scene.norms[end]):
        end += 1
    return end


def _in_name(norm: str) -> bool:
    return norm in given_names() or norm in family_names() or not is_ordinary(norm)


def _purpose(scene: Scene, at: int, kind: str) -> int:
    """The end with what a body is for, where that is said with ل: لحقوق الإنسان, للأنباء, لكرة القدم."""
    norm = scene.norm(at)
    if not scene.word(at) or norm[:1] != "ل" or (kind not in _PURPOSE_KINDS and norm[1:] not in words("any_purpose")):
        return at
    if norm.startswith("لل"):
        return _adjectives(scene, at + 1) if norm[2:] in words("purpose") else at
    return at + 2 if definite(scene.norm(at + 1)) and norm[1:] in words("purpose") else at
