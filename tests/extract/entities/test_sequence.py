"""Odds of the tokens of a page, and that a model sees the same in every run."""

from __future__ import annotations

from tawthiq.extract.entities.features import features
from tawthiq.extract.entities.scene import scene_of
from tawthiq.extract.entities.sequence import odds
from tests.extract.pages import page_of


def test_odds_are_chances_of_single_tokens() -> None:
    found = odds(scene_of(page_of("التقى وليد جنبلاط وفداً في بيروت.")))
    assert all(0 <= chance <= 1 for one in found.values() for chance in (one.person, one.place, one.group))
    assert found[1].person > 0.5 > found[1].place


def test_features_stand_in_one_order() -> None:
    words = ["قتل", "محمد", "الزعبي", "في", "درعا"]
    assert features(words) == features(list(words))
    assert features(words)[1][0] == "w=محمد"
