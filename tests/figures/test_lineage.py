"""Every figure is the sum of what its lineage lists, and nothing is counted that it does not list."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings

from tawthiq.errors import NotFoundError
from tawthiq.figures.columns import columns_of
from tawthiq.figures.counting import answer
from tawthiq.figures.gather import load_columns
from tawthiq.figures.inclusion import load_inclusion
from tawthiq.figures.lineage import parts_of, recall, remember, total_of
from tawthiq.figures.question import Dimension, Metric, Question
from tawthiq.figures.unit import Unit
from tawthiq.ledger import Ledger
from tawthiq.model import Range
from tests.figures.telling import Told, record, tell
from tests.figures.unit_strategies import questions, worlds

SOME = settings(max_examples=60, deadline=None)


@SOME
@given(worlds(), questions())
def test_a_figure_is_the_sum_of_its_parts(units: list[Unit], question: Question) -> None:
    columns = columns_of(units)
    made = answer(columns, question, "rule")
    for figure in (*made.figures, made.total):
        parts = parts_of(columns, figure.question, figure.cell)
        assert total_of(parts) == figure.range
        assert sum(part.decided for part in parts) == figure.incidents
        assert sum(not part.decided for part in parts) == figure.undecided
        assert sum(part.decided and part.least is None for part in parts) == figure.unknown


@SOME
@given(worlds(), questions())
def test_without_one_incident_a_figure_is_less_by_what_its_lineage_says(units: list[Unit], question: Question) -> None:
    columns = columns_of(units)
    whole = answer(columns, question, "rule").total
    for part in parts_of(columns, whole.question, ()):
        left = columns_of(unit for unit in units if unit.record != part.record)
        rest = answer(left, question, "rule").total
        told = (part.least or 0) if part.sure and part.decided else 0
        assert whole.range.min - rest.range.min == told
        assert whole.incidents - rest.incidents == part.decided
        assert whole.undecided - rest.undecided == (not part.decided)


@SOME
@given(worlds(), questions())
def test_what_the_lineage_does_not_list_changes_nothing(units: list[Unit], question: Question) -> None:
    columns = columns_of(units)
    whole = answer(columns, question, "rule").total
    listed = {part.record for part in parts_of(columns, whole.question, ())}
    inside = columns_of(unit for unit in units if unit.record in listed)
    alone = replace(question, share=False)  # the base of a share has a lineage of its own
    assert answer(inside, alone, "rule").total == answer(columns, alone, "rule").total


def test_a_figure_is_found_again_by_its_id(ledger: Ledger) -> None:
    record(ledger, tell(Told("2023-10-04", counts={"killed": Range(1, 1)}), 1))
    rule = load_inclusion()
    made = answer(load_columns(ledger, rule), Question(Metric.KILLED, (Dimension.MONTH,)), rule.id)
    remember(ledger, made)
    remember(ledger, made)
    for figure in (*made.figures, made.total):
        assert recall(ledger, figure.id[:10].upper()) == (figure.question, figure.cell, rule.id)


@pytest.mark.parametrize("prefix", ["", "fff", "ffffffff", "%%%%%"])
def test_an_id_that_no_figure_has(ledger: Ledger, prefix: str) -> None:
    with pytest.raises(NotFoundError):
        recall(ledger, prefix)
