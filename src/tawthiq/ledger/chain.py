"""The audit chain: each batch carries a digest of what it added and a hash that binds it to all batches before."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import astuple, dataclass
from datetime import UTC, datetime

from sqlalchemy import Connection, Table, select

from tawthiq import __version__
from tawthiq.ledger.rows import Row, claim_of, judgement_of, report_of
from tawthiq.ledger.schema import batches, claims, judgements, originals, reports
from tawthiq.model import Claim, Judgement, Report
from tawthiq.model.ids import canonical, sha256

START = "0" * 64


@dataclass(frozen=True, slots=True)
class Link:
    """One batch; `previous` is the chain hash of the one before, START for the first."""

    position: int
    added_at: str
    version: str
    digest: str
    previous: str

    @property
    def chain(self) -> str:
        return sha256(canonical(astuple(self)).encode())


def content_digest(
    reports: Iterable[tuple[str, Report]], claims: Mapping[str, float | None], judgement_ids: Iterable[str]
) -> str:
    """SHA-256 over the ids of one batch, and over what ids leave out: custody of reports, confidence of claims (by id).

    A batch whose claims have no confidence has the digest that it had before there was any.
    """
    custody = sorted(
        [i, r.name, r.title, r.outlet, r.author, r.language, r.media_type, r.retrieved] for i, r in reports
    )
    sure = sorted([id_, float(confidence)] for id_, confidence in claims.items() if confidence is not None)
    parts = [custody, sorted(claims), sorted(judgement_ids), *([sure] if sure else [])]
    return sha256(canonical(parts).encode())


def next_link(connection: Connection, digest: str) -> Link:
    """The link that follows the last one, at this moment."""
    last = connection.execute(
        select(batches.c.position, batches.c.chain).order_by(batches.c.position.desc()).limit(1)
    ).first()
    position, previous = (last.position + 1, last.chain) if last else (1, START)
    return Link(position, datetime.now(UTC).isoformat(timespec="seconds"), __version__, digest, previous)


def broken_links(connection: Connection) -> Iterator[str]:
    """A sentence for each batch whose content or hash is not what the chain says."""
    position, previous = 0, START
    for row in connection.execute(select(batches).order_by(batches.c.position)).all():
        link = Link(row.position, row.added_at, row.version, row.digest, row.previous)
        if row.position != position + 1:
            yield f"batch {position + 1} is missing"
        elif row.previous != previous:
            yield f"batch {row.position} does not follow the batch before it"
        if row.chain != link.chain:
            yield f"batch {row.position} was changed after it was written"
        if _stored_digest(connection, row.position) != row.digest:
            yield f"batch {row.position} does not hold what it held when it was written"
        position, previous = row.position, row.chain


def _stored_digest(connection: Connection, position: int) -> str:
    held = connection.execute(select(reports).where(reports.c.batch == position)).mappings()
    sure = select(claims.c.id, claims.c.confidence).where(claims.c.batch == position)
    return content_digest(
        ((row["id"], report_of(row)) for row in held),
        {row.id: row.confidence for row in connection.execute(sure)},
        connection.scalars(select(judgements.c.id).where(judgements.c.batch == position)),
    )


def false_content(connection: Connection) -> Iterator[str]:
    """A sentence for each row whose id, and each original whose SHA-256, is not that of its content."""
    readers: dict[Table, Callable[[Row], Report | Claim | Judgement]] = {
        reports: report_of,
        claims: claim_of,
        judgements: judgement_of,
    }
    for table, read in readers.items():
        for row in connection.execute(select(table)).mappings():
            try:
                true_id = read(row).id
            except (ValueError, KeyError):
                true_id = ""
            if true_id != row["id"]:
                yield f"{table.name[:-1]} {row['id']} was changed: its content no longer gives its id"
    for name, data in _originals(connection):
        if sha256(data) != name:
            yield f"original {name} was changed: its bytes no longer give its SHA-256"


def _originals(connection: Connection) -> Iterator[tuple[str, bytes]]:
    for name in connection.scalars(select(originals.c.sha256).order_by(originals.c.sha256)).all():
        yield name, connection.scalars(select(originals.c.bytes).where(originals.c.sha256 == name)).one()
