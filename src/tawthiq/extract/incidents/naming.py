"""Who stands at a token: a group, somebody named, or people told by what they are."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from tawthiq.extract.facts import Phrase
from tawthiq.extract.incidents.ground import Ground
from tawthiq.extract.incidents.lexicon import nations, words
from tawthiq.model import Span

_LONGEST, _OF, _BEHIND_LEAD, _MIN_PLURAL = 4, 6, 8, 6
_UNARMED = {"media", "ministry", "international", "monitor", "party", "court", "club", "company", "civil_body"}
_QUOTES = {'"', "«", "“", "»", "”"}
_PARTICLES = {"و", "ف", "ب", "ل"}
_ARTICLE = 2


@dataclass(frozen=True, slots=True)
class Doer:
    """`phrase` None is the text's own word that nobody knows; `gunmen` are told by their looks alone."""

    phrase: Phrase | None
    gunmen: bool = False


def doer_at(ground: Ground, at: int, subject: bool = False) -> Doer | None:
    """Who is named at the token; behind a verb (`subject`) people in the nominative plural and countries count too."""
    if doer := group_at(ground, at):
        return doer
    if at in ground.persons:
        return None if ground.speaks(at) else Doer(ground.persons[at].name)
    if ground.is_word(at, "doer") or ground.is_word(at, "unknown"):
        return described(ground, at)
    if ground.is_word(at, "craft") and _adjective(ground, at + 1):
        return described(ground, at)
    if ground.is_word(at, "force"):
        return _force(ground, at)
    if subject and _is_nominative(ground, at):
        return described(ground, at)
    if subject and at in ground.places and ground.places[at][0].kind == "country":
        return Doer(ground.places[at][0].name)
    return None


def _force(ground: Ground, at: int) -> Doer | None:
    if not ground.is_word(at, "force"):
        return None
    return Doer(ground.page.phrase(_bare(ground, at, _end_of_force(ground, at))))


def _end_of_force(ground: Ground, at: int) -> int:
    """ "القوات الموالية للرئيس": its adjective, and whom it is loyal to where that is named."""
    last = at + 1
    while last < len(ground.tokens) and ground.is_word(last, "loyal"):
        last += 1
    if last > at + 1 and last < len(ground.tokens) and ground.tokens[last].norm.startswith("ل"):
        named = next((i for i in range(last, min(last + _OF, len(ground.tokens))) if i in ground.persons), None)
        if named is not None:
            last = (
                ground.page.token_range(ground.persons[named].name.span).stop if _is_first(ground, named) else named + 1
            )
    return last


def _is_first(ground: Ground, at: int) -> bool:
    return ground.page.token_at(ground.persons[at].name.span.start) == at


def _is_nominative(ground: Ground, at: int) -> bool:
    norm = ground.tokens[at].norm
    return len(norm) >= _MIN_PLURAL and norm.endswith("ون") and at not in ground.covered and at not in ground.places


def is_armed(ground: Ground, at: int) -> bool:
    """A group stands at the token, and one of a kind that may strike or seize."""
    return at in ground.groups and ground.groups[at][0].kind not in _UNARMED


def group_at(ground: Ground, at: int) -> Doer | None:
    """The group at a token, or the one named before where the token only says "the organisation", "the forces"."""
    if at in ground.groups and not ground.speaks(at):
        return Doer(ground.groups[at][0].name) if is_armed(ground, at) else None
    generic = ground.is_word(at, "anaphor")
    if at in ground.covered or not (generic or ground.is_word(at, "again")) or at + 1 in ground.persons:
        return None
    before = sorted(i for i in ground.groups if i < at and ground.groups[i][0].kind not in _UNARMED)
    head = _stem(ground.tokens[at].norm)
    named = [i for i in before if any(head in t.norm for t in ground.tokens[max(i - 2, 0) : i + 1])]
    armed = [i for i in before if ground.groups[i][0].kind == "armed_group"]
    held = named or ((armed or before) if generic else [])
    if held:
        return Doer(ground.groups[held[-1]][0].name)
    return Doer(ground.page.phrase(_bare(ground, at, at + 1))) if generic else None


def _stem(norm: str) -> str:
    return norm.rpartition("ال")[2] if "ال" in norm[: _ARTICLE + 1] else norm


def described(ground: Ground, at: int) -> Doer:
    """Gunmen without a name: unknown by the text's own word, else their group, leader or looks."""
    last = at + 1
    while last < min(at + _LONGEST, len(ground.tokens)) and _goes_on(ground, last):
        last += 1
    if last in ground.places:
        last = ground.page.token_range(ground.places[last][1]).stop
    if any(ground.is_word(i, "unknown") for i in range(at, last)):
        return Doer(None)
    if led := _led_by(ground, last):
        return Doer(ground.page.phrase(_bare(ground, at, led)), gunmen=True)
    if owner := _self_named(ground, last) or _owner(ground, last):
        return owner
    return Doer(ground.page.phrase(_bare(ground, at, last)), gunmen=True)


def _goes_on(ground: Ground, at: int) -> bool:
    head = ground.is_word(at, "doer") and not ground.tokens[at].norm.endswith("ا")
    return head or ground.is_word(at, "unknown") or _adjective(ground, at)


def _adjective(ground: Ground, at: int) -> bool:
    return at < len(ground.tokens) and (ground.is_word(at, "looks") or ground.tokens[at].norm in nations())


def _led_by(ground: Ground, at: int) -> int | None:
    """Where "يقودها فلان" ends, when it begins at the token."""
    if not ground.is_word(at, "led_by"):
        return None
    for i in range(at + 1, min(at + _BEHIND_LEAD, len(ground.tokens))):
        if i in ground.persons:
            held = ground.persons[i]
            spans = [m for m in held.mentions or (held.name.span,) if ground.page.token_at(m.start) == i]
            return ground.page.token_range(spans[0]).stop
    return None


def _owner(ground: Ground, last: int) -> Doer | None:
    """ "عناصر من التنظيم", "حاجز المخابرات": the group that they belong to."""
    for i in range(last, min(last + _OF, len(ground.tokens))):
        if i in ground.groups or ground.is_word(i, "anaphor") or ground.is_word(i, "again"):
            return group_at(ground, i) or _force(ground, i)
        if ground.is_word(i, "belonging") and ground.is_word(i + 1, "own_of"):
            return _named_before(ground, i)
        if i > last and ground.is_word(i, "force"):
            return _force(ground, i)
        own_name = i == last and ground.is_word(i + 1, "belonging")
        if ground.tokens[i].norm not in _QUOTES and not ground.is_word(i, "belongs") and not own_name:
            return None
    return None


def _self_named(ground: Ground, last: int) -> Doer | None:
    """ "جماعة تسمي نفسها «كذا»": the name between the quotation marks."""
    if not any(ground.is_word(at, "self_named") for at in range(last, min(last + _LONGEST, len(ground.tokens)))):
        return None
    signs = [i for i in range(last, min(last + _BEHIND_LEAD, len(ground.tokens))) if ground.tokens[i].norm in _QUOTES]
    return (
        Doer(ground.page.phrase(ground.span(signs[0] + 1, signs[1]))) if len(signs) > 1 < signs[1] - signs[0] else None
    )


def _named_before(ground: Ground, at: int) -> Doer | None:
    """The last armed group before the token."""
    before = [i for i in ground.groups if i < at and is_armed(ground, i)]
    return Doer(ground.groups[max(before)][0].name) if before else None


def _bare(ground: Ground, first: int, last: int) -> Span:
    """The span without a particle written onto its first word."""
    span, token = ground.span(first, last), ground.tokens[first]
    if token.norm[:1] not in _PARTICLES or len(token.norm) <= _LONGEST or token.norm in words("doer") | words("force"):
        return span
    cut = next(i for i in range(1, len(token.text)) if not unicodedata.combining(token.text[i]))
    return Span(span.start + cut, span.end)
