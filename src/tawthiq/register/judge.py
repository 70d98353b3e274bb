"""Judging: one more row in the ledger, and the register brought up to it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime

from tawthiq.errors import UsageError
from tawthiq.ledger import Batch, Ledger
from tawthiq.model import Claim, Judgement, Value, Verdict, pair
from tawthiq.model.judgement import ON_CLAIM, ON_PAIR, undone
from tawthiq.register.clusters import cluster, node
from tawthiq.register.queries import record_of
from tawthiq.register.rule import Rule, default_rule
from tawthiq.register.standing import newest
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


def undo(
    ledger: Ledger, judgement: str, by: str, why: str = "", at: str | None = None, rule: Rule | None = None
) -> Changes:
    """What the judgement (by id) did is as if it had never been; undoing an undoing brings it back. UsageError."""
    known = ledger.find_judgement(judgement)
    if known.id in undone(ledger.judgements_on([known.id])):
        raise UsageError(f"the judgement {known.id} is undone already")
    return _judge(ledger, Judgement((known.id,), Verdict.UNDONE, by, at or now(), why), rule)


def separate(
    ledger: Ledger, mention: str, by: str, why: str = "", at: str | None = None, rule: Rule | None = None
) -> Changes:
    """Take one mention out of its record and keep the rest together, also what only it had tied. UsageError."""
    rule, at = rule or default_rule(), at or now()
    rest = [id_ for id_ in record_of(ledger, mention).mentions if id_ != mention]
    if not rest:
        raise UsageError("the mention stands alone in its record: there is nothing to take it out of")
    apart = [Judgement(pair(mention, id_), Verdict.DIFFERENT, by, at, why) for id_ in rest]
    kept = [Judgement(target, Verdict.SAME, by, at, why) for target in _ties(ledger, rest, apart, rule)]
    return judge_all(ledger, [*apart, *kept], rule)


def judge_all(ledger: Ledger, judgements: Sequence[Judgement], rule: Rule | None = None) -> Changes:
    """Several judgements as one batch: all of them are stored, or none."""
    ledger.append(Batch(judgements=judgements))
    return update(ledger, rule)


def now() -> str:
    """To the microsecond, so that of two judgements in one second the later holds."""
    return datetime.now(UTC).isoformat(timespec="microseconds")


def _allow(verdict: Verdict, allowed: Iterable[Verdict]) -> None:
    if verdict not in allowed:
        raise UsageError(f"the verdict here is one of {', '.join(allowed)}; not {verdict}")


def _ties(ledger: Ledger, rest: Sequence[str], apart: Sequence[Judgement], rule: Rule) -> Iterator[tuple[str, str]]:
    """Pairs by which the parts into which `rest` falls, once `apart` is judged, are one again."""
    mentions = {claim.subject.id: claim.subject for claim in ledger.claims_of(rest)}
    verdicts = newest([*ledger.judgements_among(rest), *apart])
    parts = cluster({id_: node(each, rule) for id_, each in mentions.items()}, verdicts)
    yield from (pair(parts[0][0], other[0]) for other in parts[1:])


def _judge(ledger: Ledger, judgement: Judgement, rule: Rule | None) -> Changes:
    ledger.append(Batch(judgements=[judgement]))
    return update(ledger, rule)
