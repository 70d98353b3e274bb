"""Units from the register: every incident of a store under an inclusion rule, kept as columns until the store grows."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from sqlalchemy import Connection, delete, insert, select

from tawthiq.figures.columns import Columns, columns_of, from_bytes, note_of, to_bytes
from tawthiq.figures.growing import Kept, grow
from tawthiq.figures.inclusion import Inclusion
from tawthiq.figures.known import Known, entries, labels
from tawthiq.figures.tables import figure_columns
from tawthiq.figures.unit import Context, Unit, unit_of
from tawthiq.ledger import Ledger
from tawthiq.ledger.schema import claims
from tawthiq.model import Kind, Ref
from tawthiq.model.records import Casualty, Incident, Record
from tawthiq.register import store
from tawthiq.register.store import State, chunks
from tawthiq.register.tables import record_mentions, records

# Raise it when the columns of the same register come out otherwise.
_METHOD = 4


def load_columns(ledger: Ledger, rule: Inclusion) -> Columns:
    """The units of the register under the rule, by id; made anew where it has grown since the last time."""
    return load_at(ledger, rule)[0]


def load_at(ledger: Ledger, rule: Inclusion) -> tuple[Columns, State]:
    """The columns, and how far the register that they are of had read the ledger."""
    while True:
        state = _state(ledger)
        columns, known = _loaded(ledger, rule, state)
        if _state(ledger) == state:  # nobody wrote meanwhile
            if known is not None:
                _keep(ledger, rule, state, columns, known)
            return columns, state


def _loaded(ledger: Ledger, rule: Inclusion, state: State) -> tuple[Columns, Known | None]:
    """What is kept, what is kept with what is new, or all anew; and what is to be kept, where it is not yet."""
    kept = _kept(ledger, rule, state)
    if kept is not None and kept.position == state.position:
        return kept.columns, None
    known = Known(ledger)
    grown = None if kept is None else grow(ledger, kept, known, lambda slots: units_in(ledger, slots, rule, known))
    if grown is not None:
        return grown, known
    known = Known(ledger)
    return columns_of(_units_of(ledger, rule, known)), known


def _state(ledger: Ledger) -> State:
    with ledger.reading() as connection:
        return store.read_state(connection) or State(0, "")


def _key(rule: Inclusion, state: State) -> str:
    return f"{_METHOD} {rule.id} {state.rule}"


def _kept(ledger: Ledger, rule: Inclusion, state: State) -> Kept | None:
    c = figure_columns.c
    with ledger.reading() as connection:
        row = connection.execute(select(c.position, c.block).where(c.rule == _key(rule, state))).first()
    if row is None or row.position > state.position:
        return None
    note = json.loads(note_of(row.block))
    names, places = ({int(slot): value for slot, value in note[key].items()} for key in ("names", "places"))
    return Kept(from_bytes(row.block), row.position, names, places)


def _keep(ledger: Ledger, rule: Inclusion, state: State, columns: Columns, known: Known) -> None:
    c, key = figure_columns.c, _key(rule, state)
    note = json.dumps({"names": known.names, "places": known.places}, ensure_ascii=False)
    with ledger.writing() as connection:
        connection.execute(delete(figure_columns).where(c.rule == key))
        row = {"rule": key, "position": state.position, "block": to_bytes(columns, note)}
        connection.execute(insert(figure_columns), row)


def units(ledger: Ledger, rule: Inclusion) -> Iterator[Unit]:
    """Every incident that counts, or would if it were judged, by id; some hundreds are in memory at a time."""
    return _units_of(ledger, rule, Known(ledger))


def _units_of(ledger: Ledger, rule: Inclusion, known: Known) -> Iterator[Unit]:
    asked = select(records.c.slot).where(records.c.kind == Kind.INCIDENT.value)
    with ledger.reading() as connection:
        slots = list(connection.scalars(asked))
    return units_in(ledger, slots, rule, known)


def units_in(ledger: Ledger, slots: Collection[int], rule: Inclusion, known: Known) -> Iterator[Unit]:
    """The units of the incidents in these slots, by id."""
    with ledger.reading() as connection:
        found: list[tuple[str, int]] = []
        for part in chunks(slots):
            rows = connection.execute(select(records.c.id, records.c.slot).where(records.c.slot.in_(part)))
            found += [(row.id, row.slot) for row in rows]
        for some in chunks(slot for _, slot in sorted(found)):
            yield from _units(connection, some, rule, known)


def _units(connection: Connection, slots: Sequence[int], rule: Inclusion, known: Known) -> Iterator[Unit]:
    held = store.records_in(connection, slots)
    reports: dict[int, set[str]] = defaultdict(set)
    for each in store.placed_in(connection, slots).values():
        reports[each.slot].add(each.node.report)
    hurt = _casualties(connection, {report for some in reports.values() for report in some})
    context = _context(connection, list(held.values()), known, _told(connection, held, reports))
    for slot in slots:
        incident = held[slot]
        assert isinstance(incident, Incident)
        unit = unit_of(incident, _of(incident, hurt), rule, context)
        if unit is not None:
            yield unit


def _casualties(connection: Connection, reports: Iterable[str]) -> dict[str, list[Casualty]]:
    """Those that these reports tell of, by the mention of the incident."""
    c = record_mentions.c
    slots: set[int] = set()
    for part in chunks(reports):
        asked = select(c.slot).where(c.report.in_(part), c.kind == Kind.CASUALTY.value)
        slots.update(connection.scalars(asked))
    found: dict[str, list[Casualty]] = defaultdict(list)
    for casualty in store.records_in(connection, slots).values():
        assert isinstance(casualty, Casualty)
        for said in casualty.incident:
            if isinstance(said.value, Ref) and said.standing.counts:
                found[said.value.mention].append(casualty)
    return found


def _of(incident: Incident, hurt: Mapping[str, list[Casualty]]) -> list[Casualty]:
    """The casualties of all its mentions, each once, by id."""
    found = {each.id: each for mention in incident.mentions for each in hurt.get(mention, ())}
    return [found[id_] for id_ in sorted(found)]


def _told(connection: Connection, held: Mapping[int, Record], reports: Mapping[int, set[str]]) -> dict[str, str]:
    """The report of each claim of what an incident is, of incidents that several reports tell."""
    several = (record for slot, record in held.items() if len(reports[slot]) > 1 and isinstance(record, Incident))
    asked = {claim for incident in several for said in incident.type for claim in said.claims}
    found: dict[str, str] = {}
    for part in chunks(asked):
        rows = connection.execute(select(claims.c.id, claims.c.report).where(claims.c.id.in_(part)))
        found.update((row.id, row.report) for row in rows)
    return found


def _context(connection: Connection, held: Iterable[Record], known: Known, told: Mapping[str, str]) -> Context:
    slots = _slots(connection, _refs(held))
    places, names = _places(connection, slots, known), _names(connection, slots, known)

    def place(ref: Ref) -> str:
        return places.get(slots[ref.mention], "") or f"?{ref.label}" if ref.mention in slots else f"?{ref.label}"

    def name(ref: Ref) -> str:
        return names.get(slots[ref.mention], ref.label) if ref.mention in slots else ref.label

    def origins(of: Iterable[str]) -> int:
        reports = {told[claim] for claim in of if claim in told}
        return len(known.origins().independent(reports)) if len(reports) > 1 else 1

    return Context(place, name, origins)


def _refs(held: Iterable[Record]) -> set[str]:
    """Mentions of the places and doers of these incidents."""
    incidents = (record for record in held if isinstance(record, Incident))
    said = (each for incident in incidents for each in (*incident.place, *incident.perpetrator))
    return {each.value.mention for each in said if isinstance(each.value, Ref)}


def _slots(connection: Connection, mentions: Iterable[str]) -> dict[str, int]:
    c = record_mentions.c
    found: dict[str, int] = {}
    for part in chunks(mentions):
        rows = connection.execute(select(c.mention, c.slot).where(c.mention.in_(part)))
        found.update((row.mention, row.slot) for row in rows)
    return found


def _names(connection: Connection, slots: Mapping[str, int], known: Known) -> Mapping[int, str]:
    """Labels of records, by slot."""
    known.names.update(labels(connection, set(slots.values()) - known.names.keys()))
    return known.names


def _places(connection: Connection, slots: Mapping[str, int], known: Known) -> Mapping[int, str]:
    """The best attested entry of the gazetteer, or the place's own words, by slot; "" of what is no place."""
    known.places.update(entries(connection, set(slots.values()) - known.places.keys()))
    return known.places
