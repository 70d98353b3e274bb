"""Persons."""

from __future__ import annotations

from tawthiq.extract.facts import Reading
from tawthiq.extract.page import Page


def read_persons(page: Page, found: Reading) -> Reading:
    return found
