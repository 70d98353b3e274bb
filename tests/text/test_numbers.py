from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.text.spell import spell

from tawthiq.model import Bound, Range
from tawthiq.text.numbers import Quantity, QuantityKind, find_quantities
from tawthiq.text.tokens import tokenize


def only(text: str) -> Quantity:
    (quantity,) = find_quantities(tokenize(text))
    return quantity


@pytest.mark.parametrize(
    ("text", "low", "high", "noun"),
    [
        ("مقتل 1,983 شخصاً", 1983, 1983, "شخصاً"),
        ("مقتل ١٬٩٨٣ شخصاً", 1983, 1983, "شخصاً"),
        ("مقتل ۳۴ شخصاً", 34, 34, "شخصاً"),
        ("بثلاثة من عناصر اللجنة", 3, 3, "عناصر"),
        ("أربعاً وثلاثين عملية", 34, 34, "عملية"),
        ("وأحد عشر قتيلاً", 11, 11, "قتيلاً"),
        ("150 ألف نازح", 150_000, 150_000, "نازح"),
        ("ثلاثة آلاف و200 مقاتل", 3200, 3200, "مقاتل"),
        ("ألفا مقاتل", 2000, 2000, "مقاتل"),
        ("خمسة وزراء", 5, 5, "وزراء"),
        ("23 «داعشيًا»", 23, 23, "داعشيًا"),
        ("القتلى الثلاثة", 3, 3, "القتلى"),
        ("قتيل واحد", 1, 1, "قتيل"),
        ("وأصيب خمسة بجروح", 5, 5, None),
        ("فارق ستة الحياة", 6, 6, None),
        ("عشرات القتلى", 20, None, "القتلى"),
        ("العشرات ممن كانوا هناك", 20, None, None),
        ("مئات الجرحى", 200, None, "الجرحى"),
        ("عشرات الآلاف من المدنيين", 20_000, None, "المدنيين"),
        ("بضعة أشخاص", 3, 9, "أشخاص"),
        ("عدد من المدنيين", 2, None, "المدنيين"),
        ("بين خمسين وستين عنصراً", 50, 60, "عنصراً"),
        ("بين خمسة وعشرين عنصراً", 5, 20, "عنصراً"),
        ("ما بين مئة ومئة وعشرين شخصاً", 100, 120, "شخصاً"),
        ("من 10 إلى 15 عنصراً", 10, 15, "عنصراً"),
        ("12-15 عنصراً", 12, 15, "عنصراً"),
        ("ثلاثة أو أربعة مسلحين", 3, 4, "مسلحين"),
    ],
)
def test_counts(text: str, low: int, high: int | None, noun: str | None) -> None:
    found = only(text)
    assert found.range == Range(low, high)
    assert (found.noun.of(text) if found.noun else None) == noun
    assert found.kind is QuantityKind.COUNT


@pytest.mark.parametrize(
    ("text", "span", "bound", "low", "high"),
    [
        ("وما لا يقل عن 28 جريحاً", "ما لا يقل عن 28", Bound.AT_LEAST, 28, None),
        ("لا يقل عددهم عن أربعين", "لا يقل عددهم عن أربعين", Bound.AT_LEAST, 40, None),
        ("17 شخصاً على الأقل", "17 شخصاً على الأقل", Bound.AT_LEAST, 17, None),
        ("بأكثر من خمسة", "أكثر من خمسة", Bound.AT_LEAST, 5, None),
        ("ونحو عشرين جريحاً", "نحو عشرين", Bound.ABOUT, 20, 20),
        ("أقل من عشرة", "أقل من عشرة", Bound.AT_MOST, 0, 10),
        ("39 في المئة", "39 في المئة", Bound.PERCENT, 39, 39),
        ("٣٩٪", "٣٩٪", Bound.PERCENT, 39, 39),
        ("11.5%", "11.5%", Bound.PERCENT, 11, 12),
    ],
)
def test_bounds(text: str, span: str, bound: Bound, low: int, high: int | None) -> None:
    found = only(text)
    assert (found.span.of(text), found.bound, found.range) == (span, bound, Range(low, high))


def test_a_decimal_keeps_its_value() -> None:
    assert only("11.5%").value == 11.5


@pytest.mark.parametrize(
    ("text", "core"),
    [
        ("قتيلان", "قتيلان"),
        ("لجنديين", "جنديين"),
        ("والطفلتان", "الطفلتان"),
        ("مدنيَّين", "مدنيَّين"),
        ("مدنيين اثنين", "مدنيين"),
        ("شابين شقيقين", "شابين"),
        ("شقيقيه", "شقيقيه"),
    ],
)
def test_duals_count_two(text: str, core: str) -> None:
    found = only(text)
    assert (found.range, found.core.of(text), found.noun) == (Range.exactly(2), core, found.core)


@pytest.mark.parametrize(
    "text",
    ["مقتل مدنيين", "الاثنين", "الأحد", "أحد المدنيين", "لست هنا", "الميتين", "الحسين", "شخصية", "طالبان", "الثالث"],
)
def test_words_that_only_look_like_numbers(text: str) -> None:
    assert find_quantities(tokenize(text)) == ()


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("محمد (22 عاماً)", QuantityKind.AGE),
        ("البالغ من العمر 19 عاماً", QuantityKind.AGE),
        ("150 ألف دولار", QuantityKind.MONEY),
        ("(57 كم)", QuantityKind.DISTANCE),
        ("منذ 13 عاماً على", QuantityKind.DURATION),
        ("قبل يومين", QuantityKind.DURATION),
        ("الفرقة 30", QuantityKind.ORDINAL_NAME),
        ("شارع الـ 30 قرب", QuantityKind.ORDINAL_NAME),
        ("دبابة T-72", QuantityKind.ORDINAL_NAME),
        ("عام 2018", QuantityKind.YEAR),
        ("عام ألفين وأحد عشر", QuantityKind.YEAR),
        ("في 2011.", QuantityKind.YEAR),
        ("وفي 2015 انتقل", QuantityKind.YEAR),
        ("2000 شخص", QuantityKind.COUNT),
        ("14 شباط", QuantityKind.OTHER),
        ("الـ8 من يوليو", QuantityKind.OTHER),
        ("11 من الشهر نفسه", QuantityKind.OTHER),
        ("2014-09-23", QuantityKind.OTHER),
        ("الساعة 10:30", QuantityKind.OTHER),
    ],
)
def test_kinds(text: str, kind: QuantityKind) -> None:
    assert only(text).kind is kind


def test_a_rise_is_no_interval() -> None:
    ranges = [q.range for q in find_quantities(tokenize("ارتفع عدد قتلى هجوم مساء الثلاثاء الماضي من 10 إلى 15"))]
    assert ranges == [Range.exactly(10), Range.exactly(15)]


@given(st.integers(3, 9999), st.booleans(), st.booleans(), st.sampled_from(["", "و", "ب", "ل", "وب"]))
def test_a_spelled_number_is_found_behind_any_particle(n: int, feminine: bool, oblique: bool, prefix: str) -> None:
    words = spell(n, feminine, oblique)
    if prefix.endswith("ل") and words.startswith("ست "):
        prefix = ""
    text = f"قتل {prefix}{words}"
    found = only(text)
    assert found.range == Range.exactly(n)
    assert found.core.of(text) == words


@given(
    st.lists(
        st.sampled_from(
            [
                "قتل",
                "وثلاثة",
                "12",
                "بين",
                "من",
                "و",
                "إلى",
                "ألف",
                "-",
                "%",
                "قتيلان",
                "على الأقل",
                "(",
                "عاماً",
                "نحو",
                "\n",
            ]
        ),
        max_size=12,
    )
)
def test_quantities_stand_in_order_and_hold_their_core(words: list[str]) -> None:
    text = " ".join(words)
    found = find_quantities(tokenize(text))
    assert all(q.core in q.span and q.span.end <= len(text) for q in found)
    assert all(a.core.end <= b.core.start for a, b in itertools.pairwise(found))
