"""Which sentences tell of one event, and which of two."""

from __future__ import annotations

from tawthiq.model import Fate, Range
from tawthiq.model import IncidentType as T
from tests.extract.incidents.incidents import dates, incidents_in, toll


def test_a_place_that_opens_the_sentence_leads_to_another_event() -> None:
    text = "قتل حارس برصاص مسلحين أمس في بلدة الجرن. وفي بلدة الصخرة، أحرق مسلحون سوقاً أمس وقتل تسعة تجار."
    held = incidents_in(text, places=["الجرن", "الصخرة"])
    assert [toll(i, Fate.KILLED) for i in held] == [{Range.exactly(1)}, {Range.exactly(9)}]


def test_a_separate_incident_is_its_own() -> None:
    text = "قتل حارس برصاص مسلحين في بلدة الجرن. وفي حادث منفصل قتل راع برصاص مسلحين أمس."
    assert len(incidents_in(text, places=["الجرن"])) == 2


def test_an_aside_in_the_lead_does_not_draw_what_follows() -> None:
    text = (
        "قتل عشرة مدنيين بتفجير انتحاري أمس في بلدة الجرن، في وقت قتل فيه قاض بانفجار عبوة ناسفة. "
        "وتبنت حركة الفجر الهجوم الانتحاري."
    )
    first, second = incidents_in(text, groups=["حركة الفجر"], places=["الجرن"])
    assert first.perpetrator is not None
    assert second.perpetrator is None


def test_hours_before_the_event_told_last_are_of_its_day() -> None:
    text = "قتل حارس برصاص مسلحين أمس في بلدة الجرن. وقبلها بساعات انفجرت عبوة ناسفة في بلدة الصخرة."
    assert dates(incidents_in(text, places=["الجرن", "الصخرة"])) == ["2024-05-19", "2024-05-19"]


def test_weapons_that_are_seized_strike_nobody() -> None:
    text = "داهمت دورية مزرعة في بلدة الجرن أمس وصادرت ثمانية صواريخ وعشرين بندقية."
    assert {i.type for i in incidents_in(text, places=["الجرن"])} == {T.SEIZURE}


def test_a_march_is_no_drone() -> None:
    text = "فرق الجيش مسيرة أسبوعية في بلدة الجرن أمس وأصيب عشرة شبان بالرصاص."
    (held,) = incidents_in(text, groups=["الجيش"], places=["الجرن"])
    assert held.weapon is None or held.weapon[0].value == "gunfire"
    assert held.type is not T.AIRSTRIKE


def test_an_earlier_toll_gives_way() -> None:
    text = (
        "قتل عشرون شخصاً بتفجير سيارة مفخخة في بلدة الجرن. "
        "وكانت حصيلة سابقة أوردها مصدر في المستشفى قد تحدثت عن مقتل 16 شخصاً. "
        "وقال مسؤول إن عدد القتلى بلغ 22 والجرحى 57."
    )
    (held,) = incidents_in(text, places=["الجرن"])
    assert toll(held, Fate.KILLED) == {Range.exactly(20), Range.exactly(22)}
    assert toll(held, Fate.INJURED) == {Range.exactly(57)}


def test_parts_that_make_up_the_number_before_belong_to_it() -> None:
    text = (
        "قتل مسلحون عشرة صيادين أمس قرب بلدة الجرن. "
        "وقال شاهد إنهم قتلوا أربعة عند الميناء، ثم قتلوا ستة في بلدة الصخرة."
    )
    (held,) = incidents_in(text, places=["الجرن", "الصخرة"])
    assert toll(held, Fate.KILLED) == {Range.exactly(10)}


def test_the_day_of_a_total_is_that_of_its_parts() -> None:
    text = (
        "قتل تسعة مدنيين أمس في مدينة الحوض. وانفجرت عبوة ناسفة في حي الجرن وقتل ثلاثة مدنيين. "
        "وسقطت قذائف هاون على بلدة الصخرة وقتل ستة مدنيين."
    )
    assert dates(incidents_in(text, places=["الحوض", "الجرن", "الصخرة"])) == ["2024-05-19", "2024-05-19"]


def test_the_first_of_two_attacks_is_claimed() -> None:
    text = (
        "فجر انتحاري نفسه في سوق بلدة الجرن وقتل ثلاثة مدنيين. "
        "وفي بلدة الصخرة، فجر انتحاري سيارة وقتل ستة جنود. وتبنت حركة الفجر الهجوم الأول."
    )
    first, second = incidents_in(text, groups=["حركة الفجر"], places=["الجرن", "الصخرة"])
    assert first.perpetrator is not None
    assert second.perpetrator is None


def test_deaths_since_a_month_that_lies_back_are_no_incident() -> None:
    assert incidents_in("وقالت منظمة إن أكثر من 80 مدنياً قتلوا في بلدة الجرن منذ مطلع مارس.", places=["الجرن"]) == ()


def test_to_deny_the_responsibility_is_not_to_deny_the_attack() -> None:
    text = "نفت حركة الفجر مسؤوليتها عن تفجير حافلة في بلدة الجرن أمس. وانفجرت الحافلة وقتل جنديان."
    held = incidents_in(text, groups=["حركة الفجر"], places=["الجرن"])
    assert dates(held) == ["2024-05-19"]


def test_a_similar_blow_elsewhere_keeps_its_dead() -> None:
    text = "قصفت مدفعية الجيش بلدة الجرن، ما أسفر عن مقتل مدنيين، كما قتل عامل في قصف مماثل على بلدة الصخرة."
    held = incidents_in(text, places=["الجرن", "الصخرة"])
    assert [p.text for i in held for p in i.places] == ["الجرن", "الصخرة"]
    assert toll(held[1], Fate.KILLED) == {Range.exactly(1)}


def test_a_blow_some_hours_later_is_another() -> None:
    text = "أطلق مسلحون النار على شرطي أمس في بلدة الجرن. وبعد ثلاث ساعات دمرت عبوة ناسفة آلية للشرطة على طريق المطار."
    _, second = incidents_in(text, places=["الجرن", "طريق المطار"])
    assert second.type is T.EXPLOSION
    assert second.perpetrator is None


def test_whom_they_stopped_and_shot_is_one_event() -> None:
    text = "أوقف مسلحون سيارة القاضي سمير الحوري أمس في بلدة الجرن، وأطلقوا عليه الرصاص وقتلوه."
    held = incidents_in(text, places=["الجرن"], persons=["سمير الحوري"])
    assert [i.type for i in held] == [T.ASSASSINATION]


def test_clauses_with_a_day_each_are_told_of_different_events() -> None:
    text = "قتل حارس برصاص مسلحين في 4 أيار في بلدة الجرن، ثم انفجرت عبوة ناسفة في 9 أيار قرب السوق."
    assert dates(incidents_in(text, places=["الجرن"])) == ["2024-05-04", "2024-05-09"]


def test_what_lies_back_by_itself_is_no_statistic() -> None:
    text = "وسبق أن شهدت بلدة الجرن في شباط 2022 اشتباكات مماثلة أوقعت خمسة قتلى بينهم طفلة."
    assert dates(incidents_in(text, places=["الجرن"])) == ["2022-02"]


def test_arms_that_are_seized_need_no_place() -> None:
    text = "قال المتحدث إن القوة صادرت أربعين بندقية وثمانية صواريخ."
    assert [i.type for i in incidents_in(text)] == [T.SEIZURE]
