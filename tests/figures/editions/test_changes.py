"""The difference of two sets of units: every unit of change has a reason, and the reasons are the right ones."""

from __future__ import annotations

from dataclasses import astuple, replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tawthiq.figures.columns import columns_of
from tawthiq.figures.counting import answer
from tawthiq.figures.definitions import load_definitions
from tawthiq.figures.editions.changes import Delta, Difference, Why, differences
from tawthiq.figures.editions.content import Asked
from tawthiq.figures.editions.words import all_words, difference_words
from tawthiq.figures.figure import Figure
from tawthiq.figures.question import Metric, Question
from tawthiq.figures.unit import Fate, Unit, Victim
from tawthiq.model import EDTF, Range
from tawthiq.model.ids import digest
from tests.figures.unit_strategies import questions, units, worlds

A, B = digest("mention", "a"), digest("mention", "b")
ONE = Unit(
    digest("one"),
    "assassination",
    EDTF("2023-10-04"),
    ("tw:sy-ankhl",),
    counts=((Fate.KILLED, Range(1, 1)), (Fate.INJURED, Range(2, 2))),
    mentions=(A,),
)
TWO = replace(ONE, record=digest("two"), mentions=(B,))
BOTH = replace(ONE, record=digest("both"), mentions=(A, B))
KILLED = Asked("killed", load_definitions()["killed"].question("2023-10", "SY12"))


def compared(old: list[Unit], new: list[Unit], asked: Asked = KILLED) -> list[Difference]:
    return differences(columns_of(old), columns_of(new), [asked], "rule")


def killed(n: int, hurt: int) -> tuple[tuple[Fate, Range], ...]:
    return (Fate.KILLED, Range(n, n)), (Fate.INJURED, Range(hurt, hurt))


REASONS: list[tuple[Why, list[Unit], list[Unit], int]] = [
    (Why.ADDED, [ONE], [ONE, TWO], 1),
    (Why.REMOVED, [ONE, TWO], [TWO], -1),
    (Why.JUDGED, [replace(ONE, decided=False)], [ONE], 1),
    (Why.UNJUDGED, [ONE], [replace(ONE, decided=False)], -1),
    (Why.MERGED, [ONE, TWO], [BOTH], -1),
    (Why.SPLIT, [BOTH], [ONE, TWO], 1),
    (Why.MOVED_OUT, [ONE], [replace(ONE, date=EDTF("2023-11-01"))], -1),
    (Why.MOVED_IN, [replace(ONE, places=("SY11",))], [ONE], 1),
    (Why.DIED, [ONE], [replace(ONE, counts=killed(2, 1))], 1),
    (Why.RECOUNTED, [ONE], [replace(ONE, counts=killed(4, 2))], 3),
]


@pytest.mark.parametrize(("why", "old", "new", "delta"), REASONS, ids=[why for why, *_ in REASONS])
def test_each_reason(why: Why, old: list[Unit], new: list[Unit], delta: int) -> None:
    (difference,) = compared(old, new)
    (change,) = difference.changes
    assert (change.why, change.delta.least) == (why, delta)


def test_who_is_named_died_of_wounds() -> None:
    hurt, dead = (Victim(digest("casualty"), digest("person"), fate) for fate in ("injured", "killed"))
    before, after = replace(ONE, victims=(hurt,)), replace(ONE, victims=(dead,), counts=killed(2, 2))
    (difference,) = compared([before], [after])
    assert [(change.why, change.people) for change in difference.changes] == [(Why.DIED, 1)]


def test_changes_that_make_up_for_each_other_are_told() -> None:
    (difference,) = compared([ONE], [TWO])
    assert difference.in_print
    assert {change.why for change in difference.changes} == {Why.ADDED, Why.REMOVED}


def test_what_was_corrected_is_named() -> None:
    (difference,) = compared([ONE], [replace(ONE, date=EDTF("2023-11-01"), weapon="ied")])
    assert difference.changes[0].fields == ("date", "weapon")


def test_what_is_the_same_is_no_change() -> None:
    assert compared([ONE, TWO], [ONE, TWO]) == []
    assert compared([ONE], [replace(ONE, weapon="ied", origins=3)]) == []


def test_a_report_that_joins_an_incident_is_no_new_incident() -> None:
    assert compared([ONE], [BOTH]) == []


def test_the_words() -> None:
    died, new = replace(ONE, counts=killed(2, 1)), replace(ONE, record=digest("new"), mentions=(digest("c"),))
    (difference,) = compared([ONE], [died, new])
    english = difference_words(difference, load_definitions(), "en")
    assert english.startswith("Killed, in October 2023: 1 → 3: one incident added (2023-10-04, Inkhil, ")
    assert english.endswith("[+1]")
    assert "; one person died of wounds (2023-10-04, Inkhil, " in english
    arabic = difference_words(difference, load_definitions(), "ar")
    assert arabic.startswith("القتلى، في تشرين الأول 2023: 1 ← 3: أُضيفت واقعة واحدة (\u20662023-10-04\u2069، إنخل")
    assert "توفي بعد الإصابة شخص واحد" in arabic


def test_no_difference_says_so() -> None:
    assert all_words([], load_definitions(), "en") == ["No figure differs between the two editions."]


def additive(figure: Figure | None) -> tuple[int, int, int, int]:
    """What of a figure adds up, whatever the cell."""
    return (figure.range.min, figure.incidents, figure.unknown, figure.undecided) if figure else (0, 0, 0, 0)


def check(difference: Difference) -> None:
    """The changes come to the difference, to the unit; and to that of the most, where no count is open."""
    delta = difference.delta
    told = (delta.least, delta.incidents, delta.unknown, delta.undecided)
    assert told == tuple(b - a for a, b in zip(additive(difference.old), additive(difference.new), strict=True))
    most = [0 if figure is None else figure.range.max for figure in (difference.old, difference.new)]
    if most[0] is not None and most[1] is not None:
        assert (delta.most, delta.open) == (most[1] - most[0], 0)


@st.composite
def regrouped(draw: st.DrawFn, old: list[Unit]) -> list[Unit]:
    """The same mentions in other units: merged, split, moved, counted anew, added, removed."""
    mentions = [mention for unit in old for mention in unit.mentions] + [digest("new", n) for n in range(3)]
    kept = [mention for mention in mentions if draw(st.integers(0, 5))]
    made: list[Unit] = []
    while kept:
        size = draw(st.integers(1, min(3, len(kept))))
        some, kept = tuple(sorted(kept[:size])), kept[size:]
        known = [unit for unit in old if unit.mentions == some]
        again, other = draw(st.booleans()), draw(units())
        shape = known[0] if known and again else other
        made.append(replace(shape, record=digest("record", some), mentions=some))
    return sorted(made, key=lambda unit: unit.record)


@st.composite
def twice(draw: st.DrawFn) -> tuple[list[Unit], list[Unit]]:
    old = draw(worlds())
    old = sorted((replace(unit, record=digest("record", unit.mentions)) for unit in old), key=lambda unit: unit.record)
    return old, draw(regrouped(old))


@settings(max_examples=100, deadline=None)
@given(twice(), questions())
def test_the_named_changes_sum_to_the_difference(both: tuple[list[Unit], list[Unit]], question: Question) -> None:
    asked = Asked("killed", replace(question, share=False))
    found = {each.cell: each for each in compared(*both, asked)}
    for difference in found.values():
        check(difference)
    then, now = (answer(columns_of(side), asked.question, "rule") for side in both)
    figures: list[dict[tuple[str, ...], Figure]] = [
        {each.cell: each for each in (made.figures if question.by else [made.total])} for made in (then, now)
    ]
    for cell in figures[0].keys() | figures[1].keys():
        if cell not in found:
            before, after = figures[0].get(cell), figures[1].get(cell)
            assert before is not None
            assert after is not None
            assert (before.range, additive(before)) == (after.range, additive(after))


@settings(max_examples=60, deadline=None)
@given(twice())
def test_every_change_is_in_words(both: tuple[list[Unit], list[Unit]]) -> None:
    found = compared(*both, Asked("operations", Question(Metric.INCIDENTS)))
    for language in ("ar", "en"):
        told = all_words(found, load_definitions(), language)
        assert len(told) == max(1, len(found))
        assert not any(mark in line for line in told for mark in "{}")


def test_deltas_add_up() -> None:
    assert astuple(Delta(1, 2, 3, 4, 5, 6) + -Delta(1, 1, 1, 1, 1, 1)) == (0, 1, 2, 3, 4, 5)
