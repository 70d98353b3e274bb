"""From a figure down: the incidents behind it, the claims of each, their words, and the report that they stand in."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import insert, select

from tawthiq.errors import AmbiguousError, NotFoundError
from tawthiq.figures.columns import Columns, hex_of
from tawthiq.figures.counting import cell_rows, range_of
from tawthiq.figures.figure import Answer, Figure
from tawthiq.figures.measures import measure_of
from tawthiq.figures.question import Question, question_from_json
from tawthiq.figures.tables import figures_asked
from tawthiq.ledger import Ledger
from tawthiq.ledger.chunks import existing, portions
from tawthiq.model import Range, Ref
from tawthiq.model.ids import canonical
from tawthiq.model.records import Incident, Place
from tawthiq.register import Behind, claims_behind
from tawthiq.register.tables import record_mentions, records

_LEAST_PREFIX = 4
_TOGETHER = 200


@dataclass(frozen=True, slots=True)
class Part:
    """What one incident (record id) adds to a figure. `sure`: it surely belongs there; `decided`: it is counted at all.

    `least` and `most` are its own count, most None where it is open, both None where it is not stated.
    """

    record: str
    sure: bool
    decided: bool
    least: int | None
    most: int | None
    casualties: tuple[str, ...] = ()


def parts_of(columns: Columns, question: Question, cell: Sequence[str]) -> list[Part]:
    """All incidents behind one cell of a question: the figure is the sum of those that are decided."""
    rows = cell_rows(columns, question, cell)
    asked = np.flatnonzero(rows.asked)
    measure, named = measure_of(columns, question.metric), _named(columns, asked)
    return [
        Part(
            record=columns.record(row),
            sure=bool(rows.sure[row]),
            decided=bool(columns.decided[row]),
            least=None if measure.unstated[row] else int(measure.least[row]),
            most=None if measure.unstated[row] or measure.open[row] else int(measure.most[row]),
            casualties=tuple(named.get(row, ())),
        )
        for row in asked.tolist()
    ]


def _named(columns: Columns, rows: NDArray[np.int64]) -> dict[int, list[str]]:
    """Records of the casualties of these rows, by row."""
    named: dict[int, list[str]] = {}
    for at in np.flatnonzero(np.isin(columns.victim_unit, rows)).tolist():
        named.setdefault(int(columns.victim_unit[at]), []).append(hex_of(columns.victim_record[at]))
    return named


def total_of(parts: Iterable[Part]) -> Range:
    """What the parts add up to, which is the figure's range."""
    counted = [part for part in parts if part.decided]
    least, most = sum(part.least or 0 for part in counted if part.sure), sum(part.most or 0 for part in counted)
    return range_of(least, most, any(part.least is not None and part.most is None for part in counted))


def words_behind(ledger: Ledger, ids: Iterable[str]) -> dict[str, list[Behind]]:
    """All claims about each of these records, by its id, with their words, and those that say where its places lie;
    read for many records at once."""
    found: dict[str, list[Behind]] = {}
    for some in portions(dict.fromkeys(ids), _TOGETHER):
        of = _mentions(ledger, some)
        found |= {id_: [] for id_ in some}
        for each in claims_behind(ledger, Incident(id="", label="", mentions=tuple(of))):
            found[of[each.claim.subject.id]].append(each)
        for each, id_ in _places(ledger, found, some):
            found[id_].append(each)
    return found


def _places(ledger: Ledger, found: Mapping[str, list[Behind]], ids: Sequence[str]) -> Iterator[tuple[Behind, str]]:
    """By which entry of the gazetteer the place of an incident is known, with the incident's record."""
    of: dict[str, list[str]] = {}
    for id_ in ids:
        for each in found[id_]:
            value = each.correction or each.claim.value
            if each.claim.predicate == "place" and isinstance(value, Ref):
                of.setdefault(value.mention, []).append(id_)
    for each in claims_behind(ledger, Place(id="", label="", mentions=tuple(of))):
        if each.claim.predicate == "gazetteer":
            yield from ((each, id_) for id_ in dict.fromkeys(of[each.claim.subject.id]))


def _mentions(ledger: Ledger, ids: Sequence[str]) -> dict[str, str]:
    """From each mention of these records to its record."""
    m, r = record_mentions.c, records.c
    asked = select(m.mention, r.id).join(records, r.slot == m.slot).where(r.id.in_(ids))
    with ledger.reading() as connection:
        return {row.mention: row.id for row in connection.execute(asked)}


def remember(ledger: Ledger, answered: Answer) -> None:
    """Keep what the figures of an answer were asked, so that each can be explained by its id."""
    remember_figures(ledger, (*answered.figures, answered.total))


def remember_figures(ledger: Ledger, figures: Iterable[Figure]) -> None:
    rows = {
        figure.id: {
            "id": figure.id,
            "question": canonical(figure.question.to_json()),
            "cell": canonical(list(figure.cell)),
            "rule": figure.rule,
        }
        for figure in figures
    }
    with ledger.reading() as connection:
        new = rows.keys() - existing(connection, figures_asked.c.id, rows)
    if not new:
        return
    with ledger.writing() as connection:
        for some in portions(sorted(new)):
            connection.execute(insert(figures_asked), [rows[id_] for id_ in some])


def recall(ledger: Ledger, id_prefix: str) -> tuple[Question, tuple[str, ...], str]:
    """The question, the cell and the rule (its id) of the figure whose id begins so. NotFoundError, AmbiguousError."""
    prefix = id_prefix.strip().lower()
    c = figures_asked.c
    with ledger.reading() as connection:
        found = connection.execute(select(figures_asked).where(c.id.startswith(prefix, autoescape=True)).limit(2)).all()
    if not found or len(prefix) < _LEAST_PREFIX:
        raise NotFoundError(f"no figure {id_prefix!r}: ids are those that `tawthiq count` printed")
    if len(found) > 1:
        raise AmbiguousError(f"{id_prefix!r} begins the ids of several figures")
    row = found[0]
    return question_from_json(json.loads(row.question)), tuple(json.loads(row.cell)), row.rule
