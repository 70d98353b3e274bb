"""Plain text: an ISO date alone on the first line is the publication date, the next line the title.

The stored text is the whole file, that date line and the line ends included, so that offsets fit what a reader sees.
"""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

from tawthiq.errors import InputError
from tawthiq.ingest.decode import Decoded, decode
from tawthiq.ingest.source import Parsed

_DATE = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_LINE = re.compile(r"[^\r\n]+")
_INVISIBLE = "\u200e\u200f\u061c\u202a\u202b\u202c\u2066\u2067\u2068\u2069\ufeff"
_LONGEST_TITLE = 200


def accepts(path: Path, head: bytes) -> bool:
    """Whatever no other format wants; bytes that are not text are told when they are read."""
    return True


def read(path: Path, data: bytes) -> Parsed:
    decoded = decode(data)
    lines = [line for match in _LINE.finditer(decoded.text) if (line := _visible(match[0]))]
    published = _published(lines[0]) if lines else None
    title = next(iter(lines[1 if published else 0 :]), None)
    return Parsed(
        text=decoded.text,
        media_type=_media_type(decoded),
        published=published,
        title=title if title and len(title) <= _LONGEST_TITLE else None,
    )


def _visible(line: str) -> str:
    return line.strip().strip(_INVISIBLE).strip()


def _published(line: str) -> date | None:
    match = _DATE.fullmatch(line)
    if match is None:
        return None
    if [len(part) for part in match.groups()] != [4, 2, 2]:
        raise InputError(f"the date on the first line is not written as YYYY-MM-DD: {line}")
    try:
        return date(*map(int, match.groups()))
    except ValueError as error:
        raise InputError(f"the date on the first line is no day of the calendar: {line}") from error


def _media_type(decoded: Decoded) -> str:
    return "text/plain" if decoded.charset == "utf-8" else f"text/plain; charset={decoded.charset}"
