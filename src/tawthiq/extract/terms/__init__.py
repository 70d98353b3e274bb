"""Terms: what an agreement lays down, how it came about, and who did as it says."""

from __future__ import annotations

from tawthiq.extract.facts import Reading
from tawthiq.extract.page import Page
from tawthiq.extract.terms.absences import absence_terms
from tawthiq.extract.terms.answers import answer_terms
from tawthiq.extract.terms.course import course_terms
from tawthiq.extract.terms.rows import clause_terms


def read_terms(page: Page, found: Reading) -> Reading:
    """Last of all: clauses belong to agreements, responses to incidents, and predecessors are initiatives."""
    for part in (clause_terms, course_terms, absence_terms, answer_terms):
        found = part(page, found)
    return found


__all__ = ["read_terms"]
