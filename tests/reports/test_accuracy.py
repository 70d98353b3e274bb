"""Accuracy floors: a change that lowers one does not land. Raise a floor when the figure has risen for good."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest
from tests.reports.scoring import CORE, Facts, core_f1, score
from tests.reports.test_facts import DEMO, HELD, HERE

from tawthiq.extract import read_report
from tawthiq.ingest import read_source
from tawthiq.publish.facts import facts_of

EVAL = Path(os.environ.get("TAWTHIQ_EVAL", "")) if os.environ.get("TAWTHIQ_EVAL") else None
NEEDS_EVAL = pytest.mark.skipif(EVAL is None, reason="TAWTHIQ_EVAL names no folder of evaluation reports")


def extracted(text: Path) -> Facts:
    report = read_source(text).report
    return facts_of(report, read_report(report))


def pairs(golds: Sequence[Path], texts: Path) -> list[tuple[Facts, Facts]]:
    return [(json.loads(g.read_text(encoding="utf-8")), extracted(texts / f"{g.stem}.txt")) for g in golds]


def test_demo_reports_are_read_as_well_as_before() -> None:
    totals = score(pairs(sorted((HERE / "facts").glob("*.json")), DEMO))
    figures = {section: round(totals[section].f1, 3) for section in CORE}
    assert core_f1(totals) >= DEMO_FLOOR, figures


def test_reports_that_nothing_was_tuned_on_are_read_as_well_as_before() -> None:
    totals = score(pairs(sorted(HELD.glob("*.json")), HELD))
    figures = {section: round(totals[section].f1, 3) for section in CORE}
    assert core_f1(totals) >= HELD_FLOOR, figures


@pytest.mark.parametrize("name", ["15-negative-road-accident", "16-negative-football"])
def test_accidents_and_sports_give_no_incident(name: str) -> None:
    assert extracted(DEMO / f"{name}.txt")["incidents"] == []


DEMO_FLOOR = 0.0
HELD_FLOOR = 0.0


@NEEDS_EVAL
@pytest.mark.eval
@pytest.mark.parametrize(("folder", "floor"), [("seed", 0.0), ("newswire", 0.0), ("daraa", 0.0)])
def test_evaluation_reports_are_read_as_well_as_before(folder: str, floor: float, tmp_path: Path) -> None:
    """By the evaluation's own scorer; its five newswire reports without an incident give none."""
    assert EVAL is not None
    predicted = tmp_path / "predicted.jsonl"
    lines = [json.dumps(extracted(text), ensure_ascii=False) for text in sorted((EVAL / folder).glob("*.txt"))]
    predicted.write_text("\n".join(lines), encoding="utf-8")
    scorer = [sys.executable, str(EVAL / "score.py"), str(EVAL / folder), str(predicted), "--json"]
    table = json.loads(subprocess.run(scorer, capture_output=True, check=True, text=True).stdout)
    assert table["summary"]["core_f1"] >= floor, table["entities"]
    assert table["summary"]["false_incidents_on_negatives"].startswith("0 in"), table["summary"]
