"""What one claim counts for, from its stance, the newest judgements and the rule."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TypeAlias

from tawthiq.model import Bound, Claim, Judgement, Stance, Standing, Value, Verdict
from tawthiq.model.judgement import in_force
from tawthiq.register.rule import Rule, Unjudged

Verdicts: TypeAlias = Mapping[tuple[str, ...], Judgement]
"""The judgement that holds for each target: (claim,), (report,) or a pair of mentions."""

_ORDER = {s: i for i, s in enumerate((Standing.ACCEPTED, Standing.PROPOSED, Standing.CONTESTED, Standing.REJECTED))}
_RIGHT = {Verdict.ACCEPTED, Verdict.CORRECTED}


def rank(standing: Standing) -> int:
    """0 for the best standing (accepted), 3 for the worst (rejected)."""
    return _ORDER[standing]


def best(standings: Iterable[Standing]) -> Standing:
    """What several claims for one value count for together; at least one is needed."""
    return min(standings, key=rank)


def newest(judgements: Iterable[Judgement]) -> Verdicts:
    """The judgement that holds for each target, in whatever order they come: the newest of those in force.

    What a person judged outranks what a rule judged of the same thing, also later: a rule never overrules a person.
    """
    held: dict[tuple[str, ...], Judgement] = {}
    for judgement in in_force(judgements):
        other = held.get(judgement.target)
        if other is None or _weight(other) < _weight(judgement):
            held[judgement.target] = judgement
    return held


def _weight(judgement: Judgement) -> tuple[bool, str, str]:
    return not judgement.by_rule, *judgement.order


def standing_of(claim: Claim, verdicts: Verdicts, rule: Rule) -> Standing | None:
    """What the claim counts for; None where the rule leaves it out."""
    return weigh(claim, verdicts.get((claim.id,)), verdicts.get((claim.report,)), rule)


def weigh(claim: Claim, on_claim: Judgement | None, on_report: Judgement | None, rule: Rule) -> Standing | None:
    """`standing_of` by the newest judgements. An accepted denial was really made; what it denies is not accepted."""
    verdict = on_claim.verdict if on_claim else None
    if verdict is Verdict.REJECTED or (on_report and on_report.verdict is Verdict.RETRACTED):
        return Standing.REJECTED
    if claim.stance is not Stance.ASSERTS:
        return Standing.CONTESTED
    if verdict in _RIGHT:
        return Standing.ACCEPTED
    return None if rule.unjudged is Unjudged.EXCLUDED else Standing.PROPOSED


def bound_of(value: Value, claims: Iterable[Claim]) -> Bound:
    """How the words limit a count. What a person wrote instead is meant as it stands, though a share stays a share."""
    held = (claim.bound for claim in claims if claim.value == value or claim.bound is Bound.PERCENT)
    return next(held, Bound.EXACT)


def value_of(claim: Claim, on_claim: Judgement | None) -> Value:
    """What the claim says, or what the judgement that holds says instead."""
    return on_claim.correction if on_claim and on_claim.correction is not None else claim.value
