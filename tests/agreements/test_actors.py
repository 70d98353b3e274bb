"""Who is who: the gazetteer's bodies by any name, others by their folded words; who acts for whom, and until when."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tawthiq.agreements.actors import actor_key, actor_lineage, is_collective
from tawthiq.agreements.force import Force
from tawthiq.agreements.matching import facets_of, matching
from tawthiq.agreements.watched import Watched
from tawthiq.figures.columns import columns_of
from tawthiq.figures.unit import Unit
from tawthiq.model import EDTF

CLAUSE = Watched("c", "بند", "a", "تجتمع", Force(1), "تعرضت", frozenset({"shelling"}), ("tw:assad-regime",), ("SY12",))


def unit(by: str, day: str = "2023-12-01", place: str = "tw:sy-tfs", decided: bool = True) -> Unit:
    return Unit("0" * 32, "shelling", EDTF(day), (place,), by, decided=decided)


def triggered(*units: Unit, clause: Watched = CLAUSE) -> list[int]:
    return [int(row) for row in matching(facets_of(columns_of(units)), clause)]


def test_one_key_for_all_names_of_a_body() -> None:
    assert actor_key("داعش") == actor_key("تنظيم الدولة الإسلامية") == actor_key("تنظيم داعش")
    assert actor_key("قطاع الطرق") == actor_key("قطّاع طرق")
    assert actor_key("نظام الأسد") in actor_lineage(actor_key("قوات النظام"))


@pytest.mark.parametrize("words", ["كل التشكيلات العسكرية", "الطرفان", "جميع المجموعات"])
def test_words_for_everybody(words: str) -> None:
    assert is_collective(words)
    assert not is_collective("لواء الوادي")


def test_bodies_of_the_state_act_for_its_regime_until_it_fell() -> None:
    assert triggered(unit("قوات النظام"), unit("الفرقة الرابعة"), unit("الجيش الإسرائيلي")) == [0, 1]
    assert triggered(unit("الجيش السوري", day="2025-02-01")) == []


def test_an_armed_group_that_came_under_the_army_is_not_the_regime() -> None:
    assert triggered(unit("اللواء الثامن")) == []


def test_nobody_named_means_anyone_and_no_area_anywhere() -> None:
    anyone = replace(CLAUSE, actors=(), areas=())
    assert triggered(unit("unknown"), unit("", place="SY14"), clause=anyone) == [0, 1]


def test_what_nobody_decided_or_dated_opens_nothing() -> None:
    assert triggered(unit("قوات النظام", decided=False), replace(unit("قوات النظام"), date=None)) == []
    assert triggered(replace(unit("قوات النظام"), date=EDTF("2023/.."))) == []
