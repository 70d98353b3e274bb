"""A sequence model as evidence for names that no list and no rule knows: odds of each word, by the page's engine."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from tawthiq.extract.entities.engines import crf, encoder
from tawthiq.extract.entities.engines.odds import Odds, Reader
from tawthiq.extract.entities.scene import Scene
from tawthiq.model import Engine

__all__ = ["Odds", "odds", "place_odds"]

_READERS: Mapping[Engine, Reader] = {Engine.FAST: crf.read, Engine.ACCURATE: encoder.read}


@lru_cache(maxsize=8)
def odds(scene: Scene) -> Mapping[int, Odds]:
    """Odds of each token that is not plainly outside of all names, by its index on the page."""
    read = _READERS[scene.page.engine]
    found: dict[int, Odds] = {}
    for sentence in scene.page.sentences:
        held = range(sentence.first, sentence.last)
        told = read([scene.tokens[at].text for at in held], [scene.norms[at] for at in held])
        found.update((at, chances) for at, chances in zip(held, told, strict=True) if chances)
    return found


def place_odds(scene: Scene) -> Mapping[int, float]:
    return {at: chance.place for at, chance in odds(scene).items()}
