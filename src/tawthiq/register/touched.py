"""From what is new in the ledger to the mentions whose records it can change, and all that is connected with them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from sqlalchemy import Connection

from tawthiq.ledger import Ledger, News
from tawthiq.model import Claim, Judgement, Verdict
from tawthiq.register import store
from tawthiq.register.clusters import Node, node
from tawthiq.register.project import by_subject
from tawthiq.register.rule import Rule
from tawthiq.register.standing import Verdicts, newest


@dataclass(frozen=True, slots=True)
class Touched:
    """New claims by mention; `stale` mentions, whose known claims count differently now; `paired`, judged in pairs."""

    fresh: Mapping[str, list[Claim]]
    stale: set[str]
    paired: set[str]


@dataclass(slots=True)
class Neighbourhood:
    """All mentions that could share a record with a touched one; `slots` has those that are in the register."""

    nodes: dict[str, Node]
    slots: dict[str, int] = field(default_factory=dict)
    verdicts: Verdicts = field(default_factory=dict)


def touched(ledger: Ledger, connection: Connection, news: News) -> Touched:
    judged = _with_undone(ledger, ledger.judgements_by_id(news.judgements))
    single = {j.target[0] for j in judged if len(j.target) == 1}
    stale = {claim.subject.id for claim in ledger.claims_by_id(single)}
    return Touched(
        fresh=by_subject(ledger.claims_by_id(news.claims)),
        stale=stale | store.mentions_of_reports(connection, single),
        paired={id_ for j in judged if len(j.target) == 2 for id_ in j.target},
    )


def _with_undone(ledger: Ledger, judged: list[Judgement]) -> list[Judgement]:
    """New judgements and those that they undo, however far back: of these the targets count differently now."""
    seen, new = list(judged), judged
    while new := ledger.judgements_by_id(j.target[0] for j in new if j.verdict is Verdict.UNDONE):
        seen += new
    return seen


def neighbourhood(ledger: Ledger, connection: Connection, seen: Touched, rule: Rule) -> Neighbourhood:
    """Follows judgements of "same" and equal names to the end; what "different" keeps apart is in it too."""
    fresh = [node(claims[0].subject, rule) for claims in seen.fresh.values()]
    near = Neighbourhood({each.id: each for each in fresh})
    pairs: dict[str, Judgement] = {}
    reached: set[int] = set()
    new = near.nodes.keys() | seen.stale | seen.paired
    while new:
        judged = ledger.judgements_among(new)
        pairs.update((j.id, j) for j in judged)
        slots = _next_slots(connection, near, new | _same(judged)) - reached
        reached |= slots
        placed = store.placed_in(connection, slots)
        near.slots.update((id_, each.slot) for id_, each in placed.items())
        near.nodes.update((id_, each.node) for id_, each in placed.items())
        new = set(placed)
    near.verdicts = newest(pairs.values())
    return near


def _same(judged: Iterable[Judgement]) -> set[str]:
    verdicts = newest(judged).values()
    return {id_ for judgement in verdicts if judgement.verdict is Verdict.SAME for id_ in judgement.target}


def _next_slots(connection: Connection, near: Neighbourhood, mentions: Iterable[str]) -> set[int]:
    """Where these mentions are, and where their namesakes are."""
    mentions = set(mentions)
    known = [near.nodes[id_] for id_ in mentions if id_ in near.nodes]
    names = {(each.key, each.kind) for each in known if each.key}
    unplaced = mentions - near.slots.keys()
    return store.slots_of(connection, unplaced) | store.slots_by_name(connection, names)
