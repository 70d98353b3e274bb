"""Meetings and agreements: who sat together, for whom, what was agreed, on what condition."""

from __future__ import annotations

from tawthiq.extract.accords.agreements import read_agreements
from tawthiq.extract.accords.aims import read_aims
from tawthiq.extract.accords.clauses import read_clauses
from tawthiq.extract.accords.delegations import read_delegations
from tawthiq.extract.accords.meetings import read_meetings
from tawthiq.extract.facts import Reading
from tawthiq.extract.page import Page

_PARTS = (read_meetings, read_delegations, read_agreements, read_aims, read_clauses)


def read_accords(page: Page, found: Reading) -> Reading:
    """Meetings first: an agreement that is only aimed at takes its meeting's day."""
    for part in _PARTS:
        found = part(page, found)
    return found


__all__ = ["read_accords"]
