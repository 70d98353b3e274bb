"""Two names compared: one score, a verdict, and what it rests on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from itertools import product

from tawthiq.link.names.likeness import likeness
from tawthiq.link.names.lines import Side, lay
from tawthiq.link.names.parts import Name, Part
from tawthiq.link.names.tables import settings


class Likeness(StrEnum):
    """What the names alone say. Two people can bear one name: `same` is the name's sameness, never an identity."""

    SAME = "same"
    UNSURE = "unsure"
    DIFFERENT = "different"


class Aside(StrEnum):
    """What kunyas or bynames say."""

    SILENT = "silent"
    AGREES = "agrees"
    AMISS = "amiss"


@dataclass(frozen=True, slots=True)
class Comparison:
    """`score` from 0 to 1. `side` is the reading of both that fits best; `turned`: with the family first in one."""

    left: Name
    right: Name
    score: float
    verdict: Likeness
    side: Side
    turned: bool = False
    kunya: Aside = Aside.SILENT
    byname: Aside = Aside.SILENT

    @property
    def shared_bits(self) -> float:
        """How much the parts in common tell: two names of some 15 bits or less are borne by many people."""
        side = self.side
        return sum(min(side.left[pair.i].bits, side.right[pair.j].bits) for pair in side.pairs)

    def explain(self, language: str = "en") -> tuple[str, ...]:
        """A line for each pair of parts, each part without one, and the verdict, in "ar" or "en"."""
        from tawthiq.link.names.explaining import explain

        return explain(self, language)


@cache
def _name() -> Mapping[str, float]:
    return settings("name")


@cache
def _thresholds() -> tuple[float, float]:
    verdict = settings("verdict")
    return verdict["same"], verdict["unsure"]


def verdict_of(score: float) -> Likeness:
    same, unsure = _thresholds()
    return Likeness.SAME if score >= same else Likeness.UNSURE if score >= unsure else Likeness.DIFFERENT


def compare(a: Name, b: Name) -> Comparison:
    """How alike two names are, the same whichever comes first."""
    side, turned = _best_side(a, b)
    kunya = Aside.SILENT if turned else _kunyas(a, b)
    byname = _aside(a.bynames, b.bynames)
    score = _weighed(side.score * (_name()["turned"] if turned else 1.0), kunya, byname)
    return Comparison(a, b, score, verdict_of(score), side, turned, kunya, byname)


def _best_side(a: Name, b: Name) -> tuple[Side, bool]:
    side = max(_straight(a, b), key=_score)
    if not (a.others or b.others):
        return side, False
    turned = max(_turned(a, b), key=_score)
    return (turned, True) if turned.score * _name()["turned"] > side.score else (side, False)


def _score(side: Side) -> float:
    return side.score


def _straight(a: Name, b: Name) -> Iterator[Side]:
    """As written; and where only one has a kunya for a given name, without it, since it is told beside the other's."""
    yield lay(a.line, b.line)
    if a.by_kunya != b.by_kunya:
        left, right = (a.line[a.by_kunya :], b.line[b.by_kunya :])
        if left and right:
            yield lay(left, right)


def _turned(a: Name, b: Name) -> Iterator[Side]:
    yield from (lay(line, b.line) for line in a.others)
    yield from (lay(a.line, line) for line in b.others)


def _kunyas(a: Name, b: Name) -> Aside:
    return Aside.SILENT if a.by_kunya and b.by_kunya else _aside(a.kunyas, b.kunyas)


def _aside(ours: tuple[Part, ...], theirs: tuple[Part, ...]) -> Aside:
    """A kunya that only one of them has says nothing, nor does the kunya of one beside the byname of the other."""
    if not ours or not theirs:
        return Aside.SILENT
    alike = max(likeness(one.key, other.key) for one, other in product(ours, theirs))
    return Aside.AGREES if alike >= _name()["agree"] else Aside.AMISS


def _weighed(score: float, *asides: Aside) -> float:
    for aside in asides:
        if aside is Aside.AGREES:
            score += _name()["kunya_agrees"] * (1.0 - score) * score
        elif aside is Aside.AMISS:
            score *= _name()["kunya_amiss"]
    return score
