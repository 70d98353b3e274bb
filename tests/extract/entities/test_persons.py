"""Persons: what makes a name, what it is left without, which names are one person's."""

from __future__ import annotations

import pytest

from tawthiq.extract.entities import read_entities
from tawthiq.extract.facts import Person, Reading
from tawthiq.model import Fate
from tests.extract.pages import page_of


def persons(text: str) -> tuple[Person, ...]:
    return read_entities(page_of(text), Reading()).persons


def names(text: str) -> list[str]:
    return [person.name.text for person in persons(text)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("زار الوزير محمود الحلاق المدينة.", "محمود الحلاق"),
        ("قُتل الشاب عبد الرحمن خالد المصري أمس.", "عبد الرحمن خالد المصري"),
        ("حضر الشيخ نور الدين الأتاسي الاجتماع.", "نور الدين الأتاسي"),
        ("نُفذ الحكم بحق فهد بن سالم العتيبي.", "فهد بن سالم العتيبي"),
        ("وصل أبو خالد الحوراني إلى المكان.", "أبو خالد الحوراني"),
        ("التقى القيادي أبو ماهر أبو زيد أمس.", "أبو ماهر أبو زيد"),
        ("قال المبعوث ستيفان دي ميستورا للصحفيين إن المحادثات بدأت.", "ستيفان دي ميستورا"),
        ("أصيب أحمد الخطيب (22 عاماً) برصاصة.", "أحمد الخطيب"),
    ],
)
def test_shapes_of_names(text: str, name: str) -> None:
    assert names(text) == [name]


def test_particles_stay_outside_of_the_name() -> None:
    text = "التقى الوفد بمحمد الزعبي وخالد الحريري."
    assert names(text) == ["محمد الزعبي", "خالد الحريري"]
    assert all(person.name.span.of(text) == person.name.text for person in persons(text))


def test_a_plural_title_holds_for_the_whole_list() -> None:
    found = persons("حضر كل من القياديين سامر الحلاق وأبو زياد المصري وأبو فهد الرفاعي.")
    assert [p.name.text for p in found] == ["سامر الحلاق", "أبو زياد المصري", "أبو فهد الرفاعي"]
    assert all(p.roles for p in found)


@pytest.mark.parametrize(
    "text",
    [
        "سيطرت قوات الأسد على التلة.",
        "أطلقت كتيبة الفاروق النار.",
        "نقل الجرحى إلى مشفى الباسل.",
        "وصلت القافلة إلى محافظة صلاح الدين.",
        "يعيش السكان على أمل العودة إلى بيوتهم بسلام.",
        "سقطت القذيفة على بعد أمتار.",
    ],
)
def test_no_person_is_made_up(text: str) -> None:
    assert names(text) == []


@pytest.mark.parametrize(
    ("text", "alias"),
    [
        ('حضر القيادي محمود الحلاق "أبو راتب".', "أبو راتب"),
        ("قُتل خالد المصري الملقب بـ«الصقر» أمس.", "الصقر"),
        ("حضر سامر الرفاعي المعروف محلياً بـ «سامر باش».", "سامر باش"),
        ("نجا محمود الحلاق، المعروف محلياً بلقب «أبو راتب»، من كمين.", "أبو راتب"),
    ],
)
def test_other_names_behind_a_name(text: str, alias: str) -> None:
    (person,) = persons(text)
    assert [one.text for one in person.aliases] == [alias]


def test_the_family_name_alone_refers_back() -> None:
    (person,) = persons("نجا محمود القنطار من كمين أمس. ولم يُصب القنطار بأذى.")
    assert person.name.text == "محمود القنطار"
    assert [one.text for one in person.aliases] == ["القنطار"]
    assert len(person.mentions) == 2


def test_a_nom_de_guerre_in_the_title_is_the_man_of_the_text() -> None:
    text = "«أبو راتب» ينجو من محاولة اغتيال\nنجا القيادي محمود الحلاق، المعروف محلياً بلقب «أبو راتب»، من كمين."
    (person,) = persons(text)
    assert person.name.text == "محمود الحلاق"
    assert len(person.mentions) == 3


def test_his_full_name_is_the_name() -> None:
    (person,) = persons("قضى المصور فراس الأحمد، واسمه الكامل فراس غسان العقلة.")
    assert person.name.text == "فراس غسان العقلة"
    assert [one.text for one in person.aliases] == ["فراس الأحمد"]


def test_a_longer_form_later_becomes_the_name() -> None:
    (person,) = persons("وصل عماد القنطار إلى درعا. وكان عماد محمد القنطار قد غادرها.")
    assert person.name.text == "عماد محمد القنطار"


@pytest.mark.parametrize(
    ("text", "role", "group"),
    [
        ("حضر القيادي السابق في الجيش الحر سامر الحلاق.", "القيادي السابق في الجيش الحر", "الجيش الحر"),
        ("قُتل سامر الحلاق، قائد حركة أحرار الشام، أمس.", "قائد حركة أحرار الشام", "حركة أحرار الشام"),
        ("قُتل سامر الحلاق، وهو قيادي سابق في الجيش الحر، أمس.", "قيادي سابق في الجيش الحر", "الجيش الحر"),
        ("قال سامر الحلاق المتحدث باسم وزارة الصحة إن الوضع هادئ.", "المتحدث باسم وزارة الصحة", "وزارة الصحة"),
    ],
)
def test_roles_before_and_behind_with_their_groups(text: str, role: str, group: str) -> None:
    (person,) = persons(text)
    assert role in [one.text for one in person.roles]
    assert [one.text for one in person.groups] == [group]


def test_close_to_a_group_is_not_of_it() -> None:
    (person,) = persons("حضر القيادي المقرب من الأمن العسكري سامر الحلاق.")
    assert person.roles
    assert not person.groups


def test_whoever_leads_a_group_is_of_it() -> None:
    (person,) = persons("عملت المجموعة مع فرع الأمن العسكري الذي كان يرأسه سامر الحلاق.")
    assert person.groups


@pytest.mark.parametrize(
    ("text", "fate"),
    [
        ("قُتل سامر الحلاق برصاص مجهولين.", Fate.KILLED),
        ("لقي سامر الحلاق مصرعه بعبوة ناسفة.", Fate.KILLED),
        ("أصيب سامر الحلاق بجروح.", Fate.INJURED),
        ("اختُطف سامر الحلاق قرب منزله.", Fate.ABDUCTED),
        ("ألقت القوات القبض على سامر الحلاق.", Fate.DETAINED),
        ("نجا سامر الحلاق من كمين.", Fate.SURVIVED),
        ("قال سامر الحلاق إن ثلاثة قتلوا.", Fate.NONE),
    ],
)
def test_fate_by_the_words_near_the_name(text: str, fate: Fate) -> None:
    (person,) = persons(text)
    assert person.fate is fate


def test_one_fate_holds_for_a_list() -> None:
    found = persons("قُتل سامر الحلاق وخالد المصري ومحمود الرفاعي برصاص مجهولين.")
    assert [p.fate for p in found] == [Fate.KILLED] * 3


@pytest.mark.parametrize(
    ("text", "group"),
    [
        ("قُتل مساعد في المخابرات الجوية يدعى سامر الحلاق.", "المخابرات الجوية"),
        ("قال متحدث في مرصد الوادي إن العدد ارتفع. ولفت مدير المرصد، المحامي سامر الحلاق، إلى ذلك.", "مرصد الوادي"),
        ("قُتل سامر الحلاق، الذي كان يعمل لصالح المخابرات الجوية، أمس.", "المخابرات الجوية"),
        ("قُتل ثلاثة من عناصر الفيلق الخامس، هم سامر الحلاق وخالد المصري ومحمود الرفاعي.", "الفيلق الخامس"),
    ],
)
def test_membership_told_around_the_name(text: str, group: str) -> None:
    found = persons(text)
    assert found
    assert all([one.text for one in person.groups] == [group] for person in found)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("قال ولي عهد أبوظبي الشيخ محمد بن زايد إن القمة نجحت.", ["محمد بن زايد"]),
        ("عُثر على الشاب سامر قاسم مقتولاً.", ["سامر قاسم"]),
        ("نُفذ الحكم بحق مقرب بن سعد الثنيان.", ["مقرب بن سعد الثنيان"]),
        ("وأصيب سامر الخطيب بجروح وبأضرار في منزله.", ["سامر الخطيب"]),
        ("حضر أبو شريف المحاميد، وأبو حمزة أبو شلاش.", ["أبو شريف المحاميد", "أبو حمزة أبو شلاش"]),
    ],
)
def test_where_a_name_begins_and_ends(text: str, found: list[str]) -> None:
    assert names(text) == found


@pytest.mark.parametrize(
    ("text", "group"),
    [
        ("انضم سامر الخطيب إلى لواء المعتصم عام 2013.", "لواء المعتصم"),
        ("كان سامر الخطيب ضابطاً في لواء المعتصم.", "لواء المعتصم"),
        ("علق المحامي سامر الخطيب، من مركز «عدالة الوادي»، على ما جرى.", "عدالة الوادي"),
        ("ظهر اللواء الثامن في البلدة. ولم يظهر سامر الخطيب، مؤسس اللواء، بعدها.", "اللواء الثامن"),
        ("تبنى تنظيم داعش الهجوم، وقال إن منفذه يدعى أبو زيد الأنصاري.", "داعش"),
    ],
)
def test_groups_told_in_roles_and_verbs(text: str, group: str) -> None:
    assert any(group in phrase.text for person in persons(text) for phrase in person.groups)
