"""Signs weighed into a confidence."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawthiq.extract import read_report
from tawthiq.extract.confidence.rating import BASE, Weighing, family, shipped
from tawthiq.extract.confidence.signs import Evidence
from tawthiq.extract.page import Page
from tawthiq.model import Claim, Kind, Report, Stance

TEXT = (
    "اغتيال في نوى\n"
    "قُتل سامر وليد الخطيب برصاص مجهولين في مدينة نوى غربي درعا، بحسب مصدر محلي.\n"
    "وكان الخطيب قيادياً في اللواء الثامن، ونفى مصدر آخر مقتل مرافقه حسان ورثمغ في نوى."
)
REPORT = Report(hashlib.sha256(TEXT.encode()).hexdigest(), TEXT, "r", date(2021, 11, 23))
CLAIMS = read_report(REPORT)
signs = st.dictionaries(st.sampled_from([*shipped().shared, "never seen"]), st.floats(0, 1))


def claim(kind: Kind, predicate: str, value: str) -> Claim:
    return next(c for c in CLAIMS if (c.subject.kind, c.predicate, str(c.value)) == (kind, predicate, value))


def test_every_claim_has_a_confidence() -> None:
    assert len(CLAIMS) > 15
    assert all(c.confidence is not None and 0 < c.confidence < 1 for c in CLAIMS)


def test_the_logistic_of_shared_and_own_weights() -> None:
    weighing = Weighing({BASE: 1.0, "times": 2.0}, {"place.name": {BASE: -1.0, "times": 1.0}})
    assert weighing.confidence("place.name", {}) == 0.5
    assert weighing.confidence("place.name", {"times": 0.5}) == pytest.approx(0.818, abs=1e-3)
    assert weighing.confidence("other", {"times": 0.5, "unknown sign": 1.0}) == pytest.approx(0.881, abs=1e-3)
    assert weighing.confidence("place.name", {"times": 9.0}) == 0.99
    assert weighing.confidence("place.name", {"times": -9.0}) == 0.01


@given(st.sampled_from([*shipped().families, "new.field"]), signs)
def test_the_shipped_table_gives_a_chance_for_any_signs(name: str, held: dict[str, float]) -> None:
    assert 0.01 <= shipped().confidence(name, held) <= 0.99


def test_all_tolls_are_one_family() -> None:
    assert family(claim(Kind.INCIDENT, "killed", "1")) == "incident.toll"
    assert family(claim(Kind.PLACE, "name", "نوى")) == "place.name"
    assert {"incident.toll", "place.name"} <= shipped().families.keys()


def test_signs_lie_between_0_and_1() -> None:
    evidence = Evidence(Page(REPORT), CLAIMS)
    for each in CLAIMS:
        assert all(0 < value <= 1 for value in evidence.signs(each).values()), each


def test_signs_of_a_name() -> None:
    evidence = Evidence(Page(REPORT), CLAIMS)
    often, once = (evidence.signs(claim(Kind.PLACE, "name", name)) for name in ("نوى", "درعا"))
    assert often["times"] > once.get("times", 0)
    assert often["heading"] == often["listed"] == 1
    assert "heading" not in once or once["heading"] == 1


def test_signs_of_saying() -> None:
    evidence = Evidence(Page(REPORT), CLAIMS)
    told = claim(Kind.INCIDENT, "killed", "1")
    assert "contested" not in evidence.signs(told)
    assert evidence.signs(replace(told, stance=Stance.DENIES))["contested"] == 1
