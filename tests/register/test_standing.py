from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawthiq.model import Code, Kind, Stance, Standing, Text, Verdict
from tawthiq.register.rule import Unjudged, default_rule
from tawthiq.register.standing import newest, standing_of, value_of
from tests.register.examples import claim, judge, mention
from tests.strategies import World, worlds

RULE = default_rule()
KILLED = claim(mention(Kind.PERSON, "محمد أبازيد"), "fate", Code("killed"))


def test_what_nobody_has_judged_is_proposed_or_left_out_as_the_rule_says() -> None:
    assert standing_of(KILLED, {}, RULE) is Standing.PROPOSED
    assert standing_of(KILLED, {}, replace(RULE, unjudged=Unjudged.EXCLUDED)) is None


@pytest.mark.parametrize(
    ("verdicts", "standing"),
    [
        ([Verdict.ACCEPTED], Standing.ACCEPTED),
        ([Verdict.REJECTED], Standing.REJECTED),
        ([Verdict.ACCEPTED, Verdict.REJECTED], Standing.REJECTED),
        ([Verdict.REJECTED, Verdict.ACCEPTED], Standing.ACCEPTED),
    ],
)
def test_the_newest_verdict_holds(verdicts: list[Verdict], standing: Standing) -> None:
    judged = [judge(KILLED, verdict, hour) for hour, verdict in enumerate(verdicts)]
    assert standing_of(KILLED, newest(reversed(judged)), RULE) is standing


@pytest.mark.parametrize("stance", [Stance.DENIES, Stance.DOUBTS, Stance.CALLS_FOR])
def test_saying_is_not_being_even_when_it_is_judged_that_it_was_said(stance: Stance) -> None:
    denied = replace(KILLED, stance=stance)
    assert standing_of(denied, {}, RULE) is Standing.CONTESTED
    assert standing_of(denied, newest([judge(denied, Verdict.ACCEPTED)]), RULE) is Standing.CONTESTED


def test_a_retracted_report_takes_its_claims_along_until_it_is_restored() -> None:
    accepted, retracted = judge(KILLED, Verdict.ACCEPTED), judge(KILLED.report, Verdict.RETRACTED, 9)
    assert standing_of(KILLED, newest([accepted, retracted]), RULE) is Standing.REJECTED
    restored = judge(KILLED.report, Verdict.RESTORED, 10)
    assert standing_of(KILLED, newest([accepted, restored, retracted]), RULE) is Standing.ACCEPTED


def test_a_correction_speaks_in_place_of_the_claim_until_it_is_judged_anew() -> None:
    role = claim(mention(Kind.PERSON, "محمد أبازيد"), "role", "قائد")
    corrected = judge(role, Verdict.CORRECTED, 8, Text("قيادي سابق"))
    assert value_of(role, corrected) == Text("قيادي سابق")
    assert standing_of(role, newest([corrected]), RULE) is Standing.ACCEPTED
    assert value_of(role, judge(role, Verdict.ACCEPTED, 9)) == Text("قائد")


@given(worlds(), st.sampled_from(Unjudged))
def test_what_is_denied_doubted_or_called_for_never_counts(world: World, unjudged: Unjudged) -> None:
    verdicts = newest(world.judgements)
    for each in world.claims:
        if each.stance is not Stance.ASSERTS:
            standing = standing_of(each, verdicts, replace(RULE, unjudged=unjudged))
            assert standing in (Standing.CONTESTED, Standing.REJECTED)
