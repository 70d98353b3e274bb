"""The one orchestrator of this room: brings the register up to the ledger, by what is new or from nothing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from itertools import count

from sqlalchemy import Connection

from tawthiq.ledger import Ledger
from tawthiq.model.records import Record
from tawthiq.register import store
from tawthiq.register.clusters import node
from tawthiq.register.plan import Step, make, steps
from tawthiq.register.rule import Rule, default_rule
from tawthiq.register.standing import newest
from tawthiq.register.touched import Neighbourhood, Touched, neighbourhood, touched


@dataclass(frozen=True, slots=True)
class Changes:
    """Ids of records that were made or made over, and of those that are no more; `position` is the ledger's."""

    position: int
    made: frozenset[str] = frozenset()
    gone: frozenset[str] = frozenset()


def update(ledger: Ledger, rule: Rule | None = None) -> Changes:
    """Project what is new since last time, in one transaction; all of it where the rule is another than last time."""
    rule = rule or default_rule()
    with ledger.writing() as connection:
        state, position = store.read_state(connection), ledger.position()
        if state is None or state.rule != rule.id:
            return _rebuild(ledger, connection, rule)
        if state.position == position:
            return Changes(position)
        seen = touched(ledger, connection, ledger.new_since(state.position))
        near = neighbourhood(ledger, connection, seen, rule)
        return _project(ledger, connection, near, seen, rule)


def rebuild(ledger: Ledger, rule: Rule | None = None) -> Changes:
    """Forget the register and project the whole ledger; gives the same bytes as `update`."""
    with ledger.writing() as connection:
        return _rebuild(ledger, connection, rule or default_rule())


def _rebuild(ledger: Ledger, connection: Connection, rule: Rule) -> Changes:
    before = frozenset(store.all_ids(connection))
    store.clear(connection)
    nodes = {each.id: each for each in (node(mention, rule) for mention in ledger.mentions())}
    near = Neighbourhood(nodes, {}, newest(ledger.judgements_among(nodes)))
    changes = _project(ledger, connection, near, Touched({}, set(nodes), set()), rule)
    return replace(changes, gone=before - changes.made)


def _project(ledger: Ledger, connection: Connection, near: Neighbourhood, seen: Touched, rule: Rule) -> Changes:
    """Makes and writes the records of the neighbourhood that are not as they were, and the new position."""
    free, kept, old = count(store.next_slot(connection)), set[int](), set[int]()
    before, made = set[str](), set[str]()
    for some in store.chunks(make(ledger, connection, steps(near, seen), rule)):
        placed = {step.slots[0] if step.slots else next(free): (step, record) for step, record in some}
        slots = {near.slots[each.id] for step, _ in some for each in step.nodes if each.id in near.slots}
        before |= store.ids_in(connection, slots)
        _put(connection, placed, near)
        made.update(record.id for _, record in some)
        kept |= placed.keys()
        old |= slots
    store.drop_records(connection, old - kept)
    state = store.State(ledger.position(), rule.id)
    store.write_state(connection, state)
    return Changes(state.position, frozenset(made), frozenset(before - made))


def _put(connection: Connection, placed: Mapping[int, tuple[Step, Record]], near: Neighbourhood) -> None:
    store.put_records(connection, {slot: record for slot, (_, record) in placed.items()})
    all_ = [store.Placed(each, slot) for slot, (step, _) in placed.items() for each in step.nodes]
    store.place(connection, [each for each in all_ if each.node.id not in near.slots])
    store.move(connection, {p.node.id: p.slot for p in all_ if near.slots.get(p.node.id, p.slot) != p.slot})
