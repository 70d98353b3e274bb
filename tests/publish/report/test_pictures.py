"""Charts and map: what they show, in the order and on the side in which it is read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from xml.etree import ElementTree as ET

from tawthiq.publish.report.charts import charts
from tawthiq.publish.report.content import Content
from tawthiq.publish.report.document import Picture
from tawthiq.publish.report.map import area_map
from tawthiq.publish.report.templates import Templates
from tawthiq.publish.report.wording import Wording

SVG = "{http://www.w3.org/2000/svg}"
CONTROLS = re.compile("[\u202a-\u202c]")
TEMPLATES = Templates()


def texts(picture: Picture) -> Iterator[str]:
    for element in ET.fromstring(picture.svg).iter(f"{SVG}text"):
        yield CONTROLS.sub("", "".join(element.itertext()))


def drawn(content: Content, language: str) -> dict[str, Picture]:
    held = charts(content, Wording.of(TEMPLATES, language), TEMPLATES)
    return {name: picture for name, picture in held.items() if isinstance(picture, Picture)}


def mapped(content: Content) -> Picture:
    (picture,) = area_map(content, Wording.of(TEMPLATES, "ar"), TEMPLATES)
    assert isinstance(picture, Picture)
    return picture


def test_a_chart_for_each_breakdown_names_its_rows_and_figures(content: Content) -> None:
    held = drawn(content, "ar")
    assert list(held) == ["month", "area", "act"]
    assert {"جسر الشغور", "8–11", "12+", "غير معلوم", "القتلى", "الوقائع"} <= set(texts(held["area"]))
    assert {"Shelling", "Killed", "Incidents"} <= set(texts(drawn(content, "en")["act"]))
    assert "8–11" in held["area"].alt


def test_one_row_needs_no_chart(content: Content) -> None:
    one = replace(content.breakdowns[0], rows=content.breakdowns[0].rows[:1])
    assert drawn(replace(content, breakdowns=(one,)), "ar") == {}


def test_the_map_has_north_above_and_east_to_the_right(content: Content) -> None:
    picture = mapped(content)
    at = {
        CONTROLS.sub("", "".join(element.itertext())).split(" ")[0]: (
            float(element.get("x", "")),
            float(element.get("y", "")),
        )
        for element in ET.fromstring(picture.svg).iter(f"{SVG}text")
    }
    assert at["جرابلس"][1] < at["البوكمال"][1] < at["نوى"][1]
    assert at["نوى"][0] < at["جرابلس"][0] < at["البوكمال"][0]
    assert len(list(ET.fromstring(picture.svg).iter(f"{SVG}circle"))) == 6


def test_names_that_would_lie_on_one_another_move(content: Content) -> None:
    areas = next(each for each in content.breakdowns if each.dimension == "area")
    crowded = replace(areas, rows=tuple(replace(row, spot=(33.0, 36.0)) for row in areas.rows))
    picture = mapped(replace(content, breakdowns=(crowded,)))
    heights = [
        float(e.get("y", "")) for e in ET.fromstring(picture.svg).iter(f"{SVG}text") if e.get("font-size") is None
    ]
    assert len(set(heights)) == len(areas.rows)


def test_without_coordinates_there_is_no_map(content: Content) -> None:
    bare = tuple(replace(each, rows=tuple(replace(row, spot=None) for row in each.rows)) for each in content.breakdowns)
    assert list(area_map(replace(content, breakdowns=bare), Wording.of(TEMPLATES, "ar"), TEMPLATES)) == []
