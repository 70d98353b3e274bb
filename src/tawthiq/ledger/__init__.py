"""The append-only store of reports, claims and judgements, with search and an audit chain."""

from tawthiq.ledger.batch import Added, Batch, News
from tawthiq.ledger.searching import Hit
from tawthiq.ledger.store import Ledger, open_ledger

__all__ = ["Added", "Batch", "Hit", "Ledger", "News", "open_ledger"]
