"""The values of claims come back from what is stored of them."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawthiq.errors import ValueFormatError
from tawthiq.model import EDTF, Code, Count, Range, Ref, Text, Value, When, from_json

WORDS = st.text(st.characters(exclude_categories=["Cs"]))
LOW = st.integers(0)
COUNTS = st.builds(lambda low, more: Range(low, None if more is None else low + more), LOW, st.none() | LOW)
VALUES: st.SearchStrategy[Value] = st.one_of(
    st.builds(Text, WORDS),
    st.builds(Code, WORDS),
    COUNTS.map(Count),
    st.dates().map(lambda day: When(EDTF.day(day))),
    st.builds(Ref, WORDS, WORDS),
)  # fmt: skip


@given(VALUES)
def test_a_value_comes_back_from_json(value: Value) -> None:
    assert from_json(json.loads(json.dumps(value.to_json()))) == value


@pytest.mark.parametrize(
    ("value", "shown"),
    [(Text("ناطور مدرسة"), "ناطور مدرسة"), (Code("killed"), "killed"), (Count(Range(20, None)), "20+"),
     (When(EDTF("2023-10")), "2023-10"), (Ref("4f", "أبو عمر"), "أبو عمر")],
)  # fmt: skip
def test_shown(value: Value, shown: str) -> None:
    assert str(value) == shown


@pytest.mark.parametrize(
    "data", [{}, {"text": 1}, {"min": 1}, {"min": 1, "max": "2"}, {"ref": "4f"}, {"min": 3, "max": 2}]
)
def test_what_is_no_value(data: dict[str, object]) -> None:
    with pytest.raises(ValueFormatError):
        from_json(data)
