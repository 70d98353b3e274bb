"""How sure the method is of each claim; empty for claims that were stored before it could say so."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    op.add_column("claims", sa.Column("confidence", sa.Double, nullable=True))
