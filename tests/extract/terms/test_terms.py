"""What the terms component adds to the claims of a report: parts of duties, the course of agreements, responses."""

from __future__ import annotations

from datetime import date

import pytest

from tawthiq.extract import read_report
from tawthiq.model import Claim, Kind, Report, Stance


def claims(text: str, kind: Kind) -> list[Claim]:
    report = Report("0" * 64, f"2023-11-12\n{text}\n", "text", date(2023, 11, 12))
    return [claim for claim in read_report(report) if claim.subject.kind is kind]


def said(text: str, kind: Kind, field: str) -> list[str]:
    return [str(claim.value) for claim in claims(text, kind) if claim.predicate == field]


PAPER = """نص اتفاق التهدئة
1- يلتزم الطرفان بوقف إطلاق النار خلال 24 ساعة.
2- لا يجوز لأي مجموعة دخول البلدة، إلا بموافقة اللجنة.
3- إذا قصفت القوات بلدة طفس فعلى بقية المجموعات أن ترسل مؤازرة لنجدة أهلها خلال يومين.
4- يسري هذا الاتفاق مدة ستة أشهر.
"""


def test_parts_of_duties() -> None:
    assert said(PAPER, Kind.CLAUSE, "number") == ["1", "2", "3"]
    assert said(PAPER, Kind.CLAUSE, "duty_of") == ["الطرفان", "أي مجموعة", "بقية المجموعات"]
    assert said(PAPER, Kind.CLAUSE, "within") == ["24 ساعة", "يومين"]
    assert said(PAPER, Kind.CLAUSE, "exception") == ["إلا بموافقة اللجنة"]
    assert said(PAPER, Kind.CLAUSE, "act") == ["shelling"]
    assert said(PAPER, Kind.CLAUSE, "area") == ["tw:sy-tfs"]
    assert said(PAPER, Kind.CLAUSE, "owed_to") == ["أهلها"]


def test_the_paper_is_the_agreement_of_its_clauses() -> None:
    assert len(said(PAPER, Kind.CLAUSE, "agreement")) == 3
    assert said(PAPER, Kind.AGREEMENT, "description") != []


def test_how_long_it_holds_is_no_duty() -> None:
    assert all("يسري" not in duty for duty in said(PAPER, Kind.CLAUSE, "obligation"))


@pytest.mark.parametrize(
    ("text", "field", "value"),
    [
        (
            "وقّع الطرفان اتفاق هدنة في طفس بوساطة الهلال الأحمر بين لواء الوادي وكتائب السهل.",
            "mediator",
            "الهلال الأحمر",
        ),
        ("وُقّع اتفاق التسوية عام 2018 برعاية روسية.", "guarantor", "روسية"),
        ("وُقّع اتفاق التسوية عام 2018 برعاية روسية.", "nature", "settlement"),
        ("وُقّع اتفاق التسوية عام 2018 برعاية روسية.", "signed_on", "2018"),
    ],
)
def test_the_course_of_an_agreement(text: str, field: str, value: str) -> None:
    assert value in said(text, Kind.AGREEMENT, field)


def test_an_aim_that_is_denied() -> None:
    text = (
        'اجتمع القادة في طفس بهدف التوصل لاتفاقية "دفاع مشترك".\nونفى قيادي حضر الاجتماع أن يكون الهدف إنشاء جيش جديد.'
    )
    (aim,) = [c for c in claims(text, Kind.AGREEMENT) if c.predicate == "aim" and c.stance is Stance.DENIES]
    assert str(aim.value) == "إنشاء جيش جديد"


@pytest.mark.parametrize(
    ("text", "conduct", "party"),
    [
        ("وقصفت قوات النظام بلدة طفس أمس. وأرسلت فصائل بصرى الشام مؤازرة إلى بلدة طفس.", "fulfilled", "بصرى الشام"),
        ("وقصفت قوات النظام بلدة طفس أمس. ولم ترسل فصائل بصرى الشام أي مؤازرة.", "breached", "بصرى الشام"),
    ],
)
def test_responses(text: str, conduct: str, party: str) -> None:
    assert said(text, Kind.RESPONSE, "conduct") == [conduct]
    assert party in " ".join(said(text, Kind.RESPONSE, "party"))
    assert len(said(text, Kind.RESPONSE, "incident")) == 1


def test_a_report_without_agreements_gives_no_terms() -> None:
    text = "قُتل شاب برصاص مجهولين في طفس. وإذا لم تصل المساعدات فإن الوضع سيزداد سوءاً."
    assert claims(text, Kind.CLAUSE) == claims(text, Kind.RESPONSE) == []


MEETING = "اجتمع وجهاء من ريف درعا في بلدة تسيل يوم السبت بهدف التوصل لاتفاقية دفاع مشترك."


def test_an_area_that_stayed_away_and_why() -> None:
    text = f"{MEETING} واعتذر وفد من مدينة جاسم عن الحضور بسبب خلاف عشائري."
    assert said(text, Kind.DELEGATION, "mode") == ["absent"]
    assert said(text, Kind.DELEGATION, "area") == ["جاسم"]
    assert said(text, Kind.DELEGATION, "note") == ["بسبب خلاف عشائري"]


def test_an_area_that_sent_a_proxy_is_not_absent() -> None:
    text = f"{MEETING} واعتذر وفد من مدينة جاسم عن الحضور بسبب خلاف عشائري، وكلّفوا القيادي مازن البردان للحضور عنهم."
    assert said(text, Kind.DELEGATION, "mode") == ["proxy"]


def test_the_text_and_how_long_it_holds() -> None:
    (text,) = [claim for claim in claims(PAPER, Kind.AGREEMENT) if claim.predicate == "text"]
    whole = f"2023-11-12\n{PAPER}\n"[text.span.start : text.span.end]
    assert whole.startswith("يلتزم الطرفان")
    assert whole.endswith("خلال يومين")
    assert said(PAPER, Kind.AGREEMENT, "duration") == ["ستة أشهر"]
