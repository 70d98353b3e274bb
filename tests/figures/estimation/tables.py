"""The tables of `tables/` by name."""

from __future__ import annotations

from pathlib import Path

from tawthiq.figures.estimation.overlap import Overlap, read_overlap

_FOLDER = Path(__file__).with_suffix("")


def published(name: str) -> Overlap:
    return read_overlap((_FOLDER / f"{name}.csv").read_text(encoding="utf-8"), name)
