"""From when to when an agreement's duties hold, as surely as its dates tell; effects of statuses as data."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache

from tawthiq.agreements.durations import days_of, hours_of
from tawthiq.agreements.said import Says
from tawthiq.model import EDTF
from tawthiq.model.records import Agreement
from tawthiq.text.tables import table

FOREVER = date.max.toordinal()


@dataclass(frozen=True, slots=True)
class Force:
    """`first` and `last` are ordinals of days, both in force; `first` None where no duty holds, and `why` says why."""

    first: int | None
    last: int = FOREVER
    why: str = ""

    def within(self, words: Iterable[str]) -> Force:
        """Cut short by a length of time in words, counted from the first day."""
        hours = next((hours for each in words if (hours := hours_of(each)) is not None), None)
        if self.first is None or hours is None:
            return self
        return Force(self.first, min(self.last, self.first + days_of(hours)), self.why)


@cache
def _effects() -> tuple[tuple[str, str, str], ...]:
    return tuple((row["status"], row["field"], row["effect"]) for row in table("agreements/statuses.tsv"))


def status_days() -> list[tuple[str, str]]:
    """Each status with the field that has its days, in the order of the list."""
    return [(status, field) for status, field, _ in _effects()]


def force_of(agreement: Agreement, says: Says) -> Force:
    """Surely in force from the last day that a beginning can mean to the day before the first that an end can."""
    begins, ends = _days(agreement, says, "begins"), _days(agreement, says, "ends")
    statuses = says.codes(agreement.status)
    begun = any(status in statuses for status, _, effect in _effects() if effect in ("begins", "stays"))
    if not begins and begun:
        begins = says.dates(agreement.date)
    starts = [day.latest.toordinal() for day in begins if day.latest]
    if not starts:
        why = "no day is told from which it holds" if begun else f"not in force: {', '.join(statuses) or 'no status'}"
        return Force(None, why=why)
    first = min(starts)
    stops = [day.earliest.toordinal() - 1 for day in ends if day.earliest]
    last = min((stop for stop in stops if stop >= first), default=FOREVER)
    return Force(first, last).within(says.words(agreement.duration))


def _days(agreement: Agreement, says: Says, effect: str) -> list[EDTF]:
    fields = [field for _, field, does in _effects() if does == effect]
    return [day for field in fields for day in says.dates(getattr(agreement, field))]
