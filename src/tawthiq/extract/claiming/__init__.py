"""Facts turned into claims: one typed value each, tied to its words, its speaker and the speaker's stance."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from tawthiq.extract.claiming import entities, events, terms, words
from tawthiq.extract.claiming.scribe import Scribe
from tawthiq.extract.facts import Reading
from tawthiq.model import Claim, Report

Row = TypeVar("Row")


def make_claims(report: Report, reading: Reading, method: str) -> tuple[Claim, ...]:
    """Every claim of a reading, each once: entities first, then what happened, then what was said."""
    return tuple(dict.fromkeys(_claims(Scribe(report, reading, method), reading)))


def _claims(scribe: Scribe, reading: Reading) -> Iterator[Claim]:
    yield from _each(scribe, entities.person, reading.persons)
    yield from _each(scribe, entities.group, reading.groups)
    yield from _each(scribe, entities.place, reading.places)
    yield from _each(scribe, entities.group_fact, reading.group_facts)
    yield from _each(scribe, entities.affiliation, reading.affiliations)
    yield from _each(scribe, entities.listing, reading.listings)
    yield from _each(scribe, events.incident, reading.incidents)
    yield from _each(scribe, events.tally, reading.tallies)
    yield from _each(scribe, events.meeting, reading.meetings)
    yield from _each(scribe, events.delegation, reading.delegations)
    yield from _each(scribe, events.agreement, reading.agreements)
    yield from _each(scribe, events.clause, reading.clauses)
    yield from _each(scribe, terms.term, reading.terms)
    yield from _each(scribe, events.initiative, reading.initiatives)
    yield from _each(scribe, words.statement, reading.statements)
    yield from _each(scribe, words.post, reading.posts)


def _each(scribe: Scribe, make: Callable[[Scribe, Row], Iterator[Claim]], rows: Iterable[Row]) -> Iterator[Claim]:
    for row in rows:
        yield from make(scribe, row)
