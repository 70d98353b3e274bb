"""Who sat with whom."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from tawthiq.actors.model import ActorMap, Tie, TieKind


@dataclass(frozen=True, slots=True, order=True)
class Sat:
    """Two actors (ids, the smaller first) at one meeting; `origins` of the less attested of the two attendances."""

    a: str
    b: str
    meeting: str
    origins: int


def sat_together(whole: ActorMap) -> list[Sat]:
    """Every pair of every meeting; n attendees of one make n(n-1)/2."""
    return sorted(sat for came in attendance(whole).values() for sat in _pairs(came))


def sat_with(whole: ActorMap, actor: str) -> list[Sat]:
    """The pairs of one actor."""
    met = (came for came in attendance(whole).values() if any(tie.source == actor for tie in came))
    return sorted(sat for came in met for sat in _pairs(came) if actor in (sat.a, sat.b))


def attendance(whole: ActorMap) -> dict[str, list[Tie]]:
    """From each meeting to who came."""
    found: dict[str, list[Tie]] = defaultdict(list)
    for tie in whole.ties:
        if tie.kind is TieKind.ATTENDED:
            found[tie.target].append(tie)
    return dict(found)


def _pairs(came: list[Tie]) -> Iterator[Sat]:
    for a, b in combinations(sorted(came, key=lambda tie: tie.source), 2):
        yield Sat(a.source, b.source, a.target, min(a.origins, b.origins))
