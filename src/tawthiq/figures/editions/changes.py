"""Why a figure is not what it was: each unit of the difference on account of one incident, or of a few tied ones."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import astuple, dataclass
from enum import StrEnum

import numpy as np

from tawthiq.figures.cells import cells_of
from tawthiq.figures.columns import Columns, hex_of
from tawthiq.figures.counting import answer, rows_of
from tawthiq.figures.editions.content import Asked
from tawthiq.figures.editions.matching import Group, Matched, match
from tawthiq.figures.figure import Figure
from tawthiq.figures.measures import measure_of
from tawthiq.figures.question import Question
from tawthiq.figures.unit import Fate

Cell = tuple[str, ...]


class Why(StrEnum):
    """What happened to the incidents behind a change. Words for each: data/figures/changes.toml."""

    ADDED = "added"
    REMOVED = "removed"
    JUDGED = "judged"
    UNJUDGED = "unjudged"
    MERGED = "merged"
    SPLIT = "split"
    REGROUPED = "regrouped"
    MOVED_IN = "moved_in"
    MOVED_OUT = "moved_out"
    DIED = "died"
    RECOUNTED = "recounted"


@dataclass(frozen=True, slots=True)
class Delta:
    """What is added (or taken, below zero): to the least and the most, to the number of counts that are open at the
    top, of incidents, of those that state nothing, and of those left undecided."""

    least: int = 0
    most: int = 0
    open: int = 0
    incidents: int = 0
    unknown: int = 0
    undecided: int = 0

    def __add__(self, other: Delta) -> Delta:
        return Delta(*(a + b for a, b in zip(astuple(self), astuple(other), strict=True)))

    def __neg__(self) -> Delta:
        return Delta(*(-each for each in astuple(self)))

    def __bool__(self) -> bool:
        return any(astuple(self))


@dataclass(frozen=True, slots=True)
class Seen:
    """An incident on one side: its record, its days as ordinals (0: not known), its place (gazetteer id or "?name")."""

    record: str
    first: int
    last: int
    place: str


@dataclass(frozen=True, slots=True)
class Change:
    """`fields` are those of the incident that are not as they were."""

    why: Why
    delta: Delta
    old: tuple[Seen, ...]
    new: tuple[Seen, ...]
    fields: tuple[str, ...] = ()
    people: int = 0


@dataclass(frozen=True, slots=True)
class Difference:
    """One figure in both editions (None where a cell has nothing at all in one), and all that makes the difference."""

    asked: Asked
    cell: Cell
    old: Figure | None
    new: Figure | None
    changes: tuple[Change, ...]

    @property
    def delta(self) -> Delta:
        return sum((change.delta for change in self.changes), Delta())

    @property
    def in_print(self) -> bool:
        """Whether the number or its bound is another, or would be if changes did not make up for each other."""
        made_up = any(change.delta.least or change.delta.most for change in self.changes)
        return made_up or self.old is None or self.new is None or _printed(self.old) != _printed(self.new)


def _printed(figure: Figure) -> tuple[object, ...]:
    return figure.range, figure.bound, figure.share


def differences(old: Columns, new: Columns, asked: Iterable[Asked], rule: str) -> list[Difference]:
    """The figures of these questions that are not the same in both columns, with their reasons; `rule` is that of the
    new ones."""
    matched = match(old, new)
    return [each for one in asked for each in _differences(old, new, matched, one, rule)]


def _differences(old: Columns, new: Columns, matched: Matched, asked: Asked, rule: str) -> Iterator[Difference]:
    changes = _changes(matched, asked.question)
    if not changes:
        return
    then, now = (_figures(columns, asked.question, rule, changes.keys()) for columns in (old, new))
    for cell in sorted(changes):
        yield Difference(asked, cell, then.get(cell), now.get(cell), changes[cell])


def _figures(columns: Columns, question: Question, rule: str, cells: Iterable[Cell]) -> dict[Cell, Figure]:
    made = answer(columns, question, rule)
    wanted = set(cells)
    figures = made.figures if question.by else [made.total]
    return {figure.cell: figure for figure in figures if figure.cell in wanted}


def _changes(matched: Matched, question: Question) -> dict[Cell, tuple[Change, ...]]:
    """The changes of each cell that has any, the weightiest first."""
    then = _contributions(matched.old, question, matched.old_group.tolist())
    now = _contributions(matched.new, question, matched.new_group.tolist())
    found: dict[Cell, list[Change]] = defaultdict(list)
    for cell, group in sorted(then.keys() | now.keys()):
        before, after = then.get((cell, group)), now.get((cell, group))
        delta = (after or Delta()) + -(before or Delta())
        if delta:
            found[cell].append(_change(matched, matched.groups[group], delta, before is not None, after is not None))
    return {cell: tuple(sorted(some, key=_weight)) for cell, some in found.items()}


def _weight(change: Change) -> tuple[str, int, str]:
    return change.why, -abs(change.delta.least), (change.new or change.old)[0].record


def _contributions(columns: Columns, question: Question, groups: Sequence[int]) -> dict[tuple[Cell, int], Delta]:
    """What the rows of each group add to each cell of the question."""
    rows, measure = rows_of(columns, question), measure_of(columns, question.metric)
    cells, decided = cells_of(columns, question.by, rows.asked), columns.decided
    either = rows.asked & decided
    parts = (
        np.where(rows.sure & decided, measure.least, 0),
        np.where(either, measure.most, 0),
        either & measure.open,
        either,
        either & measure.unstated,
        rows.asked & ~decided,
    )
    found: dict[tuple[Cell, int], Delta] = {}
    for row in np.flatnonzero(rows.asked).tolist():
        key = cells.key(int(cells.of[row])), groups[row]
        found[key] = found.get(key, Delta()) + Delta(*(int(part[row]) for part in parts))
    return found


def _change(matched: Matched, group: Group, delta: Delta, was: bool, is_: bool) -> Change:
    old, new = ([_seen(columns, row) for row in rows] for columns, rows in _sides(matched, group))
    fields = _fields(matched, group) if len(group.old) == len(group.new) == 1 else ()
    died = _died(matched, group)
    why = _why(matched, group, was, is_, died)
    return Change(why, delta, tuple(old), tuple(new), fields, died if why is Why.DIED else 0)


def _sides(matched: Matched, group: Group) -> tuple[tuple[Columns, tuple[int, ...]], tuple[Columns, tuple[int, ...]]]:
    return (matched.old, group.old), (matched.new, group.new)


def _seen(columns: Columns, row: int) -> Seen:
    return Seen(columns.record(row), int(columns.first[row]), int(columns.last[row]), columns.word("place", row))


def _why(matched: Matched, group: Group, was: bool, is_: bool, died: int) -> Why:
    numbers = len(group.old), len(group.new)
    if 0 in numbers:
        return Why.REMOVED if group.old else Why.ADDED
    if numbers != (1, 1):
        return Why.MERGED if numbers[1] == 1 else Why.SPLIT if numbers[0] == 1 else Why.REGROUPED
    before, after = bool(matched.old.decided[group.old[0]]), bool(matched.new.decided[group.new[0]])
    if before != after:
        return Why.JUDGED if after else Why.UNJUDGED
    if was != is_:
        return Why.MOVED_IN if is_ else Why.MOVED_OUT
    return Why.DIED if died else Why.RECOUNTED


def _died(matched: Matched, group: Group) -> int:
    """How many of the injured of one incident are among its killed now; 0 where that is not what the counts say."""
    if len(group.old) != 1 or len(group.new) != 1:
        return 0
    sides = _sides(matched, group)
    counts = [columns.count(fate, rows[0]) for fate in (Fate.KILLED, Fate.INJURED) for columns, rows in sides]
    before, after, hurt, still = (count.min if count and count.exact else None for count in counts)
    if after is None or (more := after - (before or 0)) <= 0:
        return 0
    if hurt is not None and hurt - (still or 0) == more:
        return more
    return min(more, _named_dead(*(_fates(columns, rows[0]) for columns, rows in sides)))


def _named_dead(before: dict[str, Fate | None], after: dict[str, Fate | None]) -> int:
    """How many by name were injured and are killed now."""
    return sum(was is Fate.INJURED and after.get(record) is Fate.KILLED for record, was in before.items())


def _fates(columns: Columns, row: int) -> dict[str, Fate | None]:
    """The named casualties of a row, by record."""
    start, end = np.searchsorted(columns.victim_unit, (row, row + 1)).tolist()
    fates = [None if fate < 0 else _FATES[fate] for fate in columns.victim_fate[start:end].tolist()]
    return dict(zip(map(hex_of, columns.victim_record[start:end]), fates, strict=True))


_FATES = tuple(Fate)


def _fields(matched: Matched, group: Group) -> tuple[str, ...]:
    """Names of what one incident has otherwise than before, as records call it."""
    (old, (before,)), (new, (after,)) = _sides(matched, group)
    found = []
    if (old.first[before], old.last[before]) != (new.first[after], new.last[after]):
        found.append("date")
    found += [_NAMES.get(name, name) for name in old.words if old.word(name, before) != new.word(name, after)]
    found += [fate.value for fate in Fate if old.count(fate, before) != new.count(fate, after)]
    return tuple(found)


_NAMES = {"victim_groups": "victim_group"}
