"""When, where, who, by whom, by what means, and in whose words."""

from __future__ import annotations

import pytest

from tawthiq.model import Fate, Range, VictimGroup, Weapon
from tests.extract.incidents.incidents import dates, incidents_in, toll

TOLLS = {
    "قتل ثلاثة جنود وأصيب خمسة آخرون": ({Range.exactly(3)}, {Range.exactly(5)}),
    "قتل جنديان وجرح ما لا يقل عن عشرة أشخاص": ({Range.exactly(2)}, {Range.at_least(10)}),
    "سقط أربعة قتلى وعشرون جريحاً": ({Range.exactly(4)}, {Range.exactly(20)}),
    "لقي سبعة عمال مصرعهم": ({Range.exactly(7)}, set()),
    "أصيب 9 أشخاص بينهم طفلان": (set(), {Range.exactly(9)}),
    "قتل رجل وزوجته": ({Range.exactly(2)}, set()),
    "قتل مدني": ({Range.exactly(1)}, set()),
    "أصيب العشرات": (set(), {Range.at_least(20)}),
}


@pytest.mark.parametrize(("words", "expected"), TOLLS.items())
def test_tolls(words: str, expected: tuple[set[Range], set[Range]]) -> None:
    (held,) = incidents_in(f"{words} بانفجار عبوة ناسفة في بلدة الجرن.", places=["الجرن"])
    assert (toll(held, Fate.KILLED), toll(held, Fate.INJURED)) == expected


def test_versions_of_a_toll_stay_apart() -> None:
    text = "انفجرت عبوة ناسفة في بلدة الجرن وقتل ثلاثة جنود. وقالت صفحة محلية إن الانفجار خلف خمسة قتلى."
    (held,) = incidents_in(text, places=["الجرن"])
    assert toll(held, Fate.KILLED) == {Range.exactly(3), Range.exactly(5)}


def test_the_dead_of_both_sides_are_added() -> None:
    text = (
        "دارت اشتباكات في بلدة الجرن أمس، وقتل فيها ستة من عناصر اللواء. وقتل في الاشتباكات ثلاثة جنود من الطرف الآخر."
    )
    (held,) = incidents_in(text, places=["الجرن"])
    assert toll(held, Fate.KILLED) == {Range.exactly(9)}


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("أمس الأحد", "2024-05-19"),
        ("في 12 أيار 2024", "2024-05-12"),
        ("قبل ثلاثة أيام", "2024-05-17"),
        ("في شباط 2019", "2019-02"),
    ],
)
def test_dates(words: str, day: str) -> None:
    assert dates(incidents_in(f"انفجرت عبوة ناسفة {words} في بلدة الجرن.", places=["الجرن"])) == [day]


def test_a_length_of_time_counts_back() -> None:
    text = "أفرج عن سامر الحلاق اليوم بعد أسبوعين من اختطافه قرب بلدة الجرن."
    (held,) = incidents_in(text, persons=["سامر الحلاق"], places=["الجرن"])
    assert dates([held]) == ["2024-05-06"]
    assert [v.text for v in held.victims] == ["سامر الحلاق"]


def test_where_somebody_is_from_is_not_where_it_happened() -> None:
    text = "قتل شاب ينحدر من بلدة الصخرة برصاص مجهولين في بلدة الجرن."
    (held,) = incidents_in(text, places=["الصخرة", "الجرن"])
    assert [p.text for p in held.places] == ["الجرن"]


@pytest.mark.parametrize(
    "text",
    [
        "خطف لواء الفجر تاجراً من بلدة الجرن.",
        "قتل جنديان في بلدة الجرن بهجوم نفذه لواء الفجر.",
        "قتل تاجر على يد لواء الفجر في بلدة الجرن.",
        "قتل جنديان في هجوم للواء الفجر على بلدة الجرن.",
    ],
)
def test_perpetrators(text: str) -> None:
    name = "لواء الفجر"
    (held,) = incidents_in(text, groups=[name], places=["الجرن"])
    assert held.perpetrator is not None
    assert held.perpetrator.text == name


def test_the_text_may_say_that_nobody_knows() -> None:
    text = "انفجرت عبوة ناسفة في بلدة الجرن وقتل مدني. ولم تتبن أي جهة المسؤولية عن الانفجار."
    (held,) = incidents_in(text, places=["الجرن"])
    assert held.unidentified
    assert held.perpetrator is None


def test_silence_is_not_unknown() -> None:
    (held,) = incidents_in("انفجرت عبوة ناسفة في بلدة الجرن.", places=["الجرن"])
    assert (held.perpetrator, held.unidentified) == (None, False)


@pytest.mark.parametrize(
    ("words", "weapon"),
    [
        ("برصاص مسلحين", Weapon.GUNFIRE),
        ("بانفجار سيارة مفخخة", Weapon.CAR_BOMB),
        ("بانفجار لغم أرضي", Weapon.MINE),
        ("ذبحاً بالسكاكين", Weapon.KNIFE),
        ("بقنبلة يدوية", Weapon.GRENADE),
    ],
)
def test_weapons(words: str, weapon: Weapon) -> None:
    (held,) = incidents_in(f"قتل ثلاثة مدنيين {words} في بلدة الجرن.", places=["الجرن"])
    assert held.weapon is not None
    assert held.weapon[0] is weapon


def test_groups_of_the_harmed() -> None:
    (held,) = incidents_in("قتل ثلاثة أطفال وامرأتان بقصف مدفعي على بلدة الجرن.", places=["الجرن"])
    assert {group for group, _ in held.victim_groups} == {VictimGroup.CHILDREN, VictimGroup.WOMEN}


def test_the_quote_stands_in_the_text_and_holds_the_word() -> None:
    text = "أفادت مصادر محلية بأن عبوة ناسفة انفجرت صباح اليوم في بلدة الجرن وأدت إلى مقتل مدني."
    (held,) = incidents_in(text, places=["الجرن"])
    head = "2024-05-20\nآخر الأخبار الواردة من المنطقة\n"
    assert "عبوة ناسفة انفجرت" in held.quote.of(head + text)


def test_an_hour_of_the_day_bounds_no_date() -> None:
    text = "قتل حارس بقصف جوي قبل ظهر أمس في بلدة الجرن."
    assert dates(incidents_in(text, places=["الجرن"])) == ["2024-05-19"]


def test_who_finds_a_body_killed_nobody() -> None:
    text = "عثرت الشرطة أمس على جثث ستة رجال في بلدة الجرن، وقد أوثقت أيديهم وقتلوا رمياً بالرصاص."
    assert [i.perpetrator for i in incidents_in(text, places=["الجرن"], groups=["الشرطة"])] == [None]
