"""Versions of lists in the store: each is kept whole, with its date, its files' hashes, and when it was added."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Row, insert, select

from tawthiq.errors import InputError, NotFoundError, UsageError
from tawthiq.ledger import Ledger
from tawthiq.link.lists.dates import listed_date
from tawthiq.link.lists.entry import Entry, Subject, entry_from_json
from tawthiq.link.lists.formats import read_list
from tawthiq.link.lists.formats.source import ListFile
from tawthiq.link.lists.tables import list_entries, list_versions
from tawthiq.model.ids import canonical, digest, sha256


@dataclass(frozen=True, slots=True)
class ListVersion:
    """`dated` is EDTF, "" where nobody said; `files` are pairs of name and SHA-256; `added_at` ISO 8601 UTC."""

    id: str
    list: str
    format: str
    dated: str
    added_at: str
    files: tuple[tuple[str, str], ...]
    entries: int


@dataclass(frozen=True, slots=True)
class ListChange:
    """What a version has that the one before it had not, by the numbers of entries."""

    added: tuple[str, ...]
    removed: tuple[str, ...]
    changed: tuple[str, ...]


def load_files(paths: Sequence[Path]) -> list[ListFile]:
    """The files of one version. InputError."""
    files = []
    for path in paths:
        try:
            files.append(ListFile(path.name, path.read_bytes()))
        except OSError as error:
            raise InputError(f"{path}: {error.strerror}") from error
    return files


def add_version(ledger: Ledger, name: str, files: Sequence[ListFile], dated: str | None = None) -> ListVersion:
    """Store the version that these files are; the same files of the same list are stored once. InputError."""
    hashes = tuple(sorted((file.name, sha256(file.data)) for file in files))
    id_ = digest("list", name, [hash_ for _, hash_ in hashes])
    with ledger.reading() as connection:
        row = connection.execute(select(list_versions).where(list_versions.c.id == id_)).first()
    if row is not None:
        return _version(row)
    format_, own_date, entries = read_list(files)
    told = _date(dated) or own_date or ""
    version = ListVersion(id_, name, format_, told, _now(), hashes, len(entries))
    with ledger.writing() as connection:
        _write(connection, version, entries)
    return version


def versions(ledger: Ledger, name: str | None = None) -> list[ListVersion]:
    """All versions, or those of one list: by list, then the oldest first; the last of each list is the one in force."""
    asked = select(list_versions)
    if name is not None:
        asked = asked.where(list_versions.c.list == name)
    with ledger.reading() as connection:
        found = [_version(row) for row in connection.execute(asked)]
    return sorted(found, key=lambda version: (version.list, version.dated, version.added_at, version.id))


def in_force(ledger: Ledger) -> list[ListVersion]:
    """The newest version of each list."""
    return list({version.list: version for version in versions(ledger)}.values())


def version_of(ledger: Ledger, name: str) -> ListVersion:
    """The newest version of the list. NotFoundError that says which lists there are."""
    for version in in_force(ledger):
        if version.list == name:
            return version
    known = ", ".join(sorted(version.list for version in in_force(ledger))) or "none"
    raise NotFoundError(f"no list {name!r} in the store; there: {known}")


def entries_of(ledger: Ledger, version: ListVersion, subject: Subject | None = None) -> Iterator[Entry]:
    """The entries of a version, or those that name persons (groups, others), by number."""
    asked = select(list_entries.c.body).where(list_entries.c.version == version.id).order_by(list_entries.c.entry)
    if subject is not None:
        asked = asked.where(list_entries.c.subject == subject.value)
    with ledger.reading() as connection:
        for body in connection.scalars(asked):
            yield entry_from_json(json.loads(body))


def compare_versions(ledger: Ledger, old: ListVersion, new: ListVersion) -> ListChange:
    """What became of the entries between two versions."""
    before, after = ({entry.id: entry for entry in entries_of(ledger, each)} for each in (old, new))
    return ListChange(
        tuple(sorted(after.keys() - before.keys())),
        tuple(sorted(before.keys() - after.keys())),
        tuple(sorted(id_ for id_ in before.keys() & after.keys() if before[id_] != after[id_])),
    )


def _write(connection: Connection, version: ListVersion, entries: Sequence[Entry]) -> None:
    row = {name: getattr(version, name) for name in ("id", "list", "format", "dated", "added_at", "entries")}
    connection.execute(insert(list_versions), row | {"files": canonical(version.files)})
    rows = [
        {"version": version.id, "entry": entry.id, "subject": entry.subject.value, "body": canonical(entry.to_json())}
        for entry in entries
    ]
    connection.execute(insert(list_entries), rows)


def _version(row: Row[Any]) -> ListVersion:
    files = tuple((name, hash_) for name, hash_ in json.loads(row.files))
    return ListVersion(row.id, row.list, row.format, row.dated, row.added_at, files, row.entries)


def _date(text: str | None) -> str | None:
    if not text:
        return None
    if (found := listed_date(text)) is None:
        raise UsageError(f"--dated {text!r} is not a date; write it like 2024-05-03")
    return found


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="microseconds")
