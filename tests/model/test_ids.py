"""Ids follow from content alone."""

from __future__ import annotations

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawthiq.model.ids import ID_LENGTH, canonical, digest, sha256

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(st.characters(exclude_categories=["Cs"])),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=8,
)


def test_a_digest_is_known_forever() -> None:
    """Changing how ids are made would orphan every stored judgement."""
    assert canonical(("claim", "درعا", 1, None)) == '["claim","درعا",1,null]'
    assert (
        digest("claim", "درعا", 1, None) == hashlib.sha256('["claim","درعا",1,null]'.encode()).hexdigest()[:ID_LENGTH]
    )


def test_digest_of_original_bytes_is_the_whole_sha256() -> None:
    assert sha256(b"abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"


@given(st.dictionaries(st.text(max_size=5), st.integers(), max_size=5))
def test_the_order_of_keys_does_not_matter(value: dict[str, int]) -> None:
    assert digest(value) == digest(dict(reversed(value.items())))


@given(JSON, JSON)
def test_different_content_has_different_ids(one: object, other: object) -> None:
    assert (digest(one) == digest(other)) == (canonical(one) == canonical(other))


@pytest.mark.parametrize(("left", "right"), [(("ab", "c"), ("a", "bc")), (("a",), ("a", None)), (("1",), (1,))])
def test_parts_do_not_run_together(left: tuple[object, ...], right: tuple[object, ...]) -> None:
    assert digest(*left) != digest(*right)
