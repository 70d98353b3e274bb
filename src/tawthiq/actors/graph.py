"""The map as a graph (networkx, the extra `actors`): paths, brokers, components."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice, pairwise
from typing import TYPE_CHECKING, Any

from tawthiq.actors.model import Actor, TieState
from tawthiq.actors.state import Held, Snapshot
from tawthiq.errors import MissingExtraError, NotFoundError

if TYPE_CHECKING:
    from networkx import Graph, MultiDiGraph

_EXACT = 500
"""Actors up to which betweenness is exact; above it, it is sampled from so many of them, always the same ones."""

_SEED = 1
_CHOICE = 200


@dataclass(frozen=True, slots=True)
class Step:
    """From one actor to the next by all ties between the two, in either direction."""

    source: Actor
    target: Actor
    ties: tuple[Held, ...]

    @property
    def origins(self) -> int:
        """Those of the best attested tie."""
        return max(held.tie.origins for held in self.ties)


@dataclass(frozen=True, slots=True)
class Broker:
    """`share` of all shortest paths between others that go through this actor (0 to 1); `ties` and their `origins`."""

    actor: Actor
    share: float
    ties: int
    origins: int


def paths(snapshot: Snapshot, a: str, b: str, limit: int = 5) -> list[list[Step]]:
    """The shortest paths between two actors (ids), best attested first. NotFoundError where none leads there."""
    networkx = needs_networkx()
    graph = plain_graph(snapshot)
    if a not in graph or b not in graph:
        raise NotFoundError("one of the two has no tie by that day")
    try:
        found = [_steps(snapshot, ids) for ids in _some(networkx.all_shortest_paths(graph, a, b))]
    except networkx.NetworkXNoPath:
        raise NotFoundError("no path leads from one to the other by that day") from None
    return sorted(found, key=_attested)[:limit]


def _some(found: Any) -> list[list[str]]:
    """Enough of them to choose from: hubs have thousands of equally short ones."""
    return list(islice(found, _CHOICE))


def _attested(steps: list[Step]) -> tuple[int, list[str]]:
    return -min((step.origins for step in steps), default=0), [step.target.id for step in steps]


def _steps(snapshot: Snapshot, ids: list[str]) -> list[Step]:
    return [
        Step(
            snapshot.actors[a],
            snapshot.actors[b],
            tuple(held for held in snapshot.held if {held.tie.source, held.tie.target} == {a, b}),
        )
        for a, b in pairwise(ids)
    ]


def brokers(snapshot: Snapshot, limit: int = 10) -> list[Broker]:
    """Who stands between others, the most so first; only those who do."""
    networkx = needs_networkx()
    graph = plain_graph(snapshot)
    sample = _EXACT if len(graph) > _EXACT else None
    shares: dict[str, float] = networkx.betweenness_centrality(graph, k=sample, seed=_SEED)
    best = sorted((-share, id_) for id_, share in shares.items() if share > 0)[:limit]
    return [_broker(snapshot, id_, -share) for share, id_ in best]


def _broker(snapshot: Snapshot, id_: str, share: float) -> Broker:
    ties = [held.tie for held in snapshot.held if id_ in (held.tie.source, held.tie.target)]
    return Broker(snapshot.actors[id_], share, len(ties), max(tie.origins for tie in ties))


def components(snapshot: Snapshot) -> list[list[str]]:
    """Ids of actors that hang together, the biggest first."""
    networkx = needs_networkx()
    found = (sorted(ids) for ids in networkx.connected_components(plain_graph(snapshot)))
    return sorted(found, key=lambda ids: (-len(ids), ids))


def plain_graph(snapshot: Snapshot) -> Graph[str]:
    """Actors and whether any tie joins them, in a fixed order; what is former joins too, for it was a tie."""
    graph: Graph[str] = needs_networkx().Graph()
    graph.add_nodes_from(sorted(snapshot.actors))
    graph.add_edges_from(sorted((held.tie.source, held.tie.target) for held in snapshot.held))
    return graph


def full_graph(snapshot: Snapshot) -> MultiDiGraph[str]:
    """With all that GraphML and GEXF can hold of actors and ties."""
    graph: MultiDiGraph[str] = needs_networkx().MultiDiGraph(day=snapshot.day.isoformat())
    for id_, actor in sorted(snapshot.actors.items()):
        graph.add_node(id_, label=actor.label, kind=actor.kind.value, names="|".join(actor.names))
    for held in snapshot.held:
        tie = held.tie
        graph.add_edge(tie.source, tie.target, key="|".join(tie.key), **_attributes(held))
    return graph


def _attributes(held: Held) -> dict[str, str | int]:
    return {
        "kind": held.tie.kind.value,
        "state": held.state.value,
        "role": held.by.role,
        "since": held.by.start.text if held.by.start else "",
        "until": held.by.end.text if held.by.end else "",
        "told": held.by.published.isoformat() if held.by.published else "",
        "standing": held.tie.standing.value,
        "origins": held.tie.origins,
        "claims": "|".join(held.tie.claims),
    }


def needs_networkx() -> Any:
    """networkx. MissingExtraError where it is not installed."""
    try:
        import networkx
    except ModuleNotFoundError as error:
        raise MissingExtraError("paths, brokers and graph files need networkx: install tawthiq[actors]") from error
    return networkx


def current(snapshot: Snapshot) -> Snapshot:
    """Only what held on the day."""
    held = tuple(each for each in snapshot.held if each.state is TieState.CURRENT)
    ids = {id_ for each in held for id_ in (each.tie.source, each.tie.target)}
    return Snapshot(snapshot.day, {id_: a for id_, a in snapshot.actors.items() if id_ in ids}, held)
