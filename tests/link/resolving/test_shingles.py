from hypothesis import given
from hypothesis import strategies as st

from tawthiq.link.resolving.shingles import near_duplicates

LEAD = (
    "قُتل ثلاثة عمال في محطة لضخ المياه شرقي المدينة حين اقتحمها مسلحون يستقلون دراجات نارية "
    "وفتحوا النار على غرفة المناوبة."
)
BODY = [
    "وقال مصدر محلي إن المهاجمين أحرقوا المولدة ثم انسحبوا باتجاه البادية قبل وصول أي دورية إلى المكان.",
    "وتوقفت المياه عن نحو عشرين قرية يعتمد سكانها على المحطة في الشرب وسقاية المواشي منذ سنوات.",
    "وشُيّع الضحايا ظهر الأربعاء في مقبرة البلدة وسط مطالب بحماية العاملين في المرافق العامة.",
]
OTHER = (
    "نعت نقابة عمال المياه ثلاثة من أعضائها سقطوا في هجوم على محطة الضخ، وأعلنت إضراباً ليومين احتجاجاً. "
    "وبدأت فرق الصيانة إصلاح المولدة على أن يعود الضخ خلال أيام إلى القرى المحرومة."
)


def pairs(*texts: str) -> list[tuple[int, int]]:
    return [(a, b) for a, b, _ in near_duplicates(texts)]


def test_a_copy_is_found_under_another_headline_with_a_lead_before_and_a_paragraph_less() -> None:
    first = "\n".join(["هجوم على محطة مياه", LEAD, *BODY])
    copy = "\n".join(["عاجل: تفاصيل مقتل العمال", "ننقل لكم ما ورد قبل قليل.", LEAD, BODY[0], BODY[2]])
    assert pairs(first, copy, OTHER) == [(0, 1)]


def test_a_copied_stretch_is_found_in_a_report_that_is_otherwise_its_own() -> None:
    assert pairs("\n".join([LEAD + " " + BODY[0], *BODY[1:]]), f"{LEAD} {BODY[0]}\n{OTHER} {OTHER[::-1]}") == [(0, 1)]


def test_spelling_and_punctuation_do_not_hide_a_copy() -> None:
    worn = " ".join([LEAD, *BODY]).replace("أ", "ا").replace("ة", "ه").replace("،", " -").replace("ُ", "")
    assert pairs("\n".join([LEAD, *BODY]), worn) == [(0, 1)]


def test_two_reports_in_their_own_words_are_no_copies() -> None:
    assert pairs("\n".join([LEAD, *BODY]), OTHER) == []


@given(st.lists(st.sampled_from([LEAD, *BODY, OTHER]), min_size=1, max_size=4))
def test_a_share_is_a_share(lines: list[str]) -> None:
    for a, b, share in near_duplicates(["\n".join(lines), LEAD, OTHER]):
        assert a < b
        assert 0 < share <= 1
