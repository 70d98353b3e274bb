"""Agreements: what they are called, between whom, when, and how far they have come."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from tawthiq.extract.accords.words import accord_at, hung, is_agreeing, status_near, stems, use
from tawthiq.extract.facts import Agreement, Dated, Phrase, Reading
from tawthiq.extract.page import Page
from tawthiq.extract.patterns import named_in, people_in
from tawthiq.model import AgreementStatus, Span
from tawthiq.text.clitics import readings
from tawthiq.text.sentences import Sentence
from tawthiq.text.tables import folded

_BETWEEN = "بين"
# A state, or the capital that stands for it, is a party like any body; a town is one only where no body is named.
_STATES = frozenset({"country", "capital"})
_CLAUSE_ENDS = frozenset({"،", ".", "حتي", "في"})
_REACH = 30
_AHEAD = 200


@dataclass(frozen=True, slots=True)
class Naming:
    """One place where an agreement is named: the noun's token, the words that tell it from others, its sentence."""

    at: int
    qualifiers: frozenset[str]
    sentence: Sentence


def read_agreements(page: Page, found: Reading) -> Reading:
    """One agreement for each that is named apart; a bare "الاتفاق" points back to one already named."""
    agreements: list[Agreement] = []
    seen: list[frozenset[str]] = []
    for naming in _namings(page, found):
        status = status_near(page, naming.at, naming.sentence)
        parties = _parties(page, found, naming)
        known = _same_as(naming, seen)
        if known is not None and _is_another(page, naming, agreements[known]):
            known = None
        if known is not None:
            agreements[known] = _enrich(agreements[known], parties, _date(page, naming))
        elif status is not None or parties:
            seen.append(naming.qualifiers)
            agreements.append(_agreement(page, found, naming, status or AgreementStatus.SIGNED, parties))
    return replace(found, agreements=found.agreements + tuple(agreements))


def _namings(page: Page, found: Reading) -> Iterator[Naming]:
    taken = [m for group in found.groups for m in group.mentions]
    for sentence in page.sentences:
        if any(use(token) == "elsewhere" for token in page.tokens[sentence.first : sentence.last]):
            continue
        for at in range(sentence.first, sentence.last):
            if accord_at(page, at) and not any(page.tokens[at].span in m for m in taken):
                yield Naming(at, _qualifiers(page, at, sentence), sentence)


def _qualifiers(page: Page, at: int, sentence: Sentence) -> frozenset[str]:
    """The next words that say which agreement: "دفاع مشترك", "التسوية"; articles aside.

    After a noun with its article only an adjective with one does: "الاتفاق الشفهي", but not "الاتفاق دخل".
    """
    words: list[str] = []
    definite = any(r.stem.startswith("ال") for r in readings(page.tokens[at].norm))
    for token in page.tokens[at + 1 : min(at + 4, sentence.last)]:
        if definite and not token.norm.startswith("ال"):
            break
        if token.norm in {'"', "«", "»", "“", "”"}:
            continue
        plain = next(iter([s for s in stems(token.norm) if not s.startswith("ال")] or [token.norm]))
        if not token.is_word or not _stops().isdisjoint((plain, token.norm)) or use(token) in {"signed", "failed"}:
            break
        words.append(token.norm.removeprefix("ال"))
    return frozenset(words[:2])


def _stops() -> frozenset[str]:
    return folded("lexicon/accord_stops.tsv")


def _same_as(naming: Naming, seen: list[frozenset[str]]) -> int | None:
    if not naming.qualifiers:
        return len(seen) - 1 if seen else None
    return next((i for i, known in enumerate(seen) if naming.qualifiers & known or not known), None)


def _is_another(page: Page, naming: Naming, held: Agreement) -> bool:
    """ "اتفاق" without its article and with a day of its own is told as a new one."""
    told = [r.stem for r in readings(page.tokens[naming.at].norm)]
    date = _date(page, naming)
    bare = not naming.qualifiers and not any(stem.startswith("ال") for stem in told)
    return bare and date is not None and held.date is not None and date.date != held.date.date


def _parties(page: Page, found: Reading, naming: Naming) -> tuple[Phrase, ...]:
    """Who stands after the next "بين", or else after the verb of agreeing ("توصلت …", "وقّعته …")."""
    span = _between(page, naming) or _agreeing(page, naming)
    if span is None:
        return ()
    groups, people = named_in(found.groups, span), [person.name for person in people_in(found, span)]
    states = named_in(tuple(place for place in found.places if place.kind in _STATES), span)
    bodies = sorted([*groups, *states], key=lambda name: name.span)
    return tuple(bodies or people or named_in(found.places, span))


def _between(page: Page, naming: Naming) -> Span | None:
    tokens, last = page.tokens, naming.sentence.last
    reach = range(naming.at, min(naming.at + _REACH, last))
    start = next((i for i in reach if tokens[i].norm == _BETWEEN), None)
    return None if start is None else Span(tokens[start].start, tokens[_clause_end(page, start + 1, last) - 1].end)


def _agreeing(page: Page, naming: Naming) -> Span | None:
    """From a verb of agreeing to the noun that follows it, or to the end of its clause where it stands behind."""
    tokens, sentence = page.tokens, naming.sentence
    verbs = [i for i in range(sentence.first, sentence.last) if is_agreeing(tokens[i])]
    verb = min(verbs, key=lambda i: abs(i - naming.at), default=None)
    if verb is None:
        return None
    end = naming.at if verb < naming.at else _clause_end(page, verb + 1, sentence.last)
    return Span(tokens[verb].start, tokens[end - 1].end)


def _clause_end(page: Page, start: int, last: int) -> int:
    return next((i for i in range(start, last) if page.tokens[i].norm in _CLAUSE_ENDS), last)


def _date(page: Page, naming: Naming) -> Dated | None:
    """The nearest date of the sentence; one after the noun counts before one ahead of it."""
    return page.nearest_date(naming.sentence.span, page.tokens[naming.at].start, _AHEAD)


def _agreement(
    page: Page, found: Reading, naming: Naming, status: AgreementStatus, parties: tuple[Phrase, ...]
) -> Agreement:
    date = _date(page, naming)
    if date is None and status is AgreementStatus.PROPOSED:
        date = next((m.date for m in found.meetings if m.date), None)
    return Agreement(_description(page, naming), status, parties, date)


def _description(page: Page, naming: Naming) -> Phrase:
    """From the noun to the end of its clause, or of the sentence where that is short."""
    tokens = page.tokens
    end = naming.at + 1
    while end < naming.sentence.last and end < naming.at + _REACH and tokens[end].norm not in {"،", ".", "؛"}:
        end += 1
    return page.phrase(Span(tokens[naming.at].start + hung(tokens[naming.at]), tokens[end - 1].end))


def _enrich(held: Agreement, parties: tuple[Phrase, ...], date: Dated | None) -> Agreement:
    """A later naming fills what the first left open."""
    return replace(held, parties=held.parties or parties, date=held.date or (date if parties else None))
