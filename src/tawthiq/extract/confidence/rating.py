"""Signs weighed into a confidence: a logistic regression for each family of claims (scripts/train_confidence.py)."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from math import exp
from typing import TypeAlias

from tawthiq.extract.confidence.signs import Evidence
from tawthiq.extract.page import Page
from tawthiq.model import Claim, Kind

TABLE = "models/confidence.toml"
BASE = "base"
"""The sign that always holds."""

_TOLLS = frozenset({"killed", "injured", "abducted", "detained", "survived"})
_DIGITS = 3
_LEAST, _MOST = 0.01, 0.99
"""A few hundred reports cannot teach more than this."""

Weights: TypeAlias = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Weighing:
    """Weights of signs for all claims, and what is added to them for those of a family."""

    shared: Weights
    families: Mapping[str, Weights]

    def confidence(self, family: str, signs: Mapping[str, float]) -> float:
        """0.01 to 0.99, to three digits."""
        own = self.families.get(family, {})
        told = {BASE: 1.0, **signs}.items()
        total = sum((self.shared.get(name, 0.0) + own.get(name, 0.0)) * value for name, value in told)
        return round(min(_MOST, max(_LEAST, 1 / (1 + exp(-total)))), _DIGITS)


def family(claim: Claim) -> str:
    """Claims that are right or wrong for like reasons, e.g. `incident.toll`."""
    kind, predicate = claim.subject.kind, claim.predicate
    if kind is Kind.INCIDENT and predicate in _TOLLS:
        predicate = "toll"
    return f"{kind}.{predicate}"


@cache
def shipped() -> Weighing:
    """The table of the package."""
    table = tomllib.loads((files("tawthiq") / "data" / TABLE).read_text(encoding="utf-8"))
    return Weighing(table["shared"], table["family"])


def rated(page: Page, claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """The claims of one report, each with its confidence."""
    evidence, weighing = Evidence(page, claims), shipped()
    return tuple(replace(c, confidence=weighing.confidence(family(c), evidence.signs(c))) for c in claims)
