"""Which place of the gazetteer a name means: by its head, by the other places of the report, by what is usual."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from math import cos, hypot, radians

from tawthiq.extract.entities import gazetteer
from tawthiq.extract.entities.gazetteer import Entry
from tawthiq.extract.entities.lexicon import place_heads
from tawthiq.extract.entities.scene import Scene
from tawthiq.extract.facts import Named
from tawthiq.text.fold import fold_phrase, fold_word
from tawthiq.text.tables import table

_PRIOR = {
    "country": 3.0, "capital": 2.5, "governorate": 2.2, "city": 2.0, "town": 1.4, "region": 1.4,
    "district": 0.8, "neighbourhood": 0.0,
}  # fmt: skip
_PLAIN, _SYRIA = 0.6, 0.5
_HEAD, _OTHER_HEAD = 3.0, -0.5
_SMALL, _GREAT, _OVERSHADOWED = frozenset({"neighbourhood", "landmark"}), frozenset({"country", "governorate"}), -6.0
_WIDE = frozenset({"country", "governorate", "region", "district"})
_HOLDS, _REGION, _COUNTRY, _NEAR, _FAR = 1.0, 1.5, 0.8, 1.0, 0.4
_BEST, _MEAN, _BESIDE, _TOKENS = 0.8, 0.6, 1.2, 8
_NEAR_KM, _FAR_KM, _KM = 40.0, 120.0, 111.2
_ROUNDS, _KEPT = 2, 6


@dataclass(frozen=True, slots=True)
class _Name:
    """A name of the report: what it can mean, the kinds that its heads mean, where it stands, in tokens."""

    options: tuple[Entry, ...]
    heads: frozenset[str]
    stands: tuple[int, ...]


def resolved(scene: Scene, named: Sequence[Named]) -> tuple[Named, ...]:
    """The places with the entry that the report likely means, and all others of the name as candidates."""
    names = [_name(scene, one) for one in named]
    chosen: list[Entry | None] = [gazetteer.best(name.options) if name.options else None for name in names]
    for _ in range(_ROUNDS):
        chosen = [_ranked(at, names, chosen)[0] if name.options else None for at, name in enumerate(names)]
    return tuple(_settled(one, _ranked(at, names, chosen)) for at, one in enumerate(named))


def _settled(one: Named, ranked: Sequence[Entry]) -> Named:
    """Options of a name's inside (درعا of ريف درعا) are no entries of its own."""
    if one.entry is None or not ranked:
        return one
    others = tuple(entry.id for entry in ranked[1 : _KEPT + 1])
    usual = one.kind in {entry.kind for entry in ranked}
    return replace(one, entry=ranked[0].id, kind=ranked[0].kind if usual else one.kind, candidates=others)


def _name(scene: Scene, one: Named) -> _Name:
    ranges = [scene.page.token_range(span) for span in one.mentions]
    heads = frozenset(kind for r in ranges for kind in _meant(scene, r.start))
    return _Name(_options(one), heads, tuple(r.start for r in ranges))


def _options(one: Named) -> tuple[Entry, ...]:
    """What the whole name can mean, or else what is inside of it."""
    norms = fold_phrase(one.name.text).split()
    for first in range(min(2, len(norms))):
        if first and norms[0] not in place_heads():
            break
        found = gazetteer.places().longest(norms[first], norms[first + 1 :])
        if found and (first or found[0] == len(norms) or one.entry):
            return tuple(found[1])
    return ()


def _meant(scene: Scene, at: int) -> Iterator[str]:
    """The kinds that a head right before the name, or at its beginning, announces."""
    before = scene.before(at)
    for place in (before, at):
        for stem in scene.stems(place) if place >= 0 else ():
            yield from _head_kinds().get(stem.norm, ())


@cache
def _head_kinds() -> Mapping[str, frozenset[str]]:
    rows = table("lexicon/place_head_kinds.tsv")
    return {fold_word(head): frozenset(row["kinds"].split("|")) for row in rows for head in row["heads"].split("|")}


def _ranked(at: int, names: Sequence[_Name], chosen: Sequence[Entry | None]) -> list[Entry]:
    """The options of one name, the likeliest first."""
    others = list(_others(at, names, chosen))
    return sorted(names[at].options, key=lambda entry: (-_worth(entry, names[at], others), entry.id))


def _others(at: int, names: Sequence[_Name], chosen: Sequence[Entry | None]) -> Iterator[tuple[int, Entry]]:
    """What the other names mean, with how many tokens stand between."""
    for other, entry in enumerate(chosen):
        if other != at and entry is not None:
            yield _apart(names[at], names[other]), entry


def _apart(one: _Name, other: _Name) -> int:
    return min(abs(here - there) for here in one.stands for there in other.stands)


def _worth(entry: Entry, name: _Name, others: Iterable[tuple[int, Entry]]) -> float:
    total = _PRIOR.get(entry.kind, _PLAIN) + (_SYRIA if entry.country == "SY" else 0.0)
    if entry.kind in _SMALL and not name.heads and any(other.kind in _GREAT for other in name.options):
        total += _OVERSHADOWED
    if name.heads:
        total += _HEAD if entry.kind in name.heads else _OTHER_HEAD
    ties = [(tie(entry, other), far) for far, other in others]
    if ties:
        total += _BEST * max(strength for strength, _ in ties)
        total += _MEAN * sum(strength for strength, _ in ties) / len(ties)
        total += _BESIDE * max((strength / (1 + far / 4) for strength, far in ties if far <= _TOKENS), default=0.0)
    return total


@cache
def tie(one: Entry, other: Entry) -> float:
    """How near two places are: one inside of the other, of one region, of one country, few kilometres apart."""
    if one.id == other.id:
        return 0.0
    mine, others = gazetteer.lineage(one.id), gazetteer.lineage(other.id)
    total = _HOLDS if one.id in others or other.id in mine else 0.0
    total += _REGION if _region(mine) and _region(mine) == _region(others) else 0.0
    total += _COUNTRY if one.country and one.country == other.country else 0.0
    apart = _kilometres(one, other)
    return total + (_NEAR if apart < _NEAR_KM else _FAR if apart < _FAR_KM else 0.0)


def _region(lineage: Sequence[str]) -> str | None:
    """What stands below the country."""
    return lineage[-2] if len(lineage) > 1 else None


def _kilometres(one: Entry, other: Entry) -> float:
    if one.spot is None or other.spot is None or one.kind in _WIDE or other.kind in _WIDE:
        return float("inf")
    north = one.spot[0] - other.spot[0]
    east = (one.spot[1] - other.spot[1]) * cos(radians(one.spot[0]))
    return _KM * hypot(north, east)
