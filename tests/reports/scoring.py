"""Precision and recall of extracted facts against facts that a careful reader found; one-to-one matching.

A name matches where its folded words are equal or stand in order inside the other's; an incident where its family of
types is the same and a place, a victim, the date or a count agrees; a tally where metric and value are the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from tawthiq.text.fold import fold_phrase

Facts = dict[str, Any]
CORE = ("persons", "groups", "places", "incidents", "tallies")
_FAMILIES = (
    {"assassination", "attempted_assassination", "killing", "execution"},
    {"explosion", "suicide_attack"},
    {"shelling", "airstrike"},
)


@dataclass(frozen=True, slots=True)
class Score:
    matched: int = 0
    gold: int = 0
    found: int = 0

    def __add__(self, other: Score) -> Score:
        return Score(self.matched + other.matched, self.gold + other.gold, self.found + other.found)

    @property
    def f1(self) -> float:
        return 2 * self.matched / (self.gold + self.found) if self.gold + self.found else 1.0


def score(pairs: Iterable[tuple[Facts, Facts]]) -> dict[str, Score]:
    """Scores by section over (gold, found) facts of many reports."""
    totals = dict.fromkeys(CORE, Score())
    for gold, found in pairs:
        for section, agree in _AGREE.items():
            totals[section] += _matched(gold[section], found[section], agree)
    return totals


def core_f1(totals: dict[str, Score]) -> float:
    """The mean F1 of the five core sections."""
    return sum(totals[section].f1 for section in CORE) / len(CORE)


def _matched(gold: Sequence[Any], found: Sequence[Any], agree: Callable[[Any, Any], float]) -> Score:
    agreed = ((agree(g, f), i, j) for i, g in enumerate(gold) for j, f in enumerate(found))
    candidates = sorted(agreed, key=lambda c: (-c[0], c[1], c[2]))
    taken_gold: set[int] = set()
    taken_found: set[int] = set()
    for points, i, j in candidates:
        if points > 0 and i not in taken_gold and j not in taken_found:
            taken_gold.add(i)
            taken_found.add(j)
    return Score(len(taken_gold), len(gold), len(found))


def _words(name: str) -> list[str]:
    return [word.removeprefix("ال") if len(word) > 4 else word for word in fold_phrase(name).split()]


def _same(a: str, b: str) -> float:
    short, long = sorted((_words(a), _words(b)), key=len)
    if not short or (len(short) < len(long) and len(short) == 1 and len(short[0]) < 4):
        return 0
    inside = any(long[i : i + len(short)] == short for i in range(len(long) - len(short) + 1))
    return (2 if short == long else 1) if inside else 0


def _person(gold: Facts, found: Facts) -> float:
    names = [(a, b) for a in (gold["name"], *gold["aliases"]) for b in (found["name"], *found["aliases"])]
    return max(_same(gold["name"], found["name"]) * 2, *(_words(a) == _words(b) for a, b in names))


def _incident(gold: Facts, found: Facts) -> float:
    family = next((f for f in _FAMILIES if gold["type"] in f), {gold["type"]})
    if found["type"] not in family:
        return 0
    shared = any(_same(a, b) for key in ("places", "victims") for a in gold[key] for b in found[key])
    stated = sum(gold[key] is not None and gold[key] == found[key] for key in ("date", "killed", "injured"))
    return 2 * shared + stated


def _tally(gold: Facts, found: Facts) -> float:
    return float((gold["metric"], gold["value"]) == (found["metric"], found["value"]))


_AGREE: dict[str, Callable[[Any, Any], float]] = {
    "persons": _person,
    "groups": _same,
    "places": _same,
    "incidents": _incident,
    "tallies": _tally,
}
