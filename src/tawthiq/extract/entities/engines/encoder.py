"""The encoder that is shipped, run by ONNX Runtime on one thread; scripts/train_encoder.py makes it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import as_file, files
from itertools import accumulate, pairwise
from math import exp
from typing import Any

from tawthiq.errors import MissingExtraError
from tawthiq.extract.entities.engines.decode import Stretch, best, stretches
from tawthiq.extract.entities.engines.labels import LAYERS, ROLE_COLUMNS, ROLES, LayerName
from tawthiq.extract.entities.engines.odds import Words
from tawthiq.extract.entities.engines.passages import Passage, passages
from tawthiq.extract.entities.engines.pieces import Pieces
from tawthiq.extract.entities.features import MARKS, marks
from tawthiq.text.tables import table

MODEL = "models/ner.onnx"
_LIKELY = {"victim": 0.5, "perpetrator": 0.4, "speaker": 0.65}


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

    def has_role(self, stretch: Stretch, role: str) -> bool:
        return self.role(stretch, role) > _LIKELY[role]


def tell(sentences: Sequence[Words]) -> list[Told]:
    """All that the encoder tells of the words of a report's sentences."""
    rows = [row for passage in passages(sentences, pieces()) for row in _scores(passage)]
    ends = list(accumulate(map(len, sentences), initial=0))
    return [Told(rows[start:end]) for start, end in pairwise(ends)]


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


def _scores(passage: Passage) -> list[list[float]]:
    """Scores [words, WIDTH] of a passage."""
    session = _session()
    import numpy as np

    seen = np.zeros((len(passage.numbers), len(MARKS)), dtype=np.float32)
    held = (flags for part in passage.parts for flags in marks(part.norms))
    for first, flags in zip(passage.firsts, held, strict=True):
        seen[first, flags] = 1
    given = {"pieces": np.array(passage.numbers), "marks": seen, "firsts": np.array(passage.firsts)}
    found: list[list[float]] = session.run(None, given)[0].tolist()
    return found


def _softmax(scores: Sequence[float]) -> list[float]:
    highest = max(scores)
    powers = [exp(score - highest) for score in scores]
    total = sum(powers)
    return [power / total for power in powers]


def _sigmoid(score: float) -> float:
    return 1 / (1 + exp(-max(-50.0, score)))
