"""Pages and readings made by hand, so that a component is tested by itself."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from tawthiq.extract.facts import Named, Person, Phrase, Reading
from tawthiq.extract.page import Page
from tawthiq.model import Report, Span
from tawthiq.model.ids import sha256


def page_of(text: str, published: str | None = "2024-05-20") -> Page:
    day = date.fromisoformat(published) if published else None
    return Page(Report(sha256=sha256(text.encode()), text=text, name="test", published=day))


def reading_of(
    page: Page, persons: Iterable[str] = (), groups: Iterable[str] = (), places: Iterable[str] = ()
) -> Reading:
    """The names given, each with every place where it stands; "title|name" of a person, "kind|name" of a place."""
    return Reading(
        persons=tuple(_person(page, name) for name in persons),
        groups=tuple(_named(page, name) for name in groups),
        places=tuple(_named(page, name) for name in places),
    )


def _spans(page: Page, words: str) -> tuple[Span, ...]:
    found = tuple(Span(*match.span()) for match in re.finditer(re.escape(words), page.text))
    assert found, f"{words!r} does not stand in the text"
    return found


def _named(page: Page, name: str) -> Named:
    kind, _, bare = name.rpartition("|")
    spans = _spans(page, bare)
    return Named(Phrase(spans[0], bare), kind=kind or None, mentions=spans)


def _person(page: Page, name: str) -> Person:
    title, _, bare = name.rpartition("|")
    spans = _spans(page, bare)
    roles = tuple(Phrase(span, title) for span in _spans(page, title)[:1]) if title else ()
    return Person(Phrase(spans[0], bare), roles=roles, mentions=spans)
