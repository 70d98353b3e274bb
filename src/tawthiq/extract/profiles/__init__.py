"""What reports tell of persons and groups beyond their names: ties, leaders, backing, sanctions, initiatives."""

from __future__ import annotations

from tawthiq.extract.facts import Reading
from tawthiq.extract.page import Page
from tawthiq.extract.profiles.affiliations import read_affiliations
from tawthiq.extract.profiles.group_facts import read_group_facts
from tawthiq.extract.profiles.initiatives import read_initiatives
from tawthiq.extract.profiles.listings import read_listings

_PARTS = (read_affiliations, read_group_facts, read_listings, read_initiatives)


def read_profiles(page: Page, found: Reading) -> Reading:
    for part in _PARTS:
        found = part(page, found)
    return found


__all__ = ["read_profiles"]
