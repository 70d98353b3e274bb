"""Each kind of mention has one record, whose fields are the predicates of claims."""

from __future__ import annotations

from dataclasses import fields

import pytest

from tawthiq.model import Kind
from tawthiq.model.records import RECORDS, Record, predicates


def test_every_kind_has_its_record() -> None:
    assert set(RECORDS) == set(Kind)


@pytest.mark.parametrize("kind", Kind)
def test_a_record_starts_empty_and_has_fields(kind: Kind) -> None:
    record = RECORDS[kind](id="1", label="x", mentions=("m",))
    assert predicates(kind)
    assert all(getattr(record, predicate) == () for predicate in predicates(kind))


@pytest.mark.parametrize("kind", Kind)
def test_what_identifies_a_record_is_no_predicate(kind: Kind) -> None:
    assert predicates(kind).isdisjoint(field.name for field in fields(Record))


def test_the_toll_of_an_incident_is_not_a_tally() -> None:
    assert {"killed", "injured", "abducted", "detained", "survived"} <= predicates(Kind.INCIDENT)
    assert {"metric", "value", "period", "area", "body"} <= predicates(Kind.TALLY)
    assert "killed" not in predicates(Kind.TALLY)
