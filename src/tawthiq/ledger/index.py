"""What can be found by words: reports by title and text, mentions by their label and the words claimed of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, func, select

from tawthiq.ledger.chunks import existing
from tawthiq.ledger.dialects import Dialect
from tawthiq.ledger.schema import REPORT_ENTRY, entries
from tawthiq.model import Claim, Mention, Report, Span, Text
from tawthiq.text.search import index_terms

# PostgreSQL holds at most 1 MiB of terms a row; both databases keep to it so that both find the same.
_MAX_BYTES = 1_000_000

Entry = tuple[dict[str, Any], str]


def add_entries(
    connection: Connection,
    dialect: Dialect,
    reports: Mapping[str, Report],
    claims: Mapping[str, Claim],
    subjects: Mapping[Mention, str],
) -> None:
    """Index what a batch adds, in the batch's own transaction, under the writer's lock; `subjects` gives their ids."""
    known = existing(connection, entries.c.key, subjects.values())
    new = [*_reports(reports), *_mentions(subjects, known), *_words(claims, subjects)]
    if not new:
        return
    first = (connection.scalar(select(func.max(entries.c.n))) or 0) + 1
    connection.execute(dialect.insert(entries), [{"n": n, **row} for n, (row, _) in enumerate(new, first)])
    dialect.add_terms(connection, [(n, _limited(index_terms(words))) for n, (_, words) in enumerate(new, first)])


def _reports(reports: Mapping[str, Report]) -> Iterator[Entry]:
    for id_, report in reports.items():
        label = report.title or report.name
        yield _row(id_, REPORT_ENTRY, id_, id_, label, Span(0, 0)), f"{report.title or ''}\n{report.text}"


def _mentions(subjects: Mapping[Mention, str], known: set[str]) -> Iterator[Entry]:
    for mention, id_ in subjects.items():
        if id_ not in known:
            yield _row(id_, mention.kind, id_, mention.report, mention.label, mention.span), mention.label


def _words(claims: Mapping[str, Claim], subjects: Mapping[Mention, str]) -> Iterator[Entry]:
    for id_, claim in claims.items():
        mention = claim.subject
        if isinstance(claim.value, Text) and claim.value.text != mention.label:
            row = _row(id_, mention.kind, subjects[mention], claim.report, mention.label, claim.span)
            yield row, claim.value.text


def _row(key: str, kind: str, target: str, report: str, label: str, span: Span) -> dict[str, Any]:
    return {
        "key": key,
        "kind": str(kind),
        "target": target,
        "report": report,
        "label": label,
        "span_start": span.start,
        "span_end": span.end,
    }


def _limited(terms: Sequence[str]) -> Sequence[str]:
    if sum(map(len, terms)) * 4 <= _MAX_BYTES:
        return terms
    return list(_within(terms, _MAX_BYTES))


def _within(terms: Iterable[str], room: int) -> Iterator[str]:
    for term in terms:
        room -= len(term.encode())
        if room < 0:
            return
        yield term
