"""Finding reports and mentions by words, with the words around the first match."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from sqlalchemy import Connection, Select, func, select

from tawthiq.ledger.chunks import portions
from tawthiq.ledger.dialects import Dialect
from tawthiq.ledger.rows import Row
from tawthiq.ledger.schema import REPORT_ENTRY, entries, reports
from tawthiq.model import Kind, Span
from tawthiq.text.search import Wanted, first_match, parse_query

MENTION = "mention"
_AROUND = 60


@dataclass(frozen=True, slots=True)
class Hit:
    """`span` is the match in the report's stored text (empty where only the title matches); `snippet` is the text from
    code point `offset` on. `of` is the mention's kind.
    """

    kind: Literal["report", "mention"]
    id: str
    report: str
    label: str
    snippet: str
    offset: int
    span: Span
    of: Kind | None = None


def search(
    connection: Connection, dialect: Dialect, words: str, kinds: Collection[str] | None, limit: int
) -> list[Hit]:
    """Hits with the very letters asked for before those that differ by a particle; mentions before reports; newest
    reports first.
    """
    query = parse_query(words)
    if not query or limit < 1:
        return []
    rows = _each_target_once(connection, _ranked(dialect, query, kinds), limit)
    texts = _texts(connection, {row["report"] for row in rows})
    return [_hit(row, texts[row["report"]], query) for row in rows]


def _ranked(dialect: Dialect, query: Sequence[Wanted], kinds: Collection[str] | None) -> Select[Any]:
    near = dialect.holds([wanted.near for wanted in query])
    statement = (
        select(entries, near.label("near"))
        .join(reports, reports.c.id == entries.c.report)
        .where(dialect.holds([wanted.variants for wanted in query]))
    )
    if kinds is not None:
        wanted = {str(kind) for kind in kinds}
        if MENTION in wanted:
            wanted.update(Kind)
        statement = statement.where(entries.c.kind.in_(sorted(wanted)))
    is_report = entries.c.kind == REPORT_ENTRY
    published = func.coalesce(reports.c.published, "")
    return statement.order_by(near.desc(), is_report, published.desc(), entries.c.report, entries.c.key)


def _each_target_once(connection: Connection, statement: Select[Any], limit: int) -> list[Row]:
    found: dict[str, Row] = {}
    with connection.execute(statement.execution_options(yield_per=limit)) as result:
        for row in result.mappings():
            found.setdefault(row["target"], row)
            if len(found) == limit:
                break
    return list(found.values())


def _texts(connection: Connection, ids: Collection[str]) -> dict[str, str]:
    asked = select(reports.c.id, reports.c.text)
    found = (connection.execute(asked.where(reports.c.id.in_(portion))) for portion in portions(ids))
    return {row.id: row.text for rows in found for row in rows}


def _hit(row: Row, text: str, query: Sequence[Wanted]) -> Hit:
    is_report = row["kind"] == REPORT_ENTRY
    stored = Span(row["span_start"], row["span_end"])
    span = (first_match(text, query) or stored) if is_report else stored
    window = around(text, span)
    return Hit(
        kind="report" if is_report else "mention",
        id=row["target"],
        report=row["report"],
        label=row["label"],
        snippet=window.of(text),
        offset=window.start,
        span=span,
        of=None if is_report else Kind(row["kind"]),
    )


def around(text: str, span: Span) -> Span:
    """The span with some words before and after it, cut at blanks and within its line."""
    first = max(text.rfind("\n", 0, span.start) + 1, 0)
    last = text.find("\n", span.end)
    start = _blank_after(text, max(span.start - _AROUND, 0)) if span.start - _AROUND > first else first
    end = text.rfind(" ", span.end, span.end + _AROUND)
    stop = len(text) if last < 0 else last
    if stop > span.end + _AROUND:
        stop = end if end > span.end else span.end + _AROUND
    return Span(min(start, span.start), max(stop, span.end))


def _blank_after(text: str, at: int) -> int:
    blank = text.find(" ", at, at + _AROUND)
    return blank + 1 if blank >= 0 else at
