"""Where the nodes of a network stand on paper: springs and repulsion, the same picture for the same network."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import TypeAlias

Box: TypeAlias = tuple[float, float]
"""Width and height that a node takes with its label, in units of the drawing."""

_ROUNDS = 260
_SPRING = 95.0
_PULL = 0.6
"""How strongly the middle draws every node, so that branches do not run off."""
_GOLDEN = math.pi * (3 - math.sqrt(5))
_GAP = 18.0


@dataclass(frozen=True, slots=True)
class Drawing:
    """The middle of each node, in units from the upper left corner, and the size of the whole."""

    places: Mapping[str, tuple[int, int]]
    width: int
    height: int


def layout(components: Sequence[Sequence[str]], edges: Iterable[tuple[str, str]], boxes: Mapping[str, Box],
           width: float = 1100.0) -> Drawing:  # fmt: skip
    """Each component laid out by itself, and all set in rows no wider than `width` where they fit."""
    held = sorted(edges)
    blocks = []
    for ids in components:
        inside = set(ids)
        at = _spread(ids, [(a, b) for a, b in held if a in inside and b in inside])
        blocks.append(_boxed(_parted(at, boxes), boxes))
    return _in_rows(blocks, width)


def _spread(ids: Sequence[str], edges: Sequence[tuple[str, str]]) -> dict[str, complex]:
    """Fruchterman and Reingold's springs (1991), from a spiral, cooling evenly."""
    at: dict[str, complex] = {id_: 40 * math.sqrt(i + 0.5) * _turn(i * _GOLDEN) for i, id_ in enumerate(ids)}
    pairs = list(combinations(ids, 2))
    for turn in range(_ROUNDS):
        push = {id_: -_PULL * place for id_, place in at.items()}
        for a, b in pairs:
            gap = at[a] - at[b]
            force = gap * (_SPRING**2 / max(abs(gap) ** 2, 1.0))
            push[a] += force
            push[b] -= force
        for a, b in edges:
            gap = at[a] - at[b]
            force = gap * (abs(gap) / _SPRING)
            push[a] -= force
            push[b] += force
        heat = _SPRING * (1 - turn / _ROUNDS)
        for id_, force in push.items():
            at[id_] += force * (min(abs(force), heat) / max(abs(force), 1e-9))
    return _lying(at)


def _lying(at: Mapping[str, complex]) -> dict[str, complex]:
    """Turned so that it is wider than high, as labels are."""
    across, down = [place.real for place in at.values()], [place.imag for place in at.values()]
    turn = 1 if max(across) - min(across) >= max(down) - min(down) else 1j
    return {id_: place * turn for id_, place in at.items()}


def _turn(angle: float) -> complex:
    return complex(math.cos(angle), math.sin(angle))


def _parted(at: Mapping[str, complex], boxes: Mapping[str, Box]) -> dict[str, complex]:
    """Boxes that overlap pushed apart along the axis on which they overlap least, until none do."""
    held = dict(at)
    for _ in range(_ROUNDS):
        moved = False
        for a, b in combinations(held, 2):
            shift = _overlap(held[b] - held[a], boxes[a], boxes[b])
            if shift:
                held[a] -= shift / 2
                held[b] += shift / 2
                moved = True
        if not moved:
            break
    return held


def _overlap(gap: complex, a: Box, b: Box) -> complex:
    """How far, and which way, the second must move so that the two stand clear; 0 where they do."""
    x = (a[0] + b[0]) / 2 + _GAP - abs(gap.real)
    y = (a[1] + b[1]) / 2 + _GAP - abs(gap.imag)
    if x <= 0 or y <= 0:
        return 0j
    return complex(math.copysign(x, gap.real), 0) if x < y else complex(0, math.copysign(y, gap.imag))


@dataclass(frozen=True, slots=True)
class _Block:
    at: Mapping[str, complex]
    width: float
    height: float


def _boxed(at: Mapping[str, complex], boxes: Mapping[str, Box]) -> _Block:
    """Moved so that its upper left corner is 0, its size measured with the nodes' own."""
    left = min(place.real - boxes[id_][0] / 2 for id_, place in at.items())
    top = min(place.imag - boxes[id_][1] / 2 for id_, place in at.items())
    right = max(place.real + boxes[id_][0] / 2 for id_, place in at.items())
    bottom = max(place.imag + boxes[id_][1] / 2 for id_, place in at.items())
    corner = complex(left, top)
    return _Block({id_: place - corner for id_, place in at.items()}, right - left, bottom - top)


def _in_rows(blocks: Sequence[_Block], width: float) -> Drawing:
    """Blocks in their order from the right, a new row where one is full."""
    width = max([width, *(block.width + 2 * _GAP for block in blocks)])
    places: dict[str, tuple[int, int]] = {}
    right, top, low = width - _GAP, _GAP, 0.0
    for block in blocks:
        if right - block.width < 0:
            right, top, low = width - _GAP, top + low + 2 * _GAP, 0.0
        corner = complex(right - block.width, top)
        places |= {id_: (round((at + corner).real), round((at + corner).imag)) for id_, at in block.at.items()}
        right, low = right - block.width - 2 * _GAP, max(low, block.height)
    return Drawing(places, math.ceil(width), math.ceil(top + low + _GAP))
