"""Bars for each breakdown, drawn as SVG by Vega-Lite; a range is a bar to its least and a line on to its most."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from tawthiq.errors import MissingExtraError
from tawthiq.publish.report.content import Breakdown, Content, Quantity
from tawthiq.publish.report.document import Block, Picture
from tawthiq.publish.report.templates import Templates
from tawthiq.publish.report.wording import Wording


def charts(content: Content, wording: Wording, templates: Templates) -> dict[str, Block]:
    """A picture for each dimension with two rows or more. MissingExtraError without vl-convert."""
    style = templates.toml("style.toml")
    drawn: dict[str, Block] = {}
    for breakdown in content.breakdowns:
        if len(breakdown.rows) > 1 and breakdown.metrics:
            bars = list(_bars(breakdown, wording, style["most_bars"]))
            spec = _spec(bars, breakdown, wording, style)
            alt = wording.joined([f"{bar['label']} – {bar['metric']}: {bar['text']}" for bar in bars])
            drawn[breakdown.dimension] = Picture(f"chart-{breakdown.dimension}", "", _svg(spec, templates), alt)
    return drawn


def _svg(spec: Mapping[str, Any], templates: Templates) -> str:
    try:
        import vl_convert
    except ImportError as error:
        raise MissingExtraError("charts need vl-convert: install tawthiq[pdf]") from error
    for folder in templates.fonts():
        vl_convert.register_font_directory(str(folder))
    drawn: str = vl_convert.vegalite_to_svg(dict(spec), vl_version="5.20")
    # A page from the right would turn what its anchors mean.
    return drawn.replace("<svg ", '<svg direction="ltr" font-kerning="none" ', 1)


def _bars(breakdown: Breakdown, wording: Wording, most: int) -> Iterator[dict[str, Any]]:
    """The rows in their order where it is that of time; else the greatest, as many as there is room for."""
    heads = wording.heads(breakdown)[:2]
    rows = breakdown.rows[-most:]
    if breakdown.dimension not in ("month", "year"):
        rows = tuple(sorted(breakdown.rows, key=lambda row: -row.quantities[0].range.min)[:most])
    for row in rows:
        for head, quantity in zip(heads, row.quantities, strict=False):
            yield _bar(row.label.say(wording.language), head, quantity, wording)


def _bar(label: str, head: str, quantity: Quantity, wording: Wording) -> dict[str, Any]:
    held = quantity.range
    return {
        "label": label,
        "metric": head,
        "least": held.min,
        "most": held.min if held.max is None else held.max,
        "text": wording.short(quantity),
    }


def _spec(
    bars: list[dict[str, Any]], breakdown: Breakdown, wording: Wording, style: Mapping[str, Any]
) -> dict[str, Any]:
    metrics = wording.heads(breakdown)[:2]
    right = wording.language == "ar"
    x = {"field": "least", "type": "quantitative", "title": None, "scale": {"reverse": right}, "axis": None}
    label = {"orient": "right" if right else "left", "title": None, "labelLimit": 200, "ticks": False, "domain": False}
    color = {
        "field": "metric",
        "scale": {"domain": metrics, "range": [style["accent"], style["fill"]]},
        "legend": {"title": None, "orient": "top"} if len(metrics) > 1 else None,
    }
    y = {"field": "label", "type": "nominal", "sort": None, "axis": label}
    layers: list[dict[str, Any]] = [
        {"mark": {"type": "bar"}, "encoding": {"x": x, "color": color}},
        {
            "mark": {"type": "rule", "strokeWidth": 2, "color": style["ink"]},
            "encoding": {"x": x, "x2": {"field": "most"}},
        },
        {
            "mark": {"type": "text", "align": "right" if right else "left", "dx": -5 if right else 5},
            "encoding": {"x": {**x, "field": "most"}, "text": {"field": "text"}, "color": {"value": style["ink"]}},
        },
    ]
    return {
        "$schema": "https://vega.github.io/schema/vega-lite/v5.20.json",
        "padding": 12,
        "data": {"values": bars},
        "width": style["chart_width"],
        "height": {"step": style["bar"]},
        "encoding": {"y": y, "yOffset": {"field": "metric", "sort": metrics}},
        "layer": layers,
        "config": _config(style, right),
    }


def _config(style: Mapping[str, Any], right: bool) -> dict[str, Any]:
    words = {"labelFont": style["font"], "labelFontSize": 13, "labelColor": style["ink"]}
    return {
        "background": None,
        "view": {"stroke": None},
        "font": style["font"],
        "axis": words,
        "legend": words,
        "text": {"font": style["font"], "fontSize": 12},
    }
