"""What held on a day, by dates that are told, by what was said last, and where nothing was."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawthiq.actors.model import Tie, TieKind, TieState, Told
from tawthiq.actors.roles import kin_named, kind_of_role
from tawthiq.actors.state import said_by, state_of
from tawthiq.model import EDTF, AffiliationStatus

CURRENT, FORMER = AffiliationStatus.CURRENT, AffiliationStatus.FORMER
DAYS = st.dates(date(2011, 1, 1), date(2024, 12, 31))


def said(
    published: str, status: AffiliationStatus | None = None, start: str = "", end: str = "", event: bool = False
) -> Told:
    dated = [EDTF(text) if text else None for text in (start, end)]
    return Told(f"r{published}", (), (), date.fromisoformat(published), "", status, *dated, event=event)


def state(day: str, *told: Told, kind: TieKind = TieKind.MEMBER) -> TieState:
    tie = Tie("a", "b", kind, tuple(sorted(told, key=lambda each: each.order)))
    ordinal = date.fromisoformat(day).toordinal()
    return state_of(tie, said_by(tie, ordinal), ordinal)


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2017-12-31", TieState.NOT_YET),
        ("2018-01-01", TieState.CURRENT),
        ("2021-06-30", TieState.CURRENT),
        ("2021-07-01", TieState.FORMER),
    ],
)
def test_dates_that_are_told_decide(day: str, expected: TieState) -> None:
    assert state(day, said("2023-01-01", FORMER, "2018", "2021-06")) is expected


def test_what_was_said_last_before_the_day_holds() -> None:
    told = (said("2018-05-01", CURRENT), said("2023-05-01", FORMER))
    assert state("2017-01-01", *told) is TieState.CURRENT
    assert state("2020-01-01", *told) is TieState.CURRENT
    assert state("2023-05-01", *told) is TieState.FORMER


def test_an_end_that_is_told_later_ends_it_in_its_time() -> None:
    told = (said("2018-05-01", CURRENT), said("2023-05-01", FORMER, end="2020-03-01"))
    assert state("2020-03-02", *told) is TieState.FORMER


def test_who_is_told_to_belong_again_does() -> None:
    told = (said("2019-05-01", FORMER, "2015", "2018"), said("2020-05-01", CURRENT))
    assert state("2021-01-01", *told) is TieState.CURRENT


def test_without_a_word_on_it_nothing_is_made_up() -> None:
    assert state("2020-01-01", said("2020-01-01")) is TieState.UNSTATED


def test_a_meeting_says_nothing_of_other_days() -> None:
    spoke = said("2020-06-02", start="2020-06-01", end="2020-06-01", event=True)
    belongs = said("2020-06-02", CURRENT)
    assert state("2020-05-01", spoke, belongs, kind=TieKind.REPRESENTS) is TieState.CURRENT
    assert state("2020-05-01", spoke, kind=TieKind.REPRESENTS) is TieState.NOT_YET


@given(day=DAYS, start=DAYS, end=DAYS)
def test_nothing_holds_before_its_start_or_after_its_end(day: date, start: date, end: date) -> None:
    start, end = sorted((start, end))
    found = state(day.isoformat(), said("2025-01-01", FORMER, start.isoformat(), end.isoformat()))
    assert (found is TieState.NOT_YET) is (day < start)
    assert (found is TieState.FORMER) is (day > end)


@pytest.mark.parametrize(
    ("role", "kind"),
    [
        ("القائد العسكري للواء", TieKind.COMMANDS),
        ("قائد اللواء", TieKind.LEADS),
        ("نائب قائد اللواء", TieKind.MEMBER),
        ("القيادي السابق في الجيش", TieKind.MEMBER),
        ("ممثل", TieKind.REPRESENTS),
        ("", TieKind.MEMBER),
    ],
)
def test_what_a_role_makes_of_a_tie(role: str, kind: TieKind) -> None:
    assert kind_of_role(role) is kind


def test_whose_relative() -> None:
    assert kin_named("شقيق سامر الرفاعي") == "سامر الرفاعي"
    assert kin_named("ابن عم سامر الرفاعي") == "سامر الرفاعي"
    assert kin_named("القيادي في اللواء") == ""
