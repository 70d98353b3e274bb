"""What became of somebody, by the words next to the name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from tawthiq.extract.entities.mentions import Mention
from tawthiq.extract.entities.scene import Scene
from tawthiq.model import Fate, Span
from tawthiq.text.fold import fold_phrase
from tawthiq.text.tables import table

_BEFORE, _AFTER = 4, 6
_ENDS = frozenset({".", "\n", "؛", "؟", "!"})


@cache
def _fate_words(side: str) -> Mapping[str, Fate]:
    rows = (row for row in table("lexicon/fates.tsv") if row["side"] in (side, "both"))
    return {fold_phrase(form): Fate(row["fate"]) for row in rows for form in row["forms"].split("|")}


def fate_near(scene: Scene, mention: Mention, tail: int) -> tuple[Fate, Span, int] | None:
    """The nearest word of fate, where it stands and how far off: before the role or the name, or behind `tail`."""
    first = mention.role.hit.first if mention.role else mention.hit.first
    found = [*_look(scene, range(first - 1, max(first - _BEFORE - 1, -1), -1), "before")]
    found += _look(scene, range(tail, min(tail + _AFTER, len(scene.tokens))), "after")
    return min(found, key=lambda f: f[2], default=None)


def _look(scene: Scene, places: range, side: str) -> Iterator[tuple[Fate, Span, int]]:
    known = _fate_words(side)
    for far, at in enumerate(places):
        if scene.norm(at) in _ENDS:
            return
        if not scene.word(at):
            continue
        pair = f"{scene.norms[at]} {scene.norm(at + 1)}"
        fate = known.get(pair) or next((known[s.norm] for s in scene.stems(at) if s.norm in known), None)
        if fate is not None:
            yield fate, scene.tokens[at].span, far
            return
