"""Places: names of the gazetteer, what follows a head (بلدة جلين), sites with their head (مشفى نوى), regions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache, partial

from tawthiq.extract.entities import gazetteer
from tawthiq.extract.entities.leading import led
from tawthiq.extract.entities.lexicon import (
    definite,
    family_names,
    given_names,
    is_ordinary,
    place_heads,
    titles,
    words,
)
from tawthiq.extract.entities.merging import absorb_short, absorb_sites, merge
from tawthiq.extract.entities.place_heads import headed, turned
from tawthiq.extract.entities.resolving import resolved
from tawthiq.extract.entities.scene import Hit, Scene, scene_of, stems
from tawthiq.extract.entities.sequence import Kind, place_odds
from tawthiq.extract.facts import Named, Reading
from tawthiq.extract.page import Page
from tawthiq.model import Span

_SURE, _HINT = 0.4, 0.1


@dataclass(frozen=True, slots=True)
class PlaceHit:
    hit: Hit
    kind: str | None = None
    entry: str | None = None


def read_places(page: Page, found: Reading) -> Reading:
    """Adds the places that the page names outside of the names of groups and persons found before."""
    scene = scene_of(page)
    taken = [span for one in found.groups for span in one.mentions]
    taken += [span for person in found.persons for span in person.mentions]
    named = [Named(scene.phrase(h.hit), h.entry, h.kind) for h in find_places(scene, taken)]
    return replace(found, places=absorb_short(resolved(scene, absorb_sites(merge(named)))))


def find_places(scene: Scene, taken: Sequence[Span] = ()) -> list[PlaceHit]:
    """Places in order; the ends of a road stand beside the road."""
    closed = {at for span in taken for at in scene.page.token_range(span)}
    odds = place_odds(scene)
    announced = list(_announced(scene, closed, frozenset(at for at, chance in odds.items() if chance > _HINT)))
    held = {at for one in announced for at in range(one.hit.first, one.hit.last)}
    told = frozenset(_name(scene, one.hit) for one in announced)
    known = list(_known(scene, closed | held, told))
    told |= {one.hit.stem.norm for one in known if one.hit.stem.norm in gazetteer.places()}
    known = list(_known(scene, closed | held, told))
    held |= {at for one in known for at in range(one.hit.first, one.hit.last)}
    guessed = _guessed(scene, closed | held, odds)
    return led(scene, Kind.PLACE, [*announced, *known, *guessed], partial(_told, scene))


def _told(scene: Scene, hit: Hit, other: PlaceHit | None) -> PlaceHit:
    """A name of the engine, with the kind of its head or of what a rule found there."""
    heads = (hit.stem.norm, scene.norm(hit.first - 1))
    kind = next((place_heads()[norm][0] for norm in heads if norm in place_heads()), None)
    return PlaceHit(hit, kind or (other.kind if other else None), _entry(scene, hit))


def _guessed(scene: Scene, closed: set[int], odds: Mapping[int, float]) -> Iterator[PlaceHit]:
    """Names that no list knows, behind a preposition, where the sequence model is sure of a place."""
    for at, chance in odds.items():
        if chance < _SURE or at in closed or not scene.word(at) or is_ordinary(scene.norms[at]):
            continue
        whole = scene.stems(at)[0]
        led = scene.norm(scene.before(at)) in words("strong_at")
        stem = whole if led else next((s for s in scene.stems(at) if s.prefix in ("ب", "وب")), whole)
        if len(stem.norm) > 3 and _at_place(scene, Hit(at, at + 1, stem)):
            yield PlaceHit(Hit(at, at + 1, stem))


def _name(scene: Scene, hit: Hit) -> str:
    return " ".join([hit.stem.norm, *scene.norms[hit.first + 1 : hit.last]])


def _announced(scene: Scene, closed: set[int], sure: frozenset[int]) -> Iterator[PlaceHit]:
    done = 0
    for at in range(len(scene.tokens)):
        if not scene.word(at) or at in closed or at < done:
            continue
        for hit, kind in list(headed(scene, at, sure)):
            if closed.isdisjoint(range(hit.first, hit.last)):
                yield PlaceHit(hit, kind, _entry(scene, hit))
                done = max(done, hit.last)


def _entry(scene: Scene, hit: Hit) -> str | None:
    """The usual entry of the name, an adjective at its end left off where only then it is known (معبر نصيب الحدودي)."""
    found = gazetteer.places().longest(hit.stem.norm, scene.norms[hit.first + 1 : hit.last])
    rest = scene.norms[hit.first + found[0] : hit.last] if found else ()
    known = found and (not rest or (found[0] > 1 and all(norm in words("epithet") for norm in rest)))
    return gazetteer.best(found[1]).id if found and known else None


def _known(scene: Scene, closed: set[int], told: frozenset[str]) -> Iterator[PlaceHit]:
    at = 0
    while at < len(scene.tokens):
        best = _known_at(scene, at, told) if at not in closed and scene.word(at) else None
        if best is None or not closed.isdisjoint(range(best.hit.first, best.hit.last)):
            at += 1
            continue
        yield best
        at = best.hit.last


@lru_cache(maxsize=65536)
def _forms(norm: str) -> frozenset[str]:
    return frozenset(stem.norm for stem in stems(norm))


@lru_cache(maxsize=65536)
def _begins_name(norm: str) -> bool:
    """Whether a place of the gazetteer begins with the word; most words begin none, and are asked twice a page."""
    return any(gazetteer.places().begun(form) for form in _forms(norm))


def _known_at(scene: Scene, at: int, told: frozenset[str]) -> PlaceHit | None:
    if not _begins_name(scene.norms[at]) and told.isdisjoint(_forms(scene.norms[at])):
        return None
    for stem in scene.stems(at):
        found = gazetteer.places().longest(stem.norm, scene.rest(at))
        recurs = stem.norm in told and _may_recur(scene, Hit(at, at + 1, stem))
        if recurs and (found is None or found[0] == 1):
            return PlaceHit(turned(scene, Hit(at, at + 1, stem)), None, gazetteer.best(found[1]).id if found else None)
        if found is None:
            continue
        width, entries = found
        entry = gazetteer.best(entries)
        if width > 1 and stem.norm in words("compass") and not _is_province(scene, at, entry):
            continue
        hit = Hit(at, at + width, stem)
        if _supported(scene, hit, entry, told):
            return PlaceHit(turned(scene, hit), entry.kind, entry.id)
    return None


def _is_province(scene: Scene, at: int, entry: gazetteer.Entry) -> bool:
    """شمال سيناء, not the north of a country."""
    found = gazetteer.places().longest(scene.norm(at + 1), ())
    return entry.kind == "governorate" and not (found and gazetteer.best(found[1]).kind == "country")


def _may_recur(scene: Scene, hit: Hit) -> bool:
    """A name that a head announced elsewhere counts again, behind a preposition if the word is ordinary."""
    return hit.stem.norm not in words("no_place") and (not is_ordinary(hit.stem.norm) or _at_place(scene, hit))


def _at_place(scene: Scene, hit: Hit) -> bool:
    return hit.stem.prefix.endswith("ب") or scene.norm(scene.before(hit.first)) in words("strong_at")


_GREAT = frozenset({"country", "capital", "governorate", "city"})


def _supported(scene: Scene, hit: Hit, entry: gazetteer.Entry, told: frozenset[str]) -> bool:
    if _is_no_name(scene, hit) or scene.norm(hit.first - 1) in words("prayer") or _in_tag(scene, hit):
        return False
    if hit.last - hit.first > 1:
        return not entry.common or _at_place(scene, hit) or _listed(scene, hit)
    if hit.stem.prefix and not _plainly_stripped(scene, hit, entry):
        return False
    if len(hit.stem.norm) < 3:
        return False
    if not entry.common and (entry.kind in _GREAT or entry.country == "SY" or not is_ordinary(hit.stem.norm)):
        return True
    personal = hit.stem.norm in family_names() or hit.stem.norm in given_names()
    ordinary = is_ordinary(hit.stem.norm) and entry.kind not in _GREAT
    ordinary |= personal and entry.kind not in ("country", "capital")
    return (_at_place(scene, hit) or _listed(scene, hit)) and (not ordinary or _is_located(scene, hit.last))


def _is_located(scene: Scene, at: int) -> bool:
    """Behind the name it is said where the place lies: بريف درعا, شرقي حمص."""
    there = scene.norm(at)
    if there in words("lies") or (there[:1] == "ب" and there[1:] in words("region_head")):
        return _is_great(scene.norm(at + 1))
    return False


def _is_great(norm: str) -> bool:
    found = gazetteer.places().longest(norm, ())
    return found is not None and any(entry.kind in _GREAT for entry in found[1])


def _in_tag(scene: Scene, hit: Hit) -> bool:
    """A word of a longer hashtag (#سوريا_اليوم)."""
    text = scene.page.text
    first, last = scene.tokens[hit.first].start, scene.tokens[hit.last - 1].end
    return text[last : last + 1] == "_" or (first > 0 and text[first - 1] == "_")


def _is_no_name(scene: Scene, hit: Hit) -> bool:
    """Heads alone, an adverb in ـًا, and words that are also a town far away."""
    if hit.last - hit.first > 1:
        return False
    norm = hit.stem.norm
    heads = norm in place_heads() or norm.removeprefix("ال") in place_heads() or norm in words("no_place")
    return heads or norm in words("generic") or norm in words("never_name") or "ً" in scene.tokens[hit.first].text


def _listed(scene: Scene, hit: Hit) -> bool:
    """Behind "and" and another name of a place (كركوك وصلاح الدين)."""
    if hit.stem.prefix != "و" or not scene.word(hit.first - 1):
        return False
    return any(stem.norm in gazetteer.places() for stem in scene.stems(hit.first - 1))


def _plainly_stripped(scene: Scene, hit: Hit, entry: gazetteer.Entry) -> bool:
    """Whether the particles were rightly taken off: not where the whole word is a word in its own right."""
    whole = scene.norms[hit.first]
    if entry.kind in _GREAT or entry.country == "SY":
        return len(hit.stem.norm) > 2 and titles().longest(whole, ()) is None
    return len(hit.stem.norm) > 3 and (not is_ordinary(whole) or definite(hit.stem.norm))
