"""A picture is the same each time, inside its frame, and no label covers another."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from tawthiq.publish.layout import layout

sizes = st.lists(st.integers(2, 7), min_size=1, max_size=4)


def stars(counts: list[int]) -> tuple[list[list[str]], list[tuple[str, str]]]:
    parts = [[f"{part}-{i}" for i in range(count)] for part, count in enumerate(counts)]
    return parts, [(ids[0], other) for ids in parts for other in ids[1:]]


@settings(max_examples=15, deadline=None)
@given(sizes, st.integers(30, 180))
def test_labels_stand_clear_inside_the_frame(counts: list[int], wide: int) -> None:
    parts, edges = stars(counts)
    boxes = {id_: (float(wide), 46.0) for ids in parts for id_ in ids}
    drawing = layout(parts, edges, boxes)
    for x, y in drawing.places.values():
        assert wide / 2 <= x <= drawing.width - wide / 2
        assert 23 <= y <= drawing.height - 23
    for (ax, ay), (bx, by) in combinations(drawing.places.values(), 2):
        assert abs(ax - bx) >= wide or abs(ay - by) >= 46


def test_the_same_network_gives_the_same_picture() -> None:
    parts, edges = stars([7, 3])
    boxes = {id_: (80.0, 46.0) for ids in parts for id_ in ids}
    assert layout(parts, edges, boxes) == layout(parts, list(reversed(edges)), boxes)


def test_nothing_has_a_frame_too() -> None:
    assert layout([], [], {}).places == {}
