"""Kinds of file that are known and not read (data/ingest/kinds.tsv)."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from tawthiq.errors import InputError
from tawthiq.ingest.source import Parsed
from tawthiq.text.tables import table

_TABLE = "ingest/kinds.tsv"


def accepts(path: Path, head: bytes) -> bool:
    return _refused(path, head) is not None


def read(path: Path, data: bytes) -> Parsed:
    raise InputError(f"{_refused(path, data)} is not read; save it as plain text or HTML")


def passed_over(path: Path) -> bool:
    """Whether a file met inside a folder is no report by its name, e.g. a JSON file beside the texts."""
    row = _by_suffix().get(path.suffix.lower())
    return row is not None and row["rule"] in ("data", "aside")


def _refused(path: Path, head: bytes) -> str | None:
    named = _by_suffix().get(path.suffix.lower())
    if named is not None and named["rule"] != "aside":
        return named["kind"]
    return next((kind for magic, kind in _by_magic() if head.startswith(magic)), None)


@cache
def _by_suffix() -> Mapping[str, Mapping[str, str]]:
    return {row["suffix"]: row for row in table(_TABLE) if row["suffix"]}


@cache
def _by_magic() -> tuple[tuple[bytes, str], ...]:
    return tuple((bytes.fromhex(row["magic"]), row["kind"]) for row in table(_TABLE) if row["magic"])
