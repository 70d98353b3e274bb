"""Clauses: a trigger (the threat, from whom, where) and an obligation (who does what)."""

from __future__ import annotations

from dataclasses import replace

from tawthiq.extract.accords.words import near_accord
from tawthiq.extract.facts import Clause, Phrase, Reading
from tawthiq.extract.page import Page
from tawthiq.extract.patterns import Hit, find, listed, patterns, trimmed
from tawthiq.model import Span


def read_clauses(page: Page, found: Reading) -> Reading:
    """Conditional sentences that stand by a word for an agreement; elsewhere a condition is a threat or a guess."""
    clauses: list[Clause] = []
    for hit in find(page, "clauses"):
        if near_accord(page, hit.span) and not any(c.quote.overlaps(hit.span) for c in clauses):
            clauses.extend(_clause(page, found, hit))
    return replace(found, clauses=found.clauses + tuple(sorted(clauses, key=lambda c: c.quote)))


def _clause(page: Page, found: Reading, hit: Hit) -> list[Clause]:
    trigger, obligation, whole = hit.part("trigger"), hit.part("obligation"), hit.part("whole")
    if trigger is None or obligation is None or whole is None:
        return []
    source = _inside(page, trigger, "from")
    threats = listed(page, found, source) if source else ()
    return [Clause(trigger, obligation, whole.span, threats, _inside(page, trigger, "where"))]


def _inside(page: Page, trigger: Phrase, part: str) -> Phrase | None:
    """The part of a trigger that the first fitting pattern names."""
    start, end = page.folded.at(trigger.span.start), page.folded.at(trigger.span.end)
    for pattern in patterns("triggers"):
        match = pattern.regex.search(page.folded.norm, start, end)
        if match and part in pattern.regex.groupindex:
            span = page.folded.source(*match.span(part))
            return trimmed(page, Span(span.start, min(span.end, trigger.span.end)))
    return None
