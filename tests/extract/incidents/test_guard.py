"""Reports of harm that no hand did, and what keeps a real incident from passing for one of them."""

from __future__ import annotations

import pytest

from tawthiq.model import Fate, Range
from tests.extract.incidents.incidents import incidents_in, toll

HARMLESS = [
    "غرق ثلاثة فتيان أمس في بحيرة الجرن وانتشل الأهالي جثثهم.",
    "توفي عامل بصعقة كهربائية في ورشة ببلدة الجرن وأصيب زميله.",
    "قتل سبعة ركاب حين انقلبت حافلة قرب بلدة الجرن، وأوقفت الشرطة السائق.",
    "قتل أربعة أشخاص جراء عاصفة ثلجية ضربت بلدة الجرن.",
    "توفي مسنان بضربة شمس في بلدة الجرن أمس.",
    "جرفت المياه رجلاً فجر الخميس قرب الجرن. وعثرت فرق الإنقاذ على جثة الرجل مساء.",
    "سقط سقف مدرسة في بلدة الجرن وجرح خمسة تلاميذ.",
    "قضى شابان في بلدة الجرن أمس.",
    "دهست سيارة مسرعة طفلاً في بلدة الجرن فتوفي.",
    "خسر الحزب ثلاثين نائباً في انتخابات بلدة الجرن.",
    "هاجم الوزير في تصريحاته خصومه في بلدة الجرن ووصف موقفهم بأنه قنبلة موقوتة.",
    "صدرت رواية تتناول اغتيال شاعر في بلدة الجرن.",
    "قتل حارس في انفجار خزان وقود ببلدة الجرن خلال أعمال صيانة.",
]


@pytest.mark.parametrize("text", HARMLESS)
def test_accidents_are_no_incidents(text: str) -> None:
    assert incidents_in(text, places=["الجرن"]) == ()


def test_a_blow_of_the_sun_strikes_nobody_from_the_air() -> None:
    text = "أصيب عشرة عمال بضربة شمس في بلدة الجرن. وشنت طائرات حربية غارة على بلدة الصخرة وقتل مدنيان."
    (held,) = incidents_in(text, places=["الجرن", "الصخرة"])
    assert [p.text for p in held.places] == ["الصخرة"]


def test_a_shot_in_a_burning_house_is_no_accident() -> None:
    text = "قتل تاجر برصاص مجهولين أمس في بلدة الجرن قبل أن يلتهم حريق متجره."
    (held,) = incidents_in(text, places=["الجرن"])
    assert toll(held, Fate.KILLED) == {Range.exactly(1)}
    assert held.unidentified


def test_warning_of_an_attack_tells_of_none() -> None:
    assert incidents_in("وحذروا من هجوم مسلح على بلدة الجرن.", places=["الجرن"]) == ()
