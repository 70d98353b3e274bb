"""Groups that the sequence model alone sees: runs of words it is sure of, outside of those that lists tell."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from tawthiq.extract.entities.group_heads import stem_is_rank
from tawthiq.extract.entities.lexicon import (
    bare,
    definite,
    given_names,
    group_heads,
    is_ordinary,
    nationalities,
    titles,
    verbal,
    words,
)
from tawthiq.extract.entities.scene import Hit, Scene, Stem
from tawthiq.extract.entities.sequence import Odds

_SURE, _SURER, _HELD, _DROPPED = 0.85, 0.94, 0.5, 0.75
_TWO = 2
_MAX = 7


def told(scene: Scene, odds: Mapping[int, Odds], taken: set[int]) -> Iterator[Hit]:
    """Runs of free words that are likely a group's, with one at least that is almost surely so."""
    at = 0
    while at < len(scene.tokens):
        end = at
        while (
            end not in taken and _chance(scene, odds, end) > _HELD and not (end > at + 1 and _is_given(scene.norm(end)))
        ):
            end += 1
        while end > at + 1 and odds[end - 1].group < _DROPPED:
            end -= 1
        if at < end <= at + _MAX and _holds(scene, odds, at, end):
            yield _less_head(scene, Hit(at, end, _stem(scene, at)))
        at = max(end, at + 1)


def _is_given(norm: str) -> bool:
    """A given name and nothing else: whoever is named begins here."""
    return not given_names().get(norm, True)


def _chance(scene: Scene, odds: Mapping[int, Odds], at: int) -> float:
    return odds[at].group if at in odds and at < len(scene.tokens) else 0.0


def _holds(scene: Scene, odds: Mapping[int, Odds], at: int, end: int) -> bool:
    if not scene.word(at) or not scene.word(end - 1) or any(_is_one(norm) for norm in scene.norms[at + 1 : end]):
        return False
    chances = [odds[i].group for i in range(at, end)]
    heads = [bare(stem.norm) for stem in scene.stems(at) if bare(stem.norm) in group_heads()]
    if not heads:
        firsts = [stem.norm for stem in scene.stems(at)]
        return min(chances) > _SURER and not any(_is_no_name(norm) or _is_one(norm) for norm in firsts)
    if stem_is_rank(scene, at) and all(norm in nationalities() for norm in scene.norms[at + 1 : end]):
        return False
    if end - at < _TWO or max(chances) <= _SURE or _is_joined(scene.norm(at + 1)):
        return False
    if not words("weak_head").isdisjoint(heads):
        return any(_names(norm) and not is_ordinary(norm) for norm in scene.norms[at + 1 : end])
    return any(_names(scene.norms[i]) or odds[i].group > _SURER for i in range(at + 1, end))


def _is_joined(norm: str) -> bool:
    """Behind a preposition of its own (مركز لإرسال …)."""
    return norm[:1] in "لب" and is_ordinary(norm[1:])


def _names(norm: str) -> bool:
    """A word that makes a head the name of one body: neither an adjective of all such bodies nor an indefinite one."""
    generic = any(norm in words(role) for role in ("plain_adjective", "alone_no", "never_name", "group_generic"))
    plain = norm in nationalities() or (is_ordinary(norm) and not definite(norm))
    return not generic and not plain and not _vague(norm)


def _vague(norm: str) -> bool:
    return not definite(norm) and norm.endswith(("يه", "ي"))


def _is_no_name(norm: str) -> bool:
    return is_ordinary(norm) or verbal(norm) or norm in words("never_name")


def _is_one(norm: str) -> bool:
    """The title of a single person, which begins a name of its own."""
    found = titles().longest(norm, ()) or titles().longest(bare(norm), ())
    return found is not None and all(entry.country == "singular" for entry in found[1])


def _stem(scene: Scene, at: int) -> Stem:
    """The first word less a particle that a head or a known word stands behind."""
    stems = scene.stems(at)
    head = next((stem for stem in stems if bare(stem.norm) in group_heads()), None)
    return head or next((stem for stem in stems if stem.prefix and is_ordinary(stem.norm)), stems[0])


def _less_head(scene: Scene, hit: Hit) -> Hit:
    """The name without a generic head (تنظيم, وكالة)."""
    known = group_heads().get(hit.stem.norm)
    if known is None or known[1] or hit.last - hit.first < 2:
        return hit
    return Hit(hit.first + 1, hit.last, Stem(scene.norms[hit.first + 1]))
