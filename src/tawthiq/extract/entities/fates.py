"""What became of somebody, by the words next to the name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from tawthiq.extract.entities.lexicon import norm_of, words
from tawthiq.extract.entities.mentions import Mention
from tawthiq.extract.entities.scene import Hit, Scene
from tawthiq.model import Fate, Span
from tawthiq.text.tables import table

_BEFORE, _AFTER, _WIDE = 6, 8, 40
_ENDS = frozenset({".", "\n", "؛", "؟", "!", ":"})


@dataclass(frozen=True, slots=True)
class Told:
    """A fate, the word that tells it, and how many words stand between it and the name."""

    fate: Fate
    span: Span
    far: int


@cache
def _fate_words(side: str) -> Mapping[str, Fate]:
    rows = (row for row in table("lexicon/fates.tsv") if row["side"] in (side, "both"))
    return {_key(form): Fate(row["fate"]) for row in rows for form in row["forms"].split("|")}


def _key(form: str) -> str:
    return " ".join(map(norm_of, form.split()))


def fates_of(scene: Scene, mentions: Sequence[Mention], tails: Mapping[Hit, int]) -> dict[Hit, Told]:
    """The fate told at each mention; in a list one fate holds for all that follow it."""
    taken = {at for m in mentions for at in range(m.hit.first, m.hit.last)}
    taken |= {at for m in mentions if m.role for at in range(m.role.hit.first, m.hit.first)}
    found: dict[Hit, Told] = {}
    before: Mention | None = None
    for mention in mentions:
        told = _near(scene, mention, tails[mention.hit], taken)
        if mention.listed and before and before.hit in found and (told is None or told.far > 1):
            told = found[before.hit]
        if told:
            found[mention.hit] = told
        before = mention
    return found


def _near(scene: Scene, mention: Mention, tail: int, taken: set[int]) -> Told | None:
    """The nearest word of fate: before the role or the name, or behind `tail`."""
    first = mention.role.hit.first if mention.role else mention.hit.first
    speaks = any(stem.norm in words("speech") for stem in scene.stems(first - 1))
    among = scene.norm(scene.before(first)) in words("among")
    found = [*_look(scene, range(first - 1, -1, -1), "before", taken, _WIDE if among else _BEFORE)]
    if not speaks:
        found += _look(scene, range(tail, len(scene.tokens)), "after", taken, _AFTER)
    return min(found, key=lambda told: told.far, default=None)


def _look(scene: Scene, places: range, side: str, taken: set[int], reach: int) -> Iterator[Told]:
    known = _fate_words(side)
    far = 0
    for at in places:
        if scene.norm(at) in _ENDS or far > reach or scene.norm(at) in words("says_that"):
            return
        if not scene.word(at) or at in taken:
            if side == "after" and at in taken:
                return
            continue
        fate = _fate_at(scene, at, known)
        if fate is not None:
            yield Told(fate, scene.tokens[at].span, far)
            return
        far += 1


def _fate_at(scene: Scene, at: int, known: Mapping[str, Fate]) -> Fate | None:
    pair = f"{scene.norms[at]} {scene.norm(at + 1)}"
    return known.get(pair) or next((known[stem.norm] for stem in scene.stems(at) if stem.norm in known), None)
