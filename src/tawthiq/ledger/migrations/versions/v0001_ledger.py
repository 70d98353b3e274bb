"""The first ledger: batches, originals, reports, claims, judgements, the index of words, and the guards."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

GUARDED = ("batches", "originals", "reports", "claims", "judgements", "entries")


def upgrade() -> None:
    _batches_and_reports()
    _claims()
    _judgements()
    _entries()
    if op.get_context().dialect.name == "sqlite":
        _sqlite_terms_and_guards()
    else:
        _postgresql_terms_and_guards()


def _text(name: str, null: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.Text, nullable=null)


def _number(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.Integer, nullable=False)


def _id() -> sa.Column[str]:
    return sa.Column("id", sa.Text, primary_key=True)


def _batch() -> sa.Column[int]:
    return sa.Column("batch", sa.Integer, sa.ForeignKey("batches.position"), nullable=False)


def _report() -> sa.Column[str]:
    return sa.Column("report", sa.Text, sa.ForeignKey("reports.id"), nullable=False)


def _index(table: str, *columns: str) -> None:
    for column in columns:
        op.create_index(f"ix_{table}_{column}", table, [column])


def _batches_and_reports() -> None:
    op.create_table(
        "batches",
        sa.Column("position", sa.Integer, primary_key=True, autoincrement=False),
        *map(_text, ("added_at", "version", "digest", "previous", "chain")),
    )
    op.create_table(
        "originals",
        sa.Column("sha256", sa.Text, primary_key=True),
        sa.Column("bytes", sa.LargeBinary, nullable=False),
    )
    op.create_table(
        "reports",
        _id(),
        _batch(),
        sa.Column("sha256", sa.Text, sa.ForeignKey("originals.sha256"), nullable=False),
        *map(_text, ("text", "name")),
        *(_text(name, null=True) for name in ("published", "title", "outlet", "author")),
        *map(_text, ("language", "media_type")),
        _text("retrieved", null=True),
    )
    _index("reports", "batch", "name")


def _claims() -> None:
    op.create_table(
        "claims",
        _id(),
        _batch(),
        _report(),
        *map(_text, ("subject", "kind")),
        *map(_number, ("subject_start", "subject_end")),
        *map(_text, ("label", "predicate", "value")),
        *map(_number, ("span_start", "span_end")),
        *map(_text, ("method", "voice")),
        _text("speaker", null=True),
        *map(_text, ("stance", "bound")),
    )
    _index("claims", "batch", "report", "subject")


def _judgements() -> None:
    op.create_table(
        "judgements",
        _id(),
        _batch(),
        _text("target"),
        _text("other", null=True),
        *map(_text, ("verdict", "judged_by", "judged_at", "why")),
        _text("correction", null=True),
    )
    _index("judgements", "batch", "target", "other")
    op.create_index("ix_judgements_order", "judgements", ["judged_at", "id"])


def _entries() -> None:
    op.create_table(
        "entries",
        sa.Column("n", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("key", sa.Text, nullable=False, unique=True),
        *map(_text, ("kind", "target")),
        _report(),
        _text("label"),
        *map(_number, ("span_start", "span_end")),
    )


def _sqlite_terms_and_guards() -> None:
    # Without remove_diacritics 0 the tokenizer would change letters that the fold has kept.
    op.execute(
        "CREATE VIRTUAL TABLE entry_terms USING fts5(terms, content='', tokenize='unicode61 remove_diacritics 0')"
    )
    for table in GUARDED:
        for verb, done in (("UPDATE", "changed"), ("DELETE", "deleted")):
            op.execute(
                f"CREATE TRIGGER {table}_no_{verb.lower()} BEFORE {verb} ON {table} "
                f"BEGIN SELECT RAISE(ABORT, 'the ledger only grows: rows of {table} are never {done}'); END"
            )


def _postgresql_terms_and_guards() -> None:
    op.execute("CREATE TABLE entry_terms (n INTEGER PRIMARY KEY REFERENCES entries (n), terms TSVECTOR NOT NULL)")
    op.execute("CREATE INDEX ix_entry_terms ON entry_terms USING gin (terms)")
    op.execute(
        "CREATE FUNCTION tawthiq_only_grows() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
        "RAISE EXCEPTION 'the ledger only grows: rows of % are never %', TG_TABLE_NAME, "
        "CASE TG_OP WHEN 'UPDATE' THEN 'changed' ELSE 'deleted' END; END $$"
    )
    for table in (*GUARDED, "entry_terms"):
        op.execute(
            f"CREATE TRIGGER {table}_only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON {table} "
            "FOR EACH STATEMENT EXECUTE FUNCTION tawthiq_only_grows()"
        )
