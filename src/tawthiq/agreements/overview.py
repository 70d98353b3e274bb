"""All agreements of a store at a glance, in one pass over its records."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import cast

from tawthiq.agreements.force import status_days
from tawthiq.ledger import Ledger
from tawthiq.model import Code, Kind, Ref, When
from tawthiq.model.records import Agreement, Clause, Delegation, Field
from tawthiq.register import records


@dataclass(frozen=True, slots=True)
class Glance:
    """An agreement with its last status that counts ("" for none) and how many clauses and delegations it has."""

    agreement: Agreement
    status: str
    clauses: int
    delegations: int


def overview(ledger: Ledger) -> list[Glance]:
    held = cast(list[Agreement], list(records(ledger, Kind.AGREEMENT)))
    of = {mention: each.id for each in held for mention in each.mentions}
    clauses = Counter(id_ for row in _clauses(ledger) for id_ in _records(row.agreement, of))
    meetings = {mention: each.id for each in records(ledger, Kind.MEETING) for mention in each.mentions}
    came = Counter(id_ for row in _delegations(ledger) for id_ in _records(row.meeting, meetings))
    return [
        Glance(each, status_of(each), clauses[each.id], sum(came[id_] for id_ in _records(each.meeting, meetings)))
        for each in held
    ]


def _clauses(ledger: Ledger) -> Iterator[Clause]:
    return cast(Iterator[Clause], records(ledger, Kind.CLAUSE))


def _delegations(ledger: Ledger) -> Iterator[Delegation]:
    return cast(Iterator[Delegation], records(ledger, Kind.DELEGATION))


def _mentions(field: Field) -> Iterator[str]:
    return (a.value.mention for a in field if isinstance(a.value, Ref) and a.standing.counts)


def _records(field: Field, known: Mapping[str, str]) -> set[str]:
    return {known[mention] for mention in _mentions(field) if mention in known}


def status_of(agreement: Agreement) -> str:
    """The status of the last day that is told; of none the best attested status."""
    days = [
        (each.value.date.text, status)
        for status, field in status_days()
        for each in getattr(agreement, field)
        if isinstance(each.value, When) and each.standing.counts
    ]
    stated = (each.value.code for each in agreement.status if isinstance(each.value, Code) and each.standing.counts)
    return max(days)[1] if days else next(stated, "")
