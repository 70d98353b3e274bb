"""Agreements with their status, parties, aims and clauses."""

from __future__ import annotations

import pytest

from tawthiq.extract.accords.agreements import read_agreements
from tawthiq.extract.accords.aims import read_aims
from tawthiq.extract.accords.clauses import read_clauses
from tawthiq.extract.facts import Agreement, Reading
from tawthiq.model import AgreementStatus
from tests.extract.pages import page_of, reading_of


def agreements(text: str, **names: list[str]) -> tuple[Agreement, ...]:
    page = page_of(text)
    return read_agreements(page, reading_of(page, **names)).agreements


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("توصل الطرفان إلى اتفاق هدنة في المدينة.", AgreementStatus.SIGNED),
        ("يهدف اللقاء إلى التوصل لاتفاق مصالحة بين العشيرتين.", AgreementStatus.PROPOSED),
        ("انهار اتفاق الهدنة بعد يومين.", AgreementStatus.FAILED),
        ("خرقت المجموعة اتفاق التهدئة.", AgreementStatus.BROKEN),
        ("دخل اتفاق التهدئة حيز التنفيذ.", AgreementStatus.IN_FORCE),
    ],
)
def test_how_far_an_agreement_has_come(text: str, status: AgreementStatus) -> None:
    assert [row.status for row in agreements(text)] == [status]


def test_parties_stand_after_between() -> None:
    text = "وُقّع اتفاق التسوية عام 2018 بين فصائل المعارضة وروسيا."
    [row] = agreements(text, groups=["فصائل المعارضة"], places=["country|روسيا"])
    assert [party.text for party in row.parties] == ["فصائل المعارضة", "روسيا"]
    assert row.date is not None
    assert row.date.date.text == "2018"


def test_the_same_agreement_named_again_is_one() -> None:
    text = "توصل الوجهاء إلى اتفاق دفاع مشترك. وقال مصدر إن الاتفاق سيُعلن قريباً. ويشمل اتفاق الدفاع المشترك خمس بلدات."
    assert len(agreements(text)) == 1


def test_a_club_of_that_name_is_no_agreement() -> None:
    assert agreements("تعاقد نادي الاتفاق مع مدرب جديد.", groups=["نادي الاتفاق"]) == ()


def test_aims_are_parted_at_their_verbal_nouns() -> None:
    page = page_of("توصل الوجهاء إلى اتفاق. والهدف من الاتفاق ضبط الحدود ومكافحة التهريب والحد من السرقة.")
    found = read_aims(page, read_agreements(page, Reading()))
    assert [aim.text for aim in found.aims] == ["ضبط الحدود", "مكافحة التهريب", "الحد من السرقة"]


def test_a_clause_has_trigger_threat_place_and_obligation() -> None:
    text = (
        "وينص الاتفاق على أنه في حال تعرضت أي قرية لهجوم من قبل تنظيم الدولة ومهربي السلاح "
        "فإن بقية القرى ترسل مقاتليها."
    )
    page = page_of(text)
    found = read_clauses(page, read_agreements(page, reading_of(page, groups=["تنظيم الدولة"])))
    [clause] = found.clauses
    assert [threat.text for threat in clause.threat_from] == ["تنظيم الدولة", "مهربي السلاح"]
    assert clause.where is not None
    assert clause.where.text == "أي قرية"
    assert clause.obligation.text == "بقية القرى ترسل مقاتليها"


def test_a_threat_is_no_clause() -> None:
    page = page_of("هدد المسلحون بقتل الرهينة في حال لم تطلق الحكومة سراح رفاقهم، فإن المهلة تنتهي غداً.")
    assert read_clauses(page, Reading()).clauses == ()


def test_a_transfer_of_a_player_is_no_agreement() -> None:
    assert agreements("توصلت الإدارة إلى اتفاق نهائي مع مهاجم أفريقي.") == ()


def test_an_understanding_that_did_not_hold_has_failed() -> None:
    [row] = agreements("جرى التوصل في اليوم التالي إلى تفاهم أول لم يصمد.")
    assert row.status is AgreementStatus.FAILED


def test_an_agreement_told_anew_with_its_own_day_is_another() -> None:
    text = "وُقع اتفاق أمس الأحد. ويستحضر الأهالي تجربة شباط 2021، حين جنّب اتفاق برعاية روسية المدينة عملية عسكرية."
    assert [row.date.date.text for row in agreements(text) if row.date] == ["2024-05-19", "2021-02"]


def test_parties_stand_behind_the_verb_of_agreeing() -> None:
    text = "توصلت لجنة الأهالي في تلبيسة واللجنة الأمنية أمس إلى اتفاق تسوية."
    [row] = agreements(text, groups=["لجنة الأهالي", "اللجنة الأمنية"], places=["town|تلبيسة"])
    assert [party.text for party in row.parties] == ["لجنة الأهالي", "اللجنة الأمنية"]
