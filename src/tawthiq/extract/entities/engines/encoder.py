"""The encoder that is shipped, run by ONNX Runtime on one thread; scripts/train_encoder.py makes it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import as_file, files
from math import exp
from typing import Any

from tawthiq.errors import MissingExtraError
from tawthiq.extract.entities.engines.decode import Stretch, best, marginals, stretches
from tawthiq.extract.entities.engines.labels import LAYERS, ROLE_COLUMNS, ROLES, LayerName
from tawthiq.extract.entities.engines.odds import OUTSIDE, Odds
from tawthiq.extract.entities.engines.pieces import BEGIN, END, Pieces
from tawthiq.extract.entities.features import MARKS, marks
from tawthiq.text.tables import table

MODEL = "models/ner.onnx"
LONGEST = 160
"""Pieces that are read at once; longer sentences are read in parts."""

_NAMES = LAYERS[LayerName.NAMES]
_EITHER = {kind: [_NAMES.labels.index(f"{mark}-{kind}") for mark in "BI"] for kind in ("per", "loc", "org")}


@dataclass(frozen=True, slots=True)
class Told:
    """What the encoder holds of a sentence: its scores [words, WIDTH]."""

    scores: Sequence[Sequence[float]]

    def chances(self, layer: LayerName) -> list[list[float]]:
        """Chances [words, labels] of the labels of a layer, each word by itself."""
        return [_softmax(row[LAYERS[layer].columns]) for row in self.scores]

    def stretches(self, layer: LayerName) -> list[Stretch]:
        """The likeliest stretches of a layer."""
        return list(stretches(best(self.chances(layer), LAYERS[layer].labels)))

    def role(self, stretch: Stretch, role: str) -> float:
        """Chance, 0 to 1, that the person or group named there has the role."""
        column = ROLE_COLUMNS.start + ROLES.index(role)
        first, last, _ = stretch
        return sum(_sigmoid(row[column]) for row in self.scores[first:last]) / (last - first)


def read(words: Sequence[str], norms: Sequence[str]) -> Sequence[Odds | None]:
    """An engines.odds.Reader."""
    chances = tell(words, norms).chances(LayerName.NAMES)
    if all(row[0] >= OUTSIDE for row in chances):
        return [None] * len(chances)
    return [_odds(row) for row in marginals(chances, _NAMES.labels)]


def tell(words: Sequence[str], norms: Sequence[str]) -> Told:
    """All that the encoder tells of the words of a sentence, as they are written and folded."""
    return Told([row for part in _parts(words) for row in _scores(words[part], norms[part])])


def _odds(row: Sequence[float]) -> Odds | None:
    if row[0] >= OUTSIDE:
        return None
    person, place, group = (sum(row[at] for at in held) for held in _EITHER.values())
    return Odds(person, place, group, row[_EITHER["per"][1]])


@cache
def pieces() -> Pieces:
    """The vocabulary that is shipped with the model."""
    rows = list(table("models/ner_pieces.tsv"))
    return Pieces([row["piece"] for row in rows], [float(row["score"]) for row in rows])


@cache
def _session() -> Any:
    try:
        import onnxruntime
    except ModuleNotFoundError as error:
        raise MissingExtraError("the accurate engine is an extra; install tawthiq[accurate]") from error
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    with as_file(files("tawthiq") / "data" / MODEL) as path:
        return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])


def _parts(words: Sequence[str]) -> Iterator[slice]:
    start, size = 0, 2
    for at, word in enumerate(words):
        width = len(pieces().encode(word))
        if size + width > LONGEST and at > start:
            yield slice(start, at)
            start, size = at, 2
        size += width
    if words:
        yield slice(start, len(words))


def _scores(words: Sequence[str], norms: Sequence[str]) -> list[list[float]]:
    """Scores [words, WIDTH] of one part."""
    session = _session()
    import numpy as np

    known = pieces()
    numbers, firsts = [known.numbers[BEGIN]], []
    for word in words:
        firsts.append(len(numbers))
        numbers += known.encode(word)[: LONGEST - 2]
    numbers.append(known.numbers[END])
    seen = np.zeros((len(numbers), len(MARKS)), dtype=np.float32)
    for first, held in zip(firsts, marks(norms), strict=True):
        seen[first, held] = 1
    given = {"pieces": np.array(numbers), "marks": seen, "firsts": np.array(firsts)}
    found: list[list[float]] = session.run(None, given)[0].tolist()
    return found


def _softmax(scores: Sequence[float]) -> list[float]:
    highest = max(scores)
    powers = [exp(score - highest) for score in scores]
    total = sum(powers)
    return [power / total for power in powers]


def _sigmoid(score: float) -> float:
    return 1 / (1 + exp(-max(-50.0, score)))
