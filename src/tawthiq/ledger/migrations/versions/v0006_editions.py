"""Editions: figures as they were published. Beside the ledger, and as little to be changed."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    op.create_table(
        "editions",
        sa.Column("name", sa.Text, primary_key=True),
        sa.Column("hash", sa.Text, nullable=False),
        sa.Column("position", sa.Integer, nullable=False),
        *(sa.Column(name, sa.Text, nullable=False) for name in ("chain", "version", "made_at", "content")),
        sa.Column("units", sa.LargeBinary, nullable=False),
    )
    guards = {"sqlite": _sqlite_guards, "postgresql": _postgresql_guards}
    guards[op.get_bind().dialect.name]()


def _sqlite_guards() -> None:
    for verb, done in (("UPDATE", "changed"), ("DELETE", "deleted")):
        op.execute(
            f"CREATE TRIGGER editions_no_{verb.lower()} BEFORE {verb} ON editions "
            f"BEGIN SELECT RAISE(ABORT, 'an edition is published: it is never {done}'); END"
        )


def _postgresql_guards() -> None:
    op.execute(
        "CREATE TRIGGER editions_only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON editions "
        "FOR EACH STATEMENT EXECUTE FUNCTION tawthiq_only_grows()"
    )
