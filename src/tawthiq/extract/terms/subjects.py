"""How claims name what a term is about; the same mention as the claims of other components."""

from __future__ import annotations

from tawthiq.extract.facts import Agreement, Incident, Initiative, Meeting, Phrase, Subject
from tawthiq.extract.page import Page
from tawthiq.model import Kind, Span


def of_agreement(row: Agreement) -> Subject:
    return Subject(Kind.AGREEMENT, row.description.span, row.description.text)


def of_clause(page: Page, quote: Span) -> Subject:
    return Subject(Kind.CLAUSE, quote, quote.of(page.text))


def of_meeting(page: Page, row: Meeting) -> Subject:
    return Subject(Kind.MEETING, row.quote, row.quote.of(page.text))


def of_incident(page: Page, row: Incident) -> Subject:
    return Subject(Kind.INCIDENT, row.quote, row.quote.of(page.text))


def of_initiative(row: Initiative) -> Subject:
    return Subject(Kind.INITIATIVE, row.quote, row.what.text)


def of_response(words: Phrase) -> Subject:
    return Subject(Kind.RESPONSE, words.span, words.text)
