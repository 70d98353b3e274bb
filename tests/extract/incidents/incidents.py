"""Incidents of a text written for a test, with the names that it holds."""

from __future__ import annotations

from collections.abc import Iterable

from tawthiq.extract.facts import Incident
from tawthiq.extract.incidents import read_incidents
from tawthiq.model import Fate, Range
from tests.extract.pages import page_of, reading_of


def incidents_in(
    text: str,
    persons: Iterable[str] = (),
    groups: Iterable[str] = (),
    places: Iterable[str] = (),
    published: str = "2024-05-20",
) -> tuple[Incident, ...]:
    """Read below a head of a date and a title that tells nothing."""
    page = page_of(f"{published}\nآخر الأخبار الواردة من المنطقة\n{text}", published)
    return read_incidents(page, reading_of(page, persons, groups, places)).incidents


def toll(incident: Incident, fate: Fate) -> set[Range]:
    return {t.range for t in incident.tolls if t.fate is fate}


def dates(incidents: Iterable[Incident]) -> list[str | None]:
    return [i.date.date.text if i.date else None for i in incidents]
