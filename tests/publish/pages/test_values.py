"""Values as they are set on a page."""

from __future__ import annotations

import pytest

from tawthiq.model import EDTF, Bound, Code, Count, Kind, Range, Ref, Text, Value, When
from tawthiq.publish.pages.values import Form, Shown, shown


def nowhere(_: str) -> None:
    return None


@pytest.mark.parametrize(
    ("kind", "field", "value", "bound", "expected"),
    [
        (Kind.PERSON, "role", Text("قائد"), Bound.EXACT, Shown(Form.WORDS, "قائد")),
        (Kind.INCIDENT, "type", Code("assassination"), Bound.EXACT, Shown(Form.WORDS, "اغتيال")),
        (Kind.INCIDENT, "perpetrator", Code("unknown"), Bound.EXACT, Shown(Form.WORDS, "مجهول")),
        (Kind.AGREEMENT, "status", Code("proposed"), Bound.EXACT, Shown(Form.WORDS, "مقترح")),
        (Kind.AFFILIATION, "status", Code("former"), Bound.EXACT, Shown(Form.WORDS, "سابق")),
        (Kind.PLACE, "gazetteer", Code("SY07"), Bound.EXACT, Shown(Form.ID, "SY07")),
        (Kind.INCIDENT, "killed", Count(Range(12, 15)), Bound.ABOUT, Shown(Form.COUNT, "12–15", bound=Bound.ABOUT)),
        (Kind.INCIDENT, "killed", Count(Range(20, None)), Bound.EXACT, Shown(Form.COUNT, "20", bound=Bound.AT_LEAST)),
        (Kind.TALLY, "value", Count(Range(0, 12)), Bound.AT_MOST, Shown(Form.COUNT, "12", bound=Bound.AT_MOST)),
        (Kind.INCIDENT, "date", When(EDTF("2023-10~")), Bound.EXACT,
         Shown(Form.DATE, "2023-10~", start="2023-10~", end="2023-10~")),
        (Kind.TALLY, "period", When(EDTF("2018/..")), Bound.EXACT,
         Shown(Form.INTERVAL, "2018/..", start="2018", end="")),
    ],
)  # fmt: skip
def test_shown(kind: Kind, field: str, value: Value, bound: Bound, expected: Shown) -> None:
    assert shown(value, kind, field, nowhere, bound) == expected


def test_a_reference_leads_to_its_record() -> None:
    found = shown(Ref("m" * 32, "درعا"), Kind.INCIDENT, "place", lambda mention: f"x.html#{mention[0]}")
    assert found == Shown(Form.WORDS, "درعا", "x.html#m")
