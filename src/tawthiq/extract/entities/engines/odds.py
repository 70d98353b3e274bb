"""What every engine tells of a word."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
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


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a sentence, as they are written and folded."""

    texts: Sequence[str]
    norms: Sequence[str]

    def __len__(self) -> int:
        return len(self.texts)


class Kind(StrEnum):
    """What is named."""

    PERSON = "per"
    PLACE = "loc"
    GROUP = "org"


@dataclass(frozen=True, slots=True)
class Name:
    """Words first..last (exclusive) taken for a name; `chance`: of the word that the engine is least sure of."""

    first: int
    last: int
    kind: Kind
    chance: float


@dataclass(frozen=True, slots=True)
class Seen:
    """What an engine holds of a sentence: odds of each word, None of those plainly outside; names to be trusted."""

    odds: Sequence[Odds | None]
    names: Sequence[Name] = ()


class Reader(Protocol):
    """One engine: the sentences of a report, in order → what it holds of each."""

    def __call__(self, sentences: Sequence[Words], /) -> Iterable[Seen]: ...
