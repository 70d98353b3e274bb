"""The map as a file: GraphML and GEXF (networkx), FtM lines, JSON."""

from __future__ import annotations

import io
import os
import re
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from tawthiq.actors.ftm import lines
from tawthiq.actors.graph import full_graph, needs_networkx
from tawthiq.actors.state import Snapshot

if TYPE_CHECKING:
    from networkx import MultiDiGraph

_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


class Format(StrEnum):
    GRAPHML = "graphml"
    GEXF = "gexf"
    FTM = "ftm"


def exported(snapshot: Snapshot, format_: Format) -> bytes:
    """The whole file, UTF-8; the same map gives the same bytes."""
    match format_:
        case Format.FTM:
            return "".join(f"{line}\n" for line in lines(snapshot)).encode("utf-8")
        case Format.GRAPHML | Format.GEXF:
            return _graph_file(snapshot, format_)


def _graph_file(snapshot: Snapshot, format_: Format) -> bytes:
    networkx, graph, held = needs_networkx(), _writable(snapshot), io.BytesIO()
    if format_ is Format.GRAPHML:
        networkx.write_graphml(graph, held)
        return held.getvalue()
    networkx.write_gexf(graph, held)
    # networkx writes the day of writing, by which two files of one map would differ.
    return re.sub(rb'lastmodifieddate="[^"]*"', f'lastmodifieddate="{snapshot.day}"'.encode(), held.getvalue())


def _writable(snapshot: Snapshot) -> MultiDiGraph[str]:
    """The graph without letters that XML cannot hold."""
    graph = full_graph(snapshot)
    for _, data in graph.nodes(data=True):
        data.update({k: _NOT_XML.sub("", v) for k, v in data.items() if isinstance(v, str)})
    for _, _, data in graph.edges(data=True):
        data.update({k: _NOT_XML.sub("", v) for k, v in data.items() if isinstance(v, str)})
    return graph


def write_whole(path: Path, data: bytes) -> None:
    """The file whole or not at all."""
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    beside.write_bytes(data)
    os.replace(beside, path)
