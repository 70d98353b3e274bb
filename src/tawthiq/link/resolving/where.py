"""Places of an incident or a person in the hierarchy of the gazetteer, and how those of two reports agree."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from tawthiq.extract.entities.gazetteer import lineage
from tawthiq.extract.entities.office import names
from tawthiq.text.fold import fold_phrase
from tawthiq.text.tables import column

_RANKS = {"country": "country", "governorate": "region", "region": "region", "water": "region"}
_CITIES = {"city", "capital", "district", "subdistrict"}
_NEAR_KM, _FAR_KM = 12.0, 40.0
_DEGREE_KM = 111.2
_LEVELS = ("same_local", "same_city", "inside_city", "same_region", "near", "inside_region", "same_country",
           "inside_country", "around", "unplaced", "other", "far")  # fmt: skip
"""The best agreement first."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A place as one report names it; `ids` are the entries of the gazetteer that it may mean, the likeliest first."""

    label: str
    ids: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        return _bare(self.label)


@dataclass(frozen=True, slots=True)
class _Entry:
    kind: str
    at: tuple[float, float] | None


def specific(spots: Iterable[Spot]) -> tuple[Spot, ...]:
    """Those in which none of the others lies: of a town and its governorate, the town."""
    held = tuple(dict.fromkeys(spots))
    above = {id_ for spot in held for id_ in spot.ids[:1] for id_ in lineage(id_)[1:]}
    return tuple(spot for spot in held if not (spot.ids and spot.ids[0] in above))


def areas(spots: Iterable[Spot]) -> set[str]:
    """Keys of all that the places may mean or lie in, countries left out; of unknown places their words."""
    keys: set[str] = set()
    for spot in spots:
        keys.update(id_ for each in spot.ids for id_ in lineage(each) if rank(id_) != "country")
        keys.update(f"w:{word}" for word in spot.name.split() if len(word) > 2)
        if spot.ids and rank(spot.ids[0]) == "country":
            keys.add(spot.ids[0])
    return keys


def place_level(a: Sequence[Spot], b: Sequence[Spot]) -> str | None:
    """The best agreement between the most specific places of two sides; None where one names no place."""
    levels = {_level(one, other) for one in specific(a) for other in specific(b)}
    return next((level for level in _LEVELS if level in levels), None)


def rank(id_: str) -> str:
    """local, city, region or country."""
    kind = _entry(id_).kind
    return _RANKS.get(kind, "city" if kind in _CITIES else "local")


def _level(a: Spot, b: Spot) -> str:
    if a.name == b.name or not set(a.ids[:1]).isdisjoint(b.ids[:1]):
        return f"same_{rank(a.ids[0]) if a.ids else rank(b.ids[0]) if b.ids else 'local'}"
    for inner, outer in ((a, b), (b, a)):
        held = next((id_ for id_ in outer.ids if any(id_ in lineage(each) for each in inner.ids)), None)
        if held is not None:
            return f"inside_{'city' if rank(held) == 'local' else rank(held)}"
    if _part(a.name, b.name):
        return "inside_city"
    return _distance(a, b)


def _part(a: str, b: str) -> bool:
    """ "طريق صلخد" and "صلخد": the words of one stand in the other."""
    few, many = sorted((set(a.split()), set(b.split())), key=len)
    return bool(few) and few <= many


def _distance(a: Spot, b: Spot) -> str:
    if not (a.ids and b.ids):
        return "unplaced"
    one, other = _entry(a.ids[0]).at, _entry(b.ids[0]).at
    if one is None or other is None:
        return "other"
    east = (one[1] - other[1]) * math.cos(math.radians(one[0]))
    km = math.hypot(one[0] - other[0], east) * _DEGREE_KM
    return "near" if km < _NEAR_KM else "far" if km > _FAR_KM else "other"


@cache
def _bare(label: str) -> str:
    """The folded name without generic heads, the article of each word left off."""
    words = fold_phrase(label).split()
    kept = [word for word in words if word not in _heads()] or words
    return " ".join(word.removeprefix("ال") if len(word) > 4 else word for word in kept)


@cache
def _heads() -> frozenset[str]:
    plain = {fold_phrase(head) for head in column("lexicon/place_heads.tsv", "head")}
    return frozenset(plain | {f"ال{head}" for head in plain})


def _entry(id_: str) -> _Entry:
    return _entries().get(id_, _UNKNOWN)


_UNKNOWN = _Entry("", None)


@cache
def _entries() -> Mapping[str, _Entry]:
    return {
        row["id"]: _Entry(row["kind"], (float(row["latitude"]), float(row["longitude"])) if row["latitude"] else None)
        for row in names("places.tsv")
    }
