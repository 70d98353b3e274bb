"""Units from the register: every incident of a store under an inclusion rule, kept as columns until the store grows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from sqlalchemy import delete, insert, select

from tawthiq.figures.columns import Columns, columns_of, from_bytes, to_bytes
from tawthiq.figures.inclusion import Inclusion
from tawthiq.figures.tables import figure_columns
from tawthiq.figures.unit import Context, Unit, unit_of
from tawthiq.ledger import Ledger
from tawthiq.ledger.schema import claims
from tawthiq.link.resolving.loading import load_origins
from tawthiq.model import Code, Kind, Ref
from tawthiq.model.records import Casualty, Incident, Place, Record
from tawthiq.register import records

# Raise it when the columns of the same register come out otherwise.
_METHOD = 1


def load_columns(ledger: Ledger, rule: Inclusion) -> Columns:
    """The units of the store under the rule, made anew where the ledger has grown since the last time."""
    key, position = f"{_METHOD} {rule.id}", ledger.position()
    with ledger.reading() as connection:
        asked = select(figure_columns.c.block).where(
            figure_columns.c.rule == key, figure_columns.c.position == position
        )
        block = connection.scalar(asked)
    if block is not None:
        return from_bytes(block)
    columns = columns_of(units(ledger, rule))
    with ledger.writing() as connection:
        connection.execute(delete(figure_columns).where(figure_columns.c.rule == key))
        connection.execute(insert(figure_columns), {"rule": key, "position": position, "block": to_bytes(columns)})
    return columns


def units(ledger: Ledger, rule: Inclusion) -> Iterator[Unit]:
    """Every incident that counts, or would if it were judged, in the order of the register."""
    context = _context(ledger)
    casualties: dict[str, list[Casualty]] = defaultdict(list)
    for casualty in records(ledger, Kind.CASUALTY):
        assert isinstance(casualty, Casualty)
        for said in casualty.incident:
            if isinstance(said.value, Ref) and said.standing.counts:
                casualties[said.value.mention].append(casualty)
    for incident in records(ledger, Kind.INCIDENT):
        assert isinstance(incident, Incident)
        hurt = {each.id: each for mention in incident.mentions for each in casualties.get(mention, ())}
        unit = unit_of(incident, hurt.values(), rule, context)
        if unit is not None:
            yield unit


def _context(ledger: Ledger) -> Context:
    places: dict[str, str] = {}
    for place in records(ledger, Kind.PLACE):
        places |= dict.fromkeys(place.mentions, _gazetteer_id(place))
    names = {
        mention: record.label
        for kind in (Kind.GROUP, Kind.PERSON)
        for record in records(ledger, kind)
        for mention in record.mentions
    }
    sources = _Sources(ledger)
    return Context(
        place=lambda ref: places.get(ref.mention, f"?{ref.label}"),
        name=lambda ref: names.get(ref.mention, ref.label),
        origins=sources.count,
    )


def _gazetteer_id(place: Record) -> str:
    """The id of the best attested entry of the gazetteer, or the place's own words."""
    assert isinstance(place, Place)
    codes = (each.value.code for each in place.gazetteer if each.standing.counts and isinstance(each.value, Code))
    return next(codes, f"?{place.label}")


class _Sources:
    """How many independent origins the claims of what an incident is have."""

    def __init__(self, ledger: Ledger) -> None:
        asked = select(claims.c.id, claims.c.report).where(claims.c.kind == Kind.INCIDENT, claims.c.predicate == "type")
        with ledger.reading() as connection:
            self._reports = {row.id: row.report for row in connection.execute(asked)}
        self._origins = load_origins(ledger)

    def count(self, told: Iterable[str]) -> int:
        reports = {self._reports[claim] for claim in told}
        return len(self._origins.independent(reports)) if len(reports) > 1 else 1
