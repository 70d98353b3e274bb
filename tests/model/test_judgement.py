"""A verdict fits what it judges, and verdicts have one order everywhere."""

from __future__ import annotations

import pytest

from tawthiq.errors import ValueFormatError
from tawthiq.model import Code, Judgement, Verdict, pair

AT = "2023-11-12T08:00:00Z"
ONE = ("a",)
TWO = ("a", "b")
ON_PAIR = (Verdict.SAME, Verdict.DIFFERENT, Verdict.UNSURE)


@pytest.mark.parametrize("verdict", Verdict)
def test_each_verdict_judges_one_thing_or_a_pair(verdict: Verdict) -> None:
    fits, other = (TWO, ONE) if verdict in ON_PAIR else (ONE, TWO)
    correction = Code("killed") if verdict is Verdict.CORRECTED else None
    assert Judgement(fits, verdict, "سعاد", AT, correction=correction).target == fits
    for target in (other, (), ("a", "b", "c")):
        with pytest.raises(ValueFormatError, match="does not judge"):
            Judgement(target, verdict, "سعاد", AT, correction=correction)


def test_a_correction_says_what_is_right() -> None:
    with pytest.raises(ValueFormatError, match="says what is right"):
        Judgement(ONE, Verdict.CORRECTED, "سعاد", AT)


def test_only_a_correction_says_what_is_right() -> None:
    with pytest.raises(ValueFormatError, match="says what is right"):
        Judgement(ONE, Verdict.ACCEPTED, "سعاد", AT, correction=Code("killed"))


def test_a_pair_has_one_way_to_be_written() -> None:
    assert pair("b", "a") == pair("a", "b") == TWO
    with pytest.raises(ValueFormatError, match="smaller id first"):
        Judgement(("b", "a"), Verdict.SAME, "سعاد", AT)


def test_the_reason_and_the_judge_take_part_in_the_id() -> None:
    first = Judgement(ONE, Verdict.ACCEPTED, "سعاد", AT, "شاهدة")
    assert first.id != Judgement(ONE, Verdict.ACCEPTED, "سعاد", AT).id
    assert first.id != Judgement(ONE, Verdict.ACCEPTED, "ليلى", AT, "شاهدة").id


def test_verdicts_are_ordered_by_time_then_by_id() -> None:
    early = Judgement(ONE, Verdict.ACCEPTED, "سعاد", AT)
    late = Judgement(ONE, Verdict.REJECTED, "سعاد", "2023-11-13T08:00:00Z")
    tie = Judgement(ONE, Verdict.REJECTED, "سعاد", AT)
    assert max([late, early], key=lambda each: each.order) is late
    assert sorted([early, tie], key=lambda each: each.order) == sorted([tie, early], key=lambda each: each.id)
