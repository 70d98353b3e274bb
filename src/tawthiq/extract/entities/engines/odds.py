"""What every engine tells of a word."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

OUTSIDE = 0.95
"""A word that stands outside of all names with at least this chance is not spoken of."""


@dataclass(frozen=True, slots=True)
class Odds:
    """Chances, 0 to 1, that a token is of the name of a person, a place, a group; `inside`: goes on with a person's."""

    person: float
    place: float
    group: float
    inside: float


class Reader(Protocol):
    """One engine: words of a sentence as they are written and folded → odds of each, None of those plainly outside."""

    def __call__(self, words: Sequence[str], norms: Sequence[str], /) -> Sequence[Odds | None]: ...
