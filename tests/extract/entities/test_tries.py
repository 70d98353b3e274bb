"""The trie of names: all that begin here, and the longest; laid out at once or as it is asked."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tawthiq.extract.entities.tries import Entry, LazyTrie, Trie

_NAMES = st.lists(st.sampled_from(["درعا", "البلد", "ريف", "دمشق"]), min_size=1, max_size=3).map(" ".join)


def entry(name: str) -> Entry:
    return Entry(name, "town", "SY", common=False)


def trie_of(names: list[str]) -> Trie:
    trie = Trie()
    for name in names:
        trie.add(name, entry(name))
    return trie


@given(st.lists(_NAMES, min_size=1, max_size=6), _NAMES)
def test_the_longest_name_is_one_that_was_added(names: list[str], text: str) -> None:
    first, *rest = text.split()
    found = trie_of(names).longest(first, rest)
    fitting = [name for name in names if f"{text} ".startswith(f"{name} ")]
    assert (found is None) == (not fitting)
    if found:
        assert found[0] == max(len(name.split()) for name in fitting)


@given(st.lists(_NAMES, max_size=6), st.lists(_NAMES, min_size=1, max_size=4))
def test_a_lazy_trie_answers_as_one_laid_out(names: list[str], texts: list[str]) -> None:
    lazy, laid = LazyTrie(range(len(names)), names, lambda row: entry(names[row])), trie_of(names)
    for text in texts:
        first, *rest = text.split()
        assert list(lazy.walk(first, rest)) == list(laid.walk(first, rest))
        assert lazy.longest(first, rest) == laid.longest(first, rest)
        assert (text in lazy) == (text in laid)


def test_the_rows_of_one_name_stand_in_the_order_of_the_table() -> None:
    rows = [0, 1, 2, 2]
    lazy = LazyTrie(rows, ["إدلب", "ادلب", "أدلب", "إدلب"], lambda row: Entry(str(row), "town", "SY", common=False))
    found = lazy.longest("ادلب", ())
    assert found
    assert [one.id for one in found[1]] == ["0", "1", "2"]
