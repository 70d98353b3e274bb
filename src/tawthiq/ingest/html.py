"""Web pages: the main text without menus and footers, with the title as its first line."""

from __future__ import annotations

import codecs
import logging
import re
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from tawthiq.errors import InputError
from tawthiq.ingest.decode import decode
from tawthiq.ingest.source import HEAD, Parsed

if TYPE_CHECKING:
    from trafilatura.settings import Document

_SUFFIXES = (".html", ".htm", ".xhtml")
_START = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?><!--.*?-->\s*)*+<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_CHARSET = re.compile(rb"<(?:meta|\?xml)[^>]*?(?:charset|encoding)\s*=\s*[\"']?\s*([a-z0-9_-]+)", re.I)
_LANGUAGE = re.compile(r"<html[^>]*?\blang\s*=\s*[\"']?([a-z]{2,3})\b", re.I)
# Other codecs of Python (escapes, UTF-7) turn bytes into text that no browser would show.
_TRUSTED = ("utf-8", "cp125", "iso8859-", "cp720", "cp864", "mac-arabic")
# Dates are sought in the page's own marks; a fixed last day keeps the outcome the same on every day of reading.
_DATES = {"original_date": True, "extensive_search": False, "max_date": "2100-01-01"}


def accepts(path: Path, head: bytes) -> bool:
    return path.suffix.lower() in _SUFFIXES or _START.match(head) is not None


def read(path: Path, data: bytes) -> Parsed:
    decoded = decode(data, _charset(data[: 4 * HEAD]))
    document = _extract(decoded.text)
    if document is None or not (document.text or "").strip():
        raise InputError("a web page in which no text of an article is found")
    language = _LANGUAGE.search(decoded.text)
    title = " ".join((document.title or "").split()) or None
    return Parsed(
        text=_with_title(title, document.text or ""),
        media_type="text/html",
        published=_published(document, decoded.text),
        title=title,
        outlet=document.sitename,
        author=document.author,
        language=language[1].lower() if language else None,
    )


def _extract(page: str) -> Document | None:
    from trafilatura import bare_extraction  # half a second to import, which a folder of plain text need not pay

    for name in ("trafilatura", "htmldate", "courlan"):
        logging.getLogger(name).setLevel(logging.CRITICAL + 1)
    found = bare_extraction(page, with_metadata=True, include_comments=False, date_extraction_params=dict(_DATES))
    return None if isinstance(found, dict) else found


def _published(document: Document, page: str) -> date | None:
    """The date in the page's marks; a day that only the article's words name is when something else took place."""
    day, words = document.date, document.text or ""
    if not day or (day in words and page.count(day) <= words.count(day)):
        return None
    return date.fromisoformat(day)


def _with_title(title: str | None, text: str) -> str:
    """The body under its title, which many pages repeat as the first line of the body."""
    body = text.strip()
    return f"{title}\n{body}" if title and body.split("\n")[0].strip() != title else body


def _charset(head: bytes) -> str | None:
    match = _CHARSET.search(head)
    if match is None:
        return None
    try:
        name = codecs.lookup(match[1].decode("ascii")).name
    except LookupError:
        return None
    return name if name.startswith(_TRUSTED) else None
