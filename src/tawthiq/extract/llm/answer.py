"""A model's answer made into a reading: each fact on words of the report, what stands on none left out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, TypeVar

from tawthiq.extract.facts import Agreement, Incident, Meeting, Named, Person, Phrase, Reading, Statement, Tally, Toll
from tawthiq.extract.llm.standing import Ground
from tawthiq.extract.page import Page
from tawthiq.model import (
    AgreementStatus,
    Bound,
    Fate,
    IncidentType,
    Metric,
    Span,
    Stance,
    VictimGroup,
    Voice,
    Weapon,
    cover,
)

Fact = Mapping[str, Any]
Made = TypeVar("Made")

_TOLLS = (Fate.KILLED, Fate.INJURED, Fate.ABDUCTED, Fate.DETAINED, Fate.SURVIVED)
_UNKNOWN = "unknown"


def reading_of(page: Page, facts: Fact) -> Reading:
    """`facts` have passed tawthiq.model.facts_shape.check_facts."""
    ground = Ground(page)
    return Reading(
        persons=tuple(_kept(person, ground, facts["persons"])),
        groups=tuple(_kept(named, ground, facts["groups"])),
        places=tuple(_kept(named, ground, facts["places"])),
        statements=tuple(_kept(statement, ground, facts["claims"])),
        incidents=tuple(_kept(incident, ground, facts["incidents"])),
        tallies=tuple(_kept(tally, ground, facts["tallies"])),
        meetings=tuple(_kept(meeting, ground, facts["meetings"])),
        agreements=tuple(_kept(agreement, ground, facts["agreements"])),
    )


def _kept(make: Callable[[Ground, Any], Made | None], ground: Ground, facts: Iterable[Any]) -> Iterator[Made]:
    return (made for fact in facts if (made := make(ground, fact)) is not None)


def person(ground: Ground, fact: Fact) -> Person | None:
    name = ground.phrase(fact["name"])
    if name is None:
        return None
    aliases = tuple(p for p in ground.phrases(fact["aliases"]) if p.text != name.text)
    mentions = sorted({span for phrase in (name, *aliases) for span in ground.places(phrase.text)})
    return Person(
        name,
        aliases,
        ground.phrases(fact["roles"], name.span),
        ground.phrases(fact["groups"], name.span),
        Fate(fact["fate"]),
        mentions=tuple(mentions),
    )


def named(ground: Ground, name: str) -> Named | None:
    phrase = ground.phrase(name)
    return Named(phrase, mentions=tuple(ground.places(name))) if phrase else None


def incident(ground: Ground, fact: Fact) -> Incident | None:
    """Without its quote an incident is nothing: no words state it."""
    quote = ground.phrase(fact["quote"])
    if quote is None:
        return None
    span, doer = quote.span, fact["perpetrator"]
    victims = ground.phrases(fact["victims"], span)
    return Incident(
        IncidentType(fact["type"]),
        span,
        ground.date(fact["date"], span),
        ground.phrases(fact["places"], span),
        tuple(_tolls(ground, fact, span, len(victims))),
        victims,
        tuple((VictimGroup(code), span) for code in fact["victim_groups"]),
        ground.phrase(None if doer == _UNKNOWN else doer, span),
        doer == _UNKNOWN,
        (Weapon(fact["weapon"]), span) if fact["weapon"] else None,
        ground.phrase(fact["source"], span),
    )


def _tolls(ground: Ground, fact: Fact, span: Span, named: int) -> Iterator[Toll]:
    for fate in _TOLLS:
        count = ground.count(fact[fate.value], named)
        if count is not None:
            yield Toll(fate, count, Bound.AT_LEAST if count.max is None else Bound.EXACT, span)


def tally(ground: Ground, fact: Fact) -> Tally | None:
    at = ground.number(fact["value"])
    if at is None:
        return None
    return Tally(
        Metric(fact["metric"]),
        int(fact["value"]),
        Bound(fact["bound"]),
        ground.sentence(at),
        ground.period(fact["from"], fact["to"]),
        ground.phrase(fact["area"], at),
        ground.phrase(fact["category"], at),
        ground.phrase(fact["by"], at),
    )


def meeting(ground: Ground, fact: Fact) -> Meeting | None:
    place, attendees = ground.phrase(fact["place"]), ground.phrases(fact["attendees"])
    told = [*([place] if place else []), *attendees]
    if not told:
        return None
    quote = ground.sentence(told[0].span)
    return Meeting(quote, place, ground.date(fact["date"], quote), attendees)


def agreement(ground: Ground, fact: Fact) -> Agreement | None:
    description = ground.phrase(fact["description"])
    if description is None or fact["status"] is None:
        return None
    span = description.span
    parties = ground.phrases(fact["parties"], span)
    return Agreement(description, AgreementStatus(fact["status"]), parties, ground.date(fact["date"], span))


def statement(ground: Ground, fact: Fact) -> Statement | None:
    """The speaker and what is said must stand there; the words around both make the quote."""
    content = ground.phrase(fact["content"])
    speaker: Phrase | None = ground.phrase(fact["speaker"], content.span) if content else None
    if content is None or speaker is None:
        return None
    quote = ground.phrase(fact["quote"], content.span)
    spans = [content.span, speaker.span, *([quote.span] if quote else [])]
    voice = Voice.ANONYMOUS if fact["anonymous"] else Voice.NAMED
    return Statement(speaker, voice, Stance(fact["stance"]), content.span, cover(spans))
