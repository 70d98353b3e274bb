"""The register's own tables: a projection of the ledger that may be dropped and rebuilt at any time."""

from __future__ import annotations

from sqlalchemy import Column, Index, Integer, MetaData, Table, Text

metadata = MetaData()

# A record's id changes with its mentions; `slot` does not, so that a new mention moves no other row.
records = Table(
    "records",
    metadata,
    Column("slot", Integer, primary_key=True, autoincrement=False),
    Column("id", Text, nullable=False, index=True),
    Column("kind", Text, nullable=False, index=True),
    Column("label", Text, nullable=False),
    Column("search", Text, nullable=False),
    Column("body", Text, nullable=False),
)

record_mentions = Table(
    "record_mentions",
    metadata,
    Column("mention", Text, primary_key=True),
    Column("slot", Integer, nullable=False, index=True),
    Column("report", Text, nullable=False, index=True),
    Column("kind", Text, nullable=False),
    Column("key", Text, nullable=False),
    Column("label", Text, nullable=False),
    Index("ix_record_mentions_name", "key", "kind", "slot"),
)

record_state = Table(
    "record_state",
    metadata,
    Column("one", Integer, primary_key=True, autoincrement=False),
    Column("position", Integer, nullable=False),
    Column("rule", Text, nullable=False),
)
