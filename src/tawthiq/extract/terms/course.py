"""How an agreement came about and went on: what it is, when its status changed, who stood by, what came before."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from tawthiq.extract.accords.words import use
from tawthiq.extract.facts import Agreement, Dated, Meeting, Phrase, Reading, Subject, Term
from tawthiq.extract.page import Page
from tawthiq.extract.patterns import find, named_in, people_in
from tawthiq.extract.terms.stated import stated
from tawthiq.extract.terms.subjects import of_agreement, of_initiative, of_meeting
from tawthiq.model import EDTF, AgreementStatus, Code, Kind, Span, Stance
from tawthiq.text.clitics import readings
from tawthiq.text.fold import fold_phrase
from tawthiq.text.tables import table
from tawthiq.text.tokens import Token

_ACTORS = (Kind.PERSON, Kind.GROUP, Kind.PLACE)
_NAMED = ("signatory", "guarantor", "mediator")
_SEEN = frozenset({AgreementStatus.PROPOSED, AgreementStatus.SIGNED, AgreementStatus.IN_FORCE})
"""Statuses whose day the date of the sentence gives; when one failed or lapsed is told otherwise."""
_CAME_TO_NOTHING = frozenset({AgreementStatus.FAILED, AgreementStatus.BROKEN, AgreementStatus.LAPSED})


def course_terms(page: Page, found: Reading) -> Reading:
    terms = [term for row in found.agreements for term in _of_one(page, found, row)]
    return replace(found, terms=(*found.terms, *terms, *_of_first(page, found)))


def _of_one(page: Page, found: Reading, row: Agreement) -> Iterator[Term]:
    subject, sentence = of_agreement(row), page.sentence_at(row.description.span.start)
    if sentence is None:
        return
    yield from _nature(page, subject, row)
    if row.date is not None and row.status in _SEEN:
        yield Term(subject, _day_fields()[row.status], row.date, row.date.span)
    first = row is found.agreements[0]
    for hit in find(page, "agreement_terms"):
        if hit.span in sentence.span or (first and _speaks_of_it(page, hit.span)):
            yield from _named(page, found, subject, hit.pattern.meaning["field"], hit.part("who"))


def _speaks_of_it(page: Page, span: Span) -> bool:
    """Whether the words stand in another sentence that speaks of "the agreement" and names none."""
    sentence = page.sentence_at(span.start)
    tokens = page.tokens[sentence.first : sentence.last] if sentence else ()
    return any(use(token) in {"accord", "accord_if"} and _has_article(token) for token in tokens)


def _has_article(token: Token) -> bool:
    return any(reading.stem.startswith("ال") for reading in readings(token.norm))


@cache
def _day_fields() -> dict[str, str]:
    return {row["status"]: row["field"] for row in table("agreements/statuses.tsv")}


@cache
def _natures() -> tuple[tuple[str, str], ...]:
    return tuple((fold_phrase(row["words"]), row["nature"]) for row in table("lexicon/agreement_natures.tsv"))


def _nature(page: Page, subject: Subject, row: Agreement) -> Iterator[Term]:
    """By the words of its description; the first of the list that stands there."""
    words = " ".join(token.norm for token in page.words(row.description.span) if token.is_word)
    for stem, nature in _natures():
        if f" {stem}" in f" {words}" or f" ال{stem}" in f" {words}":
            yield Term(subject, "nature", Code(nature), row.description.span)
            return


def _named(page: Page, found: Reading, subject: Subject, field: str, words: Phrase | None) -> Iterator[Term]:
    """Whom the words name; the words themselves where they name nobody whom the reading knows."""
    if words is None:
        return
    known = [p.name for p in people_in(found, words.span)] + named_in(found.groups, words.span)
    known = known if field in _NAMED else named_in(found.places, words.span)
    for each in known or ([words] if field in _NAMED else []):
        yield Term(subject, field, each, words.span, _ACTORS)


def _of_first(page: Page, found: Reading) -> Iterator[Term]:
    """What a report tells beside its first agreement: its meeting, aims that are denied, what came before."""
    if not found.agreements:
        return
    first = found.agreements[0]
    subject = of_agreement(first)
    for meeting in found.meetings[:1]:
        if _belongs(page, first, meeting):
            yield Term(subject, "meeting", of_meeting(page, meeting), meeting.quote)
    for aim in _denied_aims(page, found):
        yield Term(subject, "aim", aim, aim.span)
    yield from _predecessors(found, first)
    yield from stated(page, subject)


def _belongs(page: Page, row: Agreement, meeting: Meeting) -> bool:
    """Of one day, or in one sentence."""
    one_day = bool(row.date and meeting.date and row.date.date == meeting.date.date)
    sentence = page.sentence_at(meeting.quote.start)
    return one_day or bool(sentence and row.description.span.overlaps(sentence.span))


def _denied_aims(page: Page, found: Reading) -> Iterator[Phrase]:
    """What somebody says that it is not for; the statement around it makes it a denial."""
    denials = [s.content for s in found.statements if s.stance is Stance.DENIES]
    for hit in find(page, "denied_aims"):
        aim = hit.part("aim")
        if aim is not None and any(aim.span in content for content in denials):
            yield aim


def _predecessors(found: Reading, first: Agreement) -> Iterator[Term]:
    """Initiatives and agreements of an earlier day that came to nothing, told in the same report."""
    subject = of_agreement(first)
    for initiative in found.initiatives:
        if initiative.outcome is not None and _before(initiative.date, first.date):
            yield Term(subject, "predecessor", of_initiative(initiative), initiative.quote)
    for row in found.agreements[1:]:
        if row.status in _CAME_TO_NOTHING and _before(row.date.date if row.date else None, first.date):
            yield Term(subject, "predecessor", of_agreement(row), row.description.span)


def _before(day: EDTF | None, other: Dated | None) -> bool:
    if day is None or other is None:
        return day is not None
    return bool(day.latest and other.date.earliest and day.latest < other.date.earliest)
