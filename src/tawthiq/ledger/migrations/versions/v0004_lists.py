"""Versions of lists, their entries, and what records were found alike: none of it testimony, so none in the chain."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    op.create_table(
        "list_versions",
        sa.Column("id", sa.Text, primary_key=True),
        *map(_text, ("list", "format", "dated", "added_at", "files")),
        sa.Column("entries", sa.Integer, nullable=False),
    )
    op.create_index("ix_list_versions_list", "list_versions", ["list"])
    op.create_table(
        "list_entries",
        sa.Column("version", sa.Text, sa.ForeignKey("list_versions.id"), primary_key=True),
        sa.Column("entry", sa.Text, primary_key=True),
        *map(_text, ("subject", "body")),
    )
    op.create_table("list_hits", sa.Column("record", sa.Text, primary_key=True), *map(_text, ("state", "hits")))


def _text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text, nullable=False)
