"""Make places.tsv from OCHA, OpenSyria and GeoNames files, CLDR's country names and places_local.tsv."""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from gazetteer_tools import Use, count_uses, fold, read_table, write_table
from place_sources import (
    Place,
    countries,
    neighbourhoods,
    opensyria_aliases,
    syria_divisions,
    syria_places,
    world_cities,
    world_divisions,
)

COLUMNS = ("id", "name", "aliases", "english", "kind", "parent", "country", "latitude", "longitude", "common")
POPULATED = frozenset({"capital", "city", "town", "village"})
NEVER_COMMON = frozenset({"country", "governorate", "capital"})
HOME = frozenset({"SY", "IQ", "LB", "JO", "PS", "IL", "YE", "LY", "SD", "EG"})
GULF_AND_MAGHREB = frozenset({"SA", "AE", "KW", "QA", "BH", "OM", "TN", "DZ", "MA", "MR"})
REPORTED = frozenset({"TR", "SO", "DJ", "AF", "PK", "IR", "ML", "NG", "NE", "TD", "SS"})
NEAR = HOME | GULF_AND_MAGHREB | REPORTED
AT, IN, TO = "قرب", "في", "إلى"
HARDLY_PLACE, USUALLY_PLACE = 0.2, 0.55
SHORT, SHORT_FOREIGN_PLACE, FOREIGN_PLACE = 4, 0.35, 0.13
LARGE, SMALL = 100_000, 550
NEVER_PLACE = 1_000_000


def announcing(heads: Path) -> frozenset[str]:
    """Folded words behind which a name is a place."""
    words = {fold(row["head"]) for row in read_table(heads)}
    return frozenset(word for word in words if " " not in word) | {fold(word) for word in (AT, IN, TO)}


def local_places(path: Path) -> list[Place]:
    """The hand-written rows; an empty `common` leaves the mark to the word counts."""
    return [
        Place(
            row["id"], row["name"], tuple(filter(None, row["aliases"].split("|"))), row["english"], row["kind"],
            row["parent"], row["country"], row["latitude"], row["longitude"], row["common"],
        )
        for row in read_table(path)
    ]  # fmt: skip


def join_local(local: Iterable[Place], sources: list[Place]) -> list[Place]:
    """Local rows, each taking coordinates and spellings of the source row that it names; then the other source rows."""
    index: dict[tuple[str, str], Place] = {}
    for place in sources:
        index[place.id, ""] = place
        for name in place.names:
            index.setdefault((fold(name), _field(place)), place)
    used: set[str] = set()
    out: list[Place] = []
    for place in local:
        keys = [(place.id, ""), *((fold(name), _field(place)) for name in place.names)]
        match = next((match for match in map(index.get, keys) if match and match.id not in used), None)
        out.append(_joined(place, match) if match else place)
        used.update({match.id} if match else ())
    return out + [place for place in sources if place.id not in used]


def _field(place: Place) -> str:
    """Where a name means one thing: among the countries, the populated places of an area, or the rest of a kind."""
    if place.kind == "country":
        return "country"
    return f"{place.area} {'populated' if place.kind in POPULATED else place.kind}"


def _joined(local: Place, match: Place) -> Place:
    return replace(
        local,
        english=local.english or match.english,
        kind=match.kind if match.country != "SY" else local.kind,
        latitude=local.latitude or match.latitude,
        longitude=local.longitude or match.longitude,
        population=match.population,
        unsure=match.names,
    )


def unique(places: Iterable[Place]) -> list[Place]:
    """The first row of each name within a field and parent (an area, for populated places)."""
    rows: dict[tuple[str, str, str], Place] = {}
    for place in places:
        parent = place.area if place.kind in POPULATED else place.parent
        rows.setdefault((fold(place.name), parent, _field(place)), place)
    return list(rows.values())


def by_hand(places: Iterable[Place]) -> dict[tuple[str, str], str]:
    """Marks written by hand, by folded name and country; 0 wins over 1, for the name is safe then."""
    marks: dict[tuple[str, str], str] = {}
    for place in places:
        if place.common:
            key = (fold(place.name), place.country)
            marks[key] = min(place.common, marks.get(key, place.common))
    return marks


def marked(place: Place, uses: dict[str, Use], names: frozenset[str], marks: dict[tuple[str, str], str]) -> str:
    """1 where a form is more often something other than a place, else 0; a mark written by hand holds."""
    mark = place.common or marks.get((fold(place.name), place.country), "")
    if mark:
        return mark
    if place.kind in NEVER_COMMON and not (place.kind == "governorate" and place.id.startswith("gn:")):
        return "0"
    return "1" if any(_ordinary(fold(name), place, uses, names) for name in (place.name, *place.aliases)) else "0"


def _ordinary(name: str, place: Place, uses: dict[str, Use], names: frozenset[str]) -> bool:
    use = uses.get(name, Use())
    words = name.split()
    if all(word in names for word in words) and use.share < USUALLY_PLACE:
        return True
    if len(words) > 1:
        return use.count > 30 and use.share < HARDLY_PLACE / 2
    return use.count > 3 and use.share < _floor(name, place)


def _floor(name: str, place: Place) -> float:
    """The share of uses as a place under which a name is an ordinary word: long far names rarely are."""
    if place.country in NEAR:
        return HARDLY_PLACE
    return SHORT_FOREIGN_PLACE if len(name) <= SHORT else FOREIGN_PLACE


def worth(place: Place, uses: dict[str, Use], names: frozenset[str]) -> bool:
    """Whether a row earns its risk: small far places with short or ordinary names do not."""
    name = fold(place.name)
    if not place.id.startswith("gn:") or place.country in HOME or place.population >= LARGE:
        return True
    if _ordinary(name, place, uses, names):
        return False
    if " " in name or place.country in NEAR:
        return True
    use = uses.get(name, Use())
    if len(name) <= SHORT or place.population < SMALL:
        return use.placed > 1 and use.share > USUALLY_PLACE
    return use.count < 4 or use.share > HARDLY_PLACE


def distrusted(uses: dict[str, Use], words: Iterable[str]) -> dict[str, Use]:
    """The counts with some words taken for never being places."""
    return uses | {word: Use(NEVER_PLACE) for word in words}


def ordinary_words(folder: Path, heads: Path) -> set[str]:
    """Folded ordinary words and head words, these with and without article."""
    generic = {fold(row["head"]) for row in read_table(heads)}
    return (
        {fold(row["word"]) for row in read_table(folder / "never_places.tsv")}
        | generic
        | {f"ال{word}" for word in generic}
    )


def named(place: Place, uses: dict[str, Use]) -> Place:
    """A GeoNames row under the spelling that the text has most as a place; ties stay as they are."""
    if not place.id.startswith("gn:"):
        return place
    best = max(place.names, key=lambda name: uses.get(fold(name), Use()).placed)
    return replace(place, name=best, unsure=tuple(name for name in place.names if name != best))


def trimmed(place: Place, uses: dict[str, Use], names: frozenset[str]) -> Place:
    """The row with those unsure spellings that are no ordinary word, each folded form once."""
    seen = {fold(place.name): ""} | {fold(alias): alias for alias in place.aliases}
    for alias in place.unsure:
        if len(alias) > 2 and not _ordinary(fold(alias), place, uses, names):
            seen.setdefault(fold(alias), alias)
    return replace(place, aliases=tuple(sorted(alias for alias in seen.values() if alias)))


def gather(folder: Path, local: Path) -> list[Place]:
    """All rows, the more trusted source first."""
    divisions = opensyria_aliases(folder, syria_divisions(folder))
    sources = [*countries(), *divisions, *syria_places(folder), *world_cities(), *world_divisions()]
    sources += neighbourhoods(folder)
    return unique(join_local(local_places(local), sources))


def with_parents(places: list[Place]) -> list[Place]:
    """Rows whose parent is not there hang from their country."""
    known = {place.id for place in places}
    return [
        place if not place.parent or place.parent in known else replace(place, parent=f"iso:{place.country}")
        for place in places
    ]


def person_names(folder: Path) -> frozenset[str]:
    """Folded given and family names."""
    tables = (folder / "given_names.tsv", folder / "family_names.tsv")
    return frozenset(fold(row["name"]) for table in tables for row in read_table(table))


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sources", type=Path, help="folder with the OCHA, OpenSyria and GeoNames files")
    parser.add_argument("output", type=Path, help="places.tsv to write; places_local.tsv and the name lists lie beside")
    parser.add_argument("--text", type=Path, required=True, help="xz-packed plain text for word counts")
    parser.add_argument("--heads", type=Path, required=True, help="place_heads.tsv")
    return parser.parse_args()


def main() -> None:
    options = arguments()
    folder = options.output.parent
    places = gather(options.sources, folder / "places_local.tsv")
    keys = {fold(name) for place in places for name in place.names}
    uses = count_uses(options.text, keys, announcing(options.heads))
    uses = distrusted(uses, ordinary_words(folder, options.heads))
    names = person_names(folder)
    kept = unique(named(place, uses) for place in places if worth(place, uses, names))
    places = with_parents([trimmed(place, uses, names) for place in kept])
    marks = by_hand(places)
    rows = [replace(place, common=marked(place, uses, names, marks)).row() for place in places]
    rows.sort(key=lambda row: (row["country"], row["name"], row["id"]))
    comment = "made by scripts/make_places.py; edit places_local.tsv, not this one"
    write_table(options.output, COLUMNS, rows, comment)


if __name__ == "__main__":
    main()
