import pytest

from tawthiq.link.resolving.credits import credits, outlet_key


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("قُتل شاب في نوى، وذلك نقلاً عن شبكة نبض السهل.", {"نبض السهل"}),
        ("قُتل شاب في نوى وفق ما نشرته نبض السهل عبر معرفاتها.", {"نبض السهل"}),
        ("وقال مصدر أمني لشبكة «نبض السهل» إن التحقيق جارٍ.", {"نبض السهل"}),
        ("وأعلن المرصد السوري لحقوق الإنسان مقتل شاب.", {"المرصد السوري لحقوق الانسان"}),
        ("وقال مصدر أمني إن شاباً قُتل، بحسب شهود.", set()),
        ("اغتيال في نوى\nنبض السهل – قُتل شاب في نوى مساء أمس.", {"نبض السهل"}),
        ("المرصد السوري لحقوق الإنسان: مقتل شاب\nقُتل شاب في نوى.", {"المرصد السوري لحقوق الانسان"}),
        ("وفق الدفاع المدني أُصيب شاب.", set()),
        ("تحدث أهالٍ عن نبض السهل وخيراته.", set()),
    ],
)
def test_whom_a_report_has_its_news_from(text: str, named: set[str]) -> None:
    assert credits(text, {"نبض السهل"}) == named


def test_an_outlet_that_no_table_has_is_known_by_its_head_and_by_having_been_read() -> None:
    text = "قُتل ثلاثة عمال، وفق وكالة «ضفاف النهر»."
    assert credits(text, ()) == set()
    assert credits(text, (), ["ضفاف النهر"]) == {"ضفاف النهر"}
    assert credits("قُتل ثلاثة عمال، وفق لجنة ضفاف النهر.", (), ["ضفاف النهر"]) == set()


def test_an_outlet_is_one_with_its_head_and_without() -> None:
    assert outlet_key("شبكة نبض السهل") == outlet_key("نبض السهل") == outlet_key("الشبكة نبض السهل")
    assert outlet_key("تجمع أحرار السهل") != outlet_key("السهل")
