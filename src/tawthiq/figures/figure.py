"""A figure: a count with its bounds, what is not known, what is not decided, and the question that it answers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from tawthiq.figures.question import Dimension, Question
from tawthiq.model import Bound, Range
from tawthiq.model.ids import digest


@dataclass(frozen=True, slots=True)
class Figure:
    """`cell` has a key for each dimension of the question. `range` is what the register holds, from what surely belongs
    to the cell to what may. `incidents` are those behind it, `unknown` those of them that do not state the count, and
    `undecided` those that are left out only because nobody has judged them or too few origins tell of them. `base` is
    what it is a share of.
    """

    question: Question
    rule: str
    cell: tuple[str, ...]
    range: Range
    incidents: int
    unknown: int = 0
    undecided: int = 0
    base: Range | None = None

    @property
    def id(self) -> str:
        """The same for the same question and cell under the same rule, whatever the count is by now."""
        return digest("figure", self.question.id, self.rule, list(self.cell))

    @property
    def bound(self) -> Bound:
        """At least, where the count is open or something is left out that may belong to it."""
        if self.range.max is None or self.unknown or self.undecided:
            return Bound.AT_LEAST
        return Bound.EXACT

    @property
    def share(self) -> float | None:
        """Of the base, what is surely there over what is surely there; None without a base, or where that is 0."""
        return self.range.min / self.base.min if self.base and self.base.min else None

    @property
    def keys(self) -> Mapping[Dimension, str]:
        return dict(zip(self.question.by, self.cell, strict=True))

    def to_json(self) -> dict[str, Any]:
        told = {
            "id": self.id,
            "metric": self.question.metric.value,
            **{dimension.value: key or None for dimension, key in self.keys.items()},
            "min": self.range.min,
            "max": self.range.max,
            "bound": self.bound.value,
            "incidents": self.incidents,
            "unknown": self.unknown,
            "undecided": self.undecided,
        }
        if self.base is None:
            return told
        return told | {"share": self.share, "base": {"min": self.base.min, "max": self.base.max}}


@dataclass(frozen=True, slots=True)
class Answer:
    """The figures of a question, by cell in order, and the one over all cells."""

    question: Question
    figures: Sequence[Figure]
    total: Figure
