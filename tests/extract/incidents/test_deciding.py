"""What becomes of the numbers and types that the frames of one event tell."""

from __future__ import annotations

from tawthiq.model import Fate, Range
from tawthiq.model import IncidentType as T
from tests.extract.incidents.incidents import incidents_in, toll


def test_the_numbers_of_one_sentence_may_make_up_anothers() -> None:
    text = (
        "قتل مسلحون عشرة صيادين أمس في بلدة الجرن. "
        "وقال شاهد إنهم قتلوا أربعة أشخاص عند الميناء، ثم قتلوا ستة أشخاص عند السوق."
    )
    (held,) = incidents_in(text, places=["الجرن"])
    assert toll(held, Fate.KILLED) == {Range.exactly(10)}


def test_the_bomber_is_no_victim() -> None:
    text = "فجر انتحاري نفسه قرب مخفر في بلدة الجرن، مما أدى إلى مقتله وإصابة شرطيين."
    (held,) = incidents_in(text, places=["الجرن"])
    assert toll(held, Fate.KILLED) == set()
    assert toll(held, Fate.INJURED) == {Range.exactly(2)}


def test_a_second_name_is_a_second_victim() -> None:
    text = "اغتال مسلحون الخطيب سامر الحلاق مساء أمس في بلدة الجرن. وتوفي شقيقه عمر النجار متأثراً بجراحه فجر اليوم."
    (held,) = incidents_in(text, persons=["سامر الحلاق", "عمر النجار"], places=["الجرن"])
    assert toll(held, Fate.KILLED) == {Range.exactly(2)}


def test_bare_plurals_are_several() -> None:
    (held,) = incidents_in("قصفت مدفعية الجيش بلدة الجرن أمس ما أوقع قتلى وجرحى.", places=["الجرن"])
    assert toll(held, Fate.KILLED) == {Range.at_least(2)}
    assert toll(held, Fate.INJURED) == {Range.at_least(2)}


def test_the_wounded_who_dies_is_not_wounded_as_well() -> None:
    text = "أصيب مجند بطلق ناري حين أطلق قناص مجهول النار على مخفر في بلدة الجرن، وتوفي بعد ساعة."
    (held,) = incidents_in(text, places=["الجرن"])
    assert toll(held, Fate.KILLED) == {Range.exactly(1)}
    assert toll(held, Fate.INJURED) == set()


def test_who_kills_is_not_counted_with_the_killed() -> None:
    (held,) = incidents_in(
        "قتل ملثمان الضابط سامر الحلاق أمس في بلدة الجرن.", persons=["سامر الحلاق"], places=["الجرن"]
    )
    assert toll(held, Fate.KILLED) == {Range.exactly(1)}


def test_an_attack_on_a_post_is_a_fight_and_one_on_vehicles_is_not() -> None:
    post = "شن مسلحون من حركة الفجر هجوماً أمس على حاجز للجيش في بلدة الجرن وقتل ثلاثة جنود."
    bus = "شن مسلحون من حركة الفجر هجوماً أمس على حافلة للجيش قرب حاجز في بلدة الجرن وقتل ثلاثة جنود."
    held = [incidents_in(text, groups=["حركة الفجر"], places=["الجرن"])[0].type for text in (post, bus)]
    assert held == [T.ARMED_CLASH, T.KILLING]


def test_shots_at_ones_home_are_meant_for_one() -> None:
    text = "أطلق مسلحون النار على منزله أمس في بلدة الجرن وأصابوا زوجته."
    assert [i.type for i in incidents_in(text, places=["الجرن"])] == [T.ATTEMPTED_ASSASSINATION]


def test_the_dead_of_a_fight_told_again_as_a_whole_are_no_side() -> None:
    text = "هاجم مسلحون من حركة الفجر أمس حاجزاً في بلدة الجرن وقتلوا ثلاثة جنود. وزعمت الحركة أن القتلى خمسة."
    held = incidents_in(text, groups=["حركة الفجر"], places=["الجرن"])
    assert toll(held[0], Fate.KILLED) == {Range.exactly(3), Range.exactly(5)}
