"""A conditional random field over features of words; scripts/train_ner.py makes it."""

from __future__ import annotations

import gzip
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files
from typing import Any

import pycrfsuite

from tawthiq.extract.entities.engines.labels import LAYERS, LayerName
from tawthiq.extract.entities.engines.odds import OUTSIDE, Odds, Seen, Words
from tawthiq.extract.entities.features import NEWS, OWN, features

MODEL = "models/ner.crfsuite.gz"
_CLASSES = ("PERS", "LOC", "ORG")
_TAGS = {"per": "PERS", "loc": "LOC", "org": "ORG"}
_RULED_OUT = 0.999


@cache
def _model() -> bytes:
    """Kept for as long as the process runs, since the tagger reads from these very bytes."""
    return gzip.decompress((files("tawthiq") / "data" / MODEL).read_bytes())


@cache
def _tagger() -> Any:
    tagger = pycrfsuite.Tagger()
    tagger.open_inmemory(_model())
    return tagger


def tag(norms: Sequence[str]) -> Sequence[str]:
    """The likeliest tags (B-PERS, I-LOC, O …) of the folded words of a sentence."""
    tags: Sequence[str] = _tagger().tag(features(norms))
    return tags


def read(sentences: Sequence[Words]) -> Iterator[Seen]:
    """An engines.odds.Reader; of the words it sees the folded form alone."""
    for one in sentences:
        tagger = _set(one.norms, OWN)
        labels = set(tagger.labels())
        yield Seen([_at(tagger, labels, at) for at in range(len(one))])


def chances(norms: Sequence[str], layer: LayerName) -> list[list[float]]:
    """Chances [words, labels] of the labels of a layer of names, as the corpus that it stands for bounds them."""
    tagger = _set(norms, NEWS if layer is LayerName.NEWS else OWN)
    known = set(tagger.labels())
    named = [tag if tag in known else "" for tag in map(_tag, LAYERS[layer].labels)]
    return [_row(tagger, named, at) for at in range(len(norms))]


def _row(tagger: Any, tags: Sequence[str], at: int) -> list[float]:
    """Where a name is all but ruled out, the labels beside the first share what is left."""
    outside = float(tagger.marginal(tags[0], at))
    if outside > _RULED_OUT:
        return [outside, *([(1 - outside) / (len(tags) - 1)] * (len(tags) - 1))]
    return [outside, *(float(tagger.marginal(tag, at)) if tag else 0.0 for tag in tags[1:])]


def _tag(label: str) -> str:
    """B-per → B-PERS."""
    mark, _, kind = label.partition("-")
    return f"{mark}-{_TAGS.get(kind, kind)}" if kind else mark


def _set(norms: Sequence[str], register: str) -> Any:
    tagger = _tagger()
    tagger.set(pycrfsuite.ItemSequence(features(norms, register)))
    return tagger


def _at(tagger: Any, labels: set[str], at: int) -> Odds | None:
    if tagger.marginal("O", at) >= OUTSIDE:
        return None
    person, place, group = (_either(tagger, labels, kind, at) for kind in _CLASSES)
    return Odds(person, place, group, float(tagger.marginal("I-PERS", at)))


def _either(tagger: Any, labels: set[str], kind: str, at: int) -> float:
    return sum(float(tagger.marginal(tag, at)) for tag in (f"B-{kind}", f"I-{kind}") if tag in labels)
