"""What the claims of one report say of its mentions, after judgement; the way in for all of this room."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from tawthiq.model import EDTF, Claim, Count, Kind, Mention, Range, Ref, Value, When, hull
from tawthiq.register.rule import Rule, default_rule
from tawthiq.register.standing import Verdicts, standing_of, value_of


@dataclass(frozen=True, slots=True)
class Told:
    """One mention and the values that count, by predicate."""

    mention: Mention
    values: dict[str, list[Value]] = field(default_factory=dict)

    def all(self, predicate: str) -> tuple[str, ...]:
        """As words or codes, each once."""
        return tuple(dict.fromkeys(str(value) for value in self.values.get(predicate, ())))

    def one(self, predicate: str) -> str:
        return next(iter(self.all(predicate)), "")

    def refs(self, predicate: str) -> tuple[str, ...]:
        """Ids of the mentions that are referred to."""
        return tuple(value.mention for value in self.values.get(predicate, ()) if isinstance(value, Ref))

    def count(self, predicate: str) -> Range | None:
        return hull(value.range for value in self.values.get(predicate, ()) if isinstance(value, Count))

    def date(self, predicate: str) -> EDTF | None:
        return next((value.date for value in self.values.get(predicate, ()) if isinstance(value, When)), None)


def told(claims: Iterable[Claim], verdicts: Verdicts | None = None, rule: Rule | None = None) -> dict[str, Told]:
    """By mention's id, in the order of the claims; what is rejected, denied or doubted is left out."""
    verdicts, rule = verdicts or {}, rule or default_rule()
    out: dict[str, Told] = {}
    ids: dict[Mention, str] = {}
    for claim in claims:
        standing = standing_of(claim, verdicts, rule)
        if standing is None or not standing.counts:
            continue
        id_ = ids.setdefault(claim.subject, claim.subject.id)
        row = out.setdefault(id_, Told(claim.subject, {}))
        row.values.setdefault(claim.predicate, []).append(value_of(claim, verdicts.get((claim.id,))))
    return out


def of_kind(rows: Mapping[str, Told], kind: Kind) -> dict[str, Told]:
    return {id_: row for id_, row in rows.items() if row.mention.kind is kind}
