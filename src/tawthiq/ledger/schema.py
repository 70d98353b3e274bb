"""The tables, as the newest migration leaves them. The terms of the full-text index are in `dialects`."""

from __future__ import annotations

from sqlalchemy import Column, Double, ForeignKey, Index, Integer, LargeBinary, MetaData, Table, Text

HEAD = "0007"

metadata = MetaData()


def _batch() -> Column[int]:
    return Column("batch", Integer, ForeignKey("batches.position"), nullable=False, index=True)


batches = Table(
    "batches",
    metadata,
    Column("position", Integer, primary_key=True, autoincrement=False),
    Column("added_at", Text, nullable=False),
    Column("version", Text, nullable=False),
    Column("digest", Text, nullable=False),
    Column("previous", Text, nullable=False),
    Column("chain", Text, nullable=False),
)

originals = Table(
    "originals",
    metadata,
    Column("sha256", Text, primary_key=True),
    Column("bytes", LargeBinary, nullable=False),
)

reports = Table(
    "reports",
    metadata,
    Column("id", Text, primary_key=True),
    _batch(),
    Column("sha256", Text, ForeignKey("originals.sha256"), nullable=False),
    Column("text", Text, nullable=False),
    Column("name", Text, nullable=False, index=True),
    Column("published", Text),
    Column("title", Text),
    Column("outlet", Text),
    Column("author", Text),
    Column("language", Text, nullable=False),
    Column("media_type", Text, nullable=False),
    Column("retrieved", Text),
)

claims = Table(
    "claims",
    metadata,
    Column("id", Text, primary_key=True),
    _batch(),
    Column("report", Text, ForeignKey("reports.id"), nullable=False, index=True),
    Column("subject", Text, nullable=False, index=True),
    Column("kind", Text, nullable=False),
    Column("subject_start", Integer, nullable=False),
    Column("subject_end", Integer, nullable=False),
    Column("label", Text, nullable=False),
    Column("predicate", Text, nullable=False),
    Column("value", Text, nullable=False),
    Column("span_start", Integer, nullable=False),
    Column("span_end", Integer, nullable=False),
    Column("method", Text, nullable=False),
    Column("voice", Text, nullable=False),
    Column("speaker", Text),
    Column("stance", Text, nullable=False),
    Column("bound", Text, nullable=False),
    Column("confidence", Double),
)

judgements = Table(
    "judgements",
    metadata,
    Column("id", Text, primary_key=True),
    _batch(),
    Column("target", Text, nullable=False, index=True),
    Column("other", Text, index=True),
    Column("verdict", Text, nullable=False),
    Column("judged_by", Text, nullable=False),
    Column("judged_at", Text, nullable=False),
    Column("why", Text, nullable=False),
    Column("correction", Text),
    Index("ix_judgements_order", "judged_at", "id"),
)

# One row a text that can be found: a report, a mention's label, or the words that a claim gives as a value.
entries = Table(
    "entries",
    metadata,
    Column("n", Integer, primary_key=True, autoincrement=False),
    Column("key", Text, nullable=False, unique=True),
    Column("kind", Text, nullable=False),
    Column("target", Text, nullable=False),
    Column("report", Text, ForeignKey("reports.id"), nullable=False),
    Column("label", Text, nullable=False),
    Column("span_start", Integer, nullable=False),
    Column("span_end", Integer, nullable=False),
)

REPORT_ENTRY = "report"
