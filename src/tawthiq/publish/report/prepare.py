"""From the figures of a store to what a report is made of: the one place that knows both rooms."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

import numpy as np

from tawthiq import __version__
from tawthiq.figures.areas import name_of, spot_of
from tawthiq.figures.cells import cells_of
from tawthiq.figures.columns import Columns
from tawthiq.figures.counting import answer, rows_of
from tawthiq.figures.definitions import Definition, Definitions
from tawthiq.figures.figure import Figure
from tawthiq.figures.inclusion import Inclusion
from tawthiq.figures.phrases import key_words, place_name
from tawthiq.figures.question import Dimension, Metric, Question
from tawthiq.figures.unit import Fate
from tawthiq.model import EDTF, Range
from tawthiq.model.codes import code_list
from tawthiq.publish.report.content import (
    Breakdown,
    Content,
    Edition,
    IncidentLine,
    Label,
    Lineage,
    Quantity,
    Row,
    Words,
)
from tawthiq.publish.report.content import Definition as Term

# Of a figure with more incidents than this the report gives the id alone: `tawthiq explain` opens it.
_LISTED = 500
_PLACES = (Dimension.GOVERNORATE, Dimension.DISTRICT, Dimension.PLACE)


@dataclass(frozen=True, slots=True)
class Wanted:
    """A month (2023-10) of an area (gazetteer id, "" everywhere), with all the time since a date where there is one."""

    month: str
    area: str = ""
    since: str = ""
    office: Label = field(default_factory=lambda: Label("", ""))

    @property
    def long(self) -> str:
        return f"{self.since}/{self.month}" if self.since else ""


def prepare(
    columns: Columns,
    wanted: Wanted,
    definitions: Definitions,
    rule: Inclusion,
    edition: Edition | None = None,
    notes: Sequence[Words] = (),
) -> tuple[Content, list[Figure]]:
    """The content of the month's report, less what only the ledger knows; and every figure in it, to be remembered."""
    made = _Making(columns, rule.id, wanted)
    headline = made.headline(definitions, wanted.month)
    since = made.headline(definitions, wanted.long) if wanted.long else None
    breakdowns = tuple(made.breakdowns(definitions))
    content = Content(
        office=wanted.office,
        period=EDTF(wanted.month),
        area=_area(wanted.area),
        headline=headline,
        breakdowns=breakdowns,
        incidents=tuple(made.incidents(definitions)),
        lineage=tuple(made.lineage.values()),
        evidence={},
        definitions=tuple(_term(each) for each in definitions.values()),
        edition=edition or Edition(rule.name, Words(rule.text_ar, rule.text_en), version=__version__),
        since=since,
        since_period=EDTF(wanted.long) if wanted.long else None,
        notes=tuple(notes),
        noun=next((each.noun for each in definitions.values() if each.metric is Metric.INCIDENTS), "incident"),
    )
    return content, list(made.figures.values())


def _area(area: str) -> Label:
    return Label(area, place_name(area, "ar"), place_name(area, "en")) if area else Label("", "كل المناطق", "all areas")


def _term(definition: Definition) -> Term:
    label = Label(definition.name, definition.ar, definition.en)
    return Term(label, Words(definition.definition_ar, definition.definition_en))


def _metric(definition: Definition) -> str:
    return "incident" if definition.metric is Metric.INCIDENTS else definition.metric.value


def _key(definition: Definition) -> str:
    """How a report's sentences ask for the figure: killed, or killed:former_opposition for a share."""
    groups = ",".join(definition.victim_groups)
    return f"{_metric(definition)}:{groups}" if definition.share and groups else _metric(definition)


@dataclass(slots=True)
class _Making:
    columns: Columns
    rule: str
    wanted: Wanted
    figures: dict[str, Figure] = field(default_factory=dict)
    lineage: dict[str, Lineage] = field(default_factory=dict)

    def headline(self, definitions: Definitions, period: str) -> dict[str, Quantity]:
        """Of definitions that a sentence would call alike, the first."""
        told: dict[str, Quantity] = {}
        for each in definitions.values():
            if _key(each) not in told:
                question = each.question(period, self.wanted.area)
                (told[_key(each)],) = self._quantities(each, question).values()
        return told

    def breakdowns(self, definitions: Definitions) -> Iterator[Breakdown]:
        """A table for each dimension that some definition is parted by, a column for each of these definitions.

        Definitions that count other acts have a table of their own.
        """
        parted = [each for each in definitions.values() if each.by and not each.share]
        for dimension in dict.fromkeys(dimension for each in parted for dimension in each.by):
            alike: dict[tuple[str, ...], list[Definition]] = {}
            for each in parted:
                if dimension in each.by:
                    alike.setdefault(tuple(each.acts), []).append(each)
            yield from (self._breakdown(dimension, held) for held in alike.values())

    def _breakdown(self, dimension: Dimension, parted: Sequence[Definition]) -> Breakdown:
        long = dimension in (Dimension.MONTH, Dimension.YEAR) and self.wanted.long
        period = long or self.wanted.month
        whole = [each.question(period, self.wanted.area) for each in parted]
        columns = [
            self._quantities(each, replace(question, by=(dimension,)))
            for each, question in zip(parted, whole, strict=True)
        ]
        totals = [self._quantities(each, question) for each, question in zip(parted, whole, strict=True)]
        rows = []
        for key in sorted({key for each in columns for (key,) in each}):
            cells = zip(parted, whole, columns, strict=True)
            figures = tuple(self._cell(*each, key, dimension) for each in cells)
            rows.append(Row(_label(dimension, key), figures, _spot(dimension, key)))
        return Breakdown(
            dimension=dimension.value,
            metrics=tuple(map(_metric, parted)),
            rows=tuple(rows),
            total=tuple(each[()] for each in totals),
            heads=tuple(Label(each.name, each.ar, each.en) for each in parted),
        )

    def _cell(
        self, definition: Definition, whole: Question, held: Mapping[tuple[str, ...], Quantity], key: str, by: Dimension
    ) -> Quantity:
        """The figure of the cell, which is none where the register has nothing there."""
        nothing = Figure(replace(whole, by=(by,)), self.rule, (key,), Range(0, 0), 0)
        return held.get((key,)) or self._quantity(definition, nothing, [])

    def _quantities(self, definition: Definition, question: Question) -> dict[tuple[str, ...], Quantity]:
        made = answer(self.columns, question, self.rule)
        figures = list(made.figures) if question.by else [made.total]
        behind = _behind(self.columns, question)
        return {each.cell: self._quantity(definition, each, behind.get(each.cell, [])) for each in figures}

    def _quantity(self, definition: Definition, figure: Figure, rows: Sequence[int]) -> Quantity:
        self.figures[figure.id] = figure
        if len(rows) <= _LISTED:
            decided = self.columns.decided
            counted, left = (
                [self.columns.record(row) for row in rows if decided[row] == kept] for kept in (True, False)
            )
            self.lineage[figure.id] = Lineage(figure.id, tuple(counted), tuple(left))
        return Quantity(
            figure.id,
            _metric(definition),
            figure.range,
            figure.bound,
            figure.base,
            figure.share,
            figure.incidents,
            figure.unknown,
            figure.undecided,
        )

    def incidents(self, definitions: Definitions) -> list[IncidentLine]:
        """Every incident that a figure of the month counts, by day."""
        asked = np.zeros(len(self.columns), dtype=bool)
        for each in definitions.values():
            asked |= rows_of(self.columns, each.question(self.wanted.month, self.wanted.area)).asked
        rows = np.flatnonzero(asked & self.columns.decided).tolist()
        return [self._line(row) for row in sorted(rows, key=lambda row: (self.columns.first[row], row))]

    def _line(self, row: int) -> IncidentLine:
        held = self.columns
        place, doer = held.word("place", row), held.word("perpetrator", row)
        counts = {fate.value: count for fate in Fate if (count := held.count(fate, row)) is not None}
        return IncidentLine(
            record=held.record(row),
            date=_date(int(held.first[row]), int(held.last[row])),
            place=Label(place, name_of(place), name_of(place, "en")) if place else None,
            act=_code_label("incident_types", held.word("type", row)),
            counts=counts,
            perpetrators=(doer,) if doer else (),
            origins=int(held.origins[row]),
            spot=spot_of(place) if place else None,
        )


def _behind(columns: Columns, question: Question) -> dict[tuple[str, ...], list[int]]:
    """The rows of each cell of a question, as far as they are few enough to be listed."""
    asked = rows_of(columns, question).asked
    cells = cells_of(columns, question.by, asked)
    rows = np.flatnonzero(asked)
    of = cells.of[rows]
    order = np.argsort(of, kind="stable")
    numbers, starts = np.unique(of[order], return_index=True)
    parts: Iterable[np.ndarray] = np.split(rows[order], starts[1:]) if len(rows) else []
    return {cells.key(int(number)): part[: _LISTED + 1].tolist() for number, part in zip(numbers, parts, strict=True)}


def _date(first: int, last: int) -> EDTF | None:
    """A day, or the time between two; None where neither is known."""
    days = [date.fromordinal(day).isoformat() if day else ".." for day in (first, last)]
    if not first and not last:
        return None
    return EDTF(days[0] if first == last else "/".join(days))


def _code_label(name: str, code: str) -> Label:
    entry = code_list(name).get(code)
    return Label(code, entry.ar, entry.en) if entry else Label(code, code, code)


def _label(dimension: Dimension, key: str) -> Label:
    return Label(key, key_words(dimension, key, "ar"), key_words(dimension, key, "en"))


def _spot(dimension: Dimension, key: str) -> tuple[float, float] | None:
    return spot_of(key) if dimension in _PLACES and key else None
