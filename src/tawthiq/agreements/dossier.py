"""All that is said of one agreement, in PA-X terms: every value with what it counts for and the words behind it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar, cast

from tawthiq.agreements.force import status_days
from tawthiq.agreements.overview import status_of
from tawthiq.errors import AmbiguousError, NotFoundError
from tawthiq.ledger import Ledger
from tawthiq.model import Kind, Ref, Stance, Standing, Value, When
from tawthiq.model.records import Agreement, Clause, Delegation, Field, Record
from tawthiq.register import Behind, claims_behind, find_records, get_record, record_of, records

R = TypeVar("R", bound=Record)


@dataclass(frozen=True, slots=True)
class Valued:
    """One value of a field; `words` are the claims that state it, also those that deny it."""

    value: Value
    standing: Standing
    words: tuple[Behind, ...]

    @property
    def denied(self) -> bool:
        """Whether all who speak of it say that it is not so."""
        return bool(self.words) and all(each.claim.stance is Stance.DENIES for each in self.words)


@dataclass(frozen=True, slots=True)
class Status:
    """That an agreement came into a status; `day` None where no day of it is told."""

    status: str
    day: Valued | None
    told: Valued | None


def find_agreement(ledger: Ledger, words: str) -> Agreement:
    """By name, else by the beginning of its id. NotFoundError, AmbiguousError."""
    found = find_records(ledger, Kind.AGREEMENT, words)
    if len(found) > 1:
        raise AmbiguousError(f"{len(found)} agreements are called so: {', '.join(record.id[:8] for record in found)}")
    record = found[0] if found else get_record(ledger, words)
    if not isinstance(record, Agreement):
        raise NotFoundError(f"{words!r} is no agreement but a {record.kind}")
    return record


@dataclass(frozen=True)
class Dossier:
    """Read from the store when it is asked for."""

    ledger: Ledger
    agreement: Agreement

    @cached_property
    def behind(self) -> dict[str, Behind]:
        return {each.claim.id: each for each in claims_behind(self.ledger, self.agreement)}

    def values(self, name: str) -> list[Valued]:
        """Of a field of the agreement, the best attested first, denied and rejected ones last."""
        return self._valued(getattr(self.agreement, name), self.behind)

    def fields_of(self, record: Record, names: Iterable[str]) -> dict[str, list[Valued]]:
        """Fields of a clause, a delegation or another record beside the agreement."""
        behind = {each.claim.id: each for each in claims_behind(self.ledger, record)}
        return {name: self._valued(getattr(record, name), behind) for name in names}

    def _valued(self, field: Field, behind: dict[str, Behind]) -> list[Valued]:
        return [Valued(a.value, a.standing, tuple(behind[id_] for id_ in a.claims if id_ in behind)) for a in field]

    def course(self) -> list[Status]:
        """Statuses by their days, those without one first."""
        stated = {str(each.value): each for each in self.values("status")}
        found = []
        for status, field in status_days():
            days = [each for each in self.values(field) if isinstance(each.value, When)]
            found += [Status(status, day, stated.get(status)) for day in days]
            if not days and status in stated:
                found.append(Status(status, None, stated[status]))
        return sorted(found, key=_when)

    @property
    def status(self) -> str:
        """The last in its course that counts; "" where none does."""
        return status_of(self.agreement)

    @cached_property
    def clauses(self) -> list[Clause]:
        """By their place in the text."""
        found = [clause for clause in self._all(Kind.CLAUSE, Clause) if self._is_of(clause.agreement)]
        return sorted(found, key=lambda clause: (clause.label, clause.id))

    @cached_property
    def delegations(self) -> list[Delegation]:
        meetings = {record.id for record in self.records_of(self.agreement.meeting)}
        rows = self._all(Kind.DELEGATION, Delegation)
        return [row for row in rows if any(record.id in meetings for record in self.records_of(row.meeting))]

    @cached_property
    def predecessors(self) -> list[Record]:
        return self.records_of(self.agreement.predecessor)

    @cached_property
    def successors(self) -> list[Agreement]:
        mine = self._all(Kind.AGREEMENT, Agreement)
        return [row for row in mine if row.id != self.agreement.id and self._is_of(row.predecessor)]

    def _all(self, kind: Kind, cls: type[R]) -> Sequence[R]:
        return cast(list[R], list(records(self.ledger, kind)))

    def _is_of(self, field: Field) -> bool:
        held = set(self.agreement.mentions)
        return any(isinstance(a.value, Ref) and a.standing.counts and a.value.mention in held for a in field)

    def records_of(self, field: Field) -> list[Record]:
        """The records that a field refers to with a value that counts, each once."""
        found: dict[str, Record] = {}
        for each in field:
            if isinstance(each.value, Ref) and each.standing.counts:
                try:
                    record = record_of(self.ledger, each.value.mention)
                except NotFoundError:
                    continue
                found.setdefault(record.id, record)
        return list(found.values())


def _when(status: Status) -> str:
    return status.day.value.date.text if status.day and isinstance(status.day.value, When) else ""
