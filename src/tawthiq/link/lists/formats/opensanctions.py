"""OpenSanctions: targets.simple.csv, and entities of FollowTheMoney as JSON lines."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from tawthiq.link.lists.dates import listed_date
from tawthiq.link.lists.entry import Entry, Subject, distinct, names_of
from tawthiq.link.lists.formats.source import ListFile, headed_rows, needed_cell

SIMPLE_COLUMNS = ("id", "schema", "name", "aliases", "birth_date")
_SUBJECTS = {"Person": Subject.PERSON} | dict.fromkeys(
    ("Organization", "Company", "LegalEntity", "PublicBody"), Subject.GROUP
)
# Schemata that say something of a target, and are none themselves.
_ABOUT = frozenset({"Address", "Sanction", "Identification", "Passport", "Note", "Documentation"})


def read_simple(file: ListFile) -> tuple[str | None, list[Entry]]:
    """Entries of targets.simple.csv, whose cells hold several values with semicolons between; the newest change."""
    found, changed = [], [""]
    for number, row in headed_rows(file, ",", SIMPLE_COLUMNS):
        needed_cell(file, number, row, "id")
        needed_cell(file, number, row, "name")
        changed.append(row.get("last_change") or row.get("last_seen") or "")
        found.append(_simple(row))
    return listed_date(max(changed)), found


def _simple(row: Mapping[str, str]) -> Entry:
    def values(column: str) -> list[str]:
        return row.get(column, "").split(";")

    return Entry(
        id=row["id"].strip(),
        subject=_SUBJECTS.get(row["schema"].strip(), Subject.OTHER),
        names=names_of([row["name"], *values("aliases")]),
        births=distinct(map(listed_date, values("birth_date"))),
        places=distinct(values("addresses")),
        nationalities=distinct(values("countries")),
        programmes=distinct(values("program_ids") + values("sanctions")),
        listed_on=listed_date(row.get("first_seen", "")),
    )


def read_ftm(file: ListFile) -> tuple[str | None, list[Entry]]:
    """Entries of FollowTheMoney JSON lines: id, schema, properties (lists of words)."""
    found, changed = [], [""]
    for number, line in enumerate(file.text.splitlines(), start=1):
        if line.strip() and (entity := _entity(file, number, line)) is not None:
            found.append(_entry(file, number, entity))
            changed.append(str(entity.get("last_change") or ""))
    return listed_date(max(changed)), found


def _entity(file: ListFile, number: int, line: str) -> dict[str, Any] | None:
    try:
        entity = json.loads(line)
    except json.JSONDecodeError as error:
        raise file.fault(f"row {number}", f"not JSON: {error.msg}") from error
    if not isinstance(entity, dict) or not isinstance(entity.get("properties"), dict):
        raise file.fault(f"row {number}", "not an entity: it has no properties")
    return None if entity.get("schema") in _ABOUT else entity


def _entry(file: ListFile, number: int, entity: Mapping[str, Any]) -> Entry:
    def values(*names: str) -> list[str]:
        return [str(value) for name in names for value in entity["properties"].get(name) or ()]

    names = names_of(values("name", "alias", "previousName"), values("weakAlias"))
    if not entity.get("id") or not names:
        raise file.fault(f"row {number}, cell id or name", "is empty")
    return Entry(
        id=str(entity["id"]),
        subject=_SUBJECTS.get(str(entity.get("schema")), Subject.OTHER),
        names=names,
        births=distinct(map(listed_date, values("birthDate"))),
        birth_places=distinct(values("birthPlace")),
        places=distinct(values("address")),
        nationalities=distinct(values("nationality", "citizenship", "country")),
        programmes=distinct(values("programId", "program", "topics")),
        listed_on=listed_date(next(iter(values("createdAt")), "")),
        remarks=" ".join(values("notes")),
    )
