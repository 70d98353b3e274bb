"""Which incidents the reports of a body tell of: its own, and those that name it as their source."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Set

from sqlalchemy import select

from tawthiq.figures.reconciling.reconcile import ToldBy
from tawthiq.ledger import Ledger
from tawthiq.ledger.schema import claims, reports
from tawthiq.model import Kind
from tawthiq.register.tables import record_mentions, records
from tawthiq.text.fold import fold_phrase


def told_by(ledger: Ledger) -> ToldBy:
    """Names are compared as they fold; one may stand within the other (مكتب التوثيق في تجمع السهل)."""
    told: defaultdict[str, set[str]] = defaultdict(set)
    for name, record in _named(ledger):
        told[fold_phrase(name)].add(record)
    told.pop("", None)

    def of(body: str) -> Set[str]:
        alike = (found for name, found in told.items() if _alike(name, fold_phrase(body)))
        return frozenset(record for found in alike for record in found)

    return of


def _alike(name: str, other: str) -> bool:
    """Whether the words of one stand on end in the other; none stand in nothing."""
    return bool(name and other) and (f" {name} " in f" {other} " or f" {other} " in f" {name} ")


def _named(ledger: Ledger) -> Iterator[tuple[str, str]]:
    """Outlets and speakers of what incidents are, with the record of each incident."""
    m = record_mentions.c
    asked = (
        select(claims.c.speaker, reports.c.outlet, records.c.id)
        .join(reports, reports.c.id == claims.c.report)
        .join(record_mentions, m.mention == claims.c.subject)
        .join(records, records.c.slot == m.slot)
        .where(claims.c.kind == Kind.INCIDENT.value)
        .distinct()
    )
    with ledger.reading() as connection:
        for row in connection.execute(asked):
            yield row.speaker or "", row.id
            yield row.outlet or "", row.id
