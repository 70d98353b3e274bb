"""The evaluation reports have a scorer of their own; it counts the same."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tawthiq.evaluate import evaluate, read_gold, total
from tawthiq.publish.facts import facts_of

EVAL = os.environ.get("TAWTHIQ_EVAL")


@pytest.mark.skipif(EVAL is None, reason="TAWTHIQ_EVAL names no folder of evaluation reports")
@pytest.mark.eval
@pytest.mark.parametrize("folder", ["seed", "newswire", "daraa"])
def test_the_counts_are_those_of_the_other_scorer(folder: str, tmp_path: Path) -> None:
    """All sections and all fields that it has; ours judges some more fields of incidents."""
    gold = Path(EVAL or "") / folder
    read = [evaluate(one) for one in read_gold(gold)]
    predicted = tmp_path / "predicted.jsonl"
    facts = (json.dumps(facts_of(one.report, one.claims), ensure_ascii=False) for one in read)
    predicted.write_text("\n".join(facts), encoding="utf-8")
    scorer = [sys.executable, str(gold.parent / "score.py"), str(gold), str(predicted), "--json"]
    theirs = json.loads(subprocess.run(scorer, capture_output=True, check=True, text=True).stdout)
    ours = total([one.compared for one in read])
    counts = {label: (row["matched"], row["gold"], row["predicted"]) for label, row in theirs["entities"].items()}
    assert {label: (s.matched, s.gold, s.found) for label, s in ours.scores.items()} == counts
    fields = {label: (row["right"], row["of"]) for label, row in theirs["fields"].items()}
    assert {label: (s.right, s.of) for label, s in ours.fields.items() if label in fields} == fields
    # Theirs is a mean of rounded figures.
    assert ours.core_f1 == pytest.approx(theirs["summary"]["core_f1"], abs=1e-3)
