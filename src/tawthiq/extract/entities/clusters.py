"""Classes of words that keep like company in a large plain text; scripts/make_clusters.py makes them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache

from tawthiq.extract.entities.scene import stems
from tawthiq.text.tables import table


@cache
def _classes() -> Mapping[str, tuple[str, str]]:
    """Folded word → its coarse and its fine class."""
    known: dict[str, tuple[str, str]] = {}
    for row in table("models/clusters.tsv"):
        known |= dict.fromkeys(row["words"].split(), (row["coarse"], row["fine"]))
    return known


@lru_cache(maxsize=65536)
def classes_of(norm: str) -> tuple[str, str] | None:
    """Coarse and fine class of the word, or of what is left without its particles; None where the text lacked both."""
    known = _classes()
    return next((known[stem.norm] for stem in stems(norm) if stem.norm in known), None)
