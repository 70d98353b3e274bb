"""Ties, leaders, backing, sanctions, initiatives."""

from __future__ import annotations

import pytest

from tawthiq.extract.facts import Reading
from tawthiq.extract.profiles import read_profiles
from tawthiq.extract.profiles.affiliations import status_of
from tawthiq.model import AffiliationStatus
from tests.extract.pages import page_of, reading_of


def read(text: str, **names: list[str]) -> Reading:
    page = page_of(text)
    return read_profiles(page, reading_of(page, **names))


@pytest.mark.parametrize(
    ("role", "status"),
    [
        ("القيادي في لواء الصخرة", AffiliationStatus.CURRENT),
        ("القيادي السابق في لواء الصخرة", AffiliationStatus.FORMER),
        ("القيادي المقرب من لواء الصخرة", AffiliationStatus.CLOSE_TO),
    ],
)
def test_a_title_tells_the_tie(role: str, status: AffiliationStatus) -> None:
    assert status_of(role) is status
    found = read(f"وصل {role} سامر الحلقي.", persons=[f"{role}|سامر الحلقي"], groups=["لواء الصخرة"])
    assert [(row.person.text, row.group.text, row.status) for row in found.affiliations] == [
        ("سامر الحلقي", "لواء الصخرة", status)
    ]


def test_a_nameless_militia_has_leader_backer_and_trade() -> None:
    text = (
        "سامر الحلقي، الذي يتزعم ميليشيا محلية مدعومة من قبل الأمن العسكري، "
        "ويعمل أفرادها على تهريب السلاح في المنطقة."
    )
    found = read(text, persons=["سامر الحلقي"], groups=["الأمن العسكري"])
    facts = {(fact.fact, fact.value.text) for fact in found.group_facts}
    assert facts == {("leader", "سامر الحلقي"), ("backing", "الأمن العسكري"), ("activity", "تهريب السلاح")}
    assert [(row.person.text, row.group.text) for row in found.affiliations] == [("سامر الحلقي", "ميليشيا محلية")]


def test_founder_year_and_stronghold() -> None:
    text = "بلدة الكرك، معقل لواء الصخرة الذي أسسته روسيا عام 2018."
    found = read(text, groups=["لواء الصخرة"], places=["الكرك", "روسيا"])
    assert {(f.fact, f.value.text) for f in found.group_facts} == {("stronghold", "الكرك"), ("founder", "روسيا")}
    assert [f.founded.text for f in found.group_facts if f.founded] == ["2018"]


def test_a_sanctions_listing_with_authority_day_and_reason() -> None:
    text = "وفي آذار الماضي أدرجت وزارة الخزانة سامر الحلقي على قوائم العقوبات لتورطه في التهريب."
    [row] = read(text, persons=["سامر الحلقي"], groups=["وزارة الخزانة"]).listings
    assert (row.person.text, row.authority.text) == ("سامر الحلقي", "وزارة الخزانة")
    assert row.date is not None
    assert row.date.text == "2024-03"
    assert row.reason is not None
    assert row.reason.text == "لتورطه في التهريب"


def test_an_initiative_and_what_became_of_it() -> None:
    text = "وسبق لسامر الحلقي أن أعلن مبادرة لفتح الطريق في حزيران 2022. إلا أن المبادرة لم تر النور حتى الآن."
    [row] = read(text, persons=["سامر الحلقي"]).initiatives
    assert row.by.text == "سامر الحلقي"
    assert row.date is not None
    assert row.date.text == "2022-06"
    assert row.outcome is not None
    assert row.outcome.text.startswith("لم تر النور")
