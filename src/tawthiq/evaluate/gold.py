"""A folder of gold: each NAME.txt is a report, NAME.json the facts that a careful reader finds in it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tawthiq.errors import InputError, ValueFormatError
from tawthiq.model.facts_shape import check_facts
from tawthiq.model.ids import canonical, sha256


@dataclass(frozen=True, slots=True)
class Gold:
    """The facts of one report, where they stand, and where its text does."""

    name: str
    path: Path
    text: Path
    facts: Mapping[str, Any]


def read_gold(folder: Path, texts: Path | None = None) -> list[Gold]:
    """All reports of the folder by name, their texts beside them or in `texts`. InputError names file and key."""
    if not folder.is_dir():
        raise InputError(f"{folder} is no folder")
    found = [_read(path, texts or folder) for path in sorted(folder.glob("*.json"))]
    if not found:
        raise InputError(f"{folder} holds no gold: each report is NAME.txt with its facts in NAME.json")
    return found


def digest_of(golds: Iterable[Gold]) -> str:
    """SHA-256 over names, texts and facts, so that figures can say of which gold they are."""
    parts = [[gold.name, sha256(gold.text.read_bytes()), sha256(gold.path.read_bytes())] for gold in golds]
    return sha256(canonical(parts).encode("utf-8"))


def _read(path: Path, texts: Path) -> Gold:
    report = texts / f"{path.stem}.txt"
    if not report.is_file():
        raise InputError(f"{path.name} has no report beside it: {report.name} is missing")
    try:
        return Gold(path.stem, path, report, check_facts(json.loads(path.read_text(encoding="utf-8"))))
    except UnicodeDecodeError as error:
        raise InputError(f"{path}: not in UTF-8") from error
    except json.JSONDecodeError as error:
        raise InputError(f"{path}: no JSON: {error.msg} in line {error.lineno}") from error
    except ValueFormatError as error:
        raise InputError(f"{path}: {error}") from error
