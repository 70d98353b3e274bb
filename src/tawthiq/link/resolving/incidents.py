"""Two reports' incidents compared feature by feature: what speaks for and against their being one."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from tawthiq.link.resolving.called import name_parts, names_level
from tawthiq.link.resolving.events import Event, held
from tawthiq.link.resolving.evidence import Evidence, Weights, total, weights
from tawthiq.link.resolving.when import date_level
from tawthiq.link.resolving.where import place_level, specific
from tawthiq.model import Range

_FEW = 20
"""With fewer incidents than this, how rare a word is among them says little."""
_MANY, _SOME = 4, 2


@dataclass(frozen=True, slots=True)
class Rarity:
    """How much a word tells, from how many of all incidents have it."""

    found: Mapping[str, int]
    of: int

    def weight(self, word: str) -> float:
        return math.log((self.of + 1) / (self.found.get(word, 0) + 0.5)) if self.of >= _FEW else 1.0

    def likeness(self, a: Collection[str], b: Collection[str]) -> float:
        """Cosine of two sets of words, 0 to 1."""
        one, other = self._norm(a), self._norm(b)
        return sum(self.weight(word) ** 2 for word in set(a) & set(b)) / (one * other) if one and other else 0.0

    def _norm(self, words: Collection[str]) -> float:
        return math.sqrt(sum(self.weight(word) ** 2 for word in words))


def rarity(events: Collection[Event]) -> Rarity:
    return Rarity(Counter(word for event in events for word in event.words | event.text), len(events))


def compare_events(a: Event, b: Event, rare: Rarity) -> tuple[Evidence, ...]:
    """All that is said, in the order of the file of weights."""
    w = weights("incidents")
    found = (
        w.evidence("type", _type_level(a.type, b.type, w), a.type, b.type),
        w.evidence("date", date_level(a.window, b.window, int(w.settings["window"])), *_days(a, b)),
        w.evidence("place", _place_level(a, b), *_spots(a, b)),
        *(w.evidence(name, *_toll(x, y)) for name, x, y in _tolls(a, b)),
        w.evidence("victims", _victims_level(a, b), *("، ".join(v[0] for v in e.victims) for e in (a, b))),
        w.evidence("named", _named_level(a, b)),
        w.evidence("weapon", _equal(a.weapon, b.weapon), a.weapon, b.weapon),
        w.evidence("perpetrator", _doers_level(a.doers, b.doers), *("، ".join(e.doers) for e in (a, b))),
        _words(a, b, rare, w),
        _texts(a, b, rare, w),
        w.evidence("report", "same" if a.report == b.report else None),
    )
    return tuple(each for group in found for each in group)


def event_odds(found: Iterable[Evidence]) -> float:
    """Log-odds that the two incidents are one."""
    return total(weights("incidents").prior, found)


def _type_level(a: str, b: str, w: Weights) -> str | None:
    if not a or not b:
        return None
    if a == b:
        return "same"
    return "family" if any(a in family and b in family for family in w.settings["families"]) else "apart"


def _place_level(a: Event, b: Event) -> str | None:
    """ "around": not the other's place, but named in its report; "named": the same, where the other tells no place."""
    level = place_level(a.places, b.places)
    if level not in (None, "unplaced", "other", "far"):
        return level
    found = {place_level(a.places, b.around), place_level(a.around, b.places)}
    if not found & {"same_local", "same_city", "inside_city"}:
        return level
    return "around" if level else "named"


def _days(a: Event, b: Event) -> tuple[str, str]:
    return (a.window.told if a.window else ""), (b.window.told if b.window else "")


def _spots(a: Event, b: Event) -> Iterator[str]:
    yield from ("، ".join(spot.label for spot in specific(event.places)) for event in (a, b))


def _tolls(a: Event, b: Event) -> Iterator[tuple[str, Range | None, Range | None]]:
    yield from ((fate, a.tolls.get(fate), b.tolls.get(fate)) for fate in ("killed", "injured"))
    yield "held", held(a), held(b)


def _toll(a: Range | None, b: Range | None) -> tuple[str | None, str, str]:
    if a is None or b is None:
        return None, "", ""
    return _toll_level(a, b), str(a), str(b)


def _toll_level(a: Range, b: Range) -> str:
    """Tolls rise from report to report, so that near ones speak for one incident, and those far apart against it."""
    if a == b and a.exact:
        return "equal_many" if a.min >= _MANY else "equal_some" if a.min >= _SOME else "equal_one"
    low, high = (a, b) if a.min <= b.min else (b, a)
    gap = 0 if low.max is None else max(0, high.min - low.max)
    if gap <= max(1, high.min // 4):
        return "close"
    return "unlike" if gap <= max(3, high.min // 2) else "apart"


def _victims_level(a: Event, b: Event) -> str | None:
    """The best of the pairs; names that are not met say nothing where only some of many are named, or by one word."""
    levels = {level for one in a.victims for other in b.victims if (level := names_level(one, other))}
    whole = all(any(len(name_parts(name)) > 1 for name in names) for names in (*a.victims, *b.victims))
    if met := next((level for level in ("same_long", "same", "part") if level in levels), None):
        return met
    if not levels or not whole or not (_all_named(a) and _all_named(b)):
        return None
    return "family" if "family" in levels else "other"


def _named_level(a: Event, b: Event) -> str | None:
    """Whom one tells as a victim, the other's report may name elsewhere, as when it was not read who suffered."""
    if a.victims and b.victims:
        return None
    named = {names_level(one, other) for one in a.victims for other in b.named}
    named |= {names_level(one, other) for one in b.victims for other in a.named}
    if named & {"same", "same_long"}:
        return "victim"
    both = {names_level(one, other) for one in a.named for other in b.named}
    return "person" if both & {"same", "same_long"} else None


def _all_named(event: Event) -> bool:
    toll = max((count.min for count in event.tolls.values()), default=1)
    return len(event.victims) >= toll


def _equal(a: str, b: str) -> str | None:
    return None if not a or not b else "same" if a == b else "other"


def _doers_level(a: tuple[str, ...], b: tuple[str, ...]) -> str | None:
    """One name may be part of the other: قوات النظام, قوات النظام السوري."""
    if not a or not b:
        return None
    parts = [({*name_parts(one)}, {*name_parts(other)}) for one in a for other in b]
    return "same" if any(one <= other or other <= one for one, other in parts) else "other"


def _words(a: Event, b: Event, rare: Rarity, w: Weights) -> Iterator[Evidence]:
    like = rare.likeness(a.words, b.words)
    scale, least = w.levels["words"]["scale"], w.levels["words"]["least"]
    shared = sorted(a.words & b.words, key=lambda word: (-rare.weight(word), word))[:6]
    yield Evidence("words", f"{like:.2f}", scale * (like - least), "، ".join(shared), "")


def _texts(a: Event, b: Event, rare: Rarity, w: Weights) -> Iterator[Evidence]:
    """All words of the two reports: of an incident that was read in part, the rest of the report tells more."""
    if a.text and b.text and a.report != b.report:
        like = rare.likeness(a.text, b.text)
        weight = w.levels["texts"]["scale"] * (like - w.levels["texts"]["least"])
        yield Evidence("texts", f"{like:.2f}", max(w.levels["texts"]["lowest"], weight))
