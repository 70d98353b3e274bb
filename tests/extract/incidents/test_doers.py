"""Who did it, told in the ways that reports have."""

from __future__ import annotations

import pytest

from tawthiq.extract.facts import Incident
from tests.extract.incidents.incidents import incidents_in

GROUPS = ["لواء الصخر", "حركة الفجر", "جيش الوادي"]
PLACES = ["الجرن", "الصخرة"]


def told(text: str) -> tuple[Incident, ...]:
    return incidents_in(text, groups=[g for g in GROUPS if g in text], places=[p for p in PLACES if p in text])


DOERS = {
    "هاجم لواء الصخر بلدة الجرن، فاحتجزت دورية تابعة له ثلاثة شبان في بلدة الصخرة.": "لواء الصخر",
    "عبرت قوة من جيش الوادي خط الفصل، حيث احتجزت راعيين في بلدة الجرن.": "جيش الوادي",
    "استوقف أربعة ملثمين حافلة قرب بلدة الجرن، وجردوا ركابها من نقودهم.": "أربعة ملثمين",
    "قتل تاجر طعناً بسكين على يد لصوص في بلدة الجرن.": "لصوص",
    "سقطت قذيفتان أطلقتهما المدفعية التركية على بلدة الجرن.": "المدفعية التركية",
    "فجر رجل وامرأة نفسيهما قرب مخفر في بلدة الجرن.": "رجل وامرأة",
    "طائرات تركية قصفت بلدة الجرن أمس.": "طائرات تركية",
    "أعلنت جماعة تسمي نفسها «أحرار الساحل» على حسابها مسؤوليتها عن تفجير عبوة ناسفة في بلدة الجرن.": "أحرار الساحل",
    "وكانت حركة الفجر، التي غيرت اسمها قبل شهر، قد تبنت هجوماً مسلحاً على بلدة الجرن.": "حركة الفجر",
    "اغتيل عمدة بلدة الجرن برصاص أمس، واتهم قريب له متظاهرين بالوقوف خلف العملية.": "متظاهرين",
}


@pytest.mark.parametrize(("text", "expected"), DOERS.items())
def test_doer(text: str, expected: str) -> None:
    *_, held = told(text)
    assert held.perpetrator is not None
    assert held.perpetrator.text == expected


UNKNOWN = [
    "أطلق مسلحان مجهولان النار على حارس في بلدة الجرن فأردياه.",
    "انفجرت عبوة ناسفة في بلدة الجرن، والجهة الفاعلة لم تعرف بعد.",
    "انفجرت عبوة ناسفة في بلدة الجرن. ولم يتضح من يقف وراء التفجير.",
]


@pytest.mark.parametrize("text", UNKNOWN)
def test_nobody_is_known(text: str) -> None:
    (held,) = told(text)
    assert held.perpetrator is None
    assert held.unidentified


def test_who_finds_the_dead_did_not_kill_them() -> None:
    (held,) = told("عثر مقاتلو جيش الوادي على خمس جثث في بلدة الجرن.")
    assert held.perpetrator is None


def test_the_accused_outweighs_looks() -> None:
    text = "أطلق مسلحان النار على حارس في بلدة الجرن فقتلاه. ونسب ناشطون العملية إلى حركة الفجر."
    (held,) = told(text)
    assert held.perpetrator is not None
    assert held.perpetrator.text == "حركة الفجر"


def test_a_group_behind_its_accuser_is_accused() -> None:
    text = "انفجرت عبوة ناسفة في بلدة الجرن وقتل حارس، واتهم المجلس المحلي حركة الفجر بالوقوف وراء التفجير."
    (held,) = told(text)
    assert held.perpetrator is not None
    assert held.perpetrator.text == "حركة الفجر"


def test_who_loses_men_is_not_who_did_it() -> None:
    (held,) = told("خسر لواء الصخر 80 مسلحاً في معارك أمس في بلدة الجرن، فيما سقط من جيش الوادي 29 قتيلاً.")
    assert held.perpetrator is None
    assert {t.range.min for t in held.tolls} == {109}


def test_neither_side_of_a_clash_is_its_doer() -> None:
    text = "اشتبك جيش الوادي مع مسلحين أمس في بلدة الجرن وقتل منهم خمسة."
    (held,) = told(text)
    assert held.perpetrator is None


def test_guards_who_shoot_the_attacker_are_not_the_doers() -> None:
    text = "أصيب شرطي بعدما أطلق مسلح النار عليه في بلدة الجرن، وتمكنت الشرطة من قتل المهاجم."
    (held,) = told(text)
    assert held.perpetrator is not None
    assert held.perpetrator.text == "مسلح"


def test_a_country_may_be_accused_where_nobody_else_is() -> None:
    text = "تعرض مستشفى لقصف جوي أمس في بلدة الجرن وقتل طبيب. ونسب ناشطون الغارة إلى روسيا."
    held = incidents_in(text, places=["الجرن", "روسيا"])
    assert held[0].perpetrator is not None
    assert held[0].perpetrator.text == "روسيا"
