"""The register's tables: records, their mentions, and how far the ledger is projected. No guards: they are rebuilt."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    _records()
    _mentions()
    op.create_table(
        "record_state",
        _key("one"),
        sa.Column("position", sa.Integer, nullable=False),
        _text("rule"),
    )


def _text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text, nullable=False)


def _key(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.Integer, primary_key=True, autoincrement=False)


def _records() -> None:
    op.create_table("records", _key("slot"), *map(_text, ("id", "kind", "label", "search", "body")))
    op.create_index("ix_records_id", "records", ["id"])
    op.create_index("ix_records_kind", "records", ["kind"])


def _mentions() -> None:
    op.create_table(
        "record_mentions",
        sa.Column("mention", sa.Text, primary_key=True),
        sa.Column("slot", sa.Integer, nullable=False),
        *map(_text, ("report", "kind", "key", "label")),
    )
    op.create_index("ix_record_mentions_slot", "record_mentions", ["slot"])
    op.create_index("ix_record_mentions_report", "record_mentions", ["report"])
    op.create_index("ix_record_mentions_name", "record_mentions", ["key", "kind", "slot"])
