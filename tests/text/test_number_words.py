from __future__ import annotations

import itertools

import pytest
from tests.text.spell import spell

from tawthiq.text.number_words import read_number
from tawthiq.text.tokens import tokenize


@pytest.mark.parametrize(("feminine", "oblique"), list(itertools.product([False, True], repeat=2)))
def test_every_number_in_words_is_read(feminine: bool, oblique: bool) -> None:
    wrong = []
    for n in range(10_000):
        words = spell(n, feminine, oblique)
        number = read_number(tokenize(words), 0)
        if number is None or number.value != n or number.core.of(words) != words:
            wrong.append((n, words))
    assert wrong == []
