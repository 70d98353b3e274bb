"""Saved questions, what each has seen, and letters that wait to go out: none of it testimony, so none in the chain."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    op.create_table(
        "watches",
        sa.Column("id", sa.Text, primary_key=True),
        sa.Column("name", sa.Text, nullable=False, unique=True),
        *map(_text, ("question", "channels", "redaction", "added_at")),
    )
    op.create_table(
        "watch_seen",
        sa.Column("watch", sa.Text, primary_key=True),
        sa.Column("mark", sa.Text, primary_key=True),
    )
    op.create_table(
        "watch_outbox",
        sa.Column("position", sa.Integer, primary_key=True, autoincrement=False),
        *map(_text, ("watch", "channel", "key", "made_at", "body")),
        sa.Column("delivered_at", sa.Text, nullable=True),
    )
    op.create_index("ix_watch_outbox_watch", "watch_outbox", ["watch"])


def _text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text, nullable=False)
