"""Meetings: where, when, who came."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import cache

from tawthiq.extract.facts import Dated, Meeting, Phrase, Reading
from tawthiq.extract.page import Page
from tawthiq.extract.patterns import Hit, find, named_in, people_in
from tawthiq.model import Span
from tawthiq.text.fold import fold_word
from tawthiq.text.sentences import Sentence
from tawthiq.text.tables import column, folded
from tawthiq.text.tokens import Token

_ENOUGH = 2
_PRESENT, _ASIDES = {"بحضور", "وبحضور"}, {"في", "مع", "خلال"}
_ATTENDING = "lexicon/attending_words.tsv"


def read_meetings(page: Page, found: Reading) -> Reading:
    """One meeting a day: sentences that tell of the same one are put together."""
    meetings: list[Meeting] = []
    for hit in sorted(find(page, "meetings"), key=lambda hit: hit.span):
        told = _meeting(page, found, hit)
        held = next((i for i, known in enumerate(meetings) if told and _same(known, told)), None)
        if told and held is not None:
            meetings[held] = _together(meetings[held], told)
        elif told:
            meetings.append(told)
    present = _present(page, found) if meetings else ()
    if present:
        meetings[0] = replace(meetings[0], attendees=_once([*meetings[0].attendees, *present]))
    return replace(found, meetings=found.meetings + tuple(meetings))


def _meeting(page: Page, found: Reading, hit: Hit) -> Meeting | None:
    """A meeting that has a place, a day or somebody who came; a mere word for one is none."""
    sentence = page.sentence_at(hit.span.start)
    if sentence is None or any(hit.span.overlaps(m) for g in found.groups for m in g.mentions if hit.span in m):
        return None
    clause = _clause(page, hit, sentence)
    date = page.nearest_date(sentence.span, hit.span.start) or _post_date(found, hit)
    attendees = _attendees(page, found, clause)
    place = next(iter(_places(page, found, Span(hit.span.start, sentence.span.end))), None)
    told = len(attendees) + (place is not None) + (date is not None)
    if told < _ENOUGH and not (date is not None and "planned" in hit.pattern.meaning):
        return None
    return Meeting(Span(hit.span.start, clause.end), place, date, attendees)


def _clause(page: Page, hit: Hit, sentence: Sentence) -> Span:
    """From the meeting's words to the comma behind them; what is set between commas (في …، أمس) does not end it.

    Behind بحضور a list follows, over all its commas.
    """
    tokens, first = page.tokens, page.token_at(hit.span.end)
    aside = False
    for at in range(first, sentence.last - 1):
        if any(token.norm in _PRESENT for token in tokens[first:at]):
            break
        if tokens[at].norm == "،":
            opens = _opens_aside(page, at + 1)
            if not opens and not (aside and _goes_on(tokens[at + 1])):
                return Span(hit.span.start, tokens[at].start)
            aside = opens
    return Span(hit.span.start, sentence.span.end)


def _goes_on(token: Token) -> bool:
    """The rest of the clause behind what was set between commas, not a verb joined to it."""
    return not token.norm.startswith("و") or token.norm in folded(_ATTENDING, "before")


def _opens_aside(page: Page, at: int) -> bool:
    token = page.tokens[at]
    dated = any(date.span.start <= token.start < date.span.end for date in page.dates)
    return dated or token.norm in _ASIDES or token.norm in _PRESENT


def _attendees(page: Page, found: Reading, clause: Span) -> tuple[Phrase, ...]:
    """Persons, and bodies that came themselves: behind the verb, بين, مع, a delegation or a joining particle."""
    held = [role.span for person in found.persons for role in person.roles]
    came = [
        (m.start, group.name)
        for group in found.groups
        for m in group.mentions
        if m in clause and _comes(page, m) and not any(m in span for span in held)
    ]
    people = [(m.start, person.name) for person in people_in(found, clause) for m in person.mentions if m in clause]
    named = [name for _, name in sorted([*people, *came], key=lambda one: one[0])]
    return _once(named or named_in(found.groups, clause))


def _comes(page: Page, mention: Span) -> bool:
    at = page.token_at(mention.start)
    token, before = page.tokens[at], page.tokens[at - 1].norm if at else ""
    hung = page.text[token.start : mention.start]
    return bool(hung) or before in folded(_ATTENDING, "before")


def _places(page: Page, found: Reading, span: Span) -> Iterable[Phrase]:
    """Places that stand after "في" or "ب"; a site counts before the town that holds it."""
    rows = sorted(((m, row) for row in found.places for m in row.mentions if m in span), key=lambda hit: hit[0])
    local = [row for m, row in rows if _is_location(page, m)]
    return [row.name for row in sorted(local, key=lambda row: row.kind not in {"landmark", "road"})]


def _is_location(page: Page, mention: Span) -> bool:
    at = page.token_at(mention.start)
    before = [t.norm for t in page.tokens[max(0, at - 3) : at]]
    hung = page.tokens[at].norm if page.tokens[at].start < mention.start else ""
    return "في" in before or "قرب" in before or hung.startswith("ب") or any(_at(word) for word in before[-1:])


def _at(word: str) -> bool:
    """A head noun with its preposition: ببلدة, بمدينة."""
    return word.startswith("ب") and fold_word(word[1:]) in _heads()


@cache
def _heads() -> frozenset[str]:
    return frozenset(fold_word(head) for head in column("lexicon/place_heads.tsv", "head"))


def _post_date(found: Reading, hit: Hit) -> Dated | None:
    """What a post tells is dated by the post."""
    posts = (p for p in found.posts if p.date and hit.span in p.text.span)
    return next((Dated(p.date, p.quote) for p in posts if p.date), None)


def _same(a: Meeting, b: Meeting) -> bool:
    """Not told apart by a day that both give."""
    return a.date is None or b.date is None or a.date.date == b.date.date


def _together(a: Meeting, b: Meeting) -> Meeting:
    return replace(a, place=a.place or b.place, date=a.date or b.date, attendees=_once([*a.attendees, *b.attendees]))


def _present(page: Page, found: Reading) -> tuple[Phrase, ...]:
    """Persons in sentences that begin by saying who came."""
    words = folded(_ATTENDING, "opens")
    spans = [s.span for s in page.sentences if any(t.norm in words for t in page.tokens[s.first : s.first + 4])]
    return _once([person.name for span in spans for person in people_in(found, span)])


def _once(phrases: Iterable[Phrase]) -> tuple[Phrase, ...]:
    return tuple(dict.fromkeys(phrases))
