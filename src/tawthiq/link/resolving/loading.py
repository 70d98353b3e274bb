"""From a store to what is compared: incidents or persons of all reports, what was judged of them, their records."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol, TypeVar

from tawthiq.errors import UsageError
from tawthiq.ledger import Ledger
from tawthiq.ledger.chunks import portions
from tawthiq.link.resolving.case import Case, incident_case, person_case
from tawthiq.link.resolving.events import events_of
from tawthiq.link.resolving.origins import Origins, find_origins
from tawthiq.link.resolving.people import people_of
from tawthiq.model import Claim, Kind, Report
from tawthiq.register.queries import record_ids_of
from tawthiq.register.standing import Verdicts, newest

_REPORTS = 100
T = TypeVar("T")


class Read(Protocol[T]):
    """`events_of` or `people_of`."""

    def __call__(self, report: Report, claims: Iterable[Claim], verdicts: Verdicts | None = None) -> list[T]: ...


@dataclass(frozen=True, slots=True)
class Loaded:
    """What a command needs of a store: the case, each mention's record, the judgement that holds on each pair."""

    case: Case
    records: dict[str, str]
    verdicts: Verdicts


def load(ledger: Ledger, kind: Kind) -> Loaded:
    """All mentions of a kind that is resolved across reports: incidents or persons. UsageError for another kind."""
    cases: dict[Kind, Callable[[], Case]] = {
        Kind.INCIDENT: lambda: incident_case(list(_things(ledger, events_of))),
        Kind.PERSON: lambda: person_case(list(_things(ledger, people_of))),
    }
    if kind not in cases:
        raise UsageError(f"incidents and persons are compared across reports; {kind} is not")
    case = cases[kind]()
    mentions = [thing.mention for thing in case.things]
    return Loaded(case, record_ids_of(ledger, mentions), newest(ledger.judgements_among(mentions)))


def load_origins(ledger: Ledger) -> Origins:
    groups: dict[str, list[str]] = {}
    for mention in ledger.mentions(Kind.GROUP):
        groups.setdefault(mention.report, []).append(mention.label)
    return find_origins(ledger.reports(), groups)


def _things(ledger: Ledger, read: Read[T]) -> Iterator[T]:
    for some in portions(ledger.reports(), _REPORTS):
        by_report: dict[str, list[Claim]] = {report.id: [] for report in some}
        for claim in ledger.claims_in(by_report):
            by_report[claim.report].append(claim)
        said = [claim for claims in by_report.values() for claim in claims]
        verdicts = newest(ledger.judgements_on({id_ for claim in said for id_ in (claim.id, claim.report)}))
        for report in some:
            claims = sorted(by_report[report.id], key=lambda c: (c.span.start, c.span.end, c.id))
            yield from read(report, claims, verdicts)
