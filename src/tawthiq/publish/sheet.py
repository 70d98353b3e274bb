"""The claims of one report laid out as rows: a row a mention, its fields by predicate."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from tawthiq.model import Claim, Count, Kind, Mention, Range, When, hull
from tawthiq.model.edtf import EDTF


@dataclass(frozen=True, slots=True)
class Row:
    """One mention with its claims by predicate, each in the order of the text reading."""

    mention: Mention
    fields: dict[str, list[Claim]] = field(default_factory=dict)

    def claims(self, predicate: str) -> list[Claim]:
        return self.fields.get(predicate, [])

    def all(self, predicate: str) -> list[str]:
        """The values as words or codes."""
        return [str(claim.value) for claim in self.claims(predicate)]

    def one(self, predicate: str) -> str | None:
        return next(iter(self.all(predicate)), None)

    def range(self, predicate: str) -> Range | None:
        """The range over every version of a count."""
        return hull(c.value.range for c in self.claims(predicate) if isinstance(c.value, Count))

    def date(self, predicate: str) -> EDTF | None:
        return next((c.value.date for c in self.claims(predicate) if isinstance(c.value, When)), None)


def rows(claims: Iterable[Claim]) -> dict[Kind, list[Row]]:
    """Rows by kind of mention, in the order in which the claims first speak of them."""
    by_mention: dict[Mention, Row] = {}
    for claim in claims:
        row = by_mention.setdefault(claim.subject, Row(claim.subject))
        row.fields.setdefault(claim.predicate, []).append(claim)
    out: dict[Kind, list[Row]] = {kind: [] for kind in Kind}
    for row in by_mention.values():
        out[row.mention.kind].append(row)
    return out
