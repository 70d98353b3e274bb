"""Other names said right behind a name: محمود البردان "أبو مرشد", المعروف محلياً بـ «علي باش», المكنى أبا سيف."""

from __future__ import annotations

from tawthiq.extract.entities.lexicon import words
from tawthiq.extract.entities.names import Part, word_part
from tawthiq.extract.entities.roles import title_at
from tawthiq.extract.entities.scene import Hit, Scene

_REACH_TO_ALIAS = 9
_MAX_ALIAS = 4


def alias_at(scene: Scene, end: int, taken: set[int]) -> Hit | None:
    """The other name that follows here: in quotation marks or brackets at once, or behind "known as"."""
    begin = end + 1 if scene.norm(end) in ("،", "-", "(") else end
    if begin + 1 in scene.quoted and _free(begin + 1, scene.quoted[begin + 1], taken) and begin == end:
        return _whole(scene, begin + 1, scene.quoted[begin + 1])
    if scene.norm(end) == "(" and scene.norm(end + 1) == "ابو":
        return _plain(scene, end + 1, taken)
    if scene.norm(begin) not in words("alias"):
        return None
    for at in range(begin + 1, begin + _REACH_TO_ALIAS):
        if at in scene.quoted:
            return _whole(scene, at, scene.quoted[at]) if _free(at, scene.quoted[at], taken) else None
        if scene.norm(at) in (".", "\n", "،"):
            return None
        plain = _plain(scene, at, taken) if _links(scene, at - 1) or scene.norm(at).startswith("ب") else None
        if plain:
            return plain
    return None


def _links(scene: Scene, at: int) -> bool:
    return scene.norm(at) in ("ب", "باسم", "بلقب", "بكنيه")


def _free(first: int, last: int, taken: set[int]) -> bool:
    return taken.isdisjoint(range(first, last)) and last - first <= _MAX_ALIAS


def _whole(scene: Scene, first: int, last: int) -> Hit | None:
    stems = scene.stems(first)
    if title_at(scene, first) and scene.norms[first] != "ابو":
        return None
    return Hit(first, last, stems[0]) if stems else None


def _plain(scene: Scene, at: int, taken: set[int]) -> Hit | None:
    """A kunya without quotation marks, or one unknown word."""
    for stem in scene.stems(at):
        if stem.prefix not in ("", "ب") or at in taken:
            continue
        if stem.norm in ("ابو", "ابي", "ابا") and scene.word(at + 1):
            return Hit(at, at + 2, stem)
        if (stem.prefix == "ب" or _links(scene, at - 1)) and word_part(stem.norm) is Part.UNKNOWN:
            return Hit(at, at + 1, stem)
    return None
