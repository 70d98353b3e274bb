"""Named entities: groups first, then persons outside of them, then places outside of both."""

from __future__ import annotations

from tawthiq.extract.entities.groups import read_groups
from tawthiq.extract.entities.persons import read_persons
from tawthiq.extract.entities.places import read_places
from tawthiq.extract.facts import Reading
from tawthiq.extract.page import Page

__all__ = ["read_entities", "read_groups", "read_persons", "read_places"]


def read_entities(page: Page, found: Reading) -> Reading:
    """Adds the persons, groups and places that the page names."""
    return read_places(page, read_persons(page, read_groups(page, found)))
