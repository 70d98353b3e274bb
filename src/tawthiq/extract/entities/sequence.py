"""A conditional random field as evidence for names that no list and no rule knows; scripts/train_ner.py makes it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import as_file, files
from typing import Any

import pycrfsuite

from tawthiq.extract.entities.features import features
from tawthiq.extract.entities.scene import Scene

MODEL = "models/ner.crfsuite"
_CLASSES = ("PERS", "LOC", "ORG")
_OUTSIDE = 0.95


@dataclass(frozen=True, slots=True)
class Odds:
    """Chances, 0 to 1, that a token is of the name of a person, a place, a group; `inside`: goes on with a person's."""

    person: float
    place: float
    group: float
    inside: float


@cache
def _tagger() -> Any:
    tagger = pycrfsuite.Tagger()
    with as_file(files("tawthiq") / "data" / MODEL) as path:
        tagger.open(str(path))
    return tagger


def tag(norms: Sequence[str]) -> Sequence[str]:
    """The likeliest tags (B-PERS, I-LOC, O …) of the folded words of a sentence."""
    tags: Sequence[str] = _tagger().tag(features(norms))
    return tags


@lru_cache(maxsize=8)
def odds(scene: Scene) -> Mapping[int, Odds]:
    """Odds of each token that is not plainly outside of all names, by its index on the page."""
    found: dict[int, Odds] = {}
    for sentence in scene.page.sentences:
        found.update(_of_sentence(scene.norms, sentence.first, sentence.last))
    return found


def place_odds(scene: Scene) -> Mapping[int, float]:
    return {at: chance.place for at, chance in odds(scene).items()}


def _of_sentence(norms: Sequence[str], first: int, last: int) -> Mapping[int, Odds]:
    tagger = _tagger()
    tagger.set(pycrfsuite.ItemSequence(features(norms[first:last])))
    labels = set(tagger.labels())
    found = {}
    for at in range(last - first):
        if tagger.marginal("O", at) < _OUTSIDE:
            person, place, group = (_either(tagger, labels, kind, at) for kind in _CLASSES)
            found[first + at] = Odds(person, place, group, float(tagger.marginal("I-PERS", at)))
    return found


def _either(tagger: Any, labels: set[str], kind: str, at: int) -> float:
    return sum(float(tagger.marginal(tag, at)) for tag in (f"B-{kind}", f"I-{kind}") if tag in labels)
