import pytest

from tawthiq.link.resolving.called import name_level, name_parts, names_level


@pytest.mark.parametrize(
    ("a", "b", "level"),
    [
        ("رائد يوسف الحشيش", "رائد الحشيش", "same"),
        ("عبدالرزاق محمود الجهماني", "عبد الرزاق محمود الجهماني", "same_long"),
        ("مروان نايف الأطرش", "نبيل نايف الأطرش", "family"),
        ("منير الغزاوي", "ضياء منير الغزاوي", "family"),
        ("الزعبي", "محمد خالد الزعبي", "part"),
        ("محمد", "خالد محمد الزعبي", "other"),
        ("قاسم القداح", "فيصل العبد", "other"),
    ],
)
def test_how_two_names_agree(a: str, b: str, level: str) -> None:
    assert name_level(a, b) == name_level(b, a) == level


def test_names_of_two_words_are_one_part_however_they_are_written() -> None:
    assert name_parts("عبد الله أبو زيد نور الدين") == name_parts("عبدالله ابوزيد نورالدين")


def test_the_best_of_several_names_counts_and_silence_says_nothing() -> None:
    assert names_level(["أبو عمر", "خالد محمد القداح"], ["خالد القداح"]) == "same"
    assert names_level([], ["خالد القداح"]) is None
