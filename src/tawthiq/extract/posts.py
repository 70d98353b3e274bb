"""Social-media posts that a report carries: author, handle, date, words, credits."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime

from tawthiq.extract.facts import Phrase, Post, Reading
from tawthiq.extract.page import Page
from tawthiq.extract.patterns import Hit, find, named_in, people_in, trimmed
from tawthiq.model import EDTF, Span
from tawthiq.text.dates import find_dates
from tawthiq.text.tokens import tokenize

_ENGLISH_DATE = re.compile(r"([a-z]{3,9})\.? (\d{1,2}),? (\d{4})", re.IGNORECASE)
_MONTH_LETTERS = 3


def read_posts(page: Page, found: Reading) -> Reading:
    rows: list[Post] = []
    for hit in find(page, "posts"):
        row = _post(page, found, hit)
        if row and not any(row.quote.overlaps(known.quote) for known in rows):
            rows.append(row)
    return replace(found, posts=found.posts + tuple(rows))


def _post(page: Page, found: Reading, hit: Hit) -> Post | None:
    author, handle, text = hit.part("author"), hit.part("handle"), _text(page, hit)
    if author is None or handle is None or text is None:
        return None
    named = next(iter(named_in(found.groups, author.span)), author)
    return Post(named, handle, text, hit.span, _date(page, hit), _credits(page, found, hit))


def _text(page: Page, hit: Hit) -> Phrase | None:
    """The line before the signature."""
    end = page.text.rfind("\n", 0, hit.span.start + 1)
    start = page.text.rfind("\n", 0, max(end, 0)) + 1
    return trimmed(page, Span(start, end)) if end > start else None


def _date(page: Page, hit: Hit) -> EDTF | None:
    part = hit.part("date")
    if part is None:
        return None
    if match := _ENGLISH_DATE.search(part.text):
        return _english(*match.groups())
    dates = find_dates(tokenize(part.text), part.text, page.report.published)
    return next((d.date for d in dates if d.date), None)


def _english(month: str, day: str, year: str) -> EDTF | None:
    """"November 7, 2023", as embedded posts have it."""
    try:
        return EDTF.day(datetime.strptime(f"{month[:_MONTH_LETTERS]} {day} {year}", "%b %d %Y").date())
    except ValueError:
        return None


def _credits(page: Page, found: Reading, hit: Hit) -> tuple[Phrase, ...]:
    """Names credited on the lines beside the signature."""
    beside = Span(max(0, hit.span.start - 200), hit.span.end + 200)
    parts = [part for credit in find(page, "credits") if credit.span in beside and (part := credit.part("name"))]
    return tuple(dict.fromkeys(person.name for part in parts for person in people_in(found, part.span)))
