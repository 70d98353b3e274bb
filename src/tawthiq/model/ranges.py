"""Counts as ranges: unknown is not zero, and a range may be open at the top."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from tawthiq.errors import ValueFormatError


@dataclass(frozen=True, slots=True, order=True)
class Range:
    """A whole number in [min, max]; `max` None is open ("dozens" is [20, None]). What is not stated has no Range."""

    min: int
    max: int | None

    def __post_init__(self) -> None:
        if self.min < 0 or (self.max is not None and self.max < self.min):
            raise ValueFormatError(f"not a range of counts: [{self.min}, {self.max}]")

    @classmethod
    def exactly(cls, n: int) -> Range:
        return cls(n, n)

    @classmethod
    def at_least(cls, n: int) -> Range:
        return cls(n, None)

    @property
    def exact(self) -> bool:
        return self.min == self.max

    def __add__(self, other: Range) -> Range:
        """The range of the sum of two separate counts."""
        top = None if self.max is None or other.max is None else self.max + other.max
        return Range(self.min + other.min, top)

    def __or__(self, other: Range) -> Range:
        """The range that covers two sources' counts of one thing."""
        top = None if self.max is None or other.max is None else max(self.max, other.max)
        return Range(min(self.min, other.min), top)

    def __str__(self) -> str:
        if self.exact:
            return str(self.min)
        return f"{self.min}+" if self.max is None else f"{self.min}–{self.max}"


def hull(ranges: Iterable[Range]) -> Range | None:
    """The range over all versions of one count, or None where nothing is stated."""
    held = list(ranges)
    if not held:
        return None
    top = None if any(r.max is None for r in held) else max(r.max for r in held if r.max is not None)
    return Range(min(r.min for r in held), top)
