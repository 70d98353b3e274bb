"""Alembic's entry: runs on the connection, and in the transaction, that the ledger hands over."""

from alembic import context

from tawthiq.ledger.schema import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    transactional_ddl=True,
)
context.run_migrations()
