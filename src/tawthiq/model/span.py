"""A stretch of a report's stored text."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from tawthiq.errors import ValueFormatError


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Half-open interval of Unicode code points into the stored text: text[start:end] are the words."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueFormatError(f"span must run forward from 0, not {self.start} to {self.end}")

    def of(self, text: str) -> str:
        return text[self.start : self.end]

    def __contains__(self, other: object) -> bool:
        return isinstance(other, Span) and self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        return self.start < other.end and other.start < self.end


def cover(spans: Iterable[Span]) -> Span:
    """The smallest span that holds all of them; at least one is needed."""
    held = list(spans)
    return Span(min(s.start for s in held), max(s.end for s in held))
