"""Which entry of a gazetteer is meant, and what a place lies in."""

from __future__ import annotations

import pytest

from tawthiq.extract.entities.gazetteer import best, groups, lineage, places
from tawthiq.extract.entities.office import names
from tawthiq.extract.entities.tries import Entry
from tawthiq.text.fold import fold_phrase


def entry(name: str, kind: str = "town", country: str = "SY", common: bool = False) -> Entry:
    return Entry(name, kind, country, common)


def test_a_capital_before_a_village_of_the_same_name() -> None:
    village, capital = entry("a", "village", "EG"), entry("b", "capital", "SA", common=True)
    assert best([village, capital]) is capital


def test_without_need_of_support_before_one_with() -> None:
    sure, common = entry("a", country="IQ"), entry("b", common=True)
    assert best([common, sure]) is sure


def test_the_places_of_the_package() -> None:
    assert "درعا البلد" in places()
    assert "ليس اسما لمكان" not in places()


@pytest.mark.parametrize("file", ["places.tsv", "groups.tsv"])
def test_every_name_leads_to_its_row(file: str) -> None:
    trie = places() if file == "places.tsv" else groups()
    for row in list(names(file))[::500]:
        first, *rest = fold_phrase(row["name"]).split()
        found = trie.longest(first, rest)
        assert found
        assert row["id"] in {one.id for one in found[1]}


def test_what_a_place_lies_in() -> None:
    nawa = [row["id"] for row in names("places.tsv") if (row["name"], row["country"]) == ("نوى", "SY")]
    assert [lineage(id)[-2:] for id in nawa] == [("SY12", "iso:SY")] * len(nawa) != []
    assert lineage("no such place") == ("no such place",)
