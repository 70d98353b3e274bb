"""Places: the gazetteer, heads before a name, sites with their head, regions; and what is no place."""

from __future__ import annotations

import pytest

from tawthiq.extract.entities import read_entities
from tawthiq.extract.facts import Named, Reading
from tests.extract.pages import page_of


def places(text: str) -> tuple[Named, ...]:
    return read_entities(page_of(text), Reading()).places


def names(text: str) -> list[str]:
    return [place.name.text for place in places(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("سمع الانفجار في درعا وبدمشق.", ["درعا", "دمشق"]),
        ("وقع الهجوم في بلدة جلين غربي محافظة درعا.", ["جلين", "درعا"]),
        ("دخلت القوات قرية مرشوقة صباحاً.", ["مرشوقة"]),
        ("استهدف القصف حي المنشية ومخيم درعا.", ["المنشية", "مخيم درعا"]),
        ("قصفت الطائرات محافظتي لحج وأبين.", ["لحج", "أبين"]),
        ("نقل الجرحى إلى مشفى نوى.", ["مشفى نوى"]),
        ("انفجرت العبوة قرب دوار الكرامة.", ["دوار الكرامة"]),
        ("هاجموا السيارة في ريف درعا الغربي.", ["ريف درعا الغربي"]),
        ("شهد الريف الشرقي هدوءاً.", ["الريف الشرقي"]),
        ("انتشر الجنود على الحدود الأردنية.", ["الحدود الأردنية"]),
        ("اندلعت المعارك في القلمون الشرقي.", ["القلمون الشرقي"]),
    ],
)
def test_places_by_head_and_gazetteer(text: str, found: list[str]) -> None:
    assert names(text) == found


def test_a_road_and_its_two_ends() -> None:
    assert names("أطلق النار على طريق عتمان – داعل أمس.") == ["طريق عتمان – داعل", "عتمان", "داعل"]


def test_a_hidden_article_is_restored() -> None:
    (place,) = places("قدم المساعدات للسعودية أمس.")
    assert place.name.text == "السعودية"


def test_one_place_of_many_mentions() -> None:
    text = "وصلت القافلة إلى طفس. وغادرت طفس مساءً."
    (place,) = places(text)
    assert place.entry
    assert [span.of(text) for span in place.mentions] == ["طفس", "طفس"]


@pytest.mark.parametrize(
    "text",
    [
        "قال المسؤول الأميركي إن القرار عراقي.",
        "أعلن مكتب توثيق الشهداء في درعا الحصيلة.",
        "انطلقت المباراة بعد صلاة المغرب.",
        "وقع الحادث في إطار التوتر القائم.",
        "غادر محمد الحلبي المكان.",
        "جاء التعليق على #سوريا_اليوم أمس.",
        "توقفت محطة الوقود عن العمل.",
    ],
)
def test_what_names_no_place(text: str) -> None:
    assert names(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "وقع الهجوم في منطقة مزدحمة.",
        "هجر السكان قرى صيادي السمك.",
        "وصل الدعم عن طريق وسطاء.",
        "صرح وكيل الدفاع بذلك.",
        "خسر النائب عن كتلة الأحرار.",
    ],
)
def test_words_that_look_like_places(text: str) -> None:
    assert names(text) == []


def test_a_head_that_belongs_to_the_name() -> None:
    assert names("انفجرت سيارة في مدينة الصدر.") == ["مدينة الصدر"]


def test_an_ordinary_word_is_a_place_where_it_is_told_where_it_lies() -> None:
    assert names("قتل جندي في الحراك بريف درعا.")[0] == "الحراك"
    assert names("شارك في الحراك الشعبي.") == []


def test_a_province_named_by_a_direction() -> None:
    assert names("قتل ضابط في شمال سيناء.") == ["شمال سيناء"]
    assert names("قتل ضابط في جنوب لبنان.") == ["لبنان"]
