import pytest

from tawthiq.link.resolving.where import Spot, areas, place_level, rank, specific
from tests.link.resolving.measure import spot


@pytest.mark.parametrize(
    ("a", "b", "level"),
    [
        ("اليادودة", "اليـادوده", "same_local"),
        ("مدينة نوى", "نوى", "same_city"),
        ("تسيل", "درعا", "inside_region"),
        ("سوريا", "سورية", "same_country"),
        ("نوى", "سوريا", "inside_country"),
        ("تسيل", "الفاشر", "far"),
        ("طريق خربة المجهولة", "خربة المجهولة", "same_local"),
        ("مفرق خربة المجهولة الشرقي", "خربة المجهولة", "inside_city"),
    ],
)
def test_how_two_places_agree(a: str, b: str, level: str) -> None:
    assert place_level([spot(a)], [spot(b)]) == place_level([spot(b)], [spot(a)]) == level


def test_only_the_most_specific_places_are_compared() -> None:
    """Two towns of one governorate are two places, though both reports name the governorate."""
    town, other, above = spot("تسيل"), spot("نوى"), spot("درعا")
    assert specific([town, above]) == (town,)
    assert place_level([town, above], [other, above]) in ("near", "other")


def test_nothing_is_said_of_a_place_that_is_not_named() -> None:
    assert place_level([], [spot("نوى")]) is None


def test_two_names_of_an_entry_are_one_place_and_unknown_names_may_lie_anywhere() -> None:
    entry = spot("نوى").ids[0]
    assert place_level([Spot("نوى", (entry,))], [Spot("مدينة الجولان القديمة", (entry,))]) == "same_city"
    assert place_level([Spot("خربة كذا")], [Spot("تل سواه")]) == "unplaced"


def test_areas_are_all_that_a_place_lies_in_but_countries() -> None:
    found = areas([spot("تسيل")])
    assert "SY12" in found
    assert "iso:SY" not in found
    assert rank("SY12") == "region"
