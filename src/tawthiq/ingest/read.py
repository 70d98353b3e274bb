"""One file becomes one report. A new format is one module, and its name in `FORMATS`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path

from tawthiq.errors import InputError
from tawthiq.ingest import html, kinds, plain
from tawthiq.ingest.custody import load
from tawthiq.ingest.decode import arabic_share
from tawthiq.ingest.find import find_sources
from tawthiq.ingest.source import HEAD, Format, Parsed, Problem, Source, valid
from tawthiq.model import Report
from tawthiq.model.ids import sha256

# The first that accepts a file reads it.
FORMATS: tuple[Format, ...] = (kinds, html, plain)

# Programs write the first or the last day that they know where they know none; "أمس" has no day to be there.
EARLIEST, LATEST = date(1900, 1, 1), date(2100, 1, 1)

_MOSTLY = 0.5
_ARABIC_SCRIPT = frozenset({"ar", "fa", "ur", "ku", "ckb", "ps", "ug"})
UNDETERMINED = "und"


def read_source(path: Path, published: date | None = None) -> Source:
    """The report in a file; `published` counts where the file gives no date. Raises InputError that names the file."""
    try:
        return _read(path, published)
    except InputError as error:
        raise InputError(str(Problem(path, str(error)))) from error


def read_all(paths: Iterable[Path | Problem], published: date | None = None) -> Iterator[Source | Problem]:
    """A source or a problem for every file that `find_sources` finds in these files and folders."""
    for found in find_sources(paths):
        yield found if isinstance(found, Problem) else _attempt(found, published)


def _attempt(path: Path, published: date | None) -> Source | Problem:
    try:
        return _read(path, published)
    except InputError as error:
        return Problem(path, str(error))


def _read(path: Path, published: date | None) -> Source:
    data = load(path)
    kind = next(kind for kind in FORMATS if kind.accepts(path, data[:HEAD]))
    return Source(_report(path, data, kind.read(path, data), published), data)


def _report(path: Path, data: bytes, parsed: Parsed, published: date | None) -> Report:
    day = parsed.published or published
    if day and not EARLIEST <= day <= LATEST:
        raise InputError(f"published on {day}, which no report is: between {EARLIEST} and {LATEST}")
    return Report(
        sha256=sha256(data),
        text=parsed.text,
        name=valid(path.stem),
        published=day,
        title=parsed.title,
        outlet=parsed.outlet,
        author=parsed.author,
        language=_language(parsed),
        media_type=parsed.media_type,
        retrieved=datetime.now(UTC).isoformat(timespec="seconds"),
    )


def _language(parsed: Parsed) -> str:
    """The language that the page declares, unless its letters say otherwise (templates often declare a wrong one)."""
    arabic = arabic_share(parsed.text) >= _MOSTLY
    if parsed.language and (parsed.language in _ARABIC_SCRIPT) == arabic:
        return parsed.language
    return "ar" if arabic else UNDETERMINED
