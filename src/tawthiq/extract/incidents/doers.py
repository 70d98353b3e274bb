"""Who did it: a group or a person behind a word of agency, the subject of a verb, or nobody that is known."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tawthiq.extract.facts import Phrase
from tawthiq.extract.incidents.ground import Ground
from tawthiq.extract.incidents.lexicon import phrases
from tawthiq.extract.incidents.segments import Segment
from tawthiq.extract.incidents.triggers import Trigger
from tawthiq.model import Span

_REACH = 4
_LONGEST, _OF, _BACK, _NEXT = 4, 5, 12, 1
_UNARMED = {"media", "ministry", "international", "monitor", "party", "court", "club", "company", "civil_body"}
_QUOTES = {'"', "«", "“", "»"}


@dataclass(frozen=True, slots=True)
class Doer:
    """`phrase` None is the text's own word that nobody knows; `gunmen` are told by their looks alone."""

    phrase: Phrase | None
    gunmen: bool = False


def doer_of(ground: Ground, segment: Segment) -> Doer | None:
    """The doer that the segment names, the surest way of naming first."""
    return next(_doers(ground, segment), None)


def _doers(ground: Ground, segment: Segment) -> Iterator[Doer]:
    for hit in phrases("agent").find(ground.tokens, segment.first, segment.last):
        yield from _at(ground, hit.last, min(hit.last + _REACH, segment.last))
    for hit in phrases("campaign").find(ground.tokens, segment.first, segment.last):
        yield from _country(ground, hit.last, segment.last)
    for trigger in segment.triggers:
        if trigger.value.is_cause and not ground.is_word(trigger.first, "masdar"):
            yield from _subject(ground, segment, trigger)
    for hit in phrases("acts").find(ground.tokens, segment.first, segment.last):
        yield from _before(ground, segment, hit.first)
    if any(ground.is_word(at, "nobody") for at in range(segment.first, segment.last)):
        yield Doer(None)


def _before(ground: Ground, segment: Segment, verb: int) -> Iterator[Doer]:
    """ "إن سلاح الجو نفذ ضربة": the subject stands in front of its verb."""
    for at in range(verb - 1, max(segment.first, verb - _BACK) - 1, -1):
        if doer := _group(ground, at):
            yield doer
            return
        if ground.is_word(at, "doer") and verb - at <= _REACH:
            yield _described(ground, at)
            return


def _country(ground: Ground, first: int, last: int) -> Iterator[Doer]:
    """ "أطلقت تركيا حملة": a country acts by its own name."""
    if first < last and first in ground.places and ground.places[first][0].kind == "country":
        yield Doer(ground.places[first][0].name)


def _subject(ground: Ground, segment: Segment, trigger: Trigger) -> Iterator[Doer]:
    """ "خطفت جبهة النصرة", "أطلق مسلحان النار", "قصف الحوثيين لمنطقة", "هجوم مباغت للتنظيم"."""
    first = trigger.first + 1
    while first < segment.last and ground.tokens[first].norm in _QUOTES:
        first += 1
    if len(trigger.at) > 1 and trigger.at[-1] > trigger.first + 1:
        yield from _at(ground, first, min(trigger.at[-1], first + _REACH))
    elif any(ground.is_word(first, role) for role in ("body", "doer", "unknown")):
        yield from _at(ground, first, min(segment.last, first + _OF))
    else:
        yield from _at(ground, first, min(segment.last, first + _NEXT), trigger.value.attack)
    if ground.is_word(trigger.first, "acts"):
        return
    for at in range(trigger.last, min(segment.last, trigger.last + _OF)):
        if ground.is_word(at, "acts"):
            return
        if ground.tokens[at].norm.startswith("ل") and (at in ground.groups or ground.is_word(at, "anaphor")):
            yield from _at(ground, at, at + 1)
            return


def _at(ground: Ground, first: int, last: int, counted: bool = False) -> Iterator[Doer]:
    """The doer who is named from token `first` on, signs and small words before him passed over."""
    for at in range(first, last):
        if ground.tokens[at].norm in {".", "،", "؛"}:
            return
        if doer := _group(ground, at):
            yield doer
            return
        if (
            counted
            and at == first
            and at in ground.counts
            and (noun := ground.counts[at].noun)
            and ground.is_human(noun)
        ):
            yield Doer(ground.page.phrase(Span(ground.tokens[at].start, noun.end)))
            return
        if at in ground.persons:
            yield Doer(ground.persons[at].name)
            return
        if ground.is_word(at, "doer") or ground.is_word(at, "unknown"):
            yield _described(ground, at)
            return


def _group(ground: Ground, at: int) -> Doer | None:
    """The group at a token, or the armed group last named where the token only says "the organisation"."""
    if at in ground.groups and ground.groups[at][0].kind not in _UNARMED and not ground.speaks(at):
        return Doer(ground.groups[at][0].name)
    if not ground.is_word(at, "anaphor"):
        return None
    before = [i for i in ground.groups if i < at and ground.groups[i][0].kind == "armed_group"]
    return Doer(ground.groups[max(before)][0].name) if before else None


def _described(ground: Ground, at: int) -> Doer:
    """Gunmen without a name: unknown by the text's own word, or by their description."""
    last = at + 1
    while last < at + _LONGEST and (ground.is_word(last, "doer") or ground.is_word(last, "unknown")):
        last += 1
    if any(ground.is_word(i, "unknown") for i in range(at, last)):
        return Doer(None)
    span = ground.span(at, last)
    named = next((i for i in range(last, min(last + _OF, len(ground.tokens))) if i in ground.groups), None)
    if named is not None and all(t.is_word or t.norm in _QUOTES for t in ground.tokens[last:named]):
        return Doer(ground.groups[named][0].name)
    start = span.start + len(ground.tokens[at].norm) - len(_bare(ground, at))
    return Doer(ground.page.phrase(Span(start, span.end)), gunmen=True)


def _bare(ground: Ground, at: int) -> str:
    norm = ground.tokens[at].norm
    return (
        norm[1:] if norm[:1] in {"و", "ف", "ب", "ل"} and ground.is_word(at, "doer") and len(norm) > _LONGEST else norm
    )


def claim_of(ground: Ground, first: int, last: int) -> Doer | None:
    """The one who claims it, or the word that nobody does, in tokens first..last."""
    if ground.holds("unclaimed", first, last):
        return Doer(None)
    for hit in phrases("claimed").find(ground.tokens, first, last):
        for at in range(hit.first, min(hit.at[0] + _REACH + 2, last)):
            if at in ground.groups:
                return Doer(ground.groups[at][0].name)
    return None
