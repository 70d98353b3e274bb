"""Groups: names of the gazetteer, heads with what completes them, quotation marks."""

from __future__ import annotations

import pytest

from tawthiq.extract.entities import read_groups
from tawthiq.extract.facts import Named, Reading
from tests.extract.pages import page_of


def groups(text: str) -> tuple[Named, ...]:
    return read_groups(page_of(text), Reading()).groups


def names(text: str) -> list[str]:
    return [group.name.text for group in groups(text)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("أعلنت وزارة الدفاع البلجيكية انسحابها.", "وزارة الدفاع البلجيكية"),
        ("قصف الجيش التركي التلة.", "الجيش التركي"),
        ("هاجمت كتيبة شهداء الوادي الحاجز.", "كتيبة شهداء الوادي"),
        ("قصف لواء المشاة المواقع.", "لواء المشاة"),
        ("اندلعت اشتباكات مع مجموعة خالد الرفاعي.", "مجموعة خالد الرفاعي"),
        ("قال رئيس نقابة صيادي السمك إن الصيد توقف.", "نقابة صيادي السمك"),
        ("شارك نادي الوحدة في البطولة.", "نادي الوحدة"),
        ("هاجم عناصر من الفرقة 71 الحاجز.", "الفرقة 71"),
        ("أعلن المركز ذلك لوكالة فرانس برس.", "فرانس برس"),
    ],
)
def test_heads_and_what_completes_them(text: str, name: str) -> None:
    assert any(found.endswith(name) for found in names(text))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("قال مراسل قناة «نبض الوادي» إن القصف توقف.", "نبض الوادي"),
        ('نقل تجمع "أحرار السهل" الخبر.', "أحرار السهل"),
        ("اشتبك مع “كتائب الوادي” أمس.", "كتائب الوادي"),
        ("وكشف مصدر أمني لـ«الشرق الأوسط» تفاصيل العملية.", "الشرق الأوسط"),
    ],
)
def test_quotation_marks_bound_a_name(text: str, name: str) -> None:
    assert names(text) == [name]


def test_generic_heads_are_left_off() -> None:
    assert names("رابط الخبر بصحيفة الوئام: انفجار في المدينة") == ["الوئام"]
    assert [g.entry for g in groups("هاجم تنظيم داعش البلدة.")] == ["tw:is"]


@pytest.mark.parametrize(
    "text",
    [
        "انتشرت مجموعة مسلحة في الحي.",
        "تباطأت حركة السير في المدينة.",
        "نشرت القوات المهاجمة الحواجز.",
        "وأشار اللواء التركي إلى الحادث.",
        "نشر الخبر على تويتر أمس.",
    ],
)
def test_what_names_no_group(text: str) -> None:
    assert names(text) == []


def test_an_article_hidden_by_a_preposition_is_restored() -> None:
    (group,) = groups("سلمت القوائم للأمم المتحدة أمس.")
    assert group.name.text == "الأمم المتحدة"
    (brigade,) = groups("انتمى الرجل للواء الثامن أمس.")
    assert brigade.name.text == "اللواء الثامن"


def test_particles_stay_outside() -> None:
    text = "اشتباكات بين النظام وحركة أحرار الشام وبالجيش الوطني السوري."
    assert all(g.name.span.of(text) == g.name.text for g in groups(text))
    assert "حركة أحرار الشام" in names(text)


def test_short_forms_are_mentions_of_the_long_one() -> None:
    (group,) = groups("أعلنت وزارة الدفاع التركية ذلك. وقالت وزارة الدفاع إن القصف توقف.")
    assert group.name.text == "وزارة الدفاع التركية"
    assert len(group.mentions) == 2


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("قال ناشط لحوران بوست إن القصف توقف.", ["حوران بوست"]),
        ("واصلت فرق الدفاع المدني البحث.", ["الدفاع المدني"]),
        ("تحولت المدينة إلى مركز لإرسال المخدرات.", []),
        ("تلا الحكم رئيس المحكمة القاضي سامر الخطيب.", []),
    ],
)
def test_what_belongs_to_a_group(text: str, found: list[str]) -> None:
    assert names(text) == found
