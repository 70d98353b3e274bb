"""What speaks for and against two things being one, each with its weight and its words; and the sum of it."""

from __future__ import annotations

import math
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Any


@dataclass(frozen=True, slots=True)
class Evidence:
    """`weight` in natural log-odds; `left` and `right` are what the two sides say, "" where a side is silent."""

    feature: str
    level: str
    weight: float
    left: str = ""
    right: str = ""


@dataclass(frozen=True, slots=True)
class Weights:
    """A file of data/linking: the prior, weights by feature and level, labels by feature and language, settings."""

    prior: float
    levels: Mapping[str, Mapping[str, float]]
    labels: Mapping[str, Mapping[str, str]]
    settings: Mapping[str, Any] = field(default_factory=dict)

    def evidence(self, feature: str, level: str | None, left: str = "", right: str = "") -> Iterable[Evidence]:
        """The evidence of this level; nothing where the level is None or carries no weight."""
        weight = self.levels[feature].get(level, 0.0) if level else 0.0
        if level and weight:
            yield Evidence(feature, level, weight, left, right)

    def label(self, feature: str, lang: str) -> str:
        return self.labels[feature][lang]


def total(prior: float, found: Iterable[Evidence]) -> float:
    """Log-odds."""
    return prior + sum(each.weight for each in found)


def probability(log_odds: float) -> float:
    """From log-odds to a number between 0 and 1; what lies far out is cut off, so that nothing overflows."""
    return 1 / (1 + math.exp(-max(-40.0, min(40.0, log_odds))))


@cache
def weights(name: str) -> Weights:
    """The file data/linking/NAME.toml."""
    text = (files("tawthiq") / "data" / "linking" / f"{name}.toml").read_text(encoding="utf-8")
    data = tomllib.loads(text)
    features = {key: table for key, table in data.items() if isinstance(table, dict)}
    return Weights(
        prior=float(data["prior"]),
        levels={key: {k: float(v) for k, v in t.items() if not isinstance(v, str)} for key, t in features.items()},
        labels={key: {lang: str(t[lang]) for lang in ("ar", "en")} for key, t in features.items()},
        settings={key: value for key, value in data.items() if key not in features},
    )
