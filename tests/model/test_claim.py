"""A claim's id tells all that it says, and nothing else."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import Any

import pytest

from tawthiq.errors import ValueFormatError
from tawthiq.model import OUTLET, Bound, Claim, Code, Count, Kind, Mention, Range, Span, Speaker, Stance, Voice
from tawthiq.model.records import predicates

INCIDENT = Mention("r1", Kind.INCIDENT, Span(0, 20), "هجوم")
CLAIM = Claim(INCIDENT, "killed", Count(Range.exactly(2)), Span(3, 10), "rules-1")
CHANGES: dict[str, Any] = {
    "subject": replace(INCIDENT, label="انفجار"),
    "predicate": "injured",
    "value": Count(Range.at_least(2)),
    "span": Span(3, 11),
    "method": "rules-2",
    "speaker": Speaker(Voice.NAMED, "الدفاع المدني"),
    "stance": Stance.DENIES,
    "bound": Bound.AT_LEAST,
}


def test_the_same_statement_has_the_same_id() -> None:
    again = Claim(replace(INCIDENT), "killed", Count(Range(2, 2)), Span(3, 10), "rules-1", Speaker(), Stance.ASSERTS)
    assert again.id == CLAIM.id


def test_every_field_is_tried() -> None:
    assert CHANGES.keys() == {field.name for field in fields(Claim)} - {"confidence"}


def test_confidence_is_no_part_of_what_is_said() -> None:
    sure = replace(CLAIM, confidence=0.9)
    assert sure.id == CLAIM.id
    assert {sure} == {CLAIM}


@pytest.mark.parametrize("confidence", [-0.1, 1.1, float("nan")])
def test_confidence_lies_between_0_and_1(confidence: float) -> None:
    with pytest.raises(ValueFormatError, match="between 0 and 1"):
        replace(CLAIM, confidence=confidence)


@pytest.mark.parametrize("field", CHANGES)
def test_every_field_takes_part_in_the_id(field: str) -> None:
    assert replace(CLAIM, **{field: CHANGES[field]}).id != CLAIM.id


@pytest.mark.parametrize(
    "change", [{"report": "r2"}, {"kind": Kind.TALLY}, {"span": Span(1, 20)}, {"label": "انفجار"}], ids=str
)
def test_every_field_of_a_mention_takes_part_in_its_id(change: dict[str, Any]) -> None:
    assert replace(INCIDENT, **change).id != INCIDENT.id


def test_a_claim_is_of_its_subjects_report_and_speaks_as_the_outlet() -> None:
    assert CLAIM.report == "r1"
    assert CLAIM.speaker == OUTLET


def test_the_predicate_is_a_field_of_the_record() -> None:
    assert CLAIM.predicate in predicates(CLAIM.subject.kind)


def test_a_code_is_not_a_word() -> None:
    fate = replace(CLAIM, predicate="type", value=Code("killing"))
    assert fate.value.to_json() == {"code": "killing"}
