"""The one protocol of the extraction room."""

from __future__ import annotations

from typing import Protocol

from tawthiq.extract.facts import Reading
from tawthiq.extract.page import Page


class Component(Protocol):
    """Reads a page in the light of what is found so far, and returns that with its own facts added."""

    def __call__(self, page: Page, found: Reading, /) -> Reading: ...
