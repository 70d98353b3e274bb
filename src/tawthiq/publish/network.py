"""Who is tied to whom: persons to groups by affiliation and command, and to each other through meetings."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from heapq import heappop, heappush

from tawthiq.model import AffiliationStatus, Code, Kind, Ref
from tawthiq.model.records import Affiliation, Field, Group, Meeting, Record

KINDS = (Kind.PERSON, Kind.GROUP, Kind.MEETING, Kind.AFFILIATION)
"""The kinds of record that `network` reads."""

_NODES = (Kind.PERSON, Kind.GROUP, Kind.MEETING)


class Tie(StrEnum):
    """What ties two nodes; the first three are statuses of an affiliation."""

    CURRENT = "current"
    FORMER = "former"
    CLOSE_TO = "close_to"
    UNSTATED = "unstated"
    LEADER = "leader"
    MILITARY_COMMANDER = "military_commander"
    FOUNDER = "founder"
    ATTENDEE = "attendee"


_COMMAND = (Tie.LEADER, Tie.MILITARY_COMMANDER, Tie.FOUNDER)


@dataclass(frozen=True, slots=True)
class Node:
    """`id` is the record's."""

    id: str
    kind: Kind
    label: str


@dataclass(frozen=True, slots=True, order=True)
class Edge:
    """From a person, or whoever attends, to a group or a meeting, by record ids; `by` is the record that says so."""

    source: str
    target: str
    tie: Tie
    by: str


@dataclass(frozen=True, slots=True)
class Network:
    """Only nodes that have a tie; `left_out` counts those of the whole that a part does not show."""

    nodes: tuple[Node, ...] = ()
    edges: tuple[Edge, ...] = ()
    left_out: int = 0


def network(records: Iterable[Record]) -> Network:
    """The ties that are accepted or proposed; the same for the same records in any order."""
    held = {record.id: record for record in records if record.kind in KINDS}
    record_of = {mention: record.id for record in held.values() for mention in record.mentions}
    found = {edge for record in held.values() for edge in _edges(record, record_of)}
    edges = tuple(sorted(e for e in found if _is_node(held, e.source) and _is_node(held, e.target)))
    ids = sorted({id_ for edge in edges for id_ in (edge.source, edge.target)})
    return Network(tuple(Node(id_, held[id_].kind, held[id_].label) for id_ in ids), edges)


def largest(whole: Network, most: int) -> Network:
    """At most so many nodes: the biggest components first, and of one that is too big its best-tied part."""
    near = neighbours(whole.edges)
    kept: set[str] = set()
    for component in components(near):
        kept |= set(_best_tied(component, near, most - len(kept)))
    nodes = tuple(node for node in whole.nodes if node.id in kept)
    edges = tuple(edge for edge in whole.edges if edge.source in kept and edge.target in kept)
    return Network(nodes, edges, whole.left_out + len(whole.nodes) - len(nodes))


def neighbours(edges: Iterable[Edge]) -> dict[str, set[str]]:
    near: dict[str, set[str]] = defaultdict(set)
    for edge in edges:
        near[edge.source].add(edge.target)
        near[edge.target].add(edge.source)
    return dict(near)


def components(near: Mapping[str, set[str]]) -> list[list[str]]:
    """Sets of nodes that hang together, the biggest first, then by their smallest id."""
    seen: set[str] = set()
    found: list[list[str]] = []
    for start in sorted(near):
        if start not in seen:
            reached = _best_tied([start], near, len(near))
            seen.update(reached)
            found.append(sorted(reached))
    return sorted(found, key=lambda ids: (-len(ids), ids))


def _best_tied(component: Iterable[str], near: Mapping[str, set[str]], most: int) -> list[str]:
    """Up to `most` nodes that hang together, from the one with the most ties on by number of ties."""
    first = min(component, key=lambda id_: (-len(near[id_]), id_))
    edge, seen = [(-len(near[first]), first)], {first}
    kept: list[str] = []
    while edge and len(kept) < most:
        _, best = heappop(edge)
        kept.append(best)
        for other in near[best] - seen:
            heappush(edge, (-len(near[other]), other))
        seen |= near[best]
    return kept if len(kept) > 1 else []


def _edges(record: Record, record_of: Mapping[str, str]) -> Iterator[Edge]:
    match record:
        case Affiliation():
            for tie in _status(record):
                yield from _between(record, _ids(record.person, record_of), _ids(record.group, record_of), tie)
        case Meeting():
            yield from _between(record, _ids(record.attendee, record_of), [record.id], Tie.ATTENDEE)
        case Group():
            for tie in _COMMAND:
                yield from _between(record, _ids(getattr(record, tie.value), record_of), [record.id], tie)


def _between(record: Record, sources: Iterable[str], targets: Iterable[str], tie: Tie) -> Iterator[Edge]:
    held = list(targets)
    return (Edge(source, target, tie, record.id) for source in sources for target in held if source != target)


def _ids(field: Field, record_of: Mapping[str, str]) -> list[str]:
    """The records that a field's values refer to, where they count."""
    refs = [each.value for each in field if each.standing.counts and isinstance(each.value, Ref)]
    return [record_of[ref.mention] for ref in refs if ref.mention in record_of]


def _status(record: Affiliation) -> list[Tie]:
    codes = [each.value.code for each in record.status if each.standing.counts and isinstance(each.value, Code)]
    return [Tie(code) for code in codes if code in set(AffiliationStatus)] or [Tie.UNSTATED]


def _is_node(held: Mapping[str, Record], id_: str) -> bool:
    return held[id_].kind in _NODES
