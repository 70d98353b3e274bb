"""Initiatives: who announced what, when, and what became of it."""

from __future__ import annotations

from dataclasses import replace

from tawthiq.extract.facts import Initiative, Phrase, Reading
from tawthiq.extract.page import Page
from tawthiq.extract.patterns import Hit, find, named_in, people_in
from tawthiq.model import EDTF, Span

_AFTER = 320


def read_initiatives(page: Page, found: Reading) -> Reading:
    """An initiative needs somebody whose it is, and a date or an outcome: plain announcements are statements."""
    rows: list[Initiative] = []
    for hit in find(page, "initiatives"):
        row = _initiative(page, found, hit)
        if row and (row.date or row.outcome) and not any(row.quote.overlaps(known.quote) for known in rows):
            rows.append(row)
    return replace(found, initiatives=found.initiatives + tuple(rows))


def _initiative(page: Page, found: Reading, hit: Hit) -> Initiative | None:
    by, what = hit.part("by"), hit.part("what")
    whose = _whose(found, by) if by else None
    outcome = _outcome(page, hit)
    if what is None or whose is None:
        return None
    return Initiative(whose, what, hit.span, _date(page, hit), outcome)


def _whose(found: Reading, by: Phrase) -> Phrase | None:
    people = [person.name for person in people_in(found, by.span)]
    return next(iter(people or named_in(found.groups, by.span)), None)


def _date(page: Page, hit: Hit) -> EDTF | None:
    inside = [d for d in page.dates if d.date and d.span.overlaps(hit.span)]
    return inside[0].date if inside else None


def _outcome(page: Page, hit: Hit) -> Phrase | None:
    """Told in the same sentence or soon after."""
    reach = Span(hit.span.start, hit.span.end + _AFTER)
    parts = (told.part("outcome") for told in find(page, "outcomes") if told.span in reach)
    return min((p for p in parts if p), key=lambda p: p.span, default=None)
