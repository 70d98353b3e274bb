"""A verdict of a person, or of a stated rule, on a claim, a pair of mentions, or a report. The newest holds."""

from __future__ import annotations

from dataclasses import dataclass

from tawthiq.errors import ValueFormatError
from tawthiq.model.enums import Verdict
from tawthiq.model.ids import digest
from tawthiq.model.value import Value

ON_CLAIM = (Verdict.ACCEPTED, Verdict.REJECTED, Verdict.CORRECTED)
ON_PAIR = (Verdict.SAME, Verdict.DIFFERENT, Verdict.UNSURE)


@dataclass(frozen=True, slots=True)
class Judgement:
    """`target` is one id (claim or report) or two mention ids in order; `at` is an ISO 8601 UTC timestamp."""

    target: tuple[str, ...]
    verdict: Verdict
    by: str
    at: str
    why: str = ""
    correction: Value | None = None

    def __post_init__(self) -> None:
        if (self.verdict in ON_PAIR) != (len(self.target) == 2) or len(self.target) not in (1, 2):
            raise ValueFormatError(f"{self.verdict} does not judge {len(self.target)} thing(s)")
        if (self.verdict is Verdict.CORRECTED) != (self.correction is not None):
            raise ValueFormatError("a correction, and only a correction, says what is right")
        if self.target != tuple(sorted(self.target)):
            raise ValueFormatError("a pair is written with the smaller id first")

    @property
    def id(self) -> str:
        correction = self.correction.to_json() if self.correction else None
        return digest("judgement", list(self.target), self.verdict, self.by, self.at, self.why, correction)

    @property
    def order(self) -> tuple[str, str]:
        """Sorts judgements from oldest to newest, the same way wherever they arrived."""
        return self.at, self.id


def pair(a: str, b: str) -> tuple[str, str]:
    """Two mention ids as the target of a judgement on whether they are the same."""
    return (a, b) if a < b else (b, a)
