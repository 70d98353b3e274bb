"""The tables of names keep the promises of their heads."""

from __future__ import annotations

from collections import Counter
from importlib.resources import files

import pytest

from tawthiq.link.names.letters import Script, script_of
from tawthiq.link.names.tables import bare, settings
from tawthiq.text.tables import table

TABLES = sorted(
    f"names/{entry.name}" for entry in (files("tawthiq") / "data" / "names").iterdir() if entry.name.endswith(".tsv")
)
PLACES = {"start", "inside", "end", "any"}


@pytest.mark.parametrize("name", TABLES)
def test_rows_are_whole_and_told_once(name: str) -> None:
    rows = [tuple(row.values()) for row in table(name)]
    assert rows
    assert all(all(cell.strip() == cell and cell for cell in row) for row in rows)
    assert [row for row, times in Counter(rows).items() if times > 1] == []


@pytest.mark.parametrize(
    "name", ["names/letters.tsv", "names/spellings.tsv", "names/vowels.tsv", "names/consonants.tsv"]
)
def test_prices_are_shares(name: str) -> None:
    assert all(0.0 <= float(row["price"]) <= 1.0 for row in table(name))
    assert {row["place"] for row in table(name) if "place" in row} <= PLACES


def test_confusable_rows_hold_two_names_at_least() -> None:
    for row in table("names/confusable.tsv"):
        names = {bare(name) for name in row["names"].split("|")}
        assert len(names) > 1, row


def test_irregular_spellings_are_latin_for_arabic() -> None:
    for row in table("names/irregular.tsv"):
        assert all(script_of(latin) is Script.LATIN for latin in row["latin"].split("|"))
        assert all(script_of(name) is Script.ARABIC for name in row["names"].split("|"))
    forms = Counter(latin for row in table("names/irregular.tsv") for latin in row["latin"].split("|"))
    assert [latin for latin, times in forms.items() if times > 1] == []


def test_thresholds_rise() -> None:
    verdict = settings("verdict")
    assert 0.0 < verdict["unsure"] < verdict["same"] < 1.0
