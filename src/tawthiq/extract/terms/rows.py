"""Clauses in detail: acts and areas of the trigger; who owes what to whom, how soon, when not, for how long."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from tawthiq.extract.entities import gazetteer
from tawthiq.extract.facts import Clause, Named, Phrase, Reading, Subject, Term
from tawthiq.extract.page import Page
from tawthiq.extract.patterns import listed, patterns, trimmed
from tawthiq.extract.terms.duties import Duty, read_duties
from tawthiq.extract.terms.segments import is_document, title_of
from tawthiq.extract.terms.stated import stated
from tawthiq.extract.terms.subjects import of_agreement, of_clause
from tawthiq.model import Code, Kind, Span
from tawthiq.text.clitics import readings
from tawthiq.text.fold import fold_phrase
from tawthiq.text.tables import table

_BEARERS = (Kind.GROUP, Kind.PLACE, Kind.PERSON)
_WIDEST = ("country", "governorate", "district", "subdistrict")


def clause_terms(page: Page, found: Reading) -> Reading:
    """Terms of clauses that are known, and of those that only stand as duties."""
    duties = read_duties(page)
    whole = _agreement(page, found, duties)
    terms: list[Term] = []
    if duties and whole is not None and not found.agreements:
        terms.append(Term(whole, "description", Phrase(whole.span, whole.label), whole.span))
        terms.extend(stated(page, whole))
    if duties and whole is not None and is_document(page):
        stretch = Span(duties[0].quote.start, max(duty.quote.end for duty in duties))
        terms.append(Term(whole, "text", Phrase(whole.span, whole.label), stretch))
    for duty in duties:
        known = next((c for c in found.clauses if c.quote.overlaps(duty.quote)), None)
        if known is None:
            terms.extend(_whole(page, found, duty, whole))
        elif duty.trigger is not None:
            terms.extend(_details(page, found, of_clause(page, known.quote), _as_duty(known)))
    return replace(found, terms=found.terms + tuple(terms))


def _as_duty(clause: Clause) -> Duty:
    return Duty(clause.quote, clause.obligation, clause.trigger)


def _agreement(page: Page, found: Reading, duties: list[Duty]) -> Subject | None:
    """The first agreement of the report; the title of a paper that is one itself."""
    if found.agreements:
        return of_agreement(found.agreements[0])
    title = title_of(page) if duties and is_document(page) else None
    return Subject(Kind.AGREEMENT, title.span, title.text) if title else None


def _whole(page: Page, found: Reading, duty: Duty, whole: Subject | None) -> Iterator[Term]:
    """All terms of a clause that no other component has told of."""
    subject = of_clause(page, duty.quote)
    if whole is not None:
        yield Term(subject, "agreement", whole, duty.quote)
    if duty.trigger is not None:
        yield Term(subject, "trigger", duty.trigger, duty.trigger.span)
        yield from _threats(page, found, subject, duty.trigger)
    yield Term(subject, "obligation", duty.obligation, duty.obligation.span)
    yield from _details(page, found, subject, duty)


def _threats(page: Page, found: Reading, subject: Subject, trigger: Phrase) -> Iterator[Term]:
    source, where = inside(page, trigger, "from"), inside(page, trigger, "where")
    for threat in listed(page, found, source) if source else ():
        yield Term(subject, "threat_from", threat, threat.span, (Kind.GROUP,))
    if where is not None:
        yield Term(subject, "where", where, where.span)


def inside(page: Page, trigger: Phrase, part: str) -> Phrase | None:
    """The part of a trigger that the first fitting pattern names."""
    start, end = page.folded.at(trigger.span.start), page.folded.at(trigger.span.end)
    for pattern in patterns("triggers"):
        match = pattern.regex.search(page.folded.norm, start, end)
        if match and part in pattern.regex.groupindex and match[part] is not None:
            span = page.folded.source(*match.span(part))
            return trimmed(page, Span(span.start, min(span.end, trigger.span.end)))
    return None


def _details(page: Page, found: Reading, subject: Subject, duty: Duty) -> Iterator[Term]:
    if duty.number:
        yield Term(subject, "number", Phrase(duty.quote, duty.number), duty.quote)
    if duty.trigger is not None:
        for act, span in _acts(page, duty.trigger.span):
            yield Term(subject, "act", Code(act), span)
        for place, span in _areas(page, found, duty.trigger.span):
            yield Term(subject, "area", Code(place), span)
    yield from _parts(page, subject, duty)


@cache
def _act_words() -> dict[tuple[str, ...], str]:
    return {tuple(fold_phrase(row["words"]).split()): row["act"] for row in table("lexicon/trigger_acts.tsv")}


def _acts(page: Page, span: Span) -> Iterator[tuple[str, Span]]:
    """Each act that the words name, once, with the first words that do; two words together before one alone."""
    tokens, seen, at = [token for token in page.words(span) if token.is_word], set[str](), 0
    while at < len(tokens):
        for length in (2, 1):
            some = tokens[at : at + length]
            act = _act_of([token.norm for token in some]) if len(some) == length else None
            if act:
                if act not in seen:
                    seen.add(act)
                    yield act, Span(some[0].start, some[-1].end)
                at += length - 1
                break
        at += 1


def _act_of(norms: list[str]) -> str | None:
    known = _act_words()
    for reading in readings(norms[0]):
        for stem in (reading.stem, reading.stem.removeprefix("ال")):
            if act := known.get((stem, *norms[1:])):
                return act
    return None


def _areas(page: Page, found: Reading, span: Span) -> Iterator[tuple[str, Span]]:
    """Gazetteer ids of the places that the words name."""
    for row in found.places:
        inside_ = next((m for m in row.mentions if m in span), None)
        if inside_ is not None and row.entry:
            yield (_widest(row) if _is_wide(page, inside_) else row.entry), inside_


def _is_wide(page: Page, mention: Span) -> bool:
    end = page.folded.at(mention.start)
    before = page.folded.norm[max(0, end - 40) : end]
    return any(pattern.regex.search(before) for pattern in patterns("wide_areas"))


def _widest(row: Named) -> str:
    """Of the places of that name in one country the one that holds most; the one that is meant otherwise."""
    first, *rest = fold_phrase(row.name.text).split()
    named = gazetteer.places().longest(first, rest)
    country = gazetteer.place_row(row.entry)["country"] if row.entry else ""
    wide = [e for e in named[1] if e.kind in _WIDEST and e.country == country] if named else []
    return min(wide, key=lambda entry: _WIDEST.index(entry.kind)).id if wide else row.entry or ""


def _parts(page: Page, subject: Subject, duty: Duty) -> Iterator[Term]:
    """One value a field, by the first pattern that fits."""
    seen = set[str]()
    for pattern in patterns("duty_parts"):
        span = duty.obligation.span if pattern.meaning["in"] == "obligation" else _sentence(page, duty)
        start, end = page.folded.at(span.start), page.folded.at(span.end)
        match = pattern.regex.search(page.folded.norm[start:end])
        for field in pattern.regex.groupindex:
            if match and match[field] and field not in seen:
                left, right = match.span(field)
                words = trimmed(page, page.folded.source(start + left, start + right))
                if words is not None:
                    seen.add(field)
                    yield Term(subject, field, words, words.span, _BEARERS if field in ("duty_of", "owed_to") else ())


def _sentence(page: Page, duty: Duty) -> Span:
    """From the duty's first word to the end of its sentence, where an exception may stand."""
    sentence = page.sentence_at(duty.obligation.span.start)
    return Span(duty.obligation.span.start, max(sentence.span.end, duty.quote.end) if sentence else duty.quote.end)
