"""Reconciliations in words, Arabic and English."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from tawthiq.figures.definitions import Definitions
from tawthiq.figures.phrases import how_many, place_name, when
from tawthiq.figures.reconciling.reconcile import Reason, Why
from tawthiq.model import Range


@cache
def _file() -> Mapping[str, Any]:
    table: dict[str, Any] = tomllib.loads(
        (files("tawthiq") / "data" / "figures" / "reconcile.toml").read_text(encoding="utf-8")
    )["why"]
    return table


def reason_words(reason: Reason, definitions: Definitions, language: str) -> str:
    """One reason with its numbers."""
    told = {
        "n": f"{reason.n:,}",
        "incidents": how_many(Range.exactly(max(reason.n, 0)), "incident", language),
        "category": reason.what,
        "period": when(reason.what, language) if reason.why is Why.PERIOD else "",
        "area": place_name(reason.what, language) if reason.why is Why.AREA else reason.what,
        "definition": definitions[reason.what].text(language) if reason.why is Why.DEFINITION else "",
    }
    return str(_file()[reason.why][language]).format_map(told)
