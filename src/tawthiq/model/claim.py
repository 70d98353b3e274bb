"""One statement of a report, tied to its words and to who says it."""

from __future__ import annotations

from dataclasses import dataclass, field

from tawthiq.errors import ValueFormatError
from tawthiq.model.enums import Bound, Kind, Stance, Voice
from tawthiq.model.ids import digest
from tawthiq.model.span import Span
from tawthiq.model.value import Value


@dataclass(frozen=True, slots=True)
class Mention:
    """What one report calls somebody, some place or some event. Which record it belongs to is a judgement."""

    report: str
    kind: Kind
    span: Span
    label: str

    @property
    def id(self) -> str:
        return digest("mention", self.report, self.kind, self.span.start, self.span.end, self.label)


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who says it: the words that name or describe them; the outlet itself has none."""

    voice: Voice = Voice.OUTLET
    label: str | None = None


OUTLET = Speaker()


@dataclass(frozen=True, slots=True)
class Claim:
    """Never changes; a newer one is added beside it. `predicate` is a field of the record that `subject` becomes.

    `confidence` is the method's own estimate, 0 to 1, that a careful reader would say the same; None where the method
    gives none. It takes no part in the id nor in equality (docs/adr/0006).
    """

    subject: Mention
    predicate: str
    value: Value
    span: Span
    method: str
    speaker: Speaker = OUTLET
    stance: Stance = Stance.ASSERTS
    bound: Bound = Bound.EXACT
    confidence: float | None = field(default=None, compare=False)

    def __post_init__(self) -> None:
        if self.confidence is not None and not 0 <= self.confidence <= 1:
            raise ValueFormatError(f"a confidence lies between 0 and 1: {self.confidence}")

    @property
    def report(self) -> str:
        return self.subject.report

    @property
    def id(self) -> str:
        return digest(
            "claim",
            self.subject.id,
            self.predicate,
            self.value.to_json(),
            [self.span.start, self.span.end],
            self.method,
            [self.speaker.voice, self.speaker.label],
            self.stance,
            self.bound,
        )
