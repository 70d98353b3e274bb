"""The ledger's public face."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Any, TypeVar

from sqlalchemy import Column, Connection, Engine, Select, Table

from tawthiq.ledger import chain, reading, searching, writing
from tawthiq.ledger.batch import Added, Batch, News
from tawthiq.ledger.chunks import existing, portions
from tawthiq.ledger.connect import connect, store_url
from tawthiq.ledger.dialects import WRITE, dialect_of
from tawthiq.ledger.faults import name_of, plain_errors
from tawthiq.ledger.rows import Row, claim_of, judgement_of, mention_of, report_of
from tawthiq.ledger.schema import claims, judgements, reports
from tawthiq.ledger.searching import Hit
from tawthiq.model import Claim, Judgement, Kind, Mention, Report, Verdict
from tawthiq.model.judgement import in_force

_UNITE_REPORTS = 100
_UNITE_JUDGEMENTS = 2000

T = TypeVar("T")


def open_ledger(url_or_path: str | Path, *, create: bool = True) -> Ledger:
    """Open, and make or upgrade where needed; `create=False` refuses an absent SQLite file. StoreError on any fault."""
    return Ledger(connect(store_url(url_or_path), create))


class Ledger:
    """A set of reports, claims and judgements that only grows. Iterators read from one consistent state."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._dialect = dialect_of(engine.dialect.name)

    def __enter__(self) -> Ledger:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        self._engine.dispose()

    @property
    def engine(self) -> Engine:
        """The database itself, for measuring and for looking behind the ledger's back."""
        return self._engine

    @property
    def name(self) -> str:
        """The store's path, or its URL without a password."""
        return name_of(self._engine.url)

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection for questions; also for projections, which keep tables of their own beside the ledger's."""
        with plain_errors(self._engine.url), self._engine.connect() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A transaction under the writer's lock from its first statement on: nobody else writes meanwhile."""
        with plain_errors(self._engine.url), self._engine.connect() as connection:
            connection = connection.execution_options(**{WRITE: True})
            with connection.begin():
                yield connection

    def append(self, batch: Batch) -> Added:
        """Store a batch in one transaction; what is there already is left alone. When this returns, it is on disk."""
        with self.writing() as connection:
            return writing.append(connection, self._dialect, batch)

    def unite(self, other: Ledger) -> Added:
        """Add everything that the other ledger has."""
        added = Added(position=self.position())
        for portion in portions(other.reports(), _UNITE_REPORTS):
            found = other.claims_in(report.id for report in portion)
            added += self.append(Batch([(r, other.original(r.sha256)) for r in portion], found))
        for verdicts in portions(other.judgements(), _UNITE_JUDGEMENTS):
            added += self.append(Batch(judgements=verdicts))
        return added

    def position(self) -> int:
        """The number of the newest batch; 0 while there is none."""
        with self.reading() as connection:
            return reading.position(connection)

    def new_since(self, position: int) -> News:
        """Ids of all that batches after `position` added."""
        with self.reading() as connection:
            return reading.new_since(connection, position)

    def report(self, id_: str) -> Report:
        with self.reading() as connection:
            return reading.one(connection, reports, id_, report_of)

    def has_report(self, id_: str) -> bool:
        with self.reading() as connection:
            return bool(existing(connection, reports.c.id, [id_]))

    def read_by(self, method: str, report_ids: Iterable[str]) -> set[str]:
        """Those of the reports that have a claim of this method."""
        with self.reading() as connection:
            return reading.read_by(connection, method, report_ids)

    def reports(self) -> Iterator[Report]:
        """All reports by date of publication and id, the undated first."""
        return self._stream(reading.reports_in_order(), report_of)

    def find_report(self, words: str) -> Report:
        """The report of that name, or whose id begins so; NotFoundError, AmbiguousError."""
        with self.reading() as connection:
            return report_of(reading.find(connection, reports, words, reports.c.name))

    def original(self, sha256: str) -> bytes:
        with self.reading() as connection:
            return reading.original(connection, sha256)

    def claim(self, id_: str) -> Claim:
        with self.reading() as connection:
            return reading.one(connection, claims, id_, claim_of)

    def claims(self, report: str | None = None) -> Iterator[Claim]:
        """All claims, or those of one report, by report and place in its text."""
        return self._stream(reading.claims_in_order(report), claim_of)

    def claims_of(self, mention_ids: Iterable[str]) -> list[Claim]:
        """The claims whose subject is any of these mentions."""
        return self._rows_with(claims, [claims.c.subject], mention_ids, claim_of)

    def claims_in(self, report_ids: Iterable[str]) -> list[Claim]:
        """The claims of any of these reports."""
        return self._rows_with(claims, [claims.c.report], report_ids, claim_of)

    def claims_by_id(self, ids: Iterable[str]) -> list[Claim]:
        """Those of these claims that the store has."""
        return self._rows_with(claims, [claims.c.id], ids, claim_of)

    def unjudged(self, kind: Kind | None = None) -> Iterator[Claim]:
        """Claims on which no judgement is in force: those without confidence first, then the least sure."""
        with self.reading() as connection:
            again = self._with_undoings(judgement_of(row) for row in reading.undone_and_redone(connection))
            redone = {j.target[0] for j in in_force(again)}
            found = reading.stream(connection, reading.unjudged_in_order(kind), claim_of)
            yield from (claim for claim in found if not redone or claim.id not in redone)

    def find_claim(self, prefix: str) -> Claim:
        """The claim whose id begins so; NotFoundError, AmbiguousError."""
        with self.reading() as connection:
            return claim_of(reading.find(connection, claims, prefix))

    def judgements(self) -> Iterator[Judgement]:
        """All judgements, oldest first."""
        return self._stream(reading.judgements_in_order(), judgement_of)

    def judgements_on(self, targets: Iterable[str]) -> list[Judgement]:
        """The judgements on any of these claims or reports, oldest first, with all that undo them."""
        found = self._rows_with(judgements, [judgements.c.target], targets, judgement_of)
        return self._with_undoings(j for j in found if len(j.target) == 1)

    def judgements_among(self, mention_ids: Iterable[str]) -> list[Judgement]:
        """The judgements on pairs that touch any of these mentions, oldest first, with all that undo them."""
        c = judgements.c
        found = self._rows_with(judgements, [c.target, c.other], mention_ids, judgement_of)
        return self._with_undoings(j for j in found if len(j.target) == 2)

    def find_judgement(self, prefix: str) -> Judgement:
        """The judgement whose id begins so; NotFoundError, AmbiguousError."""
        with self.reading() as connection:
            return judgement_of(reading.find(connection, judgements, prefix))

    def judgements_by_id(self, ids: Iterable[str]) -> list[Judgement]:
        """Those of these judgements that the store has, oldest first."""
        return sorted(self._rows_with(judgements, [judgements.c.id], ids, judgement_of), key=_order)

    def mentions(self, kind: Kind | None = None) -> Iterator[Mention]:
        """Each mention that some claim has as its subject, by id."""
        return self._stream(reading.mentions_in_order(kind), mention_of)

    def search(self, words: str, kinds: Collection[str] | None = None, limit: int = 20) -> list[Hit]:
        """Reports and mentions that hold all of the words; `kinds` are "report", "mention" or kinds of mentions."""
        with self.reading() as connection:
            return searching.search(connection, self._dialect, words, kinds, limit)

    def verify_chain(self) -> list[str]:
        """A sentence for each batch that is not what the audit chain says; empty where all is well."""
        with self.reading() as connection:
            return list(chain.broken_links(connection))

    def verify_content(self) -> list[str]:
        """A sentence for each row or original whose content does not give its id; empty where all is well."""
        with self.reading() as connection:
            return list(chain.false_content(connection))

    def _stream(self, query: Select[Any], read: Callable[[Row], T]) -> Iterator[T]:
        with self.reading() as connection:
            yield from reading.stream(connection, query, read)

    def _with_undoings(self, judged: Iterable[Judgement]) -> list[Judgement]:
        """Undoings may be undone, so this follows them to the end; oldest first."""
        found = {j.id: j for j in judged}
        new: Collection[str] = found.keys()
        while new:
            undoings = self._rows_with(judgements, [judgements.c.target], new, judgement_of)
            fresh = {j.id: j for j in undoings if j.verdict is Verdict.UNDONE and j.id not in found}
            found |= fresh
            new = fresh.keys()
        return sorted(found.values(), key=_order)

    def _rows_with(
        self, table: Table, columns: Collection[Column[Any]], ids: Iterable[str], read: Callable[[Row], T]
    ) -> list[T]:
        with self.reading() as connection:
            return [read(row) for row in reading.rows_with(connection, table, columns, ids)]


def _order(judgement: Judgement) -> tuple[str, str]:
    return judgement.order
