"""Places in places, as the gazetteer has them."""

from __future__ import annotations

import pytest

from tawthiq.errors import NotFoundError
from tawthiq.figures.areas import area_named, kind_of, lineage, most_telling, name_of, spot_of, within


def test_the_widest_of_a_name_is_meant() -> None:
    assert area_named(" درعا ") == "SY12"
    assert area_named("SY1202") == "SY1202"
    assert area_named("انخل") == "tw:sy-ankhl"


@pytest.mark.parametrize("words", ["", "لا مكان كهذا", "درعا البعيدة جداً"])
def test_a_name_that_the_gazetteer_lacks(words: str) -> None:
    with pytest.raises(NotFoundError):
        area_named(words)


def test_what_a_place_lies_in() -> None:
    assert lineage("SY1202") == ("SY1202", "SY12", "iso:SY")
    assert within("SY1202", "governorate") == "SY12"
    assert (within("SY12", "governorate"), within("SY12", "district")) == ("SY12", "")
    assert (lineage("?خربة"), within("?خربة", "governorate"), kind_of("?خربة")) == (("?خربة",), "", "")


def test_names_and_spots() -> None:
    assert (name_of("SY12"), name_of("SY12", "en"), name_of("?خربة", "en")) == ("درعا", "Dar'a", "خربة")
    spot = spot_of("SY12")
    assert spot is not None
    assert abs(spot[0] - 32.8) < 0.1
    assert spot_of("?خربة") is None


def test_the_place_that_lies_in_the_others_tells_most() -> None:
    assert most_telling(["SY12", "SY1202", "iso:SY"]) == "SY1202"
    assert most_telling([]) == ""
