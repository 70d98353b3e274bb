"""Sentences put together for the encoder."""

from __future__ import annotations

from itertools import accumulate

from hypothesis import given
from hypothesis import strategies as st

from tawthiq.extract.entities.engines.odds import Words
from tawthiq.extract.entities.engines.passages import LONGEST, TOGETHER, passages
from tawthiq.extract.entities.engines.pieces import BEGIN, END, UNKNOWN, Pieces

LETTERS = "ابتثج"
PIECES = Pieces([UNKNOWN, BEGIN, END, "▁", *LETTERS], [0.0, 0.0, 0.0, *[-1.0] * (len(LETTERS) + 1)])
SENTENCES = st.lists(st.lists(st.text(LETTERS, min_size=1, max_size=60), max_size=80), max_size=8)


def words(text: str) -> Words:
    return Words(text.split(), text.split())


@given(SENTENCES)
def test_every_word_of_every_sentence_is_read_once_and_in_order(given_sentences: list[list[str]]) -> None:
    found = list(passages([Words(one, one) for one in given_sentences], PIECES))
    read = [norm for passage in found for part in passage.parts for norm in part.norms]
    assert read == [word for one in given_sentences for word in one]


@given(SENTENCES)
def test_no_passage_is_longer_than_the_encoder_can_read(given_sentences: list[list[str]]) -> None:
    for passage in passages([Words(one, one) for one in given_sentences], PIECES):
        assert len(passage.numbers) <= max(LONGEST, TOGETHER) + 1
        assert passage.numbers[0] == PIECES.numbers[BEGIN]
        assert passage.numbers[-1] == PIECES.numbers[END]


def test_a_word_begins_where_its_first_piece_stands() -> None:
    [passage] = passages([words("اب تثج")], PIECES)
    widths = [1, *(len(cut) for cut in passage.parts[0].cuts)]
    assert list(passage.firsts) == list(accumulate(widths))[:-1]
    assert all(passage.numbers[first] == PIECES.numbers["▁"] for first in passage.firsts)


def test_a_sentence_without_words_has_no_passage() -> None:
    assert list(passages([words("")], PIECES)) == []
