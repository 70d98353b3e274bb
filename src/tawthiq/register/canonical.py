"""Records as JSON that is byte for byte the same on every machine, and the hash of a whole register."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from tawthiq.model import Kind, Standing, from_json
from tawthiq.model.ids import canonical
from tawthiq.model.records import RECORDS, Attested, Record
from tawthiq.register.project import restate


def to_json(record: Record) -> dict[str, Any]:
    """`fields` has only those in which something is said."""
    said: dict[str, list[dict[str, Any]]] = {}
    for name, attested in restate(record):
        said.setdefault(name, []).append(_attested_json(attested))
    return {
        "id": record.id,
        "kind": record.kind,
        "label": record.label,
        "mentions": list(record.mentions),
        "fields": said,
    }


def _attested_json(attested: Attested) -> dict[str, Any]:
    return {"value": attested.value.to_json(), "standing": attested.standing, "claims": list(attested.claims)}


def record_from_json(data: Mapping[str, Any]) -> Record:
    """The record that `to_json` wrote."""
    make: Callable[..., Record] = RECORDS[Kind(data["kind"])]
    said = {name: tuple(map(_attested, each)) for name, each in data["fields"].items()}
    return make(id=data["id"], label=data["label"], mentions=tuple(data["mentions"]), **said)


def _attested(data: Mapping[str, Any]) -> Attested:
    return Attested(from_json(data["value"]), Standing(data["standing"]), tuple(data["claims"]))


def canonical_text(record: Record) -> str:
    return canonical(to_json(record))


def register_hash(records: Iterable[Record]) -> str:
    """SHA-256, in hex, over the canonical form of each record and a line feed, in the order of their ids."""
    return hash_texts(canonical_text(record) for record in sorted(records, key=lambda record: record.id))


def hash_texts(texts: Iterable[str]) -> str:
    """`register_hash` of records that are in canonical form and in order already."""
    whole = hashlib.sha256()
    for text in texts:
        whole.update(text.encode("utf-8") + b"\n")
    return whole.hexdigest()
