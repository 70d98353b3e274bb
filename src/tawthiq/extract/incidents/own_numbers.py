"""Numbers that a word of harm tells by itself: its form, its pronoun, or the number right behind it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tawthiq.extract.incidents.ground import Ground
from tawthiq.extract.incidents.lexicon import Part, words
from tawthiq.extract.incidents.segments import Segment
from tawthiq.extract.incidents.triggers import Trigger
from tawthiq.model import Bound, Fate, Range, Span

_PAIR, _BEFORE = 2, 4


@dataclass(frozen=True, slots=True)
class Item:
    """One counted part of a toll; `at` is its token."""

    at: int
    range: Range
    bound: Bound
    span: Span


def by_own_form(ground: Ground, trigger: Trigger) -> Iterator[Item]:
    """ "لقيا حتفهما" are two, "بترت ساقه" is one, where nobody is counted or named with the word."""
    first, last = ground.tokens[trigger.first], ground.tokens[trigger.at[-1]]
    number = _PAIR if first.norm in words("dual_verb") else _pronoun(last.text) if len(trigger.at) > 1 else 0
    if trigger.value.part is Part.VERB and number:
        yield Item(trigger.first, Range.exactly(number), Bound.EXACT, first.span)


def own_number(ground: Ground, trigger: Trigger) -> Item | None:
    """A count noun in the singular or dual, or a pronoun for one person ("مقتله")."""
    token = ground.tokens[trigger.first]
    exact = ground.counts.get(trigger.first)
    if trigger.value.part is Part.COUNT and exact is not None:
        return Item(trigger.first, exact.range, exact.bound, exact.span)
    if trigger.value.part is Part.COUNT and ground.is_word(trigger.first, "single") and not trigger.definite:
        return (
            None
            if _number_before(ground, trigger.first)
            else Item(trigger.first, Range.exactly(1), Bound.EXACT, token.span)
        )
    died_of = trigger.value.fate is Fate.INJURED and ground.is_word(trigger.first - 1, "after")
    number = _pronoun(token.text) if len(trigger.at) == 1 and not died_of else 0
    if trigger.value.part is Part.VERB and ground.is_word(trigger.last, "along"):
        number = 1
    return Item(trigger.first, Range.exactly(number), Bound.EXACT, token.span) if number else None


def several(ground: Ground, segment: Segment, trigger: Trigger) -> Item | None:
    """ "سقط قتلى وجرحى": a bare plural tells of several; that of a title only says that the text does."""
    if segment.sentence.paragraph <= ground.title:
        return None
    token, behind = ground.tokens[trigger.first], ground.tokens[min(trigger.last, len(ground.tokens) - 1)]
    bare = token.norm.lstrip("وب") in words("several") and not behind.norm.startswith("ال")
    if not bare or _number_before(ground, trigger.first) or ground.is_word(trigger.first - 1, "number_of"):
        return None
    return Item(trigger.first, Range.at_least(_PAIR), Bound.EXACT, token.span)


def is_the_count(ground: Ground, trigger: Trigger) -> bool:
    """ "القتلى", "والجرحى": a counted noun with its article."""
    norm = ground.tokens[trigger.first].norm
    return trigger.value.part is Part.COUNT and norm.startswith(("ال", "وال"))


def is_the_one(ground: Ground, trigger: Trigger) -> bool:
    """ "القتيل", "المعتقل فلان": names one of those told of, and counts nobody."""
    return is_the_count(ground, trigger) and ground.is_word(trigger.first, "single")


def told_behind(ground: Ground, segment: Segment, trigger: Trigger) -> Item | None:
    """ "عدد القتلى بلغ 28 والجرحى 57", "القتلى ثلاثة": the number stands right behind the definite noun."""
    if not is_the_count(ground, trigger):
        return None
    at = trigger.last
    while at < min(segment.last, trigger.last + 2) and (ground.is_word(at, "rise") or ground.tokens[at].norm == "الي"):
        at += 1
    start = ground.tokens[at].start if at < segment.last else -1
    for i in ground.inside(ground.counts, at, min(at + _BEFORE, segment.last)):
        quantity = ground.counts[i]
        if ground.is_within(trigger.first, i):
            return None
        if quantity.span.start == start and not ground.is_folk(quantity.noun or ground.tokens[i].span):
            return Item(i, quantity.range, quantity.bound, quantity.span)
    return None


def _pronoun(word: str) -> int:
    """How many the pronoun on a word stands for; 0 where it has none, or one for an open number."""
    if word.endswith("هما"):
        return 2
    return 1 if word.endswith(("ه", "ها")) else 0


def _number_before(ground: Ground, at: int) -> bool:
    return any(True for _ in ground.inside(ground.counts, max(0, at - 3), at))
