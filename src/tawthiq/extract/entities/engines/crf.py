"""A conditional random field over features of words; scripts/train_ner.py makes it."""

from __future__ import annotations

import gzip
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import Any

import pycrfsuite

from tawthiq.extract.entities.engines.odds import OUTSIDE, Odds
from tawthiq.extract.entities.features import features

MODEL = "models/ner.crfsuite.gz"
_CLASSES = ("PERS", "LOC", "ORG")


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


def read(words: Sequence[str], norms: Sequence[str]) -> Sequence[Odds | None]:
    """An engines.odds.Reader; of the words it sees the folded form alone."""
    tagger = _tagger()
    tagger.set(pycrfsuite.ItemSequence(features(norms)))
    labels = set(tagger.labels())
    return [_at(tagger, labels, at) for at in range(len(norms))]


def _at(tagger: Any, labels: set[str], at: int) -> Odds | None:
    if tagger.marginal("O", at) >= OUTSIDE:
        return None
    person, place, group = (_either(tagger, labels, kind, at) for kind in _CLASSES)
    return Odds(person, place, group, float(tagger.marginal("I-PERS", at)))


def _either(tagger: Any, labels: set[str], kind: str, at: int) -> float:
    return sum(float(tagger.marginal(tag, at)) for tag in (f"B-{kind}", f"I-{kind}") if tag in labels)
