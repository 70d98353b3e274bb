"""Make places.tsv from OCHA, OpenSyria and GeoNames files, CLDR's country names and places_local.tsv."""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from gazetteer_tools import Use, count_uses, fold, read_table, write_table
from place_sources import Place, countries, neighbourhoods, opensyria_aliases, syria_divisions, syria_places, world_cities

COLUMNS = ("id", "name", "aliases", "english", "kind", "parent", "country", "latitude", "longitude", "common")
POPULATED = frozenset({"capital", "city", "town", "village"})
NEVER_COMMON = frozenset({"country", "governorate"})
NEAR = frozenset("SY IQ LB JO PS IL YE LY SD EG TR SA AE KW QA BH OM TN DZ MA MR SO DJ AF PK IR ML NG NE TD SS".split())
AT, IN, TO = "قرب", "في", "إلى"
HARDLY_PLACE, USUALLY_PLACE, FOREIGN_PLACE = 0.2, 0.55, 0.35
LARGE = 100_000


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
    """Local rows, each taking coordinates and spellings of the populated source row that it names."""
    index = {(fold(name), place.country): place for place in sources for name in place.names if place.kind in POPULATED}
    used: set[str] = set()
    out: list[Place] = []
    for place in local:
        match = index.get((fold(place.name), place.country)) if place.kind in POPULATED else None
        if match is None or match.id in used:
            out.append(place)
            continue
        used.add(match.id)
        out.append(_joined(place, match))
    return out + [place for place in sources if place.id not in used]


def _joined(local: Place, match: Place) -> Place:
    extra = tuple(name for name in match.names if fold(name) != fold(local.name))
    return replace(
        local,
        aliases=local.aliases + extra,
        english=local.english or match.english,
        latitude=local.latitude or match.latitude,
        longitude=local.longitude or match.longitude,
        population=match.population,
    )


def unique(places: Iterable[Place]) -> list[Place]:
    """One row for a name within a parent and kind: the first; aliases only where no other row of the area has them."""
    rows: dict[tuple[str, str, str], Place] = {}
    for place in places:
        key = (fold(place.name), place.parent, place.kind)
        if key not in rows:
            rows[key] = replace(place, aliases=_distinct(place))
    return list(rows.values())


def _distinct(place: Place) -> tuple[str, ...]:
    seen = {fold(place.name): ""}
    for alias in place.aliases:
        seen.setdefault(fold(alias), alias)
    return tuple(sorted(alias for alias in seen.values() if alias))


def marked(place: Place, uses: dict[str, Use], names: frozenset[str]) -> str:
    """1 where some one-word form is more often something other than a place, else 0."""
    if place.common:
        return place.common
    if place.kind in NEVER_COMMON:
        return "0"
    return "1" if any(_ordinary(fold(name), place, uses, names) for name in place.names) else "0"


def _ordinary(name: str, place: Place, uses: dict[str, Use], names: frozenset[str]) -> bool:
    use = uses.get(name, Use())
    words = name.split()
    if all(word in names for word in words) and use.share < USUALLY_PLACE:
        return True
    if len(words) > 1:
        return use.count > 30 and use.share < HARDLY_PLACE / 2
    floor = HARDLY_PLACE if place.country in NEAR else FOREIGN_PLACE
    return use.count > 3 and use.share < floor


def worth(place: Place, uses: dict[str, Use]) -> bool:
    """Whether a row earns its risk: far small places with short or ordinary names do not."""
    if place.country in NEAR or not place.id.startswith("gn:") or place.population >= LARGE:
        return True
    use = uses.get(fold(place.name), Use())
    if " " in place.name:
        return True
    if len(place.name) <= 4 or place.population < 1000:
        return use.placed > 1 and use.share > USUALLY_PLACE
    return use.count < 4 or use.share > HARDLY_PLACE


def trimmed(place: Place, uses: dict[str, Use]) -> Place:
    """Without aliases that are ordinary words or shorter than three letters."""
    kept = tuple(
        alias
        for alias in place.aliases
        if len(alias) > 2 and (place.kind in NEVER_COMMON or uses.get(fold(alias), Use()).share > HARDLY_PLACE)
    )
    return replace(place, aliases=kept)


def gather(folder: Path, local: Path) -> list[Place]:
    """All rows, the more trusted source first."""
    divisions = opensyria_aliases(folder, syria_divisions(folder))
    cities = [*syria_places(folder, divisions), *world_cities()]
    rows = join_local(local_places(local), cities)
    return unique([*countries(), *divisions, *rows, *neighbourhoods(folder)])


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
    names = person_names(folder)
    places = with_parents([trimmed(place, uses) for place in places if worth(place, uses)])
    rows = [replace(place, common=marked(place, uses, names)).row() for place in places]
    comment = "made by scripts/make_places.py; edit places_local.tsv, not this one"
    write_table(options.output, COLUMNS, sorted(rows, key=lambda row: (row["country"], row["name"], row["id"])), comment)


if __name__ == "__main__":
    main()
