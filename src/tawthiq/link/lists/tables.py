"""Tables of lists, beside the ledger's: reference data that came from outside, and hits that may be made anew."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Integer, MetaData, Table, Text

metadata = MetaData()

list_versions = Table(
    "list_versions",
    metadata,
    Column("id", Text, primary_key=True),
    Column("list", Text, nullable=False, index=True),
    Column("format", Text, nullable=False),
    Column("dated", Text, nullable=False),
    Column("added_at", Text, nullable=False),
    Column("files", Text, nullable=False),
    Column("entries", Integer, nullable=False),
)

list_entries = Table(
    "list_entries",
    metadata,
    Column("version", Text, ForeignKey("list_versions.id"), primary_key=True),
    Column("entry", Text, primary_key=True),
    Column("subject", Text, nullable=False),
    Column("body", Text, nullable=False),
)

list_hits = Table(
    "list_hits",
    metadata,
    Column("record", Text, primary_key=True),
    Column("state", Text, nullable=False),
    Column("hits", Text, nullable=False),
)
