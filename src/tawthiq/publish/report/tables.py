"""Breakdowns and the list of incidents as tables in which every number has its link."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from tawthiq.publish.report.content import Breakdown, Content, IncidentLine, Quantity
from tawthiq.publish.report.document import Figure, Line, Link, Table, TableRow, Text
from tawthiq.publish.report.sentences import figure_anchor
from tawthiq.publish.report.wording import Wording

_SHOWN = ("killed", "injured")


def incident_anchor(record: str) -> str:
    return f"i-{record}"


def evidence_anchor(record: str) -> str:
    return f"e-{record}"


def numbered(incidents: Sequence[IncidentLine]) -> dict[str, int]:
    """The number in print of each incident, by its record, in the order of the list."""
    return {line.record: number for number, line in enumerate(incidents, start=1)}


def breakdown_table(breakdown: Breakdown, wording: Wording) -> Table:
    """A row a cell, a column a metric, the total last."""
    language = wording.language
    rows = [TableRow(((Text(row.label.say(language)),), *_cells(row.quantities, wording))) for row in breakdown.rows]
    if breakdown.total:
        rows.append(TableRow(((Text(wording.word("total")),), *_cells(breakdown.total, wording)), strong=True))
    columns = len(breakdown.metrics)
    return Table(
        caption="",
        header=(
            wording.of_list("columns", "dimension"),
            *wording.heads(breakdown),
        ),
        rows=tuple(rows),
        weights=(3, *[1] * columns),
        numeric=frozenset(range(1, columns + 1)),
    )


def _cells(quantities: Sequence[Quantity], wording: Wording) -> list[Line]:
    return [(Figure(wording.short(each), each.id, figure_anchor(each.id)),) for each in quantities]


def incident_table(content: Content, wording: Wording) -> Table:
    """Each incident with its number, which leads to its evidence."""
    numbers = numbered(content.incidents)
    rows = [_incident_row(line, numbers, wording, line.record in content.evidence) for line in content.incidents]
    names = ("number", "date", "place", "act", *_SHOWN, "perpetrator", "sources")
    return Table(
        caption="",
        header=tuple(wording.of_list("columns", name) for name in names),
        rows=tuple(rows),
        weights=(3, 7, 8, 7, 5, 5, 9, 9),
        numeric=frozenset((0, 4, 5)),
    )


def _incident_row(line: IncidentLine, numbers: Mapping[str, int], wording: Wording, proven: bool) -> TableRow:
    number = str(numbers[line.record])
    language = wording.language
    words = (
        wording.short_date(line.date),
        line.place.say(language) if line.place else wording.word("unknown"),
        line.act.say(language),
        *(wording.short_range(line.counts.get(fate)) for fate in _SHOWN),
        wording.joined(line.perpetrators) or wording.word("unknown"),
        _sources(line, wording),
    )
    first = Link(number, evidence_anchor(line.record)) if proven else Text(number)
    return TableRow(((first,), *((Text(each),) for each in words)), incident_anchor(line.record))


def _sources(line: IncidentLine, wording: Wording) -> str:
    return f"{wording.joined(line.sources)} ({line.origins})" if line.sources else str(line.origins)
