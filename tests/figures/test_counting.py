"""Counts of a few units, by hand: ranges, what is not known, what is not decided, dates and places known in part."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings

from tawthiq.figures.columns import columns_of, content_hash, from_bytes, to_bytes
from tawthiq.figures.counting import answer
from tawthiq.figures.figure import Answer, Figure
from tawthiq.figures.question import Dimension, Metric, Question
from tawthiq.figures.unit import Fate, Unit
from tawthiq.model import EDTF, Bound, Range
from tawthiq.model.ids import digest
from tests.figures.unit_strategies import questions, worlds

SOME = settings(max_examples=60, deadline=None)
ONE = Unit(digest("one"), "assassination", EDTF("2023-10-04"), ("tw:sy-ankhl",), counts=((Fate.KILLED, Range(1, 1)),))


def other(number: int, **what: object) -> Unit:
    return replace(ONE, record=digest("other", number), **what)  # type: ignore[arg-type]


def killed(n: int, most: int | None = 0) -> tuple[tuple[Fate, Range], ...]:
    return ((Fate.KILLED, Range(n, n if most == 0 else most)),)


def asked(units: list[Unit], question: Question) -> Answer:
    return answer(columns_of(units), question, "rule")


def total(units: list[Unit], metric: Metric = Metric.KILLED, **what: object) -> Figure:
    return asked(units, Question(metric, **what)).total  # type: ignore[arg-type]


def test_ranges_stay_ranges() -> None:
    figure = total([ONE, other(1, counts=killed(3, 5))])
    assert (figure.range, figure.bound, figure.incidents) == (Range(4, 6), Bound.EXACT, 2)


def test_dozens_are_open_at_the_top() -> None:
    figure = total([ONE, other(1, counts=killed(20, None))])
    assert (figure.range, figure.bound) == (Range(21, None), Bound.AT_LEAST)


def test_what_nobody_states_is_unknown_and_not_zero() -> None:
    figure = total([ONE, other(1, counts=()), other(2, counts=killed(0))])
    assert (figure.range, figure.bound, figure.unknown) == (Range(1, 1), Bound.AT_LEAST, 1)


def test_what_nobody_judged_is_left_out_and_told() -> None:
    figure = total([ONE, other(1, decided=False)])
    assert (figure.range, figure.bound, figure.undecided) == (Range(1, 1), Bound.AT_LEAST, 1)


def test_nothing_at_all_is_an_exact_zero() -> None:
    figure = total([ONE], period="2019")
    assert (figure.range, figure.bound, figure.incidents) == (Range(0, 0), Bound.EXACT, 0)


def test_an_area_has_all_that_lies_in_it() -> None:
    district, elsewhere, unheard = (other(n, places=(p,)) for n, p in enumerate(["SY1202", "SY11", "?خربة الزعتر"]))
    units = [ONE, district, elsewhere, unheard, other(4, places=())]
    assert total(units, area="SY12").range == Range(2, 2)
    by = asked(units, Question(Metric.INCIDENTS, (Dimension.GOVERNORATE,)))
    assert {figure.cell: figure.range.min for figure in by.figures} == {("SY12",): 2, ("SY11",): 1, ("",): 2}


def test_a_date_known_in_part_may_lie_in_a_period() -> None:
    sure, perhaps, never = other(1, date=EDTF("2023-10")), other(2, date=EDTF("2023")), other(3, date=None)
    assert total([ONE, sure, perhaps, never], period="2023-10").range == Range(2, 3)
    assert total([ONE, sure, perhaps, never], period="2023").range == Range(3, 3)
    assert total([ONE, other(1, date=EDTF("2018/.."))], period="2023-10").range == Range(1, 2)


def test_a_date_that_spans_two_months_stands_under_neither() -> None:
    by = asked([ONE, other(1, date=EDTF("2023"))], Question(by=(Dimension.MONTH,)))
    assert [(figure.cell, figure.range.min) for figure in by.figures] == [(("",), 1), (("2023-10",), 1)]


def test_of_several_groups_nobody_knows_whose_the_dead_are() -> None:
    alone = other(1, victim_groups=("former_opposition",), counts=killed(2))
    among = other(2, victim_groups=("civilians", "former_opposition"), counts=killed(3))
    figure = total([ONE, alone, among], victim_groups=("former_opposition",))
    assert figure.range == Range(2, 5)
    by = asked([ONE, alone, among], Question(Metric.KILLED, (Dimension.VICTIM_GROUP,)))
    assert {figure.cell[0]: figure.range.min for figure in by.figures} == {"": 1, "former_opposition": 2, "several": 3}


def test_a_share_says_of_what() -> None:
    former = other(1, victim_groups=("former_opposition",), counts=killed(2))
    figure = total([ONE, former], victim_groups=("former_opposition",), share=True)
    assert (figure.range, figure.base, figure.share) == (Range(2, 2), Range(3, 3), 2 / 3)
    assert figure.to_json()["base"] == {"min": 3, "max": 3}


def test_of_nobody_there_is_no_share() -> None:
    figure = total([other(1, counts=())], victim_groups=("former_opposition",), share=True)
    assert (figure.base, figure.share) == (Range(0, 0), None)


def test_shares_by_month_are_of_their_month() -> None:
    former = {"victim_groups": ("former_opposition",)}
    units = [ONE, other(1, **former), other(2, date=EDTF("2023-11-01"), **former)]
    made = asked(units, Question(Metric.KILLED, (Dimension.MONTH, Dimension.VICTIM_GROUP), share=True))
    shares = {figure.cell: figure.share for figure in made.figures}
    assert shares == {("2023-10", ""): 0.5, ("2023-10", "former_opposition"): 0.5, ("2023-11", "former_opposition"): 1}


@SOME
@given(worlds(), questions())
def test_the_cells_of_what_surely_belongs_add_up(units: list[Unit], question: Question) -> None:
    made = asked(units, question)
    assert sum(figure.range.min for figure in made.figures) == (made.total.range.min if made.figures else 0)
    assert sum(figure.incidents for figure in made.figures) == made.total.incidents
    assert list(made.figures) == [made.figures[at] for at in range(len(made.figures))]


@SOME
@given(worlds())
def test_columns_come_back_from_their_block(units: list[Unit]) -> None:
    columns = columns_of(units)
    again = from_bytes(to_bytes(columns))
    assert content_hash(again) == content_hash(columns)
    assert [again.record(row) for row in range(len(again))] == [unit.record for unit in units]


@SOME
@given(worlds())
def test_the_hash_tells_units_apart(units: list[Unit]) -> None:
    if units:
        changed = [replace(units[0], decided=not units[0].decided), *units[1:]]
        assert content_hash(columns_of(changed)) != content_hash(columns_of(units))
