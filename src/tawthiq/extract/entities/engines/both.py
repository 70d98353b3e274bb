"""The engine `accurate`: what the encoder and the conditional random field hold of a word, weighed together.

Each sees what the other does not: the field the lists and the company of single words, the encoder the sense of all.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import exp, log

from tawthiq.extract.entities.engines import crf, encoder
from tawthiq.extract.entities.engines.decode import Stretch, best, marginals, stretches
from tawthiq.extract.entities.engines.labels import LAYERS, LayerName
from tawthiq.extract.entities.engines.odds import OUTSIDE, Kind, Name, Odds, Seen, Words

_LEAST = 1e-6
_NAMES = LAYERS[LayerName.NAMES]
_EITHER = {kind: [_NAMES.labels.index(f"{mark}-{kind}") for mark in "BI"] for kind in ("per", "loc", "org")}


@dataclass(frozen=True, slots=True)
class Weights:
    """Exponents of the two chances; `outside`: added to the logarithm of the chance of no name."""

    encoder: float
    field: float
    outside: float


WEIGHTS: Mapping[LayerName, Weights] = {
    LayerName.NAMES: Weights(0.6, 0.4, 0.0),
    LayerName.NEWS: Weights(0.7, 0.3, 0.0),
}
"""Of the layers of names; those that found most names of the development splits."""


def read(sentences: Sequence[Words]) -> Iterator[Seen]:
    """An engines.odds.Reader."""
    for one, told in zip(sentences, encoder.tell(sentences), strict=True):
        held = chances(told, one.norms, LayerName.NAMES)
        if all(row[0] >= OUTSIDE for row in held):
            yield Seen([None] * len(one))
        else:
            rows = marginals(held, _NAMES.labels)
            yield Seen([_odds(row) for row in rows], [_name(found, rows) for found in _stretches(held)])


def _stretches(held: Sequence[Sequence[float]]) -> Iterator[Stretch]:
    return stretches(best(held, _NAMES.labels))


def _name(found: Stretch, rows: Sequence[Sequence[float]]) -> Name:
    first, last, kind = found
    columns = _EITHER[kind]
    return Name(first, last, Kind(kind), min(sum(row[at] for at in columns) for row in rows[first:last]))


def names(told: encoder.Told, norms: Sequence[str], layer: LayerName = LayerName.NAMES) -> list[Stretch]:
    """The likeliest names of a sentence."""
    return list(stretches(best(chances(told, norms, layer), LAYERS[layer].labels)))


def chances(told: encoder.Told, norms: Sequence[str], layer: LayerName) -> list[list[float]]:
    """Chances [words, labels] of the labels of a layer of names, each word by itself."""
    weights = WEIGHTS[layer]
    pairs = zip(told.chances(layer), crf.chances(norms, layer), strict=True)
    return [_mixed(by_encoder, by_field, weights) for by_encoder, by_field in pairs]


def _mixed(by_encoder: Sequence[float], by_field: Sequence[float], weights: Weights) -> list[float]:
    logs = [
        weights.encoder * log(max(one, _LEAST)) + weights.field * log(max(other, _LEAST))
        for one, other in zip(by_encoder, by_field, strict=True)
    ]
    logs[0] += weights.outside
    powers = [exp(value) for value in logs]
    total = sum(powers)
    return [power / total for power in powers]


def _odds(row: Sequence[float]) -> Odds | None:
    if row[0] >= OUTSIDE:
        return None
    person, place, group = (sum(row[at] for at in held) for held in _EITHER.values())
    return Odds(person, place, group, row[_EITHER["per"][1]])
