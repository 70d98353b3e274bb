"""Which records the clusters of a neighbourhood make: what stays, what is added to, what is read anew."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain

from sqlalchemy import Connection

from tawthiq.ledger import Ledger
from tawthiq.model import Claim
from tawthiq.model.records import Record
from tawthiq.register import store
from tawthiq.register.clusters import Node, cluster
from tawthiq.register.project import assemble, by_subject, restate, state
from tawthiq.register.rule import Rule
from tawthiq.register.standing import Verdicts, newest
from tawthiq.register.touched import Neighbourhood, Touched

# Mentions whose claims are in memory at once, unless one record alone has more.
_MENTIONS = 5000


@dataclass(frozen=True, slots=True)
class Step:
    """One record to be made: of old ones and new claims, or `anew` of all claims of its mentions.

    `slots` are those of old records that go into it whole, the biggest first.
    """

    nodes: tuple[Node, ...]
    slots: tuple[int, ...] = ()
    fresh: tuple[Claim, ...] = ()
    anew: bool = True


def steps(near: Neighbourhood, seen: Touched) -> Iterator[Step]:
    """A step for each cluster that is not as it was."""
    sizes = Counter(near.slots.values())
    for ids in cluster(near.nodes, near.verdicts):
        step = _step(ids, near, seen, sizes)
        if step.anew or step.fresh or len(step.slots) > 1:
            yield step


def _step(ids: tuple[str, ...], near: Neighbourhood, seen: Touched, sizes: Counter[int]) -> Step:
    here = Counter(near.slots[id_] for id_ in ids if id_ in near.slots)
    whole = [slot for slot, n in here.items() if sizes[slot] == n]
    return Step(
        nodes=tuple(near.nodes[id_] for id_ in ids),
        slots=tuple(sorted(whole, key=lambda slot: (-here[slot], slot))),
        fresh=tuple(claim for id_ in ids for claim in seen.fresh.get(id_, ())),
        anew=len(whole) < len(here) or not seen.stale.isdisjoint(ids),
    )


def make(ledger: Ledger, connection: Connection, wanted: Iterable[Step], rule: Rule) -> Iterator[tuple[Step, Record]]:
    """The record of each step; reads the ledger once for many of them."""
    for some in _portions(wanted):
        about = by_subject(ledger.claims_of(node.id for step in some if step.anew for node in step.nodes))
        claims = [_claims(step, about) for step in some]
        verdicts = _verdicts(ledger, chain.from_iterable(claims))
        old = store.records_in(connection, {slot for step in some if not step.anew for slot in step.slots})
        for step, held in zip(some, claims, strict=True):
            known = () if step.anew else chain.from_iterable(restate(old[slot]) for slot in step.slots)
            said = chain.from_iterable(state(claim, verdicts, rule) for claim in held)
            yield step, assemble(step.nodes, chain(known, said))


def _portions(wanted: Iterable[Step]) -> Iterator[list[Step]]:
    some: list[Step] = []
    size = 0
    for step in wanted:
        some.append(step)
        size += len(step.nodes)
        if size >= _MENTIONS:
            yield some
            some, size = [], 0
    yield some


def _claims(step: Step, about: Mapping[str, list[Claim]]) -> list[Claim]:
    """Those to be stated: all of them, or only what is new."""
    return [claim for node in step.nodes for claim in about.get(node.id, ())] if step.anew else list(step.fresh)


def _verdicts(ledger: Ledger, claims: Iterable[Claim]) -> Verdicts:
    return newest(ledger.judgements_on({target for claim in claims for target in (claim.id, claim.report)}))
