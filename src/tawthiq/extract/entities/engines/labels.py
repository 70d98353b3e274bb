"""What the encoder tells of each word: a layer of labels for each kind of stretch, since two kinds may nest."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

OUTSIDE = "O"
ROLES = ("victim", "perpetrator", "speaker")


class LayerName(StrEnum):
    """`news`: names as ANERcorp bounds them; the others as training/GUIDELINES.md does."""

    NEWS = "news"
    NAMES = "names"
    TITLES = "titles"
    UNNAMED = "unnamed"
    EVENTS = "events"


@dataclass(frozen=True, slots=True)
class Layer:
    """Labels O, B-KIND, I-KIND … and the columns of the encoder's output that hold them."""

    labels: tuple[str, ...]
    columns: slice


_KINDS: Mapping[LayerName, tuple[str, ...]] = {
    LayerName.NEWS: ("PERS", "LOC", "ORG", "MISC"),
    LayerName.NAMES: ("per", "loc", "org"),
    LayerName.TITLES: ("title",),
    LayerName.UNNAMED: ("vic", "perp", "src"),
    LayerName.EVENTS: ("act", "weapon"),
}


def _layers() -> dict[LayerName, Layer]:
    found: dict[LayerName, Layer] = {}
    at = 0
    for name, kinds in _KINDS.items():
        labels = (OUTSIDE, *(f"{mark}-{kind}" for kind in kinds for mark in "BI"))
        found[name] = Layer(labels, slice(at, at + len(labels)))
        at += len(labels)
    return found


LAYERS: Mapping[LayerName, Layer] = _layers()
ROLE_COLUMNS = slice(LAYERS[LayerName.EVENTS].columns.stop, LAYERS[LayerName.EVENTS].columns.stop + len(ROLES))
WIDTH = ROLE_COLUMNS.stop
