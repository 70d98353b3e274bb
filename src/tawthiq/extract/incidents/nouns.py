"""How many a noun of people tells by its own form."""

from __future__ import annotations

from tawthiq.extract.incidents.forms import variants_of
from tawthiq.extract.incidents.ground import Ground
from tawthiq.extract.incidents.lexicon import harmed, single_people, words
from tawthiq.extract.incidents.segments import Segment

_TEENS, _TWO = 11, 2


def number_by_form(ground: Ground, segment: Segment, at: int, nearest: bool) -> int:
    """How many a noun tells by its own form: one in the singular, two in a dual that is no plural too; else 0."""
    if (
        at in ground.covered
        or ground.is_word(at, "striker")
        or ground.is_word(at, "where")
        or ground.is_word(at - 1, "where")
        or not (nearest or ground.is_joined(at) or ground.is_with(at))
    ):
        return 0
    if _is_kind(ground, at) or _is_adjective(ground, at):
        return 0
    hit = harmed().at(ground.tokens, at, segment.last)
    if hit is not None:
        return hit.value.number or (_TWO if _is_dual(ground, at) else 0)
    single = any(v.stem in single_people() and not v.definite for v in variants_of(ground.tokens[at]))
    other = ground.tokens[at].norm.removeprefix("و") in words("other_one")
    return int(single or (other and (nearest or ground.tokens[at].norm.startswith("و"))))


def _is_dual(ground: Ground, at: int) -> bool:
    """ "أودى بضابط ومجندين": joined to one person, a form that may be plural or dual is the dual."""
    token = ground.tokens[at]
    one = harmed().at(ground.tokens, at - 1, at)
    return token.norm.endswith("ين") and token.norm.startswith("و") and one is not None and one.value.number == 1


def _is_adjective(ground: Ground, at: int) -> bool:
    """ "المستشفى العسكري", "طائرة بدون طيار"."""
    if ground.is_word(at - 1, "without"):
        return True
    return ground.tokens[at].norm.startswith("ال") and ground.tokens[at - 1].norm.startswith(("ال", "بال", "وال", "لل"))


def _is_kind(ground: Ground, at: int) -> bool:
    """ "مئة مدني وجندي": the singular behind a high number is what is counted, and so is what is joined to it."""
    before = [q for i in range(max(0, at - 4), at) if (q := ground.counts.get(i))]
    noun = before[-1].noun if before else None
    return noun is not None and before[-1].range.min >= _TEENS and ground.page.token_range(noun).stop == at
