"""How many were harmed: the numbers, duals, single nouns and names that belong to a word of harm."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from tawthiq.extract.facts import Toll
from tawthiq.extract.incidents.ground import Ground
from tawthiq.extract.incidents.lexicon import Part, harmed, phrases, words
from tawthiq.extract.incidents.nouns import number_by_form
from tawthiq.extract.incidents.own_numbers import (
    Item,
    by_own_form,
    is_the_count,
    is_the_one,
    own_number,
    several,
    told_behind,
)
from tawthiq.extract.incidents.segments import Segment
from tawthiq.extract.incidents.triggers import Trigger
from tawthiq.model import Bound, Fate, Range
from tawthiq.text.numbers import Quantity

_AFTER, _BEFORE, _CHAIN, _NAME_REACH, _RISE = 9, 4, 10, 7, 30
_BEFORE_PLURAL, _BESIDE, _SUBJECT, _FIELD, _TAKEN, _PAIR = 9, 3, 25, 40, 2, 2


def tolls_of(ground: Ground, segment: Segment) -> tuple[Toll, ...]:
    """A toll a fate: what the words of harm count, added up unless another speaker gives another version."""
    rows: dict[Fate, list[Toll]] = {}
    for order, trigger in enumerate(segment.triggers):
        if trigger.value.fate and (toll := _toll(ground, segment, order)):
            held = rows.setdefault(trigger.value.fate, [])
            held[:] = _with(ground, segment, held, toll, trigger)
    if _died_of_it(ground, segment, rows):
        del rows[Fate.INJURED]
    return tuple(toll for tolls in rows.values() for toll in tolls)


def _died_of_it(ground: Ground, segment: Segment, rows: Mapping[Fate, Sequence[Toll]]) -> bool:
    """ "أصيب … وتوفي بعد ساعة", "قضى متأثرا بطلقات أصابته": the one wounded is the one who died."""
    killed, injured = rows.get(Fate.KILLED, ()), rows.get(Fate.INJURED, ())
    if not (len(killed) == len(injured) == 1 and killed[0].range == injured[0].range == Range.exactly(1)):
        return False
    starts = {ground.tokens[t.first].start for t in segment.triggers}
    bare = [t for t in (*killed, *injured) if t.span.start in starts]
    return bool(bare) or ground.holds("of_wounds", segment.first, segment.last)


def _with(ground: Ground, segment: Segment, held: Sequence[Toll], new: Toll, trigger: Trigger) -> list[Toll]:
    if not held:
        return [new]
    last = held[-1]
    if _has_risen(ground, segment, last):
        return list(held)
    if (
        new.range == last.range and (trigger.value.part is Part.COUNT or _is_told_again(ground, trigger, new))
    ) or new.span.overlaps(last.span):
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


def _is_told_again(ground: Ground, trigger: Trigger, new: Toll) -> bool:
    """ "جثتين لشابين أعدما": the same two, by the number before the verb."""
    return not trigger.prefix and new.span.start < ground.tokens[trigger.first].start


def _has_risen(ground: Ground, segment: Segment, toll: Toll) -> bool:
    """ "ارتفع عدد القتلى إلى خمسة، بعدما فارق …": the new total holds those who are told of behind it."""
    at = ground.page.token_at(toll.span.start)
    return ground.tokens[at - 1].norm == "الي" and ground.holds("rise", segment.first, at)


def _toll(ground: Ground, segment: Segment, order: int) -> Toll | None:
    trigger = segment.triggers[order]
    if _is_told_already(ground, segment, order) or _is_of_several(ground, segment, order):
        return None
    items = list(_items(ground, segment, order)) or list(_risen(ground, segment, order))
    items = items or list(_understood(ground, segment, order)) or list(by_own_form(ground, trigger))
    if not items or trigger.value.fate is None:
        return None
    total = items[0].range
    bound = items[0].bound
    for item in items[1:]:
        total, bound = total + item.range, _both(bound, item.bound)
    return Toll(trigger.value.fate, total, bound, items[0].span)


def _is_told_already(ground: Ground, segment: Segment, order: int) -> bool:
    """ "بينها جثث", "أصيب أحدهما", "قتل … ذبحا", "فجر نفسه بعد أن قتل …": a part, a manner, or another event."""
    trigger = segment.triggers[order]
    if trigger.value.part is Part.COUNT:
        return _is_of_others(ground, trigger.first)
    manner = trigger.value.part is Part.VERB and ground.tokens[trigger.first].norm in words("manner")
    again = any(t.value.fate is trigger.value.fate for t in segment.triggers[:order])
    before = any(t.value.is_cause for t in segment.triggers[:order])
    aside = before and ground.holds("after_that", max(trigger.first - _PAIR, segment.first), trigger.first)
    return aside or (again and (manner or ground.is_word(trigger.last, "one_of_them")))


def _is_of_several(ground: Ground, segment: Segment, order: int) -> bool:
    """ "هاجم مسلحون المقر، وقتل ثمانية في موجة من الهجمات": the toll of all of them, behind the one."""
    trigger = segment.triggers[order]
    one = any(t.value.is_cause for t in segment.triggers[:order])
    return one and ground.holds(
        "wave", max(segment.first, trigger.first - _BEFORE), min(trigger.first + _CHAIN, segment.sentence.last)
    )


def _is_of_others(ground: Ground, at: int) -> bool:
    """ "بين القتلى", "بينها جثث", "ثلاثة من المصابين": some of those who are counted elsewhere."""
    before = ground.tokens[at - 1].norm
    of = before == "من" and ground.tokens[at].norm.startswith("ال") and at - 2 in ground.counts
    return of or before in words("among") or ground.is_word(at - 1, "within")


def _risen(ground: Ground, segment: Segment, order: int) -> Iterator[Item]:
    """ "ارتفع عدد القتلى … إلى خمسة": the number behind إلى."""
    trigger = segment.triggers[order]
    floor = max(segment.first, trigger.first - _CHAIN)
    if trigger.value.part is not Part.COUNT or not ground.holds("rise", floor, trigger.first):
        return
    for at in range(floor + 1, min(segment.last, trigger.last + _RISE)):
        if at in ground.counts and ground.tokens[at - 1].norm == "الي":
            quantity = ground.counts[at]
            yield Item(at, quantity.range, quantity.bound, quantity.span)
            return


def _understood(ground: Ground, segment: Segment, order: int) -> Iterator[Item]:
    """ "إن جنديا قتل في …", "… الذي أصيب برصاصة": one, named or told of before a bare verb in the singular."""
    trigger = segment.triggers[order]
    token = ground.tokens[trigger.first]
    behind = trigger.last < len(ground.tokens) and ground.is_word(trigger.last, "behind_bare")
    if token.norm.lstrip("وف") not in words("bare_verb") or not behind:
        return
    floor = max(segment.sentence.first, trigger.first - _SUBJECT)
    before = range(trigger.first - 1, floor - 1, -1)
    if any(at in ground.persons or _is_one_human(ground, at) for at in before):
        yield Item(trigger.first, Range.exactly(1), Bound.EXACT, token.span)


def _is_one_human(ground: Ground, at: int) -> bool:
    hit = harmed().at(ground.tokens, at, at + 1)
    return hit is not None and hit.value.number == 1 and at not in ground.covered


def _both(one: Bound, other: Bound) -> Bound:
    return one if one is other else (Bound.AT_LEAST if Bound.AT_LEAST in (one, other) else Bound.ABOUT)


def _items(ground: Ground, segment: Segment, order: int) -> Iterator[Item]:
    """The counted parts of one word of harm, the first and those joined to it."""
    trigger = segment.triggers[order]
    if is_the_one(ground, trigger):
        return
    own = own_number(ground, trigger) or told_behind(ground, segment, trigger) or several(ground, segment, trigger)
    if own:
        yield own
        if trigger.value.part is Part.COUNT:
            return
    before = list(_before(ground, segment, order))
    yield from before
    yield from _after(ground, segment, order, bool(own or before))


def _before(ground: Ground, segment: Segment, order: int) -> Iterator[Item]:
    """ "عشرة قتلى", "شخصين قتلا": the number stands right before the word."""
    trigger = segment.triggers[order]
    floor = segment.triggers[order - 1].at[-1] + 1 if order else segment.first
    joined = trigger.prefix.startswith(("و", "ف"))
    if joined and (trigger.value.part is not Part.COUNT or is_the_count(ground, trigger)):
        return
    chain: list[Item] = []
    plural = trigger.value.part is Part.VERB and ground.tokens[trigger.first].norm.endswith("ا")
    reach = _BEFORE_PLURAL if plural else _BEFORE
    if order and plural and segment.triggers[order - 1].value.fate and not ground.is_word(floor, "that"):
        floor += _TAKEN
    for at in reversed(range(max(floor, trigger.first - _CHAIN), trigger.first)):
        if not ground.tokens[at].is_word or (not chain and trigger.first - at > reach):
            break
        if at in ground.counts and not ground.is_within(floor, at):
            quantity = ground.counts[at]
            other = bool(chain) and trigger.value.part is Part.COUNT and quantity.noun is not None
            if other or not _counts_people(ground, quantity, trigger):
                break
            chain.append(Item(at, quantity.range, quantity.bound, quantity.span))
            if not ground.is_joined(at):
                break
    yield from reversed(chain)


def _counts_people(ground: Ground, quantity: Quantity, trigger: Trigger) -> bool:
    if quantity.noun is None or quantity.noun.overlaps(ground.span(trigger.first, trigger.first + 1)):
        return True
    of = ground.tokens[ground.page.token_range(quantity.core).stop].norm == "من"
    if of and ground.tokens[trigger.first].norm.endswith("ا"):
        return True
    return ground.is_human(quantity.noun)


def _after(ground: Ground, segment: Segment, order: int, owned: bool) -> Iterator[Item]:
    """ "مقتل ثلاثة جنود … واثنين من …": the first thing counted, and what is joined to it."""
    first, last = _field(ground, segment, order)
    found = owned
    nearest = True
    for at in range(first, last):
        counted = ground.is_within(first, at) or ground.is_named_again(first, at)
        item = None if counted else _item(ground, segment, order, at, nearest and not found)
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
    last = min(segment.last, trigger.at[-1] + _FIELD)
    last = next((hit.first for hit in phrases("according").find(ground.tokens, trigger.at[-1] + 1, last)), last)
    last = next((hit.first for hit in phrases("break").find(ground.tokens, trigger.at[-1] + 1, last)), last)
    behind = (t for t in segment.triggers[order + 1 :] if t.value.fate and t.first > trigger.first)
    following = next((t for t in behind if not is_the_one(ground, t)), None)
    if following is not None:
        last = min(last, _starts(ground, following, trigger))
    return first, last


def _starts(ground: Ground, following: Trigger, trigger: Trigger) -> int:
    """Where the field of the next word of harm begins: at its number, when that stands right before it."""
    verbal = following.value.part is not Part.COUNT
    if not verbal and _is_of_others(ground, following.first):
        return following.first
    plural = ground.tokens[following.first].norm.endswith("ا")
    if verbal and (following.prefix.startswith(("و", "ف")) or not plural):
        return following.first
    clause = ground.is_word(trigger.at[-1] + 1, "that")
    low = max(trigger.at[-1] + 1 + _TAKEN * (verbal and not clause), following.first - _BEFORE)
    near = [at for at in range(low, following.first) if at in ground.counts]
    return near[-1] if near else following.first


def _item(ground: Ground, segment: Segment, order: int, at: int, nearest: bool) -> Item | None:
    trigger = segment.triggers[order]
    if at == trigger.first + 1 and _is_doer(ground, at):
        return None
    if at in ground.counts:
        quantity = ground.counts[at]
        if at - trigger.at[-1] > _AFTER and not (
            ground.is_joined(at) or ground.is_with(at) or _is_on(ground, trigger, at)
        ):
            return None
        of = ground.is_joined(at) and quantity.noun is not None and ground.tokens[at + 1].norm == "من"
        near = of or (nearest and min(at - trigger.first, abs(at - trigger.at[-1])) <= 2)
        if near or quantity.noun is None or ground.is_human(quantity.noun):
            return Item(at, quantity.range, quantity.bound, quantity.span)
        return None
    if trigger.value.part is Part.COUNT or (at - trigger.first > _NAME_REACH and not _is_added(ground, at)):
        return None
    if any(ground.is_word(i, "version") for i in range(trigger.last, at)):
        return None
    number = (
        1
        if at in ground.persons or ground.is_word(at, "one") or _is_self(ground, trigger, at)
        else number_by_form(ground, segment, at, nearest)
    )
    return Item(at, Range.exactly(number), Bound.EXACT, ground.tokens[at].span) if number else None


def _is_doer(ground: Ground, at: int) -> bool:
    """ "قتل ملثمان الضابط": those who did it stand before the one who suffered it."""
    if not any(ground.is_word(at, role) for role in ("doer", "unknown")):
        return False
    last = at + 1 + (ground.is_word(at + 1, "looks") or ground.is_word(at + 1, "unknown"))
    return last in ground.persons or last in ground.counts or ground.is_victim(last) or ground.is_title(last)


def _is_on(ground: Ground, trigger: Trigger, at: int) -> bool:
    """ "قضت ضربة … ليل السبت على خمسة": the object of such a verb stands behind its preposition, however far."""
    return ground.tokens[at - 1].norm == "علي" and ground.is_word(trigger.first, "ends")


def _is_added(ground: Ground, at: int) -> bool:
    return ground.is_with(at) or ground.holds("add", max(0, at - 3), at)


def _is_self(ground: Ground, trigger: Trigger, at: int) -> bool:
    """ "أصيب هو وثلاثة من مرافقيه"."""
    return ground.tokens[at].norm in words("self") and at - trigger.first <= _BESIDE and ground.is_joined(at + 1)
