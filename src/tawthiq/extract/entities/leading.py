"""Names that the engine tells as a whole and is sure of: they go before what lists and rules make of the same words."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Protocol, TypeVar

from tawthiq.extract.entities import gazetteer
from tawthiq.extract.entities.lexicon import bare, definite, group_heads, place_heads, words
from tawthiq.extract.entities.name_words import is_name
from tawthiq.extract.entities.scene import Hit, Scene, Stem
from tawthiq.extract.entities.sequence import Kind, Name, names, odds

SURE: Mapping[Kind, float] = {Kind.PERSON: 0.85, Kind.PLACE: 0.8, Kind.GROUP: 0.8}
"""Chance from which a name of the engine leads; tuned on the development split of the project's corpus."""

_DENIED: Mapping[Kind, float] = {Kind.PERSON: 0.05, Kind.PLACE: 0.05, Kind.GROUP: 0.05}
"""Chance, of the likeliest word, below which a name of the rules that no list holds is none."""

_CHANCE = {Kind.PERSON: "person", Kind.PLACE: "place", Kind.GROUP: "group"}


class Found(Protocol):
    """What a rule found: its tokens, and the entry of the gazetteer."""

    @property
    def hit(self) -> Hit: ...
    @property
    def entry(self) -> str | None: ...


F = TypeVar("F", bound=Found)


def led(scene: Scene, kind: Kind, found: Sequence[F], make: Callable[[Hit, F | None], F]) -> list[F]:
    """What rules found, put right by the names of the engine; all of it where the engine tells no names."""
    sure = sure_names(scene, kind)
    if not names_told(scene):
        return list(found)
    settled = [one for name in sure for one in _settled(scene, name, found, make)]
    others = [name for other in Kind if other is not kind for name in sure_names(scene, other)]
    kept = (one for one in found if not any(_meet(one.hit, name) for name in sure) and not _denied(scene, kind, one))
    kept = (one for one in kept if not any(_meet(one.hit, name) and not _holds(one.hit, name) for name in others))
    return sorted([*settled, *kept], key=lambda one: (one.hit.first, one.hit.last))


@lru_cache(maxsize=32)
def sure_names(scene: Scene, kind: Kind) -> tuple[Name, ...]:
    """Names that lead: the engine is sure of them, and they are no common noun."""
    return tuple(one for one in names(scene, kind) if one.chance >= SURE[kind] and is_name(scene, one))


def names_told(scene: Scene) -> bool:
    return any(names(scene, kind) for kind in Kind)


def _settled(scene: Scene, name: Name, found: Sequence[F], make: Callable[[Hit, F | None], F]) -> Iterator[F]:
    """What a rule found in the same bounds, or beside a road's ends; otherwise the name."""
    met = [one for one in found if _meet(one.hit, name)]
    same = [one for one in met if (one.hit.first, one.hit.last) == (name.first, name.last)]
    if same:
        yield from met if len(met) > 2 else same
    else:
        yield make(Hit(name.first, name.last, stem_of(scene, name)), met[0] if met else None)


def _meet(hit: Hit, name: Name) -> bool:
    return hit.first < name.last and name.first < hit.last


def _holds(hit: Hit, name: Name) -> bool:
    """The name is a part of what the rule found (مجموعة محسن الهيمد)."""
    return hit.first <= name.first and name.last <= hit.last and hit.last - hit.first > name.last - name.first


def _denied(scene: Scene, kind: Kind, one: Found) -> bool:
    told = odds(scene)
    chances = (getattr(told[at], _CHANCE[kind]) if at in told else 0.0 for at in range(one.hit.first, one.hit.last))
    return one.entry is None and max(chances) < _DENIED[kind]


def stem_of(scene: Scene, name: Name) -> Stem:
    """The first word of a place or group without the particles written to it: as a list knows it, or by what leads."""
    stems = scene.stems(name.first)
    if not stems:
        return Stem(scene.norms[name.first])
    known = next((stem for stem in stems if _known(scene, stem, name)), None)
    return known or _unknown(scene, stems, name)


def _known(scene: Scene, stem: Stem, name: Name) -> bool:
    rest = scene.norms[name.first + 1 : name.last]
    trie, heads = (
        (gazetteer.places(), place_heads()) if name.kind is Kind.PLACE else (gazetteer.groups(), group_heads())
    )
    return trie.longest(stem.norm, rest) is not None or stem.norm in heads or bare(stem.norm) in heads


def _unknown(scene: Scene, stems: Sequence[Stem], name: Name) -> Stem:
    """Behind a preposition or a head the whole word is the name's; else "in", "and", or "to" before the article go."""
    before = scene.norm(scene.before(name.first))
    if before in words("strong_at") or before in place_heads() or before in group_heads():
        return stems[0]
    goes = ("ب", "وب", "و") if name.kind is Kind.PLACE else ("و",)
    least = (stem for stem in stems if stem.prefix in goes or (stem.prefix and definite(stem.norm)))
    return next((stem for stem in least if len(stem.norm) > 2), stems[0])
