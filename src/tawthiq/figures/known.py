"""What units ask of other records: where places lie, what doers are called, which reports are one origin."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from sqlalchemy import Connection, select

from tawthiq.ledger import Ledger
from tawthiq.link.resolving.loading import load_origins
from tawthiq.link.resolving.origins import Origins
from tawthiq.model import Code
from tawthiq.model.records import Place
from tawthiq.register import store
from tawthiq.register.store import chunks
from tawthiq.register.tables import records


@dataclass(slots=True)
class Known:
    """What is asked for again and again: places and names by slot; origins, which take long, once somebody asks."""

    ledger: Ledger
    places: dict[int, str] = field(default_factory=dict)
    names: dict[int, str] = field(default_factory=dict)
    _origins: Origins | None = None

    def origins(self) -> Origins:
        self._origins = self._origins or load_origins(self.ledger)
        return self._origins


def labels(connection: Connection, slots: Iterable[int]) -> dict[int, str]:
    c = records.c
    found: dict[int, str] = {}
    for part in chunks(slots):
        rows = connection.execute(select(c.slot, c.label).where(c.slot.in_(part)))
        found.update((row.slot, row.label) for row in rows)
    return found


def entries(connection: Connection, slots: Iterable[int]) -> dict[int, str]:
    held = store.records_in(connection, slots)
    return {slot: _gazetteer_id(record) if isinstance(record, Place) else "" for slot, record in held.items()}


def _gazetteer_id(place: Place) -> str:
    codes = (each.value.code for each in place.gazetteer if each.standing.counts and isinstance(each.value, Code))
    return next(codes, f"?{place.label}")
