"""Places in places: what lies in what, by the gazetteer."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from tawthiq.errors import NotFoundError
from tawthiq.extract.entities import gazetteer
from tawthiq.text.fold import fold_phrase

# The widest first: who asks for درعا means the governorate, not the town.
_WIDEST = ("country", "governorate", "district", "subdistrict")


def area_named(words: str) -> str:
    """The gazetteer id of an area by its id or its Arabic name, the widest of that name. NotFoundError."""
    name = words.strip()
    if _known(name):
        return name
    first, *rest = fold_phrase(name).split() or [""]
    found = gazetteer.places().longest(first, rest)
    if found is None or found[0] <= len(rest):
        raise NotFoundError(f"no place {words!r} in the gazetteer")
    return min(found[1], key=lambda entry: (_rank(entry.kind), entry.country != "SY")).id


def _known(id_: str) -> bool:
    try:
        gazetteer.place_row(id_)
    except KeyError:
        return False
    return True


def _rank(kind: str) -> int:
    return _WIDEST.index(kind) if kind in _WIDEST else len(_WIDEST)


@lru_cache(maxsize=1 << 16)
def lineage(place: str) -> tuple[str, ...]:
    """The place and all that it lies in, as ids; the place alone where the gazetteer lacks it."""
    return gazetteer.lineage(place) if place and not place.startswith("?") and _known(place) else (place,)


@lru_cache(maxsize=1 << 16)
def within(place: str, kind: str) -> str:
    """The id of the governorate (district …) that the place lies in or is; "" where that is not known."""
    return next((id_ for id_ in lineage(place) if _known(id_) and gazetteer.place_row(id_)["kind"] == kind), "")


def kind_of(place: str) -> str:
    """Governorate, district, town …; "" where that is not known."""
    return gazetteer.place_row(place)["kind"] if _known(place) else ""


def name_of(place: str, language: str = "ar") -> str:
    """The name of a gazetteer id, or the words of a place that the gazetteer lacks."""
    if place.startswith("?"):
        return place[1:]
    row = gazetteer.place_row(place) if _known(place) else {}
    return (row.get("english") if language == "en" else "") or row.get("name", place)


def spot_of(place: str) -> tuple[float, float] | None:
    """Latitude and longitude in degrees, of the place or of the nearest that it lies in and that has them."""
    for id_ in lineage(place):
        row = gazetteer.place_row(id_) if _known(id_) else {}
        if row.get("latitude") and row.get("longitude"):
            return float(row["latitude"]), float(row["longitude"])
    return None


def most_telling(places: Sequence[str]) -> str:
    """Of the places of one incident the one that lies in most others of them; the first of these; "" of none."""
    return max(places, key=lambda place: len(set(lineage(place)) & set(places)), default="")
