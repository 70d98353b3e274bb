"""The network of actors as a picture and as a table that says the same."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from tawthiq.model import Kind
from tawthiq.publish.layout import Drawing, layout
from tawthiq.publish.network import Edge, Network, Node, Tie, components, largest, neighbours
from tawthiq.publish.pages.bidi import cut, isolate_plain

MOST_NODES = 60
_LABEL = 26
_LETTER = 7.4
_HEIGHT = 46.0


@dataclass(frozen=True, slots=True)
class DrawnNode:
    """`label` is cut to what the picture has room for."""

    node: Node
    label: str
    x: int
    y: int
    href: str | None


@dataclass(frozen=True, slots=True)
class DrawnEdge:
    edge: Edge
    source: DrawnNode
    target: DrawnNode
    href: str | None


@dataclass(frozen=True, slots=True)
class Picture:
    """A network drawn; `left_out` counts nodes that it has no room for."""

    nodes: tuple[DrawnNode, ...]
    edges: tuple[DrawnEdge, ...]
    width: int
    height: int
    left_out: int

    def count(self, kind: Kind) -> int:
        return sum(1 for each in self.nodes if each.node.kind == kind)

    @property
    def ties(self) -> list[Tie]:
        """The sorts of tie that are drawn, in their order."""
        held = {each.edge.tie for each in self.edges}
        return [tie for tie in Tie if tie in held]


def picture(whole: Network, address: Callable[[str], str | None]) -> Picture:
    """The biggest parts of the network; `address` gives a record's place on the pages."""
    part = largest(whole, MOST_NODES)
    drawing = _lay_out(part)
    nodes = {
        node.id: DrawnNode(node, isolate_plain(cut(node.label, _LABEL)), *drawing.places[node.id], address(node.id))
        for node in part.nodes
    }
    edges = tuple(DrawnEdge(e, nodes[e.source], nodes[e.target], address(e.by)) for e in part.edges)
    return Picture(tuple(nodes.values()), edges, drawing.width, drawing.height, part.left_out)


def _lay_out(part: Network) -> Drawing:
    boxes = {node.id: (max(30.0, _LETTER * len(cut(node.label, _LABEL))), _HEIGHT) for node in part.nodes}
    return layout(components(neighbours(part.edges)), [(e.source, e.target) for e in part.edges], boxes)
