"""The place, name and head-word tables keep the promises of their README."""

from __future__ import annotations

import re
from collections import Counter
from importlib.resources import files

import pytest

ARABIC = re.compile("^[\u0621-\u063a\u0641-\u064a]+(?:[ -][\u0621-\u063a\u0641-\u064a]+)*$")
FOLD = str.maketrans("أإآٱىة", "اااايه")
POPULATED = {"capital", "city", "town", "village"}
KINDS = POPULATED | {
    "country", "governorate", "district", "subdistrict", "neighbourhood",
    "camp", "region", "road", "crossing", "landmark", "water",
}  # fmt: skip


def table(name: str) -> list[dict[str, str]]:
    text = (files("tawthiq") / "data" / name).read_text(encoding="utf-8")
    header, *rows = (line.split("\t") for line in text.splitlines() if line and not line.startswith("#"))
    return [dict(zip(header, row, strict=True)) for row in rows]


@pytest.fixture(scope="module")
def places() -> list[dict[str, str]]:
    return table("gazetteer/places.tsv")


def test_places_are_many_and_have_unique_ids(places: list[dict[str, str]]) -> None:
    assert len(places) >= 15_000
    assert [key for key, number in Counter(row["id"] for row in places).items() if number > 1] == []


def test_every_parent_is_a_row(places: list[dict[str, str]]) -> None:
    known = {row["id"] for row in places} | {""}
    assert {row["parent"] for row in places} <= known


def test_no_name_twice_within_parent_and_kind(places: list[dict[str, str]]) -> None:
    keys = Counter((row["name"].translate(FOLD), row["parent"], row["kind"]) for row in places)
    assert [key for key, number in keys.items() if number > 1] == []


def test_coordinates_are_both_there_and_in_range_or_both_absent(places: list[dict[str, str]]) -> None:
    for row in places:
        assert bool(row["latitude"]) == bool(row["longitude"]), row
        if row["latitude"]:
            assert abs(float(row["latitude"])) <= 90, row
            assert abs(float(row["longitude"])) <= 180, row


def test_names_and_aliases_are_in_arabic_letters(places: list[dict[str, str]]) -> None:
    names = {name for row in places for name in (row["name"], *filter(None, row["aliases"].split("|")))}
    assert [name for name in names if not ARABIC.match(name)] == []


def test_kind_country_and_mark_are_of_the_lists(places: list[dict[str, str]]) -> None:
    assert {row["kind"] for row in places} == KINDS
    assert {row["common"] for row in places} == {"0", "1"}
    assert all(re.fullmatch("[A-Z]{2}|", row["country"]) for row in places)


@pytest.mark.parametrize(
    ("name", "kind", "parent"),
    [
        ("طفس", "town", "SY12"),
        ("درعا", "governorate", "iso:SY"),
        ("سوريا", "country", ""),
        ("اليادودة", "village", "SY120005"),
    ],
)
def test_known_places_hang_where_they_should(places: list[dict[str, str]], name: str, kind: str, parent: str) -> None:
    assert [row for row in places if (row["name"], row["kind"], row["parent"]) == (name, kind, parent)]


def test_ordinary_words_need_a_head(places: list[dict[str, str]]) -> None:
    wary = {row["name"] for row in places if row["common"] == "1"}
    assert {"الباب", "الحارة", "صور", "النصر"} <= wary
    assert not {"درعا", "طفس", "دمشق", "العراق"} & wary


@pytest.mark.parametrize("name", ["given_names", "family_names"])
def test_names_are_unique_arabic_and_weighted(name: str) -> None:
    rows = table(f"gazetteer/{name}.tsv")
    assert len({row["name"].translate(FOLD) for row in rows}) == len(rows) > 1_000
    assert all(ARABIC.match(row["name"]) and int(row["weight"]) > 0 and row["common"] in "01" for row in rows)


def test_titles_are_unique_within_a_kind() -> None:
    rows = table("lexicon/titles.tsv")
    assert len({(row["title"], row["kind"]) for row in rows}) == len(rows) >= 300
    assert {row["kind"] for row in rows} == {"rank", "honorific", "office", "role", "trade", "person", "kin"}
    assert {row["sex"] for row in rows} == {"m", "f"}
    assert {row["number"] for row in rows} == {"singular", "dual", "plural"}


@pytest.mark.parametrize(("head", "stays"), [("مدينة", "0"), ("بلدة", "0"), ("مخيم", "1"), ("معبر", "1"), ("ريف", "1")])
def test_heads_know_whether_they_stay_in_the_name(head: str, stays: str) -> None:
    rows = {row["head"]: row["part_of_name"] for row in table("lexicon/place_heads.tsv")}
    assert rows[head] == stays
