"""From the figures of a store to the content of a report: every number is that of a figure, with its lineage."""

from __future__ import annotations

from hypothesis import given, settings

from tawthiq.figures.columns import columns_of
from tawthiq.figures.definitions import load_definitions
from tawthiq.figures.inclusion import load_inclusion
from tawthiq.figures.lineage import recall
from tawthiq.figures.unit import Unit
from tawthiq.ledger import Ledger
from tawthiq.model import EDTF, Bound, Range
from tawthiq.publish.report.month import month_content
from tawthiq.publish.report.prepare import Wanted, prepare
from tests.figures.telling import Told, record, tell
from tests.figures.unit_strategies import worlds

DEFINITIONS, RULE = load_definitions(), load_inclusion()
WANTED = Wanted("2023-10", "SY12", "2018-08")


@settings(max_examples=40, deadline=None)
@given(worlds())
def test_every_number_of_a_report_counts_what_its_lineage_lists(units: list[Unit]) -> None:
    content, figures = prepare(columns_of(units), WANTED, DEFINITIONS, RULE)
    lineage, known = {each.figure: each for each in content.lineage}, {figure.id: figure for figure in figures}
    counts = {unit.record: unit for unit in units}
    for quantity in content.quantities():
        behind, figure = lineage[quantity.id], known[quantity.id]
        assert (quantity.range, quantity.bound) == (figure.range, figure.bound)
        assert (len(behind.records), len(behind.undecided)) == (quantity.incidents, quantity.undecided)
        if quantity.metric == "incident":
            assert quantity.range.min <= len(behind.records)
        assert all(counts[each].decided for each in behind.records)


def test_the_content_of_a_month(ledger: Ledger) -> None:
    killed = {"killed": Range(1, 1)}
    record(
        ledger,
        tell(Told("2023-10-04", counts=killed, victims=(("سالم الوادي", "killed"),), outlet="صوت الوادي"), 1),
        tell(Told("2023-09-04", counts=killed, groups=("former_opposition",)), 2),
    )
    content = month_content(ledger, WANTED, DEFINITIONS, RULE)
    assert (content.period, content.since_period) == (EDTF("2023-10"), EDTF("2018-08/2023-10"))
    assert content.headline["killed"].range == Range(1, 1)
    assert content.since is not None
    assert content.since["killed:former_opposition"].share == 0.5
    (line,) = content.incidents
    assert (line.victims, line.sources, line.counts["killed"]) == (("سالم الوادي",), ("صوت الوادي",), Range(1, 1))
    assert [each.quote for each in content.evidence[line.record] if each.field.code == "killed"] == ["killed 1"]
    assert content.headline["injured"].bound is Bound.AT_LEAST
    months = next(each for each in content.breakdowns if each.dimension == "month")
    assert [row.label.en for row in months.rows] == ["September 2023", "October 2023"]
    assert recall(ledger, content.headline["killed"].id)[0].period == "2023-10"
