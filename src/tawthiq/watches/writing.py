"""A letter as text for people, as JSON for machines, and as a feed."""

from __future__ import annotations

import json
from collections.abc import Sequence

from lxml import etree

from tawthiq.model.codes import label
from tawthiq.watches.model import Facts, Letter

_ATOM = "http://www.w3.org/2005/Atom"
_NOT_XML = dict.fromkeys([*range(9), 11, 12, *range(14, 32), 0xFFFE, 0xFFFF])
_ISOLATE = "\u2068{}\u2069"


def line(item: Facts) -> str:
    """One thing in one line; every part isolated, so that dates and Latin letters keep their own order."""
    what = item.get("act_ar") or item.get("kind_ar") or item["kind"]
    counts = [f"{label('metrics', key)}: {value}" for key, value in item.get("counts", {}).items()]
    named = "، ".join([*item.get("persons", ()), *item.get("groups", ())])
    more = "(معلومات إضافية)" if item.get("change") == "more" else ""
    parts = [item.get("day", ""), what, item.get("place", ""), *counts, named, item.get("words", ""), more]
    return " · ".join(_ISOLATE.format(" ".join(part.split())) for part in parts if part)


def text(letter: Letter) -> str:
    """Title, a line an item, and what was withheld."""
    lines = [f"{letter.body['title']} — {letter.made_at[:19]}Z", "", *map(line, letter.body["items"])]
    return "\n".join([*lines, "", letter.body["note"], f"[{letter.key}]", ""])


def payload(letter: Letter) -> bytes:
    """UTF-8 JSON; `id` is the same at every attempt, so that who gets it twice can tell."""
    head = {"id": letter.key, "position": letter.position, "made_at": letter.made_at}
    return json.dumps(head | letter.body, ensure_ascii=False, sort_keys=True).encode("utf-8")


def atom(title: str, feed: str, letters: Sequence[Letter]) -> bytes:
    """RFC 4287, the newest letter first."""
    root = etree.Element(f"{{{_ATOM}}}feed", nsmap={None: _ATOM})  # type: ignore[dict-item]
    _add(root, "title", title)
    _add(root, "id", f"urn:tawthiq:watch:{feed}")
    _add(root, "updated", letters[-1].made_at if letters else "1970-01-01T00:00:00+00:00")
    _add(etree.SubElement(root, f"{{{_ATOM}}}author"), "name", "tawthiq")
    for letter in reversed(letters):
        entry = etree.SubElement(root, f"{{{_ATOM}}}entry")
        _add(entry, "title", f"{letter.body['title']}: {len(letter.body['items'])}")
        _add(entry, "id", f"urn:tawthiq:letter:{letter.key}")
        _add(entry, "updated", letter.made_at)
        _add(entry, "content", "\n".join(map(line, letter.body["items"]))).set("type", "text")
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True))


def rss(title: str, feed: str, letters: Sequence[Letter]) -> bytes:
    """RSS 2.0, the newest letter first."""
    from datetime import datetime
    from email.utils import format_datetime

    root = etree.Element("rss", version="2.0")
    channel = etree.SubElement(root, "channel")
    for name, value in (("title", title), ("link", f"urn:tawthiq:watch:{feed}"), ("description", title)):
        etree.SubElement(channel, name).text = _xml(value)
    for letter in reversed(letters):
        item = etree.SubElement(channel, "item")
        etree.SubElement(item, "title").text = _xml(f"{letter.body['title']}: {len(letter.body['items'])}")
        etree.SubElement(item, "guid", isPermaLink="false").text = letter.key
        etree.SubElement(item, "pubDate").text = format_datetime(datetime.fromisoformat(letter.made_at))
        etree.SubElement(item, "description").text = _xml("\n".join(map(line, letter.body["items"])))
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True))


def _add(parent: etree._Element, name: str, value: str) -> etree._Element:
    child = etree.SubElement(parent, f"{{{_ATOM}}}{name}")
    child.text = _xml(value)
    return child


def _xml(value: str) -> str:
    return value.translate(_NOT_XML)
