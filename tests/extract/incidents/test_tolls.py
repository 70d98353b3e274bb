"""Numbers that belong to a harm, and those that do not."""

from __future__ import annotations

import pytest

from tawthiq.model import Fate, Range
from tests.extract.incidents.incidents import dates, incidents_in, toll

KILLED = {
    "قال المجلس إن أربعة من مقاتليه قتلوا بانفجار لغم في بلدة الجرن.": Range.exactly(4),
    "وقتل أكثر من مئة مدني وجندي بقصف مدفعي على بلدة الجرن.": Range.at_least(100),
    "قتل أربعة عشر شخصاً، عشرة منهم أطفال، بانفجار عبوة ناسفة في بلدة الجرن.": Range.exactly(14),
    "ارتفع إلى خمسة وثمانين عدد قتلى الهجوم بسيارة مفخخة على بلدة الجرن.": Range.exactly(85),
    "قال المجلس إن جندياً قتل في بلدة الجرن حين انفجر لغم أرضي.": Range.exactly(1),
    "اشتبكت القوات مع مسلحين في بلدة الجرن فقتلت منهم 12.": Range.exactly(12),
    "أودى تفجير بسيارة مفخخة بثمانية أرواح في بلدة الجرن.": Range.exactly(8),
    "عثر الأهالي على ثلاث جثث قرب بلدة الجرن.": Range.exactly(3),
    "هاجم مقاتلو المجلس بلدة الجرن وخسروا 31 مقاتلاً.": Range.exactly(31),
    "هاجم مسلحون مخفراً في بلدة الجرن، في معركة فقدت فيها الشرطة 12 من رجالها.": Range.exactly(12),
    "انفجرت قنبلة موقوتة في بلدة الجرن فأجهزت على تسعة أشخاص.": Range.exactly(9),
    "قضت ضربة جوية مساء السبت قرب الطريق الشرقي في بلدة الجرن على أربعة من أنصار المجلس.": Range.exactly(4),
    "أودت قذيفة هاون بسيدة وطفليها في بلدة الجرن.": Range.exactly(3),
    "طفل وجاره العجوز لقيا حتفهما في بلدة الجرن أثناء تبادل لإطلاق النار.": Range.exactly(2),
    "انفجرت عبوة ناسفة في بلدة الجرن وقتل ستة مدنيين، بينها جثث لم تعرف.": Range.exactly(6),
    "فقد التاجر ساقه بانفجار عبوة ناسفة في بلدة الجرن فيما قتل سائقه.": Range.exactly(1),
}


@pytest.mark.parametrize(("text", "expected"), KILLED.items())
def test_killed(text: str, expected: Range) -> None:
    (held,) = incidents_in(text, places=["الجرن"])
    assert toll(held, Fate.KILLED) == {expected}


def test_some_of_those_counted_are_no_version() -> None:
    text = "سقطت قذائف هاون على بلدة الجرن وجرح تسعة مدنيين. وقال طبيب إن حالة ثلاثة من المصابين خطرة."
    (held,) = incidents_in(text, places=["الجرن"])
    assert toll(held, Fate.INJURED) == {Range.exactly(9)}


def test_a_lost_limb_is_a_wound() -> None:
    (held,) = incidents_in("انفجر لغم براعي أغنام في بلدة الجرن فبترت ساقه.", places=["الجرن"])
    assert toll(held, Fate.INJURED) == {Range.exactly(1)}
    assert toll(held, Fate.KILLED) == set()


def test_names_behind_their_number_are_not_added() -> None:
    text = "قتل تاجران هما سامر الحلاق وعمر النجار بانفجار لغم في بلدة الجرن."
    (held,) = incidents_in(text, persons=["سامر الحلاق", "عمر النجار"], places=["الجرن"])
    assert toll(held, Fate.KILLED) == {Range.exactly(2)}


def test_he_himself_counts() -> None:
    text = "انفجرت عبوة ناسفة في بلدة الجرن أصيب فيها هو وثلاثة من مرافقيه."
    (held,) = incidents_in(text, places=["الجرن"])
    assert toll(held, Fate.INJURED) == {Range.exactly(4)}


def test_an_open_number_ends_at_another_count() -> None:
    text = (
        "انفجرت عبوة ناسفة في بلدة الجرن وقتل مدنيان على الأقل بحسب الدفاع المدني. "
        "وقالت صفحة محلية إن الانفجار خلف ثلاثة قتلى."
    )
    (held,) = incidents_in(text, places=["الجرن"])
    assert toll(held, Fate.KILLED) == {Range(2, 3), Range.exactly(3)}


def test_a_lead_that_counts_all_blows_is_no_blow_of_its_own() -> None:
    text = (
        "قتل 24 مدنياً أمس في مدينة الحوض. وانفجرت عبوة ناسفة في حي الجرن وقتل ستة مدنيين. "
        "وسقطت قذائف هاون على بلدة الصخرة وقتل 18 مدنياً."
    )
    held = incidents_in(text, places=["الحوض", "الجرن", "الصخرة"])
    assert [toll(i, Fate.KILLED) for i in held] == [{Range.exactly(6)}, {Range.exactly(18)}]


def test_the_day_of_saying_is_not_the_day_of_doing() -> None:
    text = "أفاد مصدر محلي اليوم بمقتل ثلاثة مدنيين بانفجار عبوة ناسفة مساء أمس في بلدة الجرن."
    assert dates(incidents_in(text, places=["الجرن"])) == ["2024-05-19"]


def test_a_day_counted_from_the_one_told_before() -> None:
    text = "انفجرت عبوة ناسفة أمس في بلدة الجرن وقتل مدني. وقبل ذلك بيومين خطف ملثمون سبعة عمال في بلدة الصخرة."
    assert dates(incidents_in(text, places=["الجرن", "الصخرة"])) == ["2024-05-19", "2024-05-17"]


@pytest.mark.parametrize(
    ("text", "killed", "injured"),
    [
        ("قتل شرطيان وجرح آخران في هجوم مسلح على بلدة الجرن.", 2, 2),
        ("اشتبك مسلحون في بلدة الجرن ما أدى إلى مقتل شاب من آل سالم وآخر من آل ناصر.", 2, 0),
        ("قتل ثمانية جنود في كمين قرب بلدة الجرن، خمسة منهم على الفور وثلاثة متأثرين بجراحهم.", 8, 0),
        ("قضى المعتقل سالم تحت التعذيب في بلدة الجرن.", 1, 0),
    ],
)
def test_others_of_them(text: str, killed: int, injured: int) -> None:
    (held,) = incidents_in(text, places=["الجرن"])
    assert toll(held, Fate.KILLED) == ({Range.exactly(killed)} if killed else set())
    assert toll(held, Fate.INJURED) == ({Range.exactly(injured)} if injured else set())


def test_one_of_the_wounded_dies() -> None:
    text = "أصيب ثلاثة أطفال بانفجار لغم في بلدة الجرن، وتوفي أحدهم لاحقاً."
    (held,) = incidents_in(text, places=["الجرن"])
    assert toll(held, Fate.KILLED) == {Range.exactly(1)}


def test_those_taken_are_counted_behind_the_whole_of_the_words() -> None:
    (held,) = incidents_in("ألقت دورية القبض على أربعة مهربين أمس في بلدة الجرن.", places=["الجرن"])
    assert toll(held, Fate.DETAINED) == {Range.exactly(4)}


def test_a_form_of_two_or_many_joined_to_one_is_two() -> None:
    text = "انفجرت عبوة ناسفة أمس في بلدة الجرن وأودت بضابط ومجندين."
    assert toll(incidents_in(text, places=["الجرن"])[0], Fate.KILLED) == {Range.exactly(3)}


def test_the_toll_of_a_wave_of_attacks_is_not_that_of_one() -> None:
    text = "أطلق مسلحون النار على مركز شرطة أمس في بلدة الجرن وقتل ثمانية أشخاص في موجة من الهجمات."
    assert toll(incidents_in(text, places=["الجرن"])[0], Fate.KILLED) == set()
