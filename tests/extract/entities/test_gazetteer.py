"""The trie of names: all that begin here, the longest, and which entry is meant."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tawthiq.extract.entities.gazetteer import Entry, Trie, best, places

_NAMES = st.lists(st.sampled_from(["درعا", "البلد", "ريف", "دمشق"]), min_size=1, max_size=3).map(" ".join)


def entry(name: str, kind: str = "town", country: str = "SY", common: bool = False) -> Entry:
    return Entry(name, kind, country, common)


@given(st.lists(_NAMES, min_size=1, max_size=6), _NAMES)
def test_the_longest_name_is_one_that_was_added(names: list[str], text: str) -> None:
    trie = Trie()
    for name in names:
        trie.add(name, entry(name))
    first, *rest = text.split()
    found = trie.longest(first, rest)
    fitting = [name for name in names if f"{text} ".startswith(f"{name} ")]
    assert (found is None) == (not fitting)
    if found:
        assert found[0] == max(len(name.split()) for name in fitting)


def test_a_capital_before_a_village_of_the_same_name() -> None:
    village, capital = entry("a", "village", "EG"), entry("b", "capital", "SA", common=True)
    assert best([village, capital]) is capital


def test_without_need_of_support_before_one_with() -> None:
    sure, common = entry("a", country="IQ"), entry("b", common=True)
    assert best([common, sure]) is sure


def test_the_places_of_the_package() -> None:
    assert "درعا البلد" in places()
    assert "ليس اسما لمكان" not in places()
