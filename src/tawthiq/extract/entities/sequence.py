"""A sequence model as evidence for names that no list and no rule knows: odds of each word, by the page's engine."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

from tawthiq.extract.entities.engines import both, crf
from tawthiq.extract.entities.engines.odds import Kind, Name, Odds, Reader, Seen, Words
from tawthiq.extract.entities.scene import Scene
from tawthiq.model import Engine

__all__ = ["Kind", "Name", "Odds", "names", "odds", "place_odds"]

_READERS: Mapping[Engine, Reader] = {Engine.FAST: crf.read, Engine.ACCURATE: both.read}


@lru_cache(maxsize=8)
def _seen(scene: Scene) -> Sequence[tuple[int, Seen]]:
    """The first token of each sentence, and what the engine holds of it."""
    bounds = [range(sentence.first, sentence.last) for sentence in scene.page.sentences]
    told = _READERS[scene.page.engine]([_words(scene, held) for held in bounds])
    return [(held.start, seen) for held, seen in zip(bounds, told, strict=True)]


@lru_cache(maxsize=8)
def odds(scene: Scene) -> Mapping[int, Odds]:
    """Odds of each token that is not plainly outside of all names, by its index on the page."""
    return {at: chance for first, seen in _seen(scene) for at, chance in enumerate(seen.odds, first) if chance}


def names(scene: Scene, kind: Kind) -> Sequence[Name]:
    """Names of the kind that the engine tells as a whole, as tokens of the page; of `fast` none."""
    return [
        Name(first + one.first, first + one.last, kind, one.chance)
        for first, seen in _seen(scene)
        for one in seen.names
        if one.kind is kind
    ]


def _words(scene: Scene, held: range) -> Words:
    return Words([scene.tokens[at].text for at in held], [scene.norms[at] for at in held])


def place_odds(scene: Scene) -> Mapping[int, float]:
    return {at: chance.place for at, chance in odds(scene).items()}
