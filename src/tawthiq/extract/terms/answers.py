"""Responses: who came to help, or did not, and where; who kept or broke what was agreed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from tawthiq.extract.facts import Incident, Phrase, Reading, Subject, Term
from tawthiq.extract.page import Page
from tawthiq.extract.patterns import Hit, find, named_in, people_in
from tawthiq.extract.terms.subjects import of_agreement, of_incident, of_response
from tawthiq.model import Code, Kind
from tawthiq.text.sentences import Sentence

_ACTORS = (Kind.GROUP, Kind.PLACE, Kind.PERSON)


def answer_terms(page: Page, found: Reading) -> Reading:
    """By data/patterns/responses.toml; the first that fits has a stretch of text. A clause is no response."""
    terms: list[Term] = []
    taken = [clause.quote for clause in found.clauses]
    taken += [term.of.span for term in found.terms if term.of.kind is Kind.CLAUSE]
    for hit in find(page, "responses"):
        if not any(hit.span.overlaps(span) for span in taken):
            taken.append(hit.span)
            terms.extend(_response(page, found, hit))
    return replace(found, terms=found.terms + tuple(terms))


def _response(page: Page, found: Reading, hit: Hit) -> Iterator[Term]:
    party, sentence = hit.part("party"), page.sentence_at(hit.span.start)
    if party is None or sentence is None:
        return
    subject = of_response(page.phrase(hit.span))
    yield Term(subject, "conduct", Code(hit.pattern.meaning["conduct"]), hit.span)
    for each in _actors(found, party):
        yield Term(subject, "party", each, party.span, _ACTORS)
    where = hit.part("where")
    for place in named_in(found.places, where.span) if where else ():
        yield Term(subject, "place", place, place.span, (Kind.PLACE,))
    date = page.nearest_date(sentence.span, hit.span.start)
    if date is not None:
        yield Term(subject, "date", date, date.span)
    yield from _to(page, found, subject, sentence)


def _actors(found: Reading, party: Phrase) -> list[Phrase]:
    known = named_in(found.groups, party.span) or [p.name for p in people_in(found, party.span)]
    return known or named_in(found.places, party.span) or [party]


def _to(page: Page, found: Reading, subject: Subject, sentence: Sentence) -> Iterator[Term]:
    """The incident told last before it, in its sentence or the one ahead; the agreement where the report has one."""
    incident = _incident_before(page, found, sentence)
    if incident is not None:
        yield Term(subject, "incident", of_incident(page, incident), subject.span)
    if found.agreements:
        yield Term(subject, "agreement", of_agreement(found.agreements[0]), subject.span)


def _incident_before(page: Page, found: Reading, sentence: Sentence) -> Incident | None:
    at = page.sentences.index(sentence)
    near = page.sentences[max(0, at - 1) : at + 1]
    told = [row for row in found.incidents if any(row.quote.overlaps(s.span) for s in near)]
    return max(told, key=lambda row: row.quote.start, default=None)
