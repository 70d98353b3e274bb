"""Who did it, by all the ways in which reports say so."""

from __future__ import annotations

import pytest

from tests.extract.incidents.incidents import incidents_in

GROUP = "لواء الفجر"


@pytest.mark.parametrize(
    "text",
    [
        "إن لواء الفجر اعتقل أمس ثلاثة شبان في بلدة الجرن.",
        "أعلن لواء الفجر أنه استهدف حافلة في بلدة الجرن بقذائف هاون.",
        "اعتقل حاجز لواء الفجر شابين في بلدة الجرن.",
        "انفجرت عبوة ناسفة زرعها عناصر لواء الفجر في بلدة الجرن وقتل مدني.",
        "قتل مدني بانفجار عبوة ناسفة في بلدة الجرن. وتبنى لواء الفجر التفجير.",
        "قتل مدني بانفجار عبوة ناسفة في بلدة الجرن. وحملت المحافظة لواء الفجر مسؤولية التفجير.",
        "قتل مدني بانفجار عبوة ناسفة في بلدة الجرن. ونسب الأهالي التفجير إلى لواء الفجر.",
        "قتلت قوة من لواء الفجر ثلاثة مدنيين في بلدة الجرن.",
    ],
)
def test_a_group_is_named(text: str) -> None:
    (held,) = incidents_in(text, groups=[GROUP], places=["الجرن"])
    assert held.perpetrator is not None
    assert held.perpetrator.text == GROUP


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("تمكنت المقاومة من السيطرة على بلدة الجرن.", "المقاومة"),
        ("خطف قراصنة سبعة صيادين قرب بلدة الجرن.", "قراصنة"),
        ("هاجم مقاتلون محليون حاجزاً في بلدة الجرن وقتل جندي.", "مقاتلون محليون"),
        ("قصفت مقاتلات تركية بلدة الجرن.", "مقاتلات تركية"),
    ],
)
def test_people_without_a_name(text: str, phrase: str) -> None:
    (held,) = incidents_in(text, places=["الجرن"])
    assert held.perpetrator is not None
    assert held.perpetrator.text == phrase


def test_a_led_band_keeps_its_leader() -> None:
    text = "أوقفت مجموعة يقودها سامر الحلاق شاباً في بلدة الجرن."
    (held,) = incidents_in(text, persons=["سامر الحلاق"], places=["الجرن"])
    assert held.perpetrator is not None
    assert held.perpetrator.text == "مجموعة يقودها سامر الحلاق"


@pytest.mark.parametrize(
    "text",
    [
        "قتل عنصران من لواء الفجر بانفجار عبوة ناسفة في بلدة الجرن.",
        "انفجرت عبوة ناسفة بدورية تابعة لمجلس البلدة في بلدة الجرن وقتل مدني.",
        "شنت طائرات حربية غارات على بلدة الجرن.",
    ],
)
def test_those_who_are_struck_are_not_who_did_it(text: str) -> None:
    (held,) = incidents_in(text, groups=[GROUP] if GROUP in text else [], places=["الجرن"])
    assert held.perpetrator is None


def test_nobody_claims_several_events_at_once() -> None:
    text = (
        "انفجرت عبوة ناسفة أمس في بلدة الجرن وقتل مدني. وانفجر لغم في بلدة الصخرة وأصيب راعيان. "
        "ولم تعلن أي جهة مسؤوليتها عن التفجيرين."
    )
    held = incidents_in(text, places=["الجرن", "الصخرة"])
    assert [i.unidentified for i in held] == [True, True]


def test_whom_a_gang_holds_is_kidnapped() -> None:
    (held,) = incidents_in("احتجزت عصابة سامر الحلاق في بلدة الجرن.", persons=["سامر الحلاق"], places=["الجرن"])
    assert held.type == "kidnapping"
