"""Statistics by example: sentences of reports that documenting bodies publish, and tolls that are none."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawthiq.extract.facts import Incident, Phrase, Reading, Tally, Toll
from tawthiq.extract.tallies import read_tallies
from tawthiq.model import Bound, Fate, IncidentType, Metric, Range
from tests.extract.pages import page_of, reading_of

PUBLISHED = "2022-06-02"
LEAD = "وثّق مرصد السهل خلال شهر أيار 40 عملية اغتيال في محافظة الوادي"


def tallies(
    text: str, groups: Iterable[str] = (), places: Iterable[str] = (), published: str = PUBLISHED
) -> tuple[Tally, ...]:
    page = page_of(text, published)
    return read_tallies(page, reading_of(page, groups=groups, places=places)).tallies


def counts(text: str) -> list[tuple[str, int]]:
    return [(row.metric.value, row.value) for row in tallies(text)]


def words(phrase: Phrase | None) -> str | None:
    return phrase.text if phrase else None


def test_a_row_has_metric_value_period_area_category_and_body() -> None:
    (row,) = tallies(f"{LEAD}.", groups=["مرصد السهل"], places=["الوادي"])
    assert (row.metric, row.value, row.bound) == (Metric.OPERATIONS, 40, Bound.EXACT)
    assert row.period is not None
    assert row.period.text == "2022-05"
    assert (words(row.area), words(row.body)) == ("الوادي", "مرصد السهل")
    assert words(row.category) == "عملية اغتيال"


@pytest.mark.parametrize(
    ("clause", "expected"),
    [
        ("أدت إلى مقتل 12 شخصاً وإصابة تسعة", [("killed", 12), ("injured", 9)]),
        ("ذهب ضحيتها عشرة قتلى وسبعة جرحى", [("killed", 10), ("injured", 7)]),
        ("فيما نجا أربعة ممن استهدفوا", [("survived", 4)]),
        ("قضى فيها 12 شخصاً، خمسة منهم مدنيون وسبعة مقاتلون", [("killed", 12), ("killed", 5), ("killed", 7)]),
        ("كما رصد 15 حالة اعتقال و3 حالات خطف", [("detained", 15), ("abducted", 3)]),
        ("واعتقل 15 شخصاً أُفرج عن ستة منهم", [("detained", 15), ("other", 6)]),
        ("وسُجلت ست حالات خطف انتهت اثنتان منها بمقتل المخطوف", [("abducted", 6), ("killed", 2)]),
        ("مقابل تسع في الريف الشرقي", [("operations", 9)]),
        ("ولم تشهد المدينة سوى واحدة", [("operations", 1)]),
        ("أودى كل منهما بأربعة أشخاص", [("killed", 4), ("killed", 4)]),
    ],
)
def test_the_metric_is_said_with_the_number_or_taken_over(clause: str, expected: list[tuple[str, int]]) -> None:
    assert counts(f"{LEAD}، {clause}.") == [("operations", 40), *expected]


@pytest.mark.parametrize(
    ("stated", "value", "bound"),
    [
        ("ما لا يقل عن 40", 40, Bound.AT_LEAST),
        ("نحو 40", 40, Bound.ABOUT),
        ("أقل من 40", 40, Bound.AT_MOST),
        ("40", 40, Bound.EXACT),
    ],
)
def test_bounds_are_those_of_the_number(stated: str, value: int, bound: Bound) -> None:
    (row,) = tallies(f"سجل مركز السهل {stated} عملية اغتيال خلال شهر أيار.")
    assert (row.value, row.bound) == (value, bound)


def test_a_share_of_the_dead_is_a_percentage() -> None:
    rows = tallies(f"{LEAD}، أسفرت عن مقتل 20 شخصاً، شكّل المدنيون 45 في المئة من القتلى.")
    assert (rows[-1].metric, rows[-1].value, rows[-1].bound) == (Metric.KILLED, 45, Bound.PERCENT)


@pytest.mark.parametrize(
    ("told", "period"),
    [
        ("خلال شهر أيار", "2022-05"),
        ("خلال عام 2021", "2021"),
        ("منذ عام 2018 حتى نهاية أيار الفائت", "2018/2022-05-31"),
        ("خلال الأشهر الثلاثة الأولى من العام الحالي", "2022-01-01/2022-03-31"),
        ("منذ بداية العام", "2022-01-01/2022-06-02"),
    ],
)
def test_periods(told: str, period: str) -> None:
    (row,) = tallies(f"أحصى مركز السهل 40 عملية اغتيال {told}.")
    assert row.period is not None
    assert row.period.text == period


def test_an_office_belongs_to_the_body_named_after_it_and_is_named_again_by_its_head() -> None:
    rows = tallies(
        'سجل مكتب التوثيق في "تجمع السهل" 40 عملية اغتيال خلال شهر أيار.\nووثق المكتب 12 حالة اعتقال.',
        groups=["مكتب التوثيق", "تجمع السهل"],
    )
    assert [words(row.body) for row in rows] == ["تجمع السهل", "تجمع السهل"]


def test_each_area_has_its_own_number() -> None:
    rows = tallies(
        f"{LEAD}.\nوتوزعت العمليات على الريف الغربي بواقع 25 عملية، والريف الشرقي بواقع 15.",
        places=["الوادي", "الريف الغربي", "الريف الشرقي"],
    )
    areas = [(row.value, words(row.area)) for row in rows]
    assert areas == [(40, "الوادي"), (25, "الريف الغربي"), (15, "الريف الشرقي")]


def test_a_title_is_told_once() -> None:
    assert counts(f"40 عملية اغتيال في الوادي خلال أيار\n{LEAD}.") == [("operations", 40)]


def test_a_sum_of_incidents_told_one_by_one_is_a_statistic() -> None:
    text = (
        "أفادت مصادر طبية أمس بمقتل 14 مدنياً. وقالت إن عبوة انفجرت في السوق ما أدى إلى مقتل ستة مدنيين. "
        "وأضافت أن قذيفة أسفرت عن مقتل ثمانية مدنيين."
    )
    assert counts(text) == [("killed", 14)]


@pytest.mark.parametrize(
    "text",
    [
        "قُتل خمسة أشخاص وأصيب 12 أمس في تفجير سيارة وسط المدينة.",
        "قُتل خمسة جنود في هجوم هو الأعنف منذ بداية العام على حاجز شرق البلدة.",
        "ووثق ناشطون مقتل سبعة مدنيين في غارة على البلدة أمس.",
        "وارتفعت حصيلة التفجير إلى 120 قتيلاً و170 جريحاً.",
        "سجلت إدارة المرور 120 حادثاً أسفرت عن وفاة 30 شخصاً وإصابة 200 خلال شهر أيار.",
        "سجل المهاجم 15 هدفاً خلال الموسم وتصدر ترتيب الهدافين.",
    ],
)
def test_tolls_of_one_incident_accidents_and_scores_are_no_statistics(text: str) -> None:
    assert counts(text) == []


def test_an_event_told_elsewhere_and_a_dated_one_stay_out() -> None:
    text = (
        f"{LEAD}، مذكّراً بالمجزرة التي راح ضحيتها سبعة أشخاص.\n"
        "وقُتل ثلاثة أشخاص يوم 12 نيسان بانفجار لغم شمال البلدة."
    )
    assert counts(text) == [("operations", 40)]

@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("وتوزع الضحايا على حي النهر (22) وحي السوق (15).", [("killed", 22), ("killed", 15)]),
        ("توزعوا وفق الآتي: 23 في الريف، 15 في المدينة.", [("killed", 23), ("killed", 15)]),
        ("منهم 24 من أبناء الريف و12 بالعبوات الناسفة.", [("killed", 24), ("killed", 12)]),
        ("وبلغ عدد قتلى الهجمات 48، فيما بلغ عدد الجرحى 13.", [("killed", 48), ("injured", 13)]),
        ("وكانت أداة القتل السلاح الناري في 38 حالة.", [("killed", 38)]),
        ("من بينهم ثلاثون شخصاً أعدمهم مسلحون، بينهم سيدة.", [("killed", 30), ("killed", 1)]),
        ("ومقارنة بشهر نيسان الذي شهد مقتل 12، ارتفع العدد إلى 64.", [("killed", 12), ("killed", 64)]),
        ("كما رصد المرصد 17 حالة ابتزاز.", [("operations", 17)]),
        ("كما رصد المرصد 17 حالة احتيال.", [("other", 17)]),
    ],
)
def test_lists_totals_and_bare_cases_count_what_was_told(sentence: str, expected: list[tuple[str, int]]) -> None:
    lead = "وثّق مرصد السهل خلال شهر أيار مقتل 64 شخصاً في محافظة الوادي."
    assert counts(f"{lead}\n{sentence}") == [("killed", 64), *expected]


def test_people_are_no_attacks() -> None:
    text = "وثق مرصد السهل خلال أيار مقتل 31 شخصاً في 15 عملية:\n– 24 من سكان الريف.\n– 7 مدنيين."
    assert counts(text) == [("killed", 31), ("operations", 15), ("killed", 24), ("killed", 7)]


@pytest.mark.parametrize(
    ("told", "bound"),
    [("تجاوز عدد القتلى", Bound.AT_LEAST), ("لم يتجاوز عدد القتلى", Bound.AT_MOST), ("ناهز عدد القتلى", Bound.ABOUT)],
)
def test_a_verb_before_the_word_for_the_number_bounds_it(told: str, bound: Bound) -> None:
    (row,) = tallies(f"قال مرصد السهل: {told} خلال شهر أيار 40 شخصاً.", groups=["مرصد السهل"])
    assert (row.value, row.bound) == (40, bound)


@pytest.mark.parametrize(
    ("told", "period"),
    [
        ("في الفترة من 1 كانون الثاني وحتى 30 نيسان 2022", "2022-01-01/2022-04-30"),
        ("منذ اندلاع القتال في 15 نيسان", "2022-04-15/2022-06-02"),
    ],
)
def test_days_that_bound_a_period(told: str, period: str) -> None:
    (row,) = tallies(f"قال المركز إن عدد القتلى بلغ {told} 140 شخصاً.")
    assert row.period is not None
    assert row.period.text == period


def test_a_year_compared_holds_for_its_own_number_alone() -> None:
    rows = tallies(f"{LEAD}.\nوتراجع العدد مقارنة بشهر نيسان 2022 الذي شهد 51 عملية.\nكما قُتل 12 شخصاً.")
    assert [row.period.text if row.period else None for row in rows] == ["2022-05", "2022-04", "2022-05"]


def test_a_body_that_is_no_known_group_is_read_by_its_head() -> None:
    (row,) = tallies("نشر مركز السهل للتوثيق إحصائيته الشهرية، وفيها 40 عملية اغتيال خلال شهر أيار.")
    assert words(row.body) == "مركز السهل للتوثيق"


def test_doers_are_not_the_body() -> None:
    rows = tallies(
        f"{LEAD}.\nوقتلت قوات الوادي 12 مدنياً، وكتائب النهر ثلاثة.",
        groups=["مرصد السهل", "قوات الوادي", "كتائب النهر"],
    )
    assert {words(row.body) for row in rows} == {"مرصد السهل"}


@pytest.mark.parametrize(
    "text",
    [
        "احتجز قراصنة سفينة وعلى متنها ثمانية بحارة، في أول خطف من نوعه منذ 2012.",
        "اتفق الطرفان على لجنة من ثمانية أشخاص تتولى خلال شهر إعادة ستة مخطوفين.",
        "وينص الاتفاق على تسليم 30 بندقية خلال خمسة أيام.",
        "شن الطيران تسع غارات على مواقع قرب السد خلال الساعات الأربع والعشرين الماضية.",
    ],
)
def test_a_period_beside_a_small_number_is_no_statistic(text: str) -> None:
    assert counts(text) == []


@given(st.integers(min_value=2, max_value=9999))
def test_any_number_is_read_as_it_stands(value: int) -> None:
    (row,) = tallies(f"أحصى مركز السهل {value} عملية اغتيال خلال شهر أيار.")
    assert row.value == value


@given(st.text(alphabet="قتل 12،.و\nخلالشهرأيارعملية", max_size=60))
def test_quotes_lie_within_the_text_and_what_was_found_stays(text: str) -> None:
    page = page_of(text, PUBLISHED)
    rows = read_tallies(page, Reading()).tallies
    assert all(0 <= row.quote.start < row.quote.end <= len(text) for row in rows)
    assert read_tallies(page, Reading(tallies=rows)).tallies[: len(rows)] == rows


@pytest.mark.parametrize(
    ("clause", "expected"),
    [
        ("قتل فيها 30 شخصاً بالرصاص، تليه الألغام (12)", [("killed", 30), ("killed", 12)]),
        ("وخطف 20 شخصاً عاد تسعة منهم إلى بيوتهم", [("abducted", 20), ("other", 9)]),
        ("وارتفع عدد القتلى المدنيين إلى 31 والجرحى إلى 154", [("killed", 31), ("injured", 154)]),
    ],
)
def test_brackets_returns_and_nouns_joined_to_the_next_number(clause: str, expected: list[tuple[str, int]]) -> None:
    assert counts(f"{LEAD}، {clause}.") == [("operations", 40), *expected]


def test_a_topic_that_opens_the_sentence_says_what_the_cases_are() -> None:
    assert counts(f"{LEAD}. أما الاعتقال فقد رصد المرصد منه 23 حالة.")[-1] == ("detained", 23)


def test_a_body_behind_the_data_that_it_keeps() -> None:
    text = "قتل خلال شهر أيار في محافظة الوادي 51 شخصاً، وفق قاعدة البيانات التي تديرها شبكة السهل."
    (row,) = tallies(text, groups=["شبكة السهل"], places=["الوادي"])
    assert words(row.body) == "شبكة السهل"


def test_a_month_alone_does_not_become_the_period_of_what_follows() -> None:
    text = (
        "وثّق مرصد السهل خلال عام 2021 مقتل 400 شخص. "
        "ولاحظ المرصد أن شهر أيلول وحده شهد 36 قتيلاً. وأحصى المرصد 94 حالة خطف."
    )
    periods = [row.period.text if row.period else None for row in tallies(text, groups=["مرصد السهل"])]
    assert periods == ["2021", "2021-09", "2021"]


def test_deaths_on_the_road_are_no_statistic_of_violence() -> None:
    assert tallies("وقع على الطريق مصرع أربعة أشخاص بحوادث سير منذ مطلع العام.") == ()


def test_a_category_ends_at_another_number_and_at_what_else_was_done() -> None:
    text = "قال مرصد السهل إنه وثق خلال شهر أيار مقتل 11 مهرباً وضبط عشرين بندقية."
    row, *_ = tallies(text, groups=["مرصد السهل"])
    assert words(row.category) == "مهرباً"


def test_what_a_statistic_counts_is_no_incident() -> None:
    page = page_of("وثق مرصد السهل خلال شهر أيار مقتل 40 شخصاً في محافظة الوادي. وقتل حارس أمس.", PUBLISHED)
    held = reading_of(page, groups=["مرصد السهل"], places=["الوادي"])
    quote = page.sentences[0].span
    killed = Toll(Fate.KILLED, Range.exactly(40), Bound.EXACT, page.quantities[0].span)
    incident = Incident(IncidentType.KILLING, quote, tolls=(killed,))
    assert read_tallies(page, replace(held, incidents=(incident,))).incidents == ()
    apart = replace(incident, tolls=(replace(killed, span=page.tokens[-2].span),))
    assert read_tallies(page, replace(held, incidents=(apart,))).incidents == (apart,)


def test_a_series_of_strikes_on_one_day_with_few_harmed_is_no_statistic() -> None:
    text = "شن الطيران فجر اليوم سلسلة غارات على السهل، وأعلنت وكالة الوادي مقتل جندي وإصابة سبعة."
    assert tallies(text, groups=["وكالة الوادي"]) == ()
