"""The conditional random field that is shipped."""

from __future__ import annotations

from tawthiq.extract.entities.engines.crf import read, tag
from tawthiq.extract.entities.engines.odds import Words


def test_a_plain_name_and_a_plain_place() -> None:
    tags = tag(["قال", "الرييس", "حسني", "مبارك", "في", "القاهره", "امس"])
    assert tags[2:4] == ["B-PERS", "I-PERS"]
    assert tags[5] == "B-LOC"


def test_words_plainly_outside_are_not_spoken_of() -> None:
    words = ["قال", "وليد", "جنبلاط", "في", "بيروت", "."]
    [seen] = read([Words(words, words)])
    told = seen.odds
    assert not seen.names
    assert told[3] is None
    assert told[1] is not None
    assert told[1].person > 0.5
