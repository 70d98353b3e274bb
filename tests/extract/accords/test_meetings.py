"""Meetings, delegations and who stayed away."""

from __future__ import annotations

import pytest

from tawthiq.extract.accords.delegations import read_delegations
from tawthiq.extract.accords.meetings import read_meetings
from tawthiq.extract.facts import Reading
from tawthiq.extract.posts import read_posts
from tawthiq.model import DelegationMode
from tests.extract.pages import page_of, reading_of

TOLD = (
    "اجتمع ممثلون عن الفصائل في بلدة الكرك أمس الأحد في مضافة البلدة.\n"
    "وعن بلدة المسيفرة حضر كل من القيادي سامر الحلقي والشيخ نبيل الرفاعي.\n"
    "وحضر الاجتماع عن مدينة الحراك، معقل لواء الصخرة، كل من القيادي عدنان القداح وزياد السلامات.\n"
    "واعتذر وفد من منطقة اللجاة عن الحضور بسبب قطع الطرق، وكلفوا الوجيه فارس البدوي للحضور عنهم."
)
PEOPLE = ["سامر الحلقي", "نبيل الرفاعي", "عدنان القداح", "زياد السلامات", "فارس البدوي"]
PLACES = ["الكرك", "المسيفرة", "الحراك", "اللجاة", "مضافة البلدة"]


def read(text: str = TOLD) -> Reading:
    page = page_of(text)
    found = reading_of(page, persons=PEOPLE, places=PLACES)
    return read_delegations(page, read_meetings(page, found))


def test_one_meeting_with_its_day_and_all_who_came() -> None:
    [meeting] = read().meetings
    assert meeting.date is not None
    assert meeting.date.date.text == "2024-05-19"
    assert [phrase.text for phrase in meeting.attendees] == PEOPLE


@pytest.mark.parametrize(
    ("text", "people", "groups", "came"),
    [
        (
            "والتقى سامر الحلقي، في مبنى الكرك أمس الأحد، وفداً ترأسه نبيل الرفاعي، وبحثا عودة زياد السلامات.",
            ["سامر الحلقي", "نبيل الرفاعي", "زياد السلامات"],
            [],
            ["سامر الحلقي", "نبيل الرفاعي"],
        ),
        (
            "عُقد اجتماع مطوّل في الكرك أمس بحضور سامر الحلقي، وعدنان القداح ممثلاً للأهالي.",
            ["سامر الحلقي", "عدنان القداح"],
            [],
            ["سامر الحلقي", "عدنان القداح"],
        ),
        (
            "انتهى اجتماع عُقد أمس في الكرك بين لجنة الوادي ورئيس فرع السهل سامر الحلقي.",
            ["رئيس فرع السهل|سامر الحلقي"],
            ["لجنة الوادي", "فرع السهل"],
            ["لجنة الوادي", "سامر الحلقي"],
        ),
        (
            "بحثت الوزيرة سلمى الحلقي مع نظيرها نبيل الرفاعي، في الكرك أمس، سبل العودة.",
            ["سلمى الحلقي", "نبيل الرفاعي"],
            [],
            ["سلمى الحلقي", "نبيل الرفاعي"],
        ),
    ],
)  # fmt: skip
def test_who_came(text: str, people: list[str], groups: list[str], came: list[str]) -> None:
    page = page_of(text)
    [meeting] = read_meetings(page, reading_of(page, persons=people, groups=groups, places=["الكرك"])).meetings
    assert [phrase.text for phrase in meeting.attendees] == came


def test_each_area_with_its_delegates() -> None:
    rows = [(row.area.text, [d.text for d in row.delegates], row.mode) for row in read().delegations]
    assert rows == [
        ("المسيفرة", PEOPLE[:2], DelegationMode.PRESENT),
        ("الحراك", PEOPLE[2:4], DelegationMode.PRESENT),
        ("اللجاة", PEOPLE[4:], DelegationMode.PROXY),
    ]


def test_why_an_area_stayed_away_is_noted() -> None:
    proxy = read().delegations[-1]
    assert proxy.note is not None
    assert proxy.note.text == "بسبب قطع الطرق"


def test_without_a_meeting_nobody_came_for_an_area() -> None:
    page = page_of("وعن بلدة المسيفرة حضر سامر الحلقي الجنازة.")
    found = reading_of(page, persons=["سامر الحلقي"], places=["المسيفرة"])
    assert read_delegations(page, read_meetings(page, found)).delegations == ()


def test_a_match_is_no_meeting() -> None:
    page = page_of("وفاز الفريق في لقاء الأمس على ملعبه بهدفين.")
    assert read_meetings(page, Reading()).meetings == ()


def test_meetings_of_two_days_are_two() -> None:
    page = page_of(
        "اجتمع سامر الحلقي أمس الأحد مع نبيل الرفاعي في الكرك. "
        "ثم اجتمع سامر الحلقي اليوم الاثنين مع فارس البدوي في الحراك."
    )
    found = reading_of(page, persons=["سامر الحلقي", "نبيل الرفاعي", "فارس البدوي"], places=["الكرك", "الحراك"])
    meetings = read_meetings(page, found).meetings
    assert [m.date.date.text for m in meetings if m.date] == ["2024-05-19", "2024-05-20"]


def test_what_a_post_tells_is_dated_by_the_post() -> None:
    page = page_of("فصائل محلية تعقد اجتماعا أمنيا في الكرك\n— شبكة الجنوب (@south_net) May 7, 2024")
    found = read_meetings(page, read_posts(page, reading_of(page, groups=["شبكة الجنوب"], places=["الكرك"])))
    assert [m.date.date.text for m in found.meetings if m.date] == ["2024-05-07"]
