"""When a found fact is the gold one. Points; 0 for another thing. Which fields are right is apart."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from tawthiq.evaluate.names import any_same, equal, same, share, words

_FAMILIES = (
    {"assassination", "attempted_assassination", "killing", "execution"},
    {"explosion", "suicide_attack"},
    {"shelling", "airstrike"},
)
_HALF, _MOST = 0.5, 0.6
Fact = Mapping[str, Any]


def name(gold: str, found: str) -> float:
    return 2 if equal(gold, found) else same(gold, found)


def person(gold: Fact, found: Fact) -> float:
    if equal(gold["name"], found["name"]):
        return 3
    if same(gold["name"], found["name"]):
        return 2
    forms = [gold["name"], *gold["aliases"]], [found["name"], *found["aliases"]]
    return float(any(equal(a, b) for a in forms[0] for b in forms[1] if a and b))


def _family(type_: str) -> set[str]:
    return next((family for family in _FAMILIES if type_ in family), {type_})


def incident(gold: Fact, found: Fact) -> float:
    """Of one family of types; and a place, a victim, the date, a count or the words that state it agree."""
    if found["type"] not in _family(gold["type"]):
        return 0
    points = 2.0 * sum(any_same(gold[key], found[key]) for key in ("places", "victims"))
    points += sum(bool(gold[key]) and gold[key] == found[key] for key in ("date", "killed", "injured"))
    points += 2 * _inside(gold["quote"], found["quote"])
    return points + 0.1 * (gold["type"] == found["type"]) if points else 0


def _inside(gold: str | None, found: str | None) -> bool:
    return bool(gold and found) and " ".join(words(gold)) in " ".join(words(found))


def tally(gold: Fact, found: Fact) -> float:
    return float((gold["metric"], gold["value"]) == (found["metric"], found["value"]))


def agreement(gold: Fact, found: Fact) -> float:
    return 1 + sum(any_same([party], found["parties"]) for party in gold["parties"])


def meeting(gold: Fact, found: Fact) -> float:
    return 1 + sum(any_same([attendee], found["attendees"]) for attendee in gold["attendees"])


def denial(gold: Fact, found: Fact) -> float:
    return same(gold["who"], found["who"])


def affiliation(gold: Fact, found: Fact) -> float:
    both = same(gold["person"], found["person"]) and same(gold["group"], found["group"])
    return both and 1 + (gold["status"] == found["status"])


def delegation(gold: Fact, found: Fact) -> float:
    all_there = all(any_same([delegate], found["delegates"]) for delegate in gold["delegates"])
    return all_there and gold["mode"] == found["mode"] and same(gold["area"], found["area"])


def clause(gold: Fact, found: Fact) -> float:
    threats = gold["trigger"]["threat_from"]
    shared = sum(any_same([who], found["trigger"]["threat_from"]) for who in threats)
    return shared >= min(2, len(threats)) and share(gold["obligation"], found["obligation"]) >= _HALF


def listing(gold: Fact, found: Fact) -> float:
    return same(gold["person"], found["person"]) and share(gold["authority"], found["authority"]) >= _HALF


def post(gold: Fact, found: Fact) -> float:
    return float((gold["handle"], gold["date"]) == (found["handle"], found["date"]))


def initiative(gold: Fact, found: Fact) -> float:
    return same(gold["by"], found["by"]) and gold["date"] == found["date"]


def statement(gold: Fact, found: Fact) -> float:
    return gold["stance"] == found["stance"] and share(gold["quote"], found["quote"]) >= _MOST


def words_told(gold: str, found: str) -> float:
    return share(gold, found) >= _MOST


def group_fact(gold: Fact, found: Fact) -> float:
    told = (gold["fact"] == found["fact"]) and same(gold["group"], found["group"])
    return told and share(gold["value"], found["value"]) >= _HALF
