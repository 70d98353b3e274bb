"""Paths that people name become files to read, in an order that is the same on every machine."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from tawthiq.ingest.custody import reason_of
from tawthiq.ingest.kinds import passed_over
from tawthiq.ingest.source import Problem

LOOP = "a symbolic link to a folder that it lies in"


def find_sources(paths: Iterable[Path | Problem]) -> Iterator[Path | Problem]:
    """Each file once: those named, and those inside named folders, sorted by name, hidden ones left out.

    Only the walk through folders takes place here: that a file cannot be read is told when it is read. What is found
    may be given back to this function, which then changes nothing.
    """
    seen: set[str] = set()
    for path in paths:
        yield from [path] if isinstance(path, Problem) else _named(path, seen)


def _named(path: Path, seen: set[str]) -> Iterator[Path | Problem]:
    if not os.path.isdir(path):
        yield from _once(path, seen)
        return
    found = False
    for item in _walk(path, seen, ()):
        found = True
        yield item
    if not found and _first(path, seen, "folder without reports"):
        yield Problem(path, "a folder without any file to read")


def _walk(folder: Path, seen: set[str], above: tuple[str, ...]) -> Iterator[Path | Problem]:
    real = os.path.realpath(folder)
    if real in above:
        yield Problem(folder, LOOP)
        return
    if not _first(folder, seen, "folder"):
        return
    try:
        names = sorted(os.listdir(folder))
    except OSError as error:
        yield Problem(folder, reason_of(error, folder))
        return
    for name in names:
        if not name.startswith("."):
            yield from _inside(folder / name, seen, (*above, real))


def _inside(path: Path, seen: set[str], above: tuple[str, ...]) -> Iterator[Path | Problem]:
    if os.path.isdir(path):
        yield from _walk(path, seen, above)
    elif not passed_over(path):
        yield from _once(path, seen)


def _once(path: Path, seen: set[str]) -> Iterator[Path]:
    if _first(path, seen, "file"):
        yield path


def _first(path: Path, seen: set[str], role: str) -> bool:
    """Whether this is the first time that the file or folder is met, by whatever name."""
    key = f"{role}\0{os.path.realpath(path)}"
    new = key not in seen
    seen.add(key)
    return new
