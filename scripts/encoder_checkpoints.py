"""Checkpoints of scripts/train_encoder.py: the mean of several, as an encoder."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import torch
from encoder_model import Encoder
from encoder_weights import read_weights

from tawthiq.extract.entities.engines.pieces import Pieces
from tawthiq.text.tables import office_table


def read_pieces(path: Path) -> Pieces:
    rows = list(office_table(path))
    return Pieces([row["piece"] for row in rows], [float(row["score"]) for row in rows])


def untrained(pieces: Pieces, weights: Path, layers: int) -> Encoder:
    """The lower layers of the weights with the rows of the pieces; a head that knows nothing yet."""
    found = read_weights(weights)
    places = {name: at for at, name in enumerate(found.pieces)}
    return Encoder(found, [places[name] for name in pieces.names], layers)


def mean(checkpoints: Sequence[Path], pieces: Pieces, weights: Path) -> Encoder:
    """Of checkpoints that began at the same weights."""
    held = [torch.load(path, weights_only=True) for path in checkpoints]
    model = untrained(pieces, weights, held[0]["layers"])
    model.load_state_dict({name: _mean([one["state"][name] for one in held]) for name in held[0]["state"]})
    return model


def _mean(tensors: Sequence[torch.Tensor]) -> torch.Tensor:
    """Of whole numbers, which training leaves alone, the first."""
    return torch.stack(list(tensors)).mean(0) if tensors[0].is_floating_point() else tensors[0]
