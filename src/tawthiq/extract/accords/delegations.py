"""Delegations: who came to a meeting for which area, in person or by proxy."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from tawthiq.extract.facts import Delegation, Meeting, Phrase, Reading
from tawthiq.extract.page import Page
from tawthiq.extract.patterns import Hit, find, named_in, people_in
from tawthiq.model import DelegationMode, Span


def read_delegations(page: Page, found: Reading) -> Reading:
    """Only beside a meeting: "حضر عن" is also said of trials and funerals. Delegates are attendees of the first one."""
    if not found.meetings:
        return found
    rows: list[Delegation] = []
    for hit in find(page, "attendance"):
        rows.extend(row for row in _delegation(found, hit) if not any(r.quote.overlaps(row.quote) for r in rows))
    rows.sort(key=lambda row: row.quote)
    delegates = [name for row in rows for name in row.delegates]
    meetings = (_joined(found.meetings[0], delegates), *found.meetings[1:])
    return replace(found, delegations=found.delegations + tuple(rows), meetings=meetings)


def _delegation(found: Reading, hit: Hit) -> Iterator[Delegation]:
    area, names = hit.part("area"), hit.part("list")
    if area is None or names is None:
        return
    # The pattern may have eaten the title that begins the list, and a name's mention can begin inside it.
    people = [p.name for p in people_in(found, Span(area.span.end, names.span.end))]
    if people:
        mode = DelegationMode(hit.pattern.meaning["mode"])
        yield Delegation(_area(found, area), tuple(people), mode, hit.span, hit.part("note"))


def _area(found: Reading, area: Phrase) -> Phrase:
    """The place inside the words, or the words themselves."""
    return next(iter(named_in(found.places, area.span)), area)


def _joined(meeting: Meeting, delegates: Iterable[Phrase]) -> Meeting:
    """The meeting with its delegates; groups that merely stood beside the verb give way to the people who came."""
    people = tuple(dict.fromkeys(delegates))
    return replace(meeting, attendees=people) if people else meeting
