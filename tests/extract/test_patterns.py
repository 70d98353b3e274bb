"""Patterns are data: every file compiles, names only parts that its readers know, and finds folded spellings."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

import pytest

from tawthiq.extract.patterns import find, listed, patterns, trimmed
from tawthiq.model import Span
from tests.extract.pages import page_of, reading_of

ROOT = Path(__file__).resolve().parents[2]
REPORTS = sorted([*ROOT.glob("src/tawthiq/data/demo/*.txt"), *ROOT.glob("tests/reports/*/*.txt")])
NAMES = sorted(p.name.removesuffix(".toml") for p in (files("tawthiq") / "data" / "patterns").iterdir())
PARTS = {
    "whole", "trigger", "obligation", "where", "from", "aims", "what", "area", "list", "note", "authority", "person",
    "reason", "by", "outcome", "group", "value", "date", "role", "author", "handle", "name",
    "aim", "duration", "duty_of", "exception", "owed_to", "party", "version", "who", "within",
}  # fmt: skip


@pytest.mark.parametrize("name", NAMES)
def test_every_pattern_compiles_and_names_known_parts(name: str) -> None:
    assert patterns(name)
    for pattern in patterns(name):
        assert set(pattern.regex.groupindex) <= PARTS


@pytest.mark.parametrize("name", NAMES)
def test_what_a_pattern_needs_stands_wherever_it_is_found(name: str) -> None:
    pages = [page_of(path.read_text(encoding="utf-8")) for path in REPORTS]
    for pattern in (pattern for pattern in patterns(name) if pattern.needs):
        found = [match[0] for page in pages for match in pattern.regex.finditer(page.folded.norm)]
        assert all(pattern.needs.search(words) for words in found if pattern.needs)


def test_a_pattern_finds_its_words_in_another_spelling() -> None:
    page = page_of("أدرجت الخزانة الامريكية سامر على لوائح العقوبات")
    assert [hit.part("authority").text for hit in find(page, "listings") if hit.part("authority")] != []  # type: ignore[union-attr]


def test_edges_are_trimmed_and_nothing_is_left_of_signs() -> None:
    page = page_of("، «قطاع الطرق». ")
    assert trimmed(page, Span(0, len(page.text))) == page.phrase(Span(3, 13))
    assert trimmed(page, Span(0, 3)) is None


def test_a_list_is_parted_at_commas_and_and() -> None:
    page = page_of('النظام السوري وتنظيم "داعش"، ومهربي السلاح')
    found = reading_of(page, groups=["النظام السوري", "داعش"])
    names = [phrase.text for phrase in listed(page, found, page.phrase(Span(0, len(page.text))))]
    assert names == ["النظام السوري", "داعش", "مهربي السلاح"]
