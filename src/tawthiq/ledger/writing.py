"""Putting a batch into the tables: only what is new, all of it or nothing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from typing import Any, Protocol, TypeVar

from sqlalchemy import Connection, Table

from tawthiq.errors import StoreError
from tawthiq.ledger.batch import Added, Batch
from tawthiq.ledger.chain import content_digest, next_link
from tawthiq.ledger.chunks import existing
from tawthiq.ledger.dialects import Dialect
from tawthiq.ledger.index import add_entries
from tawthiq.ledger.reading import position
from tawthiq.ledger.rows import claim_row, judgement_row, report_row
from tawthiq.ledger.schema import batches, claims, judgements, originals, reports
from tawthiq.model import Claim, Judgement, Mention, Report
from tawthiq.model.ids import sha256


class _HasId(Protocol):
    @property
    def id(self) -> str: ...


Thing = TypeVar("Thing", bound=_HasId)


@dataclass(frozen=True, slots=True)
class _Fresh:
    """What of a batch the ledger does not have yet, by id."""

    originals: dict[str, bytes]
    reports: dict[str, Report]
    claims: dict[str, Claim]
    judgements: dict[str, Judgement]
    subjects: dict[Mention, str]


def append(connection: Connection, dialect: Dialect, batch: Batch) -> Added:
    """Write the batch inside the caller's transaction, under the writer's lock."""
    fresh = _fresh(connection, batch)
    if not (fresh.reports or fresh.claims or fresh.judgements):
        return Added(position=position(connection))
    sure = {id_: claim.confidence for id_, claim in fresh.claims.items()}
    link = next_link(connection, content_digest(fresh.reports.items(), sure, fresh.judgements))
    connection.execute(dialect.insert(batches), {**asdict(link), "chain": link.chain})
    for table, rows in _rows(fresh, link.position):
        if rows:
            _check(table, rows)
            connection.execute(dialect.insert(table), rows)
    add_entries(connection, dialect, fresh.reports, fresh.claims, fresh.subjects)
    return Added(len(fresh.reports), len(fresh.claims), len(fresh.judgements), link.position)


def _fresh(connection: Connection, batch: Batch) -> _Fresh:
    fresh = _Fresh(
        originals={report.sha256: data for report, data in batch.reports},
        reports=_new(connection, reports, (report for report, _ in batch.reports)),
        claims=_new(connection, claims, batch.claims),
        judgements=_new(connection, judgements, batch.judgements),
        subjects={},
    )
    # Each id is a digest; claims of one mention share it.
    for mention in dict.fromkeys(claim.subject for claim in fresh.claims.values()):
        fresh.subjects[mention] = mention.id
    for name, data in fresh.originals.items():
        if sha256(data) != name:
            raise StoreError(f"the original bytes of a report do not give its SHA-256 {name}")
    spoken_of = {claim.report for claim in fresh.claims.values()} - fresh.reports.keys()
    for missing in sorted(spoken_of - existing(connection, reports.c.id, spoken_of))[:1]:
        raise StoreError(f"a claim speaks of report {missing}, which the store does not have")
    return fresh


def _new(connection: Connection, table: Table, things: Iterable[Thing]) -> dict[str, Thing]:
    try:
        by_id = {thing.id: thing for thing in reversed(list(things))}
    except UnicodeEncodeError as error:
        raise StoreError("a text holds half of a surrogate pair, which cannot be stored") from error
    known = existing(connection, table.c.id, by_id)
    return {id_: thing for id_, thing in reversed(by_id.items()) if id_ not in known}


def _rows(fresh: _Fresh, batch: int) -> Iterable[tuple[Table, list[dict[str, Any]]]]:
    yield originals, [{"sha256": name, "bytes": data} for name, data in fresh.originals.items()]
    yield reports, [report_row(report, id_, batch) for id_, report in fresh.reports.items()]
    yield claims, [claim_row(claim, id_, fresh.subjects[claim.subject], batch) for id_, claim in fresh.claims.items()]
    yield judgements, [judgement_row(judgement, id_, batch) for id_, judgement in fresh.judgements.items()]


def _check(table: Table, rows: Iterable[Mapping[str, Any]]) -> None:
    """PostgreSQL cannot hold the character NUL, so that no store takes it."""
    for row in rows:
        for value in row.values():
            if isinstance(value, str) and "\0" in value:
                raise StoreError(f"one of the {table.name} holds the character NUL, which cannot be stored")
