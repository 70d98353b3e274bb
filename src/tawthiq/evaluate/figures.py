"""The figures of an evaluation as plain data, rounded to three places."""

from __future__ import annotations

from typing import Any

from tawthiq.evaluate.calibration import Calibration
from tawthiq.evaluate.pairing import Score
from tawthiq.evaluate.scoring import Table

_PLACES = 3


def figures(table: Table, sureness: Calibration) -> dict[str, Any]:
    """`entities`: precision, recall and F1 by section; `fields`: how often right on matched facts; `summary`;
    `calibration`: the expected error of confidence, and its bins.
    """
    return {
        "entities": {label: _row(score) for label, score in table.scores.items()},
        "fields": {
            label: {"accuracy": round(share.accuracy, _PLACES), "right": share.right, "of": share.of}
            for label, share in table.fields.items()
        },
        "summary": {
            "reports": table.reports,
            "core_f1": round(table.core_f1, _PLACES),
            "negatives": table.negatives,
            "false_incidents_on_negatives": table.false_incidents,
        },
        "calibration": {
            "claims": sureness.claims,
            "error": round(sureness.error, _PLACES),
            "bins": [
                {"claims": b.claims, "confidence": round(b.confidence, _PLACES), "right": round(b.right, _PLACES)}
                for b in sureness.bins
            ],
        },
    }


def _row(score: Score) -> dict[str, float]:
    return {
        "precision": round(score.precision, _PLACES),
        "recall": round(score.recall, _PLACES),
        "f1": round(score.f1, _PLACES),
        "gold": score.gold,
        "found": score.found,
        "matched": score.matched,
    }
