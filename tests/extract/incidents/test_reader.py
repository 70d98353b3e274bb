"""What is an incident, of which type, and what is none."""

from __future__ import annotations

import pytest

from tawthiq.extract.attribution import read_statements
from tawthiq.extract.facts import Named, Reading
from tawthiq.extract.incidents import read_incidents
from tawthiq.model import Fate, IncidentType, Range
from tests.extract.incidents.incidents import dates, incidents_in, toll
from tests.extract.pages import page_of, reading_of

TYPES = {
    "اغتال مجهولون الناشط سامر الحلاق في بلدة الجرن.": IncidentType.ASSASSINATION,
    "نجا سامر الحلاق من محاولة اغتيال في بلدة الجرن.": IncidentType.ATTEMPTED_ASSASSINATION,
    "قتل مسلحون أربعة مزارعين في بلدة الجرن.": IncidentType.KILLING,
    "انفجر لغم أرضي في بلدة الجرن وأصيب راعيان.": IncidentType.EXPLOSION,
    "فجر انتحاري نفسه في سوق بلدة الجرن فقتل ستة أشخاص.": IncidentType.SUICIDE_ATTACK,
    "قصفت المدفعية بلدة الجرن بعشرات القذائف.": IncidentType.SHELLING,
    "شنت طائرات حربية غارات على بلدة الجرن.": IncidentType.AIRSTRIKE,
    "قصفت مروحية بالبراميل المتفجرة بلدة الجرن.": IncidentType.AIRSTRIKE,
    "دارت اشتباكات عنيفة في محيط بلدة الجرن.": IncidentType.ARMED_CLASH,
    "خطف ملثمون سامر الحلاق من بلدة الجرن.": IncidentType.KIDNAPPING,
    "اعتقلت دورية أمنية ثلاثة شبان في بلدة الجرن.": IncidentType.ARREST,
    "أعدم مسلحون أسيرين في بلدة الجرن.": IncidentType.EXECUTION,
    "تظاهر مئات الأشخاص في بلدة الجرن.": IncidentType.PROTEST,
    "سيطر مقاتلو الفصيل على بلدة الجرن.": IncidentType.SEIZURE,
}


@pytest.mark.parametrize(("text", "kind"), TYPES.items())
def test_types(text: str, kind: IncidentType) -> None:
    persons = ["سامر الحلاق"] if "سامر" in text else []
    assert [i.type for i in incidents_in(text, persons=persons, places=["الجرن"])] == [kind]


@pytest.mark.parametrize(
    "text",
    [
        "هدد التنظيم بقصف بلدة الجرن.",
        "بدأ وقف إطلاق النار في بلدة الجرن صباح اليوم.",
        "أقيمت الحواجز لمنع عمليات الخطف والاغتيال في بلدة الجرن.",
        "لم يسفر الحريق عن إصابات في بلدة الجرن.",
        "قتل ثلاثة أشخاص وأصيب سبعة في حادث سير على طريق بلدة الجرن.",
        "وثق مركز الرصد مقتل 40 مدنياً في بلدة الجرن خلال شهر نيسان الماضي.",
        "فقد السائق السيطرة على الحافلة قرب بلدة الجرن.",
        "ألقت الشرطة محاضرة عن السلامة في بلدة الجرن.",
        "قالت الشرطة إن صهريج وقود انقلب ثم انفجر قرب بلدة الجرن فقتل مئة شخص.",
        "نفى المتحدث قصف أي منزل في بلدة الجرن.",
        "تنشط في بلدة الجرن جماعة اعتادت خطف الأجانب.",
    ],
)
def test_no_incident(text: str) -> None:
    assert incidents_in(text, places=["الجرن"]) == ()


def test_a_court_sentence_is_no_incident() -> None:
    assert incidents_in("نفذت السلطات اليوم حكم القصاص بحق رجل قتل مواطناً بإطلاق النار عليه من مسدس.") == ()


def test_a_match_is_no_incident() -> None:
    text = "قصف المهاجم مرمى الفريق الضيف بهدفين في المباراة وفجر فرحة الملعب في الشوط الثاني."
    assert incidents_in(text) == ()


def test_one_event_told_three_times_is_one() -> None:
    text = (
        "انفجرت عبوة ناسفة أمس الأحد في بلدة الجرن فقتل جنديان. وقال مصدر محلي إن الانفجار وقع قرب المخبز. "
        "وأدى الانفجار إلى أضرار في المحال."
    )
    held = incidents_in(text, places=["الجرن"])
    assert dates(held) == ["2024-05-19"]
    assert toll(held[0], Fate.KILLED) == {Range.exactly(2)}


def test_background_with_its_own_date_stays_apart() -> None:
    text = (
        "اغتال مجهولون سامر الحلاق مساء أمس في بلدة الجرن. "
        "وكان مجهولون قد قتلوا في 3 نيسان 2023 حارساً ليلياً في بلدة الصخرة."
    )
    held = incidents_in(text, persons=["سامر الحلاق"], places=["الجرن", "الصخرة"])
    assert dates(held) == ["2024-05-19", "2023-04-03"]
    assert [[p.text for p in i.places] for i in held] == [["الجرن"], ["الصخرة"]]


def test_a_campaign_over_two_countries_is_two() -> None:
    text = "بدأت الطائرات حملة ضربات جوية على مواقع في العراق وسوريا."
    page = page_of(f"2024-05-20\nعنوان لا يقول شيئاً عن ذلك\n{text}")
    country = [
        Named(p.name, kind="country", mentions=p.mentions) for p in reading_of(page, places=["العراق", "سوريا"]).places
    ]
    held = read_incidents(page, Reading(places=tuple(country))).incidents
    assert [[p.text for p in i.places] for i in held] == [["العراق"], ["سوريا"]]
    assert {i.type for i in held} == {IncidentType.AIRSTRIKE}


def test_a_victim_without_a_fate_gets_that_of_the_incident() -> None:
    text = (
        "2024-05-20\nآخر الأخبار الواردة من المنطقة\nأفرج عن سامر الحلاق اليوم بعد أسبوعين من اختطافه قرب بلدة الجرن."
    )
    page = page_of(text)
    held = read_incidents(page, reading_of(page, persons=["سامر الحلاق"], places=["الجرن"]))
    assert held.persons[0].fate is Fate.ABDUCTED


def test_names_in_a_row_share_a_fate_and_a_speaker_has_none() -> None:
    text = (
        "2024-05-20\nآخر الأخبار الواردة من المنطقة\n"
        "قتل سامر الحلاق وعمر النجار بانفجار لغم في بلدة الجرن. وقال رامي الخطيب إن ثلاثة آخرين أصيبوا."
    )
    page = page_of(text)
    found = reading_of(page, persons=["سامر الحلاق", "عمر النجار", "رامي الخطيب"], places=["الجرن"])
    held = read_incidents(page, read_statements(page, found))
    assert [p.fate for p in held.persons] == [Fate.KILLED, Fate.KILLED, Fate.NONE]


def test_attempts_told_one_by_one_are_attempts() -> None:
    text = (
        "نجا سامر الحلاق من محاولتي اغتيال، الأولى في 3 أيلول 2019 حين انفجرت عبوة ناسفة في بلدة الجرن، "
        "والثانية في أيار 2023 حين أطلق مسلحون النار عليه في بلدة الصخرة."
    )
    held = incidents_in(text, persons=["سامر الحلاق"], places=["الجرن", "الصخرة"])
    assert {i.type for i in held} == {IncidentType.ATTEMPTED_ASSASSINATION}
    assert dates(held) == ["2019-09-03", "2023-05"]
