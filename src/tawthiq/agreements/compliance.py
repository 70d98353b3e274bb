"""Episodes and the table of who did as was promised: a pure function of clauses, columns of incidents and answers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from tawthiq.agreements.actors import actor_key, actor_lineage
from tawthiq.agreements.answers import Answer
from tawthiq.agreements.cells import Cell, State, cell_of
from tawthiq.agreements.durations import days_of
from tawthiq.agreements.matching import Facets, Rows, matching
from tawthiq.agreements.watched import Party, Watched
from tawthiq.figures.areas import lineage
from tawthiq.figures.columns import Columns

ALWAYS = -1
"""The row of a duty that needs no incident."""

WINDOW = 7
"""Days after an incident in which a response that names none may be one to it; more where the clause gives more."""


@dataclass(frozen=True, slots=True)
class Line:
    """One party's duties under one clause. Of the cells in `answered` something is said; the others are unknown."""

    clause: str
    party: Party
    owed: int
    answered: tuple[Cell, ...] = ()

    def count(self, state: State) -> int:
        """How many episodes stand so."""
        told = sum(cell.state is state for cell in self.answered)
        return told + (self.owed - len(self.answered) if state is State.NOT_KNOWN else 0)

    @property
    def late(self) -> int:
        return sum(cell.late for cell in self.answered)


@dataclass(frozen=True, slots=True)
class Followed:
    """A clause with the rows of the incidents that opened episodes, by their first day, and a line for each party."""

    clause: Watched
    rows: Rows
    lines: tuple[Line, ...]

    def cells(self, row: int) -> list[Cell]:
        """The cell of every party that owes in that episode."""
        return [
            next((cell for cell in line.answered if cell.row == row), Cell(row, line.party, State.NOT_KNOWN))
            for line in self.lines
            if line.party in self.clause.parties or any(cell.row == row for cell in line.answered)
        ]


def follow(clauses: Sequence[Watched], facets: Facets, answers: Sequence[Answer]) -> list[Followed]:
    """Every clause, in the order in which they come."""
    told = _Told(facets.columns, answers)
    return [_followed(clause, facets, told) for clause in clauses]


@dataclass(slots=True)
class _Told:
    """Answers by what they name, and the rows of the incidents that they name."""

    columns: Columns
    answers: Sequence[Answer]
    by_clause: dict[str, list[Answer]] = field(default_factory=lambda: defaultdict(list))
    by_agreement: dict[str, list[Answer]] = field(default_factory=lambda: defaultdict(list))
    by_incident: list[Answer] = field(default_factory=list)
    rows: Mapping[str, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for answer in self.answers:
            for clause in answer.clauses:
                self.by_clause[clause].append(answer)
            for agreement in answer.agreements if not answer.clauses else ():
                self.by_agreement[agreement].append(answer)
            if not answer.clauses and not answer.agreements and answer.incidents:
                self.by_incident.append(answer)
        self.rows = _rows_of(self.columns, {id_ for answer in self.answers for id_ in answer.incidents})

    def about(self, clause: Watched) -> list[Answer]:
        """Those that name it; that name its agreement, or only an incident, and no clause."""
        return [*self.by_clause[clause.clause], *self.by_agreement[clause.agreement], *self.by_incident]


def _rows_of(columns: Columns, records: set[str]) -> dict[str, int]:
    if not records or not len(columns):
        return {}
    wanted = np.array(sorted(bytes.fromhex(record) for record in records), dtype=columns.records.dtype)
    return {columns.record(int(row)): int(row) for row in np.flatnonzero(np.isin(columns.records, wanted))}


def _followed(clause: Watched, facets: Facets, told: _Told) -> Followed:
    rows = _open(clause, facets)
    held: dict[tuple[int, Party], list[Answer]] = defaultdict(list)
    place = _Places(facets.columns, clause, rows)
    for answer in told.about(clause) if len(rows) else ():
        for row in place.rows_for(answer, told.rows):
            for party in bearers(clause, answer):
                held[row, party].append(answer)
    cells: dict[Party, list[Cell]] = defaultdict(list)
    for (row, party), some in sorted(held.items(), key=lambda item: (item[0][0], item[0][1].key)):
        cells[party].append(cell_of(row, party, some, due(clause, facets.columns, row)))
    lines = [Line(clause.clause, party, len(rows), tuple(cells.pop(party, ()))) for party in clause.parties]
    others = [Line(clause.clause, party, len(some), tuple(some)) for party, some in cells.items()]
    return Followed(clause, rows, (*lines, *sorted(others, key=lambda line: (line.party.key, line.party.label))))


def _open(clause: Watched, facets: Facets) -> Rows:
    if clause.standing:
        return np.array([ALWAYS] if clause.force.first is not None else [], dtype=np.int64)
    return matching(facets, clause)


def due(clause: Watched, columns: Columns, row: int) -> int | None:
    """The ordinal of the day by whose end it is surely owed; None where no time is told."""
    start = clause.force.first if row == ALWAYS else int(columns.last[row])
    return None if clause.hours is None or start is None else start + days_of(clause.hours)


def bearers(clause: Watched, answer: Answer) -> Iterator[Party]:
    """The parties of the clause that the answer speaks of; one that is not named owes where all do."""
    for said in answer.parties:
        above = _above(said)
        known = [party for party in clause.parties if party.key in above or actor_key(party.label) in above]
        if known:
            yield known[0]
        elif clause.collective:
            yield said
    if not answer.parties and len(clause.parties) == 1:
        yield clause.parties[0]


def _above(party: Party) -> set[str]:
    """Its keys, that of its name, and those of the bodies and areas that it belongs to."""
    return {actor_key(party.label), *actor_lineage(party.key), *lineage(party.key)}


@dataclass(frozen=True, slots=True)
class _Places:
    """Which episodes of a clause an answer belongs to."""

    columns: Columns
    clause: Watched
    rows: Rows

    def rows_for(self, answer: Answer, known: Mapping[str, int]) -> list[int]:
        """Those of the incidents that it names; else those of the last day before it, in its place."""
        if self.clause.standing:
            return [ALWAYS] if not answer.incidents else []
        if answer.incidents:
            wanted = {known[id_] for id_ in answer.incidents if id_ in known}
            return sorted(wanted & set(self._near(wanted)))
        if not answer.first:
            return []
        return self._last_before(answer)

    def _near(self, wanted: set[int]) -> list[int]:
        days = self.columns.first[self.rows]
        found = []
        for row in wanted:
            start, stop = np.searchsorted(days, [self.columns.first[row], self.columns.first[row] + 1])
            found += [row] if row in self.rows[start:stop] else []
        return found

    def _last_before(self, answer: Answer) -> list[int]:
        hours = self.clause.hours
        window = max(WINDOW, days_of(hours)) if hours is not None else WINDOW
        days = self.columns.first[self.rows]
        start, stop = np.searchsorted(days, [answer.first - window, answer.last + 1])
        near = [int(row) for row in self.rows[start:stop] if self._in_place(int(row), answer.places)]
        last = max((int(self.columns.first[row]) for row in near), default=0)
        return [row for row in near if int(self.columns.first[row]) == last]

    def _in_place(self, row: int, places: Sequence[str]) -> bool:
        place = self.columns.words["place"][self.columns.codes["place"][row]]
        return not places or any(each in lineage(place) or place in lineage(each) for each in places)
