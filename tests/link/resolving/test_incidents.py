"""What speaks for and against two incidents being one, feature by feature."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawthiq.link.resolving.blocking import event_pairs
from tawthiq.link.resolving.events import Event, content_words
from tawthiq.link.resolving.evidence import probability
from tawthiq.link.resolving.incidents import compare_events, event_odds, rarity
from tawthiq.link.resolving.when import window
from tawthiq.model import EDTF, Range
from tests.link.resolving.measure import spot

PUBLISHED = date(2024, 3, 5)


def event(report: str = "أول", day: str | None = "2024-03-04", place: str = "تسيل", **more: object) -> Event:
    when = window(EDTF(day) if day else None, PUBLISHED, 14)
    base = Event(
        mention=f"واقعة في {report}",
        report=report,
        label="اغتيال",
        published=PUBLISHED,
        type="assassination",
        window=when,
        places=(spot(place),),
        tolls={"killed": Range.exactly(1)},
        victims=(("رائد يوسف الحشيش",),),
    )
    return replace(base, **more)  # type: ignore[arg-type]


ONE = event()


def levels(a: Event, b: Event) -> dict[str, str]:
    return {each.feature: each.level for each in compare_events(a, b, rarity([a, b]))}


def chance(a: Event, b: Event) -> float:
    return probability(event_odds(compare_events(a, b, rarity([a, b]))))


def test_another_report_of_the_same_killing() -> None:
    other = event("ثان", place="ريف درعا الغربي", victims=(("رائد الحشيش",),), type="killing")
    assert levels(ONE, other) | {"type": "", "words": ""} == {
        "date": "same_day",
        "place": levels(ONE, other)["place"],
        "killed": "equal_one",
        "victims": "same",
        "type": "",
        "words": "",
    }
    assert chance(ONE, other) > 0.6


@pytest.mark.parametrize(
    "other",
    [
        event("ثان", "2024-03-05", victims=(("نضال محمود السبروجي",),)),
        event("ثان", victims=(("سامر يوسف الحشيش",),)),
        event("ثان", "2024-03-20"),
        event("ثان", type="airstrike", victims=(), weapon="airstrike"),
        event("أول", victims=()),
    ],
    ids=["next day, another victim", "his brother", "two weeks later", "an air raid", "the same report"],
)
def test_near_misses(other: Event) -> None:
    assert chance(ONE, other) < 0.5


def test_a_toll_may_rise_a_little_but_not_be_quite_another() -> None:
    many = event(tolls={"killed": Range.exactly(9)}, victims=())
    assert levels(many, event(tolls={"killed": Range.exactly(10)}))["killed"] == "close"
    assert levels(many, event(tolls={"killed": Range.exactly(9)}))["killed"] == "equal_many"
    assert levels(many, event(tolls={"killed": Range.exactly(2)}))["killed"] == "apart"
    assert levels(many, event(tolls={"killed": Range.at_least(5)}))["killed"] == "close"
    assert "killed" not in levels(many, event(tolls={}))


def test_a_named_few_of_many_dead_say_nothing_against_others_that_are_named() -> None:
    some = event(tolls={"killed": Range.exactly(9)})
    assert "victims" not in levels(some, replace(some, report="ثان", victims=(("قاسم فوزي القداح",),)))


def test_words_count_by_their_rarity() -> None:
    assert content_words("قُتل 3 أشخاص مساء أمس الأحد بانفجار صهريج نفط") == {"انفجار", "صهريج", "نفط"}
    crowd = [
        event(f"تقرير {i}", words=frozenset({"رصاص", "دراجه"} | ({"صهريج"} if i < 2 else set()))) for i in range(40)
    ]
    rare = rarity(crowd)
    assert rare.weight("صهريج") > rare.weight("رصاص")
    assert 0 <= rare.likeness(crowd[0].words, crowd[9].words) < rare.likeness(crowd[0].words, crowd[1].words) <= 1.0001


def test_only_what_shares_a_time_and_an_area_or_a_name_is_compared() -> None:
    far = event("بعيد", place="الفاشر", victims=())
    late = event("متأخر", "2024-06-04")
    named = event("مسمّى", place="الفاشر")
    nowhere = event("بلا مكان", victims=(), places=())
    held = [ONE, far, late, named, nowhere]
    found = {(held[a].report, held[b].report) for a, b in event_pairs(held)}
    assert ("أول", "مسمّى") in found
    assert ("أول", "بلا مكان") in found
    assert ("أول", "بعيد") not in found
    assert not {pair for pair in found if "متأخر" in pair}


days = st.sampled_from([None, "2024-03-04", "2024-03-05", "2024-03", "2024", "2023-11-11"])
counts = st.builds(
    lambda low, more: Range(low, None if more is None else low + more),
    st.integers(0, 30),
    st.none() | st.integers(0, 5),
)
tolls = st.dictionaries(st.sampled_from(["killed", "injured", "detained"]), counts)
events = st.builds(
    event,
    st.sampled_from(["أول", "ثان"]),
    days,
    st.sampled_from(["تسيل", "نوى", "درعا", "سوريا", "خربة لا يعرفها أحد"]),
    tolls=tolls,
    type=st.sampled_from(["assassination", "killing", "shelling", ""]),
    victims=st.sampled_from([(), (("رائد الحشيش",),), (("قاسم القداح",), ("رائد يوسف الحشيش",))]),
    words=st.frozensets(st.sampled_from(["صهريج", "نفط", "رصاص"])),
)


@given(events, events)
def test_the_comparison_has_no_sides_and_a_probability(a: Event, b: Event) -> None:
    rare = rarity([a, b])
    there, back = compare_events(a, b, rare), compare_events(b, a, rare)
    assert [(e.feature, e.level, e.weight) for e in there] == [(e.feature, e.level, e.weight) for e in back]
    assert 0 < probability(event_odds(there)) < 1
