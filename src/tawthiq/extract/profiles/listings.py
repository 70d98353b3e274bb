"""Sanctions lists: whom which authority listed, when, and why as it says."""

from __future__ import annotations

from dataclasses import replace

from tawthiq.extract.facts import Listing, Phrase, Reading
from tawthiq.extract.page import Page
from tawthiq.extract.patterns import Hit, find, people_in
from tawthiq.model import EDTF, Span

_NEAR = 400
_HEAD = 2


def read_listings(page: Page, found: Reading) -> Reading:
    rows: list[Listing] = []
    for hit in find(page, "listings"):
        row = _listing(page, found, hit)
        if row and not any(row.quote.overlaps(known.quote) for known in rows):
            rows.append(row)
    return replace(found, listings=found.listings + tuple(rows))


def _listing(page: Page, found: Reading, hit: Hit) -> Listing | None:
    person, authority = _person(found, hit), _authority(found, hit)
    if person is None or authority is None:
        return None
    return Listing(person, authority, hit.span, _date(page, hit), hit.part("reason"))


def _person(found: Reading, hit: Hit) -> Phrase | None:
    """The person in the words, or the last one named before ("أدرجته", "أدرج اسمه")."""
    inside = people_in(found, hit.span)
    if inside:
        return inside[0].name
    before = people_in(found, Span(max(0, hit.span.start - _NEAR), hit.span.start))
    return before[-1].name if before else None


def _authority(found: Reading, hit: Hit) -> Phrase | None:
    """The body that begins where the pattern has the authority; its name may run on into the next words."""
    part = hit.part("authority")
    if part is None:
        return None
    bodies = (g.name for g in found.groups if any(abs(m.start - part.span.start) <= _HEAD for m in g.mentions))
    return next(bodies, part)


def _date(page: Page, hit: Hit) -> EDTF | None:
    sentence = page.sentence_at(hit.span.start)
    near = page.nearest_date(sentence.span, hit.span.start) if sentence else None
    return near.date if near else None
