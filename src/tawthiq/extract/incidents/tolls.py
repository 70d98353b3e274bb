"""How many were harmed: the numbers, duals, single nouns and names that belong to a word of harm."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tawthiq.extract.facts import Toll
from tawthiq.extract.incidents.forms import variants_of
from tawthiq.extract.incidents.ground import Ground
from tawthiq.extract.incidents.lexicon import Part, harmed, phrases, single_people
from tawthiq.extract.incidents.segments import Segment
from tawthiq.extract.incidents.triggers import Trigger
from tawthiq.model import Bound, Fate, Range, Span
from tawthiq.text.numbers import Quantity

_AFTER, _BEFORE, _CHAIN, _NAME_REACH, _RISE = 9, 4, 10, 7, 30


@dataclass(frozen=True, slots=True)
class Item:
    """One counted part of a toll; `at` is its token."""

    at: int
    range: Range
    bound: Bound
    span: Span


def tolls_of(ground: Ground, segment: Segment) -> tuple[Toll, ...]:
    """A toll a fate: what the words of harm count, added up unless another speaker gives another version."""
    rows: dict[Fate, list[Toll]] = {}
    for order, trigger in enumerate(segment.triggers):
        if trigger.value.fate and (toll := _toll(ground, segment, order)):
            held = rows.setdefault(trigger.value.fate, [])
            held[:] = _with(ground, segment, held, toll, trigger)
    return tuple(toll for tolls in rows.values() for toll in tolls)


def _with(ground: Ground, segment: Segment, held: Sequence[Toll], new: Toll, trigger: Trigger) -> list[Toll]:
    if not held:
        return [new]
    last = held[-1]
    if (new.range == last.range and trigger.value.part is Part.COUNT) or new.span.overlaps(last.span):
        return list(held)
    if ground.tokens[ground.page.token_at(new.span.start)].norm.startswith("ال"):
        return [new]
    if new.span == ground.tokens[trigger.first].span and trigger.value.part is not Part.COUNT:
        return list(held)
    between = ground.page.token_at(last.span.end), ground.page.token_at(new.span.start)
    if any(ground.is_word(at, "version") for at in range(*between)):
        return [*held, new]
    if ground.says(last.span.end, new.span.start):
        return list(held) if new in held else [*held, new]
    return [*held[:-1], Toll(new.fate, last.range + new.range, _both(last.bound, new.bound), new.span)]


def _toll(ground: Ground, segment: Segment, order: int) -> Toll | None:
    trigger = segment.triggers[order]
    items = list(_items(ground, segment, order)) or list(_risen(ground, segment, order))
    if not items or trigger.value.fate is None:
        return None
    total = items[0].range
    bound = items[0].bound
    for item in items[1:]:
        total, bound = total + item.range, _both(bound, item.bound)
    return Toll(trigger.value.fate, total, bound, items[0].span)


def _risen(ground: Ground, segment: Segment, order: int) -> Iterator[Item]:
    """ "ارتفع عدد القتلى … إلى خمسة": the number behind إلى."""
    trigger = segment.triggers[order]
    floor = max(segment.first, trigger.first - _BEFORE)
    if trigger.value.part is not Part.COUNT or not ground.holds("rise", floor, trigger.first):
        return
    for at in range(trigger.last, min(segment.last, trigger.last + _RISE)):
        if at in ground.counts and ground.tokens[at - 1].norm == "الي":
            quantity = ground.counts[at]
            yield Item(at, quantity.range, quantity.bound, quantity.span)
            return


def _both(one: Bound, other: Bound) -> Bound:
    return one if one is other else (Bound.AT_LEAST if Bound.AT_LEAST in (one, other) else Bound.ABOUT)


def _items(ground: Ground, segment: Segment, order: int) -> Iterator[Item]:
    """The counted parts of one word of harm, the first and those joined to it."""
    trigger = segment.triggers[order]
    own = _own_number(ground, trigger)
    if own:
        yield own
        if trigger.value.part is Part.COUNT:
            return
    yield from _before(ground, segment, order)
    yield from _after(ground, segment, order, bool(own))


def _own_number(ground: Ground, trigger: Trigger) -> Item | None:
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
    number = _pronoun(token.text) if len(trigger.at) == 1 else 0
    if trigger.value.part is Part.VERB and ground.is_word(trigger.last, "along"):
        number = 1
    return Item(trigger.first, Range.exactly(number), Bound.EXACT, token.span) if number else None


def _pronoun(word: str) -> int:
    """How many the pronoun on a word stands for; 0 where it has none, or one for an open number."""
    if word.endswith("هما"):
        return 2
    return 1 if word.endswith(("ه", "ها")) else 0


def _number_before(ground: Ground, at: int) -> bool:
    return any(True for _ in ground.inside(ground.counts, max(0, at - 3), at))


def _before(ground: Ground, segment: Segment, order: int) -> Iterator[Item]:
    """ "عشرة قتلى", "شخصين قتلا": the number stands right before the word."""
    trigger = segment.triggers[order]
    floor = segment.triggers[order - 1].at[-1] + 1 if order else segment.first
    joined = trigger.prefix.startswith(("و", "ف"))
    if joined and trigger.value.part is not Part.COUNT:
        return
    chain: list[Item] = []
    for at in reversed(range(max(floor, trigger.first - _CHAIN), trigger.first)):
        if not ground.tokens[at].is_word or (not chain and trigger.first - at > _BEFORE):
            break
        if at in ground.counts and not ground.is_within(floor, at):
            quantity = ground.counts[at]
            if not _counts_people(ground, quantity, trigger):
                break
            chain.append(Item(at, quantity.range, quantity.bound, quantity.span))
            if not ground.is_joined(at):
                break
    yield from reversed(chain)


def _counts_people(ground: Ground, quantity: Quantity, trigger: Trigger) -> bool:
    if quantity.noun is None or quantity.noun.overlaps(ground.span(trigger.first, trigger.first + 1)):
        return True
    return ground.is_human(quantity.noun)


def _after(ground: Ground, segment: Segment, order: int, owned: bool) -> Iterator[Item]:
    """ "مقتل ثلاثة جنود … واثنين من …": the first thing counted, and what is joined to it."""
    first, last = _field(ground, segment, order)
    found = owned
    nearest = True
    for at in range(first, last):
        item = None if ground.is_within(first, at) else _item(ground, segment, order, at, nearest and not found)
        if item is None:
            continue
        if found and not (ground.is_joined(at) or ground.is_with(at)):
            continue
        found, nearest = True, False
        yield item


def _field(ground: Ground, segment: Segment, order: int) -> tuple[int, int]:
    """Tokens after a word of harm that it may count: up to the next such word or the numbers that belong to that."""
    trigger = segment.triggers[order]
    first = trigger.first + 1
    last = min(segment.last, trigger.at[-1] + _AFTER * 2)
    last = next((hit.first for hit in phrases("break").find(ground.tokens, trigger.at[-1] + 1, last)), last)
    following = next((t for t in segment.triggers[order + 1 :] if t.value.fate and t.first > trigger.first), None)
    if following is not None:
        last = min(last, _starts(ground, following, trigger))
    return first, last


def _starts(ground: Ground, following: Trigger, trigger: Trigger) -> int:
    """Where the field of the next word of harm begins: at its number, when that stands right before it."""
    if following.prefix.startswith(("و", "ف")) and following.value.part is not Part.COUNT:
        return following.first
    low = max(trigger.first + 1, following.first - _BEFORE)
    near = [at for at in range(low, following.first) if at in ground.counts]
    return near[-1] if near else following.first


def _item(ground: Ground, segment: Segment, order: int, at: int, nearest: bool) -> Item | None:
    trigger = segment.triggers[order]
    if at in ground.counts:
        quantity = ground.counts[at]
        if at - trigger.at[-1] > _AFTER and not ground.is_joined(at):
            return None
        of = ground.is_joined(at) and quantity.noun is not None and ground.tokens[at + 1].norm == "من"
        near = of or (nearest and at - trigger.first <= 2)
        if near or quantity.noun is None or ground.is_human(quantity.noun):
            return Item(at, quantity.range, quantity.bound, quantity.span)
        return None
    if trigger.value.part is Part.COUNT or (at - trigger.first > _NAME_REACH and not ground.is_with(at)):
        return None
    if at in ground.persons or ground.is_word(at, "one") or _is_single(ground, segment, at, nearest):
        return Item(at, Range.exactly(1), Bound.EXACT, ground.tokens[at].span)
    return None


def _is_single(ground: Ground, segment: Segment, at: int, nearest: bool) -> bool:
    if at in ground.covered or not (nearest or ground.is_joined(at) or ground.is_with(at)):
        return False
    hit = harmed().at(ground.tokens, at, segment.last)
    if hit is not None:
        return hit.value.number == 1
    return any(v.stem in single_people() and not v.definite for v in variants_of(ground.tokens[at]))
