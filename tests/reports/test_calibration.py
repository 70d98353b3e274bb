"""Confidence means what it says on reports that took no part in fitting it."""

from __future__ import annotations

from tests.reports.test_facts import DEMO, HELD, HERE

from tawthiq.evaluate import Gold, calibration, evaluate, judged, read_gold
from tawthiq.evaluate.calibration import Judged


def claims(golds: list[Gold]) -> list[Judged]:
    return judged(evaluate(gold) for gold in golds)


def test_on_reports_that_nothing_was_tuned_on() -> None:
    result = calibration(claims(read_gold(HELD)))
    assert result.claims > 300
    assert result.error <= 0.1, result.bins


def test_on_reports_that_the_rules_were_tuned_on_it_is_too_modest_and_not_too_sure() -> None:
    result = calibration(claims(read_gold(HERE / "facts", DEMO)))
    assert result.error <= 0.2, result.bins
    assert all(bin_.right >= bin_.confidence - 0.1 for bin_ in result.bins)


def test_what_is_wrong_comes_early_in_a_review() -> None:
    """Of all that is wrong, most stands among the third of the claims that the machine is least sure of."""
    ordered = sorted(claims(read_gold(HELD)), key=lambda claim: claim.confidence)
    first = ordered[: len(ordered) // 3]
    assert sum(not claim.right for claim in first) >= 0.55 * sum(not claim.right for claim in ordered)
