"""What goes into the ledger at once, and what of it was new."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tawthiq.model import Claim, Judgement, Report


@dataclass(frozen=True, slots=True)
class Batch:
    """Stored as a whole or not at all; a report comes with its original bytes."""

    reports: Sequence[tuple[Report, bytes]] = ()
    claims: Sequence[Claim] = ()
    judgements: Sequence[Judgement] = ()


@dataclass(frozen=True, slots=True)
class Added:
    """Counts of what was new; `position` is the batch that holds it, or the newest before where nothing was."""

    reports: int = 0
    claims: int = 0
    judgements: int = 0
    position: int = 0

    def __bool__(self) -> bool:
        return bool(self.reports or self.claims or self.judgements)

    def __add__(self, other: Added) -> Added:
        return Added(
            self.reports + other.reports,
            self.claims + other.claims,
            self.judgements + other.judgements,
            max(self.position, other.position),
        )


@dataclass(frozen=True, slots=True)
class News:
    """Ids of what was added after a position."""

    reports: tuple[str, ...]
    claims: tuple[str, ...]
    judgements: tuple[str, ...]
