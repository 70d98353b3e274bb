"""Word lists as tables."""

from __future__ import annotations

from importlib.resources import files

import pytest

from tawthiq.errors import InputError
from tawthiq.text.tables import Rows, column, folded, large_table, parse_table, table

DATA = files("tawthiq") / "data"
PATHS = [(folder, path.name) for folder in ("lexicon", "gazetteer") for path in (DATA / folder).iterdir()]
TABLES = sorted(f"{folder}/{name}" for folder, name in PATHS if name.endswith(".tsv"))


def test_comments_and_blank_lines_are_no_rows_and_short_rows_are_filled() -> None:
    text = "# words\nword\tkind\n\nدرعا\tcity\nنوى\n"
    assert parse_table(text, "x.tsv") == ({"word": "درعا", "kind": "city"}, {"word": "نوى", "kind": ""})


def test_a_row_with_too_many_cells_is_told_by_its_line() -> None:
    with pytest.raises(InputError, match=r"x\.tsv, line 3: 3 cells under 2 columns"):
        parse_table("word\tkind\nدرعا\tcity\nنوى\tcity\tmore\n", "x.tsv")


def test_a_row_of_a_large_table_is_parsed_when_it_is_asked_for() -> None:
    rows = Rows("x.tsv", ("word", "kind"), ("درعا\tcity", "نوى", "طفس\ttown\tmore"))
    assert (rows.row(0), rows.row(1)) == ({"word": "درعا", "kind": "city"}, {"word": "نوى", "kind": ""})
    assert list(rows.column("kind")) == ["city", "", "town"]
    with pytest.raises(InputError, match=r"x\.tsv: 3 cells under 2 columns"):
        list(rows)


@pytest.mark.parametrize("name", TABLES)
def test_a_large_table_holds_the_rows_of_the_table(name: str) -> None:
    assert tuple(large_table(name)) == table(name)


def test_a_column_without_its_empty_cells() -> None:
    kinds = [row["aliases"] for row in table("gazetteer/groups.tsv")]
    assert list(column("gazetteer/groups.tsv", "aliases")) == [cell for cell in kinds if cell]


@pytest.mark.parametrize("name", TABLES)
def test_every_table_of_the_package_reads(name: str) -> None:
    assert table(name)


def test_the_words_of_one_use_are_folded() -> None:
    words = folded("lexicon/attribution_words.tsv", "preposition")
    assert {"علي", "الي"} <= words
    assert words < folded("lexicon/attribution_words.tsv")
