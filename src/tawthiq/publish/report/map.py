"""A map of the areas without tiles from anywhere: a spot of each place, as large as its figure, under its name."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from tawthiq.publish.report.content import Breakdown, Content, Row, Spot
from tawthiq.publish.report.document import Block, Picture
from tawthiq.publish.report.templates import Templates
from tawthiq.publish.report.wording import Wording

_MARGIN = 70.0
_LEAST_SPAN = 0.25
"""Degrees: how near a map of one place looks."""
_GREATEST = 22.0
_LINE = 15.0
# Embeddings, since what draws SVG into a PDF knows no other sign for the direction of a label.
_SET, _POP = {"rtl": "\u202b", "ltr": "\u202a"}, "\u202c"
_STEPS = (0.05, 0.1, 0.2, 0.25, 0.5, 1.0, 2.0, 5.0)


@dataclass(frozen=True, slots=True)
class _Frame:
    """Degrees to units of the drawing, true to shape at the middle latitude."""

    west: float
    north: float
    scale: float
    squeeze: float
    width: float
    height: float

    def at(self, spot: Spot) -> tuple[float, float]:
        latitude, longitude = spot
        x = _MARGIN + (longitude - self.west) * self.squeeze * self.scale
        return x, _MARGIN + (self.north - latitude) * self.scale


def area_map(content: Content, wording: Wording, templates: Templates) -> Iterator[Block]:
    """The most parted breakdown whose rows have coordinates; nothing where none has."""
    held = [each for each in content.breakdowns if any(row.spot for row in each.rows)]
    if held:
        breakdown = max(held, key=lambda each: len(each.rows))
        yield _drawn(breakdown, wording, templates.toml("style.toml"))


def _drawn(breakdown: Breakdown, wording: Wording, style: Mapping[str, Any]) -> Picture:
    rows = sorted((row for row in breakdown.rows if row.spot), key=lambda row: -row.quantities[0].range.min)
    spots = [row.spot for row in rows if row.spot]
    frame = _frame(spots, float(style["map_width"]))
    greatest = max(row.quantities[0].range.min for row in rows) or 1
    marks = [_mark(row, frame, greatest, wording) for row in rows]
    body = "".join(
        [
            *_grid(frame, style),
            *(mark.circle(style) for mark in marks),
            *_labels(marks, frame, style, wording.direction),
        ]
    )
    size = f'width="{frame.width:.0f}" height="{frame.height:.0f}" viewBox="0 0 {frame.width:.0f} {frame.height:.0f}"'
    font = f'font-family={quoteattr(style["font"])} font-size="13"'
    svg = f'<svg direction="ltr" font-kerning="none" xmlns="http://www.w3.org/2000/svg" {size} {font}>{body}</svg>'
    metric = wording.heads(breakdown)[0]
    alt = wording.joined([f"{mark.name}: {mark.number}" for mark in marks])
    return Picture("map", f"{metric} · {wording.of_list('dimensions', breakdown.dimension)}", svg, alt)


def _frame(spots: Sequence[Spot], width: float) -> _Frame:
    south, north = min(spot[0] for spot in spots), max(spot[0] for spot in spots)
    west, east = min(spot[1] for spot in spots), max(spot[1] for spot in spots)
    squeeze = math.cos(math.radians((south + north) / 2))
    across, down = max((east - west) * squeeze, _LEAST_SPAN), max(north - south, _LEAST_SPAN)
    scale = min((width - 2 * _MARGIN) / across, (width - 2 * _MARGIN) / down)
    west -= (across / squeeze - (east - west)) / 2
    north += (down - (north - south)) / 2
    return _Frame(west, north, scale, squeeze, across * scale + 2 * _MARGIN, down * scale + 2 * _MARGIN)


@dataclass(frozen=True, slots=True)
class _Mark:
    name: str
    number: str
    x: float
    y: float
    radius: float

    def circle(self, style: Mapping[str, Any]) -> str:
        where = f'cx="{self.x:.1f}" cy="{self.y:.1f}" r="{self.radius:.1f}"'
        return f'<circle {where} fill="{style["fill"]}" fill-opacity="0.45" stroke="{style["fill"]}"/>'


def _mark(row: Row, frame: _Frame, greatest: int, wording: Wording) -> _Mark:
    """Areas of circles, not their widths, are as the figures."""
    assert row.spot is not None
    quantity = row.quantities[0]
    radius = max(3.0, _GREATEST * math.sqrt(quantity.range.min / greatest))
    return _Mark(row.label.say(wording.language), wording.short(quantity), *frame.at(row.spot), radius)


def _labels(marks: Sequence[_Mark], frame: _Frame, style: Mapping[str, Any], direction: str) -> Iterator[str]:
    """Names under their spots; one that would lie on another moves down until it is clear, and has a line."""
    taken: list[tuple[float, float, float]] = []
    for mark in marks:
        half = 3.6 * (len(mark.name) + len(mark.number) + 2)
        x = min(max(mark.x, half + 2), frame.width - half - 2)
        first = y = mark.y + mark.radius + _LINE - 3
        while any(abs(x - other) < half + wide and abs(y - line) < _LINE for other, line, wide in taken):
            y += 4
        taken.append((x, y, half))
        if y > first + _LINE:
            line = f'x1="{mark.x:.1f}" y1="{mark.y:.1f}" x2="{x:.1f}" y2="{y - _LINE + 4:.1f}"'
            yield f'<line {line} stroke="{style["soft"]}" stroke-width="0.7"/>'
        words = escape(f"{_SET[direction]}{mark.name} {_SET['ltr']}{mark.number}{_POP}{_POP}")
        where = f'x="{x:.1f}" y="{y:.1f}" text-anchor="middle" direction="{direction}"'
        yield f'<text {where} fill="{style["ink"]}">{words}</text>'


def _grid(frame: _Frame, style: Mapping[str, Any]) -> Iterator[str]:
    """A frame, lines of latitude and longitude with their degrees, and a scale."""
    yield (
        f'<rect x="0.5" y="0.5" width="{frame.width - 1:.1f}" height="{frame.height - 1:.1f}" '
        f'fill="#fff" stroke="{style["line"]}"/>'
    )
    down = (frame.height - 2 * _MARGIN) / frame.scale
    step = next((each for each in _STEPS if down / each <= 5), _STEPS[-1])
    south, north = frame.north - frame.height / frame.scale, frame.north + _MARGIN / frame.scale
    east = frame.west + frame.width / frame.scale / frame.squeeze
    west = frame.west - _MARGIN / frame.scale / frame.squeeze
    small = f'font-size="10" fill="{style["soft"]}"'
    for degree in _ticks(south, north, step):
        y = frame.at((degree, 0))[1]
        if 12 < y < frame.height - 12:
            yield f'<path d="M0 {y:.1f}H{frame.width:.1f}" stroke="{style["line"]}" stroke-dasharray="2 3"/>'
            yield f'<text x="4" y="{y - 3:.1f}" {small}>{degree:g}°</text>'
    for degree in _ticks(west, east, step):
        x = frame.at((0, degree))[0]
        if 30 < x < frame.width - 30:
            yield f'<path d="M{x:.1f} 0V{frame.height:.1f}" stroke="{style["line"]}" stroke-dasharray="2 3"/>'
            yield f'<text x="{x + 3:.1f}" y="11" {small}>{degree:g}°</text>'


def _ticks(low: float, high: float, step: float) -> list[float]:
    first = math.ceil(low / step)
    return [round(number * step, 4) for number in range(first, math.floor(high / step) + 1)]
