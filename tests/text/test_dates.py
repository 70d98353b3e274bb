from __future__ import annotations

import itertools
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawthiq.text.dates import DateMention, Relation, find_dates
from tawthiq.text.tables import table
from tawthiq.text.tokens import tokenize

SUNDAY = date(2015, 8, 9)


def dates(text: str, published: date | None = SUNDAY) -> list[DateMention]:
    return list(find_dates(tokenize(text), text, published))


def told(text: str, published: date | None = SUNDAY) -> list[str | None]:
    return [m.date.text if m.date else None for m in dates(text, published)]


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("14 شباط 2019", "2019-02-14"),
        ("23 سبتمبر 2014", "2014-09-23"),
        ("2014-09-23", "2014-09-23"),
        ("٢٣/٩/٢٠١٤", "2014-09-23"),
        ("الأربعاء 22 تموز/يوليو 2015", "2015-07-22"),
        ("الأحد 9 أغسطس/ آب", "2015-08-09"),
        ("November 7, 2023", "2023-11-07"),
        ("الحادي والثلاثين من كانون الثاني 2012", "2012-01-31"),
        ("الثامن من يوليو", "2015-07-08"),
        ("الـ8 من يوليو الجاري", "2015-07-08"),
        ("في 14 تموز الفائت", "2015-07-14"),
        ("الثاني من آب الماضي", "2015-08-02"),
        ("30 آب الماضي", "2014-08-30"),
        ("25 نيسان المقبل", "2016-04-25"),
        ("في حزيران 2020", "2020-06"),
        ("في آذار الماضي", "2015-03"),
        ("تشرين الأول الفائت", "2014-10"),
        ("خلال شهر تشرين الثاني/نوفمبر", "2014-11"),
        ("أواخر نيسان - أبريل هجومها", "2015-04"),
        ("أوت الماضي", "2014-08"),
        ("الشهر الفائت", "2015-07"),
        ("مطلع الشهر الحالي", "2015-08"),
        ("هذا الشهر", "2015-08"),
        ("الأسبوع الماضي", "2015-08-01/2015-08-07"),
        ("العام الماضي", "2014"),
        ("صيف 2018", "2018"),
        ("منذ العام 2013", "2013"),
        ("في 2011 بدأت", "2011"),
        ("النصف الأول من عام 2022", "2022-01/2022-06"),
        ("الأشهر الأربعة الأولى من العام الحالي", "2015-01/2015-04"),
        ("بين 2011 و2014", "2011/2014"),
        ("من 1 إلى 5 تموز الماضي", "2015-07-01/2015-07-05"),
        ("منذ 23 سبتمبر 2014، وحتى فجر اليوم", "2014-09-23/2015-08-09"),
        ("عام 2013 حتى نهاية شهر تشرين الأول الفائت", "2013/2014-10-31"),
        ("12 رمضان 1444", "2023-04-03"),
        ("15 ربيع الأول 1445هـ", "2023-09-30"),
        ("اليوم الأحد", "2015-08-09"),
        ("يوم أمس السبت", "2015-08-08"),
        ("أمس", "2015-08-08"),
        ("أول من أمس", "2015-08-07"),
        ("أمس الأول الجمعة", "2015-08-07"),
        ("غداً", "2015-08-10"),
        ("بعد غد الثلاثاء", "2015-08-11"),
        ("السبت", "2015-08-08"),
        ("الإثنين", "2015-08-03"),
        ("يوم الأحد", "2015-08-09"),
        ("الأحد الماضي", "2015-08-02"),
        ("قبل ثلاثة أيام", "2015-08-06"),
        ("قبل أسبوعين", "2015-07-26~"),
        ("قبل أربع سنوات", "2011~"),
        ("قبل أيام", None),
        ("بعد ثلاثة أيام على مقتله", None),
        ("قبل يومين من الحادث", None),
        ("خلال 10 أشهر", None),
    ],
)
def test_one_date(text: str, edtf: str | None) -> None:
    assert told(text) == [edtf]


@pytest.mark.parametrize(
    ("text", "edtf", "part"),
    [
        ("مساء الثلاثاء الماضي", "2015-08-04", "evening"),
        ("فجر الأربعاء", "2015-08-05", "dawn"),
        ("أول من أمس ليلاً", "2015-08-07", "night"),
        ("الليلة الماضية", "2015-08-08", "night"),
        ("الليلة قبل الماضية", "2015-08-07", "night"),
        ("منتصف ليل الاحد- الاثنين مناطق", "2015-08-09", "night"),
        ("هذا الصباح", "2015-08-09", "morning"),
    ],
)
def test_the_part_of_the_day_is_kept_and_a_night_is_dated_by_its_evening(text: str, edtf: str, part: str) -> None:
    (mention,) = dates(text)
    assert (mention.date and mention.date.text, mention.part_of_day) == (edtf, part)


@pytest.mark.parametrize(
    ("text", "edtfs"),
    [
        ("في 28 شباط الماضي، ثم في 11 من الشهر نفسه", ["2015-02-28", "2015-02-11"]),
        ("في 14 شباط 2019، وفي أيار من العام التالي", ["2019-02-14", "2020-05"]),
        ("في 27 تموز الفائت، وفي اليوم التالي", ["2015-07-27", "2015-07-28"]),
    ],
)
def test_a_date_leans_on_the_one_before(text: str, edtfs: list[str]) -> None:
    assert told(text) == edtfs


@pytest.mark.parametrize(
    "text",
    ["مارس الرجل عمله", "أحد الأشخاص", "الشخصين الاثنين", "من قبل قوات النظام", "محطة الثانية", "شارع 17 نيسان",
     "خطبة الجمعة", "اليوم الأول", "صحيفة روسيا اليوم", "محمد رمضان", "31 شباط 2019", "اليومان", "لليوم الرابع",
     "سوق السبت", "صفحة «جبلة اليوم» قالت"],
)  # fmt: skip
def test_words_that_only_look_like_dates(text: str) -> None:
    assert told(text) == []


def test_without_a_report_date_the_phrase_stays() -> None:
    (mention,) = dates("انفجرت أمس السبت عبوة", None)
    assert (mention.date, mention.phrase) == (None, "أمس السبت")


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("منذ العام 2013", Relation.SINCE),
        ("قبل عام 2011", Relation.BEFORE),
        ("حتى اليوم", Relation.UNTIL),
        ("في 2011", None),
    ],
)
def test_the_word_before_bounds_it(text: str, relation: Relation | None) -> None:
    assert [m.relation for m in dates(text)] == [relation]


def month_names(calendar: str) -> dict[int, str]:
    rows = [row for row in table("lexicon/months.tsv") if row["calendar"] == calendar]
    return {int(row["month"]): row["form"] for row in reversed(rows)}


LEVANTINE, EGYPTIAN = month_names("levantine"), month_names("egyptian")
MAGHREBI = EGYPTIAN | month_names("maghrebi")
PAIRED = {m: f"{LEVANTINE[m]}/{EGYPTIAN[m]}" for m in LEVANTINE}


@pytest.mark.parametrize("names", [LEVANTINE, EGYPTIAN, MAGHREBI, PAIRED])
def test_every_day_of_2010_to_2030_is_found(names: dict[int, str]) -> None:
    days = [date(2010, 1, 1) + timedelta(days=n) for n in range(365 * 21 + 5)]
    wrong = [d for d in days if told(f"في {d.day} {names[d.month]} {d.year}.", None) != [d.isoformat()]]
    assert wrong == []


TOKENS = [
    "أمس", "السبت", "12", "آب", "الماضي", "2015", "من", "حتى", "قبل", "أيام", "عام", "/",
    "ليل", "رمضان", "الشهر", "نفسه", "و", "مطلع", "(", "الثاني", "اليوم", "شهر",
]  # fmt: skip


@given(
    st.lists(st.sampled_from(TOKENS), max_size=10),
    st.none() | st.dates(date(2000, 1, 1), date(2050, 1, 1)),
)  # fmt: skip
def test_mentions_are_verbatim_and_in_order(words: list[str], published: date | None) -> None:
    text = " ".join(words)
    found = dates(text, published)
    assert all(m.span.of(text) == m.phrase != "" for m in found)
    assert all(a.span.end <= b.span.start for a, b in itertools.pairwise(found))
