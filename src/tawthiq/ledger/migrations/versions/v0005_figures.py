"""Columns of what is counted, and the questions that figures answer: projections both, so none in the chain."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    op.create_table(
        "figure_columns",
        sa.Column("rule", sa.Text, primary_key=True),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("block", sa.LargeBinary, nullable=False),
    )
    op.create_table(
        "figures_asked",
        sa.Column("id", sa.Text, primary_key=True),
        *(sa.Column(name, sa.Text, nullable=False) for name in ("question", "cell", "rule")),
    )
