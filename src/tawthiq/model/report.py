"""A source document as it was found."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tawthiq.model.ids import digest


@dataclass(frozen=True, slots=True)
class Report:
    """Never changes. `sha256` is of the original bytes; `text` is what was taken from them, and what spans count in.

    `name` is the file's stem or the address it came from; `retrieved` is an ISO 8601 UTC timestamp that takes no part
    in the id, so that reading the same bytes again adds nothing.
    """

    sha256: str
    text: str
    name: str
    published: date | None = None
    title: str | None = None
    outlet: str | None = None
    author: str | None = None
    language: str = "ar"
    media_type: str = "text/plain"
    retrieved: str | None = None

    @property
    def id(self) -> str:
        """Digest of the bytes, the text taken from them and the publication date that anchors relative dates."""
        return digest("report", self.sha256, self.text, self.published.isoformat() if self.published else None)
