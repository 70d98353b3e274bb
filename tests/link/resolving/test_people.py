"""Two reports' persons: a name alone is not enough, and nobody dies twice."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tawthiq.link.resolving.case import person_case
from tawthiq.link.resolving.evidence import probability
from tawthiq.link.resolving.people import Someone, compare_people, people_of
from tawthiq.link.resolving.when import Window
from tawthiq.model import EDTF, Code, Count, Kind, Range, Ref, Text, When
from tests.link.resolving.measure import spot
from tests.register.examples import claim, mention_in
from tests.strategies import report


def day(text: str) -> Window:
    return Window(date.fromisoformat(text), date.fromisoformat(text), text)


def someone(report: str, *names: str, **more: object) -> Someone:
    return replace(Someone(f"{names[0]} في {report}", report, names[0], names=names), **more)  # type: ignore[arg-type]


def chance(a: Someone, b: Someone) -> float:
    case = person_case([a, b])
    return probability(next(iter(case.odds.values()), -40.0))


def levels(a: Someone, b: Someone) -> dict[str, str]:
    return {each.feature: each.level for each in compare_people(a, b)}


FULL = someone("أول", "رائد يوسف الحشيش", places=(spot("تسيل"),), groups=("اللواء الثامن",), death=day("2024-03-04"))


def test_a_name_of_two_words_alone_is_not_enough() -> None:
    assert chance(someone("أول", "محمد الأحمد"), someone("ثان", "محمد الأحمد")) < 0.5


@pytest.mark.parametrize(
    "other",
    [
        someone("ثان", "رائد الحشيش", death=day("2024-03-04"), places=(spot("تسيل"),)),
        someone("ثان", "Raed Youssef al-Hashish", death=day("2024-03-05")),
        someone("ثان", "أبو يوسف", "رائد الحشيش", places=(spot("تسيل"),), groups=("اللواء الثامن",)),
    ],
    ids=["shorter, same death", "in Latin letters", "by kunya, with place and group"],
)
def test_one_person(other: Someone) -> None:
    assert chance(FULL, other) > 0.5


@pytest.mark.parametrize(
    ("other", "feature", "level"),
    [
        (someone("ثان", "رائد يوسف الحشيش", death=day("2024-05-01")), "fate", "died_twice"),
        (someone("ثان", "رائد يوسف الحشيش", harms=(("kidnapping", day("2024-05-01")),)), "fate", "after_death"),
        (someone("ثان", "سامر يوسف الحشيش", death=day("2024-03-04"), places=(spot("تسيل"),)), "name", "family"),
        (someone("ثان", "يوسف رائد الحشيش", places=(spot("تسيل"),)), "name", "family"),
        (someone("أول", "رائد الحشيش", places=(spot("تسيل"),)), "report", "same"),
    ],
    ids=["dies twice", "kidnapped after death", "brother", "father or son", "the same report"],
)
def test_two_persons(other: Someone, feature: str, level: str) -> None:
    assert levels(FULL, other)[feature] == level
    assert chance(FULL, other) < 0.5


def test_what_a_report_tells_of_its_persons() -> None:
    text = report("تقرير", "قُتل القيادي في اللواء الثامن رائد الحشيش مع خالد القداح في تسيل يوم الاثنين.")
    man, other = (mention_in(text, Kind.PERSON, name) for name in ("رائد الحشيش", "خالد القداح"))
    group, town = mention_in(text, Kind.GROUP, "اللواء الثامن"), mention_in(text, Kind.PLACE, "تسيل")
    killing = mention_in(text, Kind.INCIDENT, "قُتل القيادي")
    claims = [
        claim(man, "name", man.label),
        claim(man, "role", "القيادي"),
        claim(man, "group", Ref(group.id, group.label)),
        claim(man, "fate", Code("killed")),
        claim(other, "name", other.label),
        claim(town, "name", town.label),
        claim(killing, "type", Code("assassination")),
        claim(killing, "date", When(EDTF("2023-11-06"))),
        claim(killing, "killed", Count(Range.exactly(2))),
        claim(killing, "place", Ref(town.id, town.label)),
        claim(killing, "victim", Ref(man.id, man.label)),
        claim(group, "name", Text(group.label)),
    ]
    first, second = people_of(text, claims)
    assert (first.label, first.groups, first.death) == ("رائد الحشيش", ("اللواء الثامن",), day("2023-11-06"))
    assert [spot.label for spot in first.places] == ["تسيل"]
    assert (second.death, second.company) == (None, frozenset({"رايد حشيش"}))
