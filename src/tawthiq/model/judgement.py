"""A verdict of a person, or of a stated rule, on a claim, a pair of mentions, a report, or another judgement."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from tawthiq.errors import ValueFormatError
from tawthiq.model.enums import Verdict
from tawthiq.model.ids import digest
from tawthiq.model.value import Value

ON_CLAIM = (Verdict.ACCEPTED, Verdict.REJECTED, Verdict.CORRECTED)
ON_PAIR = (Verdict.SAME, Verdict.DIFFERENT, Verdict.UNSURE)
BY_RULE = "rule:"
"""How `by` begins where a rule judges that a person wrote; its name follows."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """`target`: an id of a claim, report or judgement, or two mention ids in order; `at`: an ISO 8601 UTC timestamp."""

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

    @property
    def by_rule(self) -> bool:
        """Whether a rule judged, which a person wrote and let run, rather than the person."""
        return self.by.startswith(BY_RULE)


def pair(a: str, b: str) -> tuple[str, str]:
    """Two mention ids as the target of a judgement on whether they are the same."""
    return (a, b) if a < b else (b, a)


def in_force(judgements: Iterable[Judgement]) -> list[Judgement]:
    """Those that nothing undoes, the undoings left out. An undoing may be undone in turn: then what it undid holds."""
    held = list(judgements)
    void = undone(held)
    return [each for each in held if each.verdict is not Verdict.UNDONE and not (void and each.id in void)]


def undone(judgements: Iterable[Judgement]) -> set[str]:
    """Ids that an undoing in force names. An id is a digest of what it undoes, so no chain of undoings closes."""
    undoings = {each.id: each.target[0] for each in judgements if each.verdict is Verdict.UNDONE}
    waits = Counter(undoings.values())
    ready, void = [id_ for id_ in undoings if id_ not in waits], set[str]()
    while ready:
        id_ = ready.pop()
        target = undoings[id_]
        waits[target] -= 1
        if id_ not in void:
            void.add(target)
        if target in undoings and not waits[target]:
            ready.append(target)
    return void
