"""Accuracy floors: a change that lowers one does not land. Raise a floor when the figure has risen for good."""

from __future__ import annotations

import os
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from tests.reports.test_facts import DEMO, HELD, HERE

from tawthiq.evaluate import CORE, Gold, Table, digest_of, evaluate, read_gold, total

EVAL = Path(os.environ["TAWTHIQ_EVAL"]) if os.environ.get("TAWTHIQ_EVAL") else None
FLOORS: dict[str, Any] = tomllib.loads((HERE / "floors.toml").read_text(encoding="utf-8"))

needs_eval = [
    pytest.mark.skipif(EVAL is None, reason="TAWTHIQ_EVAL names no folder of evaluation reports"),
    pytest.mark.eval,
]
by_corpus = pytest.mark.parametrize(
    "corpus", ["demo", "held", *(pytest.param(name, marks=needs_eval) for name in ("seed", "newswire", "daraa"))]
)


@cache
def golds(corpus: str) -> list[Gold]:
    """The reports that ship, those that nothing was tuned on, and the evaluation's own."""
    if corpus == "demo":
        return read_gold(HERE / "facts", DEMO)
    return read_gold(HELD if corpus == "held" else (EVAL or HERE) / corpus)


@cache
def table(corpus: str) -> Table:
    return total([evaluate(gold).compared for gold in golds(corpus)])


@by_corpus
def test_floors_are_those_of_these_reports(corpus: str) -> None:
    assert FLOORS[corpus]["sha256"] == digest_of(golds(corpus)), "the reports changed: measure anew, then set floors"


@by_corpus
def test_reports_are_read_as_well_as_before(corpus: str) -> None:
    reached = {section: round(table(corpus).scores[section].f1, 3) for section in CORE}
    reached["core"] = round(table(corpus).core_f1, 3)
    floors = FLOORS[corpus]["f1"]
    assert {label: figure for label, figure in reached.items() if figure < floors[label]} == {}, reached


@by_corpus
def test_where_nothing_happened_no_incident_is_made_up(corpus: str) -> None:
    """Accidents, sports, storms, verdicts."""
    assert table(corpus).false_incidents == 0
