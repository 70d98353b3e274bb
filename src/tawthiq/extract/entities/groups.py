"""Groups: names of the gazetteer, heads with what completes them, names in quotation marks behind a head."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial

from tawthiq.extract.entities import gazetteer
from tawthiq.extract.entities.group_heads import headed
from tawthiq.extract.entities.leading import led
from tawthiq.extract.entities.lexicon import bare, definite, group_heads, nationalities, words
from tawthiq.extract.entities.merging import absorb, merge
from tawthiq.extract.entities.scene import Hit, Scene, Stem, scene_of
from tawthiq.extract.entities.sequence import Kind, odds
from tawthiq.extract.entities.told_groups import told
from tawthiq.extract.facts import Named, Reading
from tawthiq.extract.page import Page


@dataclass(frozen=True, slots=True)
class GroupHit:
    hit: Hit
    kind: str | None
    entry: str | None = None


def read_groups(page: Page, found: Reading) -> Reading:
    """Adds the groups that the page names."""
    scene = scene_of(page)
    named = [Named(scene.phrase(h.hit), h.entry, h.kind) for h in find_groups(scene)]
    return replace(found, groups=absorb(merge(named)))


def find_groups(scene: Scene) -> list[GroupHit]:
    """Non-overlapping names of groups in order, the longest where they compete."""
    hits: list[GroupHit] = []
    at = 0
    while at < len(scene.tokens):
        best = max(_at(scene, at), key=lambda h: (h.hit.last, h.entry is not None), default=None)
        if best is None:
            at += 1
        else:
            hits.append(best)
            at = best.hit.last
    taken = {at for one in hits for at in range(one.hit.first, one.hit.last)}
    hits += [GroupHit(hit, None, _entry(scene, hit)) for hit in told(scene, odds(scene), taken)]
    return led(scene, Kind.GROUP, sorted(hits, key=lambda one: one.hit.first), partial(_told, scene))


def _told(scene: Scene, hit: Hit, other: GroupHit | None) -> GroupHit:
    """A name of the engine, with the kind of its head or of what a rule found there."""
    kind = group_heads().get(bare(hit.stem.norm), (None, False))[0]
    return GroupHit(hit, kind or (other.kind if other else None), _entry(scene, hit))


def _at(scene: Scene, at: int) -> Iterator[GroupHit]:
    if not scene.word(at):
        return
    known = [h for h in _known(scene, at) if h.kind != "tribe"]
    yield from known
    yield from _quoted(scene, at)
    if scene.norm(at + 1) in words("media_tail"):
        stems = scene.stems(at)
        place = next((stem for stem in stems if stem.norm in gazetteer.places()), stems[0])
        yield GroupHit(Hit(at, at + 2, place), "media")
    for hit in _completed(scene, at):
        if not known or known[0].hit.last - at < 2 or _only_adjectives(scene, known[0].hit.last, hit.hit.last):
            yield hit


def _only_adjectives(scene: Scene, at: int, end: int) -> bool:
    """Whether a longer reading adds only adjectives of a country or of a name to a name of the gazetteer."""
    return all(norm in nationalities() or norm in words("naming_adjective") for norm in scene.norms[at:end])


def _known(scene: Scene, at: int) -> Iterator[GroupHit]:
    for stem in scene.stems(at):
        found = gazetteer.groups().longest(stem.norm, scene.rest(at))
        if found is None:
            continue
        width, entries = found
        entry = gazetteer.best(entries)
        if _is_possession(scene, at, stem.norm) or stem.norm in words("site"):
            return
        if _supported(scene, Hit(at, at + width, stem), entry.common):
            yield GroupHit(_less_head(scene, Hit(at, at + width, stem)), entry.kind, entry.id)
            return


def _less_head(scene: Scene, hit: Hit) -> Hit:
    """The name without a generic head, if what is left is a name as well (جماعة بوكو حرام)."""
    kept = group_heads().get(hit.stem.norm, (None, True))[1] and hit.stem.norm not in words("crew")
    if kept or hit.last - hit.first < 2:
        return hit
    rest = gazetteer.groups().longest(scene.norms[hit.first + 1], scene.norms[hit.first + 2 : hit.last])
    whole = rest is not None and rest[0] == hit.last - hit.first - 1
    return Hit(hit.first + 1, hit.last, Stem(scene.norms[hit.first + 1])) if whole else hit


def _is_possession(scene: Scene, at: int, norm: str) -> bool:
    """طائرات التحالف: the group's own name begins behind this word."""
    if norm not in words("possession"):
        return False
    return gazetteer.groups().longest(scene.norm(at + 1), scene.rest(at + 1)) is not None


def _quoted(scene: Scene, at: int) -> Iterator[GroupHit]:
    """«كتائب السهل»: a head inside of quotation marks; قائد «أسود الجبل»: a word of command before them."""
    end = scene.quoted.get(at)
    if end is None or not all(scene.word(i) or scene.tokens[i].is_number for i in range(at, end)):
        return
    head = bare(scene.norms[at])
    kind = group_heads().get(head, (None, False))[0]
    led = _is_led(scene, scene.before(at))
    if (kind and end - at > 1 and _is_named(scene, at + 1)) or (led and end - at < 4 and scene.norms[at] != "ابو"):
        yield GroupHit(Hit(at, end, Stem(scene.norms[at])), kind)


def _is_led(scene: Scene, at: int) -> bool:
    """Behind قائد, عناصر من, مصدر في."""
    if scene.norm(at) in ("في", "من"):
        at -= 1
    return any(stem.norm in words("group_lead") for stem in scene.stems(at))


def _is_named(scene: Scene, at: int) -> bool:
    """A name rather than an indefinite adjective (هيئة مدنية)."""
    norm = scene.norms[at]
    known = norm in gazetteer.places() or norm in gazetteer.groups()
    return definite(norm) or known or not norm.endswith(("ي", "ه"))


def _supported(scene: Scene, hit: Hit, common: bool) -> bool:
    """A name that is an ordinary word too counts only in quotation marks or right behind a head."""
    first, last = hit.first, hit.last
    single = last == first + 1
    if " ".join([hit.stem.norm, *scene.norms[first + 1 : last]]) in words("unless_headed"):
        common = True
    if single and hit.stem.prefix and len(hit.stem.norm) < 4:
        return False
    if single and hit.stem.prefix and scene.norms[first] in gazetteer.places():
        return False
    if not common:
        return True
    return scene.quoted.get(first) == last or _headed_by(scene, first)


def _headed_by(scene: Scene, at: int) -> bool:
    return any(stem.norm in group_heads() for stem in scene.stems(scene.before(at)))


def _completed(scene: Scene, at: int) -> Iterable[GroupHit]:
    return (GroupHit(hit, kind, _entry(scene, hit)) for hit, kind in headed(scene, at))


def _entry(scene: Scene, hit: Hit) -> str | None:
    found = gazetteer.groups().longest(hit.stem.norm, scene.norms[hit.first + 1 : hit.last])
    return gazetteer.best(found[1]).id if found and found[0] == hit.last - hit.first else None
