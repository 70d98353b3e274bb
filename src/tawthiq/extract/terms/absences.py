"""Areas that were to come to a meeting, did not, and sent nobody."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from tawthiq.extract.facts import Phrase, Reading, Subject, Term
from tawthiq.extract.page import Page
from tawthiq.extract.patterns import Hit, find, named_in
from tawthiq.extract.terms.subjects import of_meeting
from tawthiq.model import Code, DelegationMode, Kind


def absence_terms(page: Page, found: Reading) -> Reading:
    """Only beside a meeting, and not of an area for which somebody came."""
    terms: list[Term] = []
    for hit in find(page, "absences") if found.meetings else ():
        if not any(hit.span.overlaps(row.quote) for row in found.delegations):
            terms.extend(_absence(page, found, hit))
    return replace(found, terms=found.terms + tuple(terms))


def _absence(page: Page, found: Reading, hit: Hit) -> Iterator[Term]:
    words = hit.part("area")
    if words is None:
        return
    area = next(iter(named_in(found.places, words.span)), words)
    if any(row.area.text == area.text for row in found.delegations):
        return
    subject = Subject(Kind.DELEGATION, hit.span, area.text)
    yield Term(subject, "meeting", of_meeting(page, found.meetings[0]), hit.span)
    yield Term(subject, "area", area, words.span, (Kind.PLACE,))
    yield Term(subject, "mode", Code(DelegationMode.ABSENT), hit.span)
    yield from _why(subject, hit.part("note"))


def _why(subject: Subject, note: Phrase | None) -> Iterator[Term]:
    if note is not None:
        yield Term(subject, "note", note, note.span)
