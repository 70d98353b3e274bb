"""Judging: one more row in the ledger, and the register brought up to it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime

from tawthiq.errors import UsageError
from tawthiq.ledger import Batch, Ledger
from tawthiq.model import Claim, Judgement, Value, Verdict, pair
from tawthiq.model.judgement import ON_CLAIM, ON_PAIR
from tawthiq.register.rule import Rule
from tawthiq.register.update import Changes, update


def judge_claim(
    ledger: Ledger,
    claim: Claim,
    verdict: Verdict,
    by: str,
    why: str = "",
    correction: Value | None = None,
    at: str | None = None,
    rule: Rule | None = None,
) -> Changes:
    """Accept, reject or correct a claim; `at` is an ISO 8601 UTC timestamp, now where None. UsageError."""
    _allow(verdict, ON_CLAIM)
    return _judge(ledger, Judgement((claim.id,), verdict, by, at or now(), why, correction), rule)


def judge_pair(
    ledger: Ledger,
    a: str,
    b: str,
    verdict: Verdict,
    by: str,
    why: str = "",
    at: str | None = None,
    rule: Rule | None = None,
) -> Changes:
    """Judge whether two mentions (by id) are the same; "different" also undoes a merge of the two."""
    _allow(verdict, ON_PAIR)
    if a == b:
        raise UsageError("a mention is the same as itself: nothing to judge")
    return _judge(ledger, Judgement(pair(a, b), verdict, by, at or now(), why), rule)


def retract(
    ledger: Ledger, report: str, by: str, why: str = "", at: str | None = None, rule: Rule | None = None
) -> Changes:
    """Nothing that the report (by id) says counts any more; its claims stay visible as rejected."""
    return _judge(ledger, Judgement((report,), Verdict.RETRACTED, by, at or now(), why), rule)


def restore(
    ledger: Ledger, report: str, by: str, why: str = "", at: str | None = None, rule: Rule | None = None
) -> Changes:
    """Undoes `retract`."""
    return _judge(ledger, Judgement((report,), Verdict.RESTORED, by, at or now(), why), rule)


def now() -> str:
    """To the microsecond, so that of two judgements in one second the later holds."""
    return datetime.now(UTC).isoformat(timespec="microseconds")


def _allow(verdict: Verdict, allowed: Iterable[Verdict]) -> None:
    if verdict not in allowed:
        raise UsageError(f"the verdict here is one of {', '.join(allowed)}; not {verdict}")


def _judge(ledger: Ledger, judgement: Judgement, rule: Rule | None) -> Changes:
    ledger.append(Batch(judgements=[judgement]))
    return update(ledger, rule)
