"""Tables of watches, beside the ledger's. A letter waits while `delivered_at` is null."""

from __future__ import annotations

from sqlalchemy import Column, Integer, MetaData, Table, Text

metadata = MetaData()

watches = Table(
    "watches",
    metadata,
    Column("id", Text, primary_key=True),
    Column("name", Text, nullable=False, unique=True),
    Column("question", Text, nullable=False),
    Column("channels", Text, nullable=False),
    Column("redaction", Text, nullable=False),
    Column("added_at", Text, nullable=False),
)

watch_seen = Table(
    "watch_seen",
    metadata,
    Column("watch", Text, primary_key=True),
    Column("mark", Text, primary_key=True),
)

watch_outbox = Table(
    "watch_outbox",
    metadata,
    Column("position", Integer, primary_key=True, autoincrement=False),
    Column("watch", Text, nullable=False, index=True),
    Column("channel", Text, nullable=False),
    Column("key", Text, nullable=False),
    Column("made_at", Text, nullable=False),
    Column("body", Text, nullable=False),
    Column("delivered_at", Text, nullable=True),
)
