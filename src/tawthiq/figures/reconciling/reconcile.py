"""Another body's figure beside ours for the same question, and what could make the difference."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Set
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from tawthiq.figures.areas import lineage
from tawthiq.figures.columns import Columns
from tawthiq.figures.counting import answer
from tawthiq.figures.definitions import Definition, Definitions
from tawthiq.figures.figure import Figure
from tawthiq.figures.lineage import parts_of
from tawthiq.figures.question import Metric, Question
from tawthiq.figures.reconciling.tallies import Theirs
from tawthiq.model import EDTF, Bound, Range

ToldBy = Callable[[str], Set[str]]
"""From a body's name to the ids of the records that its reports tell of."""

_YEAR = 4


class Why(StrEnum):
    """Words for each: data/figures/reconcile.toml."""

    SAME = "same"
    WITHIN = "within"
    UNDECIDED = "undecided"
    UNKNOWN = "unknown"
    RANGE = "range"
    NO_DEFINITION = "no_definition"
    DEFINITION = "definition"
    CATEGORY = "category"
    ALL_ACTS = "all_acts"
    NO_PERIOD = "no_period"
    PERIOD = "period"
    NO_AREA = "no_area"
    AREA = "area"
    ONLY_OURS = "only_ours"
    ONLY_THEIRS = "only_theirs"
    LIST_UNKNOWN = "list_unknown"
    UNEXPLAINED = "unexplained"


@dataclass(frozen=True, slots=True)
class Reason:
    """`n` is a number that belongs to it, `what` a period, an area or words, `records` the incidents meant."""

    why: Why
    n: int = 0
    what: str = ""
    records: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reconciled:
    """`definition` is ours where we have one for that metric; `gap` is theirs less ours, 0 where they can both be."""

    theirs: Theirs
    ours: Figure
    definition: Definition | None
    gap: int
    reasons: tuple[Reason, ...]


def reconcile(
    columns: Columns, theirs: Theirs, definitions: Definitions, rule: str, told_by: ToldBy
) -> Reconciled | None:
    """Beside each other; None for a metric that no register of incidents has (other)."""
    definition = _definition(theirs, definitions)
    question = _question(theirs, definition)
    if question is None:
        return None
    ours = answer(columns, question, rule).total
    gap = _gap(theirs, ours)
    reasons = tuple(_reasons(columns, theirs, ours, definition, gap, told_by))
    return Reconciled(theirs, ours, definition, gap, reasons)


def _definition(theirs: Theirs, definitions: Definitions) -> Definition | None:
    share = theirs.bound is Bound.PERCENT
    alike = (each for each in definitions.values() if each.share == share)
    metric = Metric.INCIDENTS if theirs.metric == "operations" else theirs.metric
    return next((each for each in alike if (each.metric == metric if share else each.tally == theirs.metric)), None)


def _question(theirs: Theirs, definition: Definition | None) -> Question | None:
    if definition is not None:
        return definition.question(theirs.period, theirs.area)
    metric = "incidents" if theirs.metric == "operations" else theirs.metric
    if metric not in set(Metric) or theirs.bound is Bound.PERCENT:
        return None
    return Question(Metric(metric), period=theirs.period, area=theirs.area)


def _gap(theirs: Theirs, ours: Figure) -> int:
    """How far apart the nearest numbers are that both allow; below zero where we have more."""
    mine = _allowed(_value(ours), ours.bound)
    other = _allowed(theirs.range, theirs.bound)
    if mine.max is not None and other.min > mine.max:
        return other.min - mine.max
    if other.max is not None and mine.min > other.max:
        return other.max - mine.min
    return 0


def _value(ours: Figure) -> Range:
    if ours.base is None:
        return ours.range
    return Range.exactly(round(100 * (ours.share or 0)))


def _allowed(held: Range, bound: Bound) -> Range:
    if bound is Bound.AT_LEAST:
        return Range.at_least(held.min)
    return Range(0, held.max) if bound is Bound.AT_MOST else held


def _reasons(
    columns: Columns, theirs: Theirs, ours: Figure, definition: Definition | None, gap: int, told_by: ToldBy
) -> Iterator[Reason]:
    same = _value(ours) == theirs.range
    if not gap:
        yield Reason(Why.SAME if same else Why.RANGE if _inside(theirs, ours) else Why.WITHIN)
    if ours.undecided:
        yield Reason(Why.UNDECIDED, ours.undecided)
    if ours.unknown:
        yield Reason(Why.UNKNOWN, ours.unknown)
    if same:
        return
    yield from _by_definition(columns, theirs, ours, definition)
    yield from _by_period(columns, theirs, ours)
    yield from _by_area(columns, theirs, ours)
    yield from _by_incidents(columns, theirs, ours, told_by)
    if gap:
        yield Reason(Why.UNEXPLAINED, gap)


def _inside(theirs: Theirs, ours: Figure) -> bool:
    top = ours.range.max
    return not ours.range.exact and ours.range.min <= theirs.range.min and (top is None or theirs.range.min <= top)


def _by_definition(columns: Columns, theirs: Theirs, ours: Figure, definition: Definition | None) -> Iterator[Reason]:
    if definition is None:
        yield Reason(Why.NO_DEFINITION)
    else:
        yield Reason(Why.DEFINITION, what=definition.name)
    if theirs.category:
        yield Reason(Why.CATEGORY, what=theirs.category)
    if ours.question.acts and ours.base is None:
        yield Reason(Why.ALL_ACTS, _least(columns, replace(ours.question, acts=()), ours.rule))


def _by_period(columns: Columns, theirs: Theirs, ours: Figure) -> Iterator[Reason]:
    """Ours of the other times that their words can mean, where that is another number."""
    if not theirs.period:
        yield Reason(Why.NO_PERIOD)
    if ours.base is not None:
        return
    for period in _readings(theirs.period):
        n = _least(columns, replace(ours.question, period=period), ours.rule)
        if n != ours.range.min:
            yield Reason(Why.PERIOD, n, period)


def _readings(period: str) -> Iterator[str]:
    """Since 2018 may leave out 2018; a month may be the one before or after, of a report that says last month."""
    if not period:
        return
    held = EDTF(period)
    if held.is_interval:
        if len(held.start) == _YEAR and held.start.isdigit():
            yield f"{int(held.start) + 1}/{held.end}"
        return
    if len(period) == len("2023-10") and held.earliest:
        year, month = held.earliest.year, held.earliest.month
        for step in (-1, 1):
            moved = date(year + (month - 1 + step) // 12, (month - 1 + step) % 12 + 1, 1)
            yield moved.isoformat()[:7]


def _by_area(columns: Columns, theirs: Theirs, ours: Figure) -> Iterator[Reason]:
    if not theirs.area:
        yield Reason(Why.NO_AREA, what=theirs.area_words)
        return
    if ours.base is not None:
        return
    for wider in lineage(theirs.area)[1:2]:
        n = _least(columns, replace(ours.question, area=wider), ours.rule)
        if n != ours.range.min:
            yield Reason(Why.AREA, n, wider)


def _by_incidents(columns: Columns, theirs: Theirs, ours: Figure, told_by: ToldBy) -> Iterator[Reason]:
    """Incidents that only one of the two has, where reports of the body's own are in the register."""
    listed = told_by(theirs.body) if theirs.body else frozenset()
    if not listed:
        yield Reason(Why.LIST_UNKNOWN)
        return
    counted = {part.record for part in parts_of(columns, ours.question, ()) if part.decided}
    if alone := tuple(sorted(counted - listed)):
        yield Reason(Why.ONLY_OURS, len(alone), records=alone)
    near = replace(ours.question, acts=(), victim_groups=(), perpetrator="", weapon="", share=False)
    theirs_here = {part.record for part in parts_of(columns, near, ())} & listed
    if others := tuple(sorted(theirs_here - counted)):
        yield Reason(Why.ONLY_THEIRS, len(others), records=others)


def _least(columns: Columns, question: Question, rule: str) -> int:
    return answer(columns, question, rule).total.range.min
