"""Terms of an agreement: what must happen, and who then owes what. Forms as data in data/patterns/duties.toml."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tawthiq.extract.accords.words import near_accord, use
from tawthiq.extract.facts import Phrase
from tawthiq.extract.page import Page
from tawthiq.extract.patterns import Pattern, patterns, trimmed
from tawthiq.extract.terms.segments import Segment, holds, is_document, segments
from tawthiq.model import Span

_SHORTEST = 2
"""Words of an obligation."""


@dataclass(frozen=True, slots=True)
class Duty:
    """A term as it is written; without a trigger it holds at any time. `number` is what a list calls it."""

    quote: Span
    obligation: Phrase
    trigger: Phrase | None = None
    number: str = ""


def read_duties(page: Page) -> list[Duty]:
    """All terms, in the order of the text; none where neither the paper nor the words beside speak of an agreement."""
    document = is_document(page)
    if not document and not _speaks_of_agreements(page):
        return []
    found: list[Duty] = []
    for segment in segments(page):
        if document or near_accord(page, segment.span):
            found.extend(_in_segment(page, segment, document))
    return sorted(found, key=lambda duty: duty.quote)


def _speaks_of_agreements(page: Page) -> bool:
    """A quick look over all words: most reports have none, and need no closer one."""
    return any(use(token) in {"accord", "mention"} for token in page.tokens)


def _in_segment(page: Page, segment: Segment, document: bool) -> Iterator[Duty]:
    words = _folded(page, segment.span)
    taken: list[Span] = []
    if holds("not_term", words):
        return
    for pattern in patterns("duties"):
        form = pattern.meaning["form"]
        if form == "item" and (taken or not (segment.listed and document)):
            continue
        if "listed" in pattern.meaning and not segment.listed:
            continue
        for duty in _told(page, segment, pattern, words):
            if not any(duty.quote.overlaps(span) for span in taken):
                taken.append(duty.quote)
                yield duty


def _folded(page: Page, span: Span) -> str:
    return page.folded.norm[page.folded.at(span.start) : page.folded.at(span.end)]


def _told(page: Page, segment: Segment, pattern: Pattern, words: str) -> Iterator[Duty]:
    base = page.folded.at(segment.span.start)
    for match in pattern.regex.finditer(words):
        obligation = _part(page, match, "obligation", base)
        trigger = _part(page, match, "trigger", base)
        if obligation is None:
            continue
        if trigger is not None:
            quote = Span(min(trigger.span.start, obligation.span.start), max(trigger.span.end, obligation.span.end))
            yield Duty(quote, obligation, trigger, segment.number)
        else:
            for part in conjuncts(page, obligation.span):
                yield Duty(part.span, part, None, segment.number)


def _part(page: Page, match: re.Match[str], name: str, base: int) -> Phrase | None:
    if name not in match.re.groupindex or match[name] is None:
        return None
    start, end = match.span(name)
    return trimmed(page, page.folded.source(base + start, base + end))


def conjuncts(page: Page, span: Span) -> Iterator[Phrase]:
    """A row of terms ("على أن …، وأن …، مقابل …") one by one, each without its exception and who reports it."""
    start, words = page.folded.at(span.start), _folded(page, span)
    (cut,), (end,) = patterns("duty_joints")[:1], patterns("duty_joints")[1:]
    at = 0
    for joint in [*cut.regex.finditer(words), None]:
        stop = joint.start() if joint else len(words)
        piece = words[at:stop]
        closing = end.regex.search(piece)
        last = at + (closing.start() if closing else len(piece))
        part = trimmed(page, page.folded.source(start + at, start + last)) if last > at else None
        if part is not None and len(part.text.split()) >= _SHORTEST:
            yield part
        at = joint.end() if joint else stop
