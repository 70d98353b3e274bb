"""Tables of figures, beside the register's: columns that may be made anew, and the questions behind figures' ids."""

from __future__ import annotations

from sqlalchemy import Column, Integer, LargeBinary, MetaData, Table, Text

metadata = MetaData()

figure_columns = Table(
    "figure_columns",
    metadata,
    Column("rule", Text, primary_key=True),
    Column("position", Integer, nullable=False),
    Column("block", LargeBinary, nullable=False),
)

figures_asked = Table(
    "figures_asked",
    metadata,
    Column("id", Text, primary_key=True),
    Column("question", Text, nullable=False),
    Column("cell", Text, nullable=False),
    Column("rule", Text, nullable=False),
)

# Append-only, as the ledger is: guarded by triggers.
editions = Table(
    "editions",
    metadata,
    Column("name", Text, primary_key=True),
    Column("hash", Text, nullable=False),
    Column("position", Integer, nullable=False),
    Column("chain", Text, nullable=False),
    Column("version", Text, nullable=False),
    Column("made_at", Text, nullable=False),
    Column("content", Text, nullable=False),
    Column("units", LargeBinary, nullable=False),
)
