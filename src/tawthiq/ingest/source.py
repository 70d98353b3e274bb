"""What goes between the parts of this room."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Protocol

from tawthiq.model import Report


@dataclass(frozen=True, slots=True)
class Source:
    """A report with the bytes that it was taken from."""

    report: Report
    original: bytes


@dataclass(frozen=True, slots=True)
class Problem:
    """A path that gave no report, and why in one line."""

    path: Path
    reason: str

    def __str__(self) -> str:
        return f"{printable(self.path)}: {self.reason}"


@dataclass(frozen=True, slots=True)
class Parsed:
    """What a format finds in the bytes of one file; the fields are those of `Report`."""

    text: str
    media_type: str
    published: date | None = None
    title: str | None = None
    outlet: str | None = None
    author: str | None = None
    language: str | None = None


class Format(Protocol):
    """A kind of file, one module each: it says whether a file is its own, and reads it."""

    def accepts(self, path: Path, head: bytes) -> bool:
        """Whether the name and the first bytes (up to `HEAD`) are of this format."""

    def read(self, path: Path, data: bytes) -> Parsed:
        """The report in `data`; raises InputError with the reason alone."""


HEAD = 1024


def printable(path: Path) -> str:
    """A path as one line of valid text, whatever bytes its name holds."""
    return "".join(_escape(c) if unicodedata.category(c) in ("Cc", "Zl", "Zp") else c for c in valid(str(path)))


def valid(name: str) -> str:
    """A file's name as text that can be stored: bytes that are not UTF-8 are written as escapes."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


def _escape(char: str) -> str:
    return char.encode("unicode_escape").decode("ascii")
