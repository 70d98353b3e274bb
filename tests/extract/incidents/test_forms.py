"""Forms with gaps and alternatives, found under particles, articles and pronouns."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawthiq.extract.incidents.forms import FormIndex
from tawthiq.text.tokens import tokenize

FORMS = FormIndex.of([("قصف|قصفت", "قصف"), ("لقي/لقوا … مصرعه/مصرعهم", "موت"), ("إصابة", "جرح"), ("سيطر على", "أخذ")])


def found(text: str) -> list[str]:
    tokens = tokenize(text)
    return [hit.value for hit in FORMS.find(tokens, 0, len(tokens))]


@pytest.mark.parametrize("text", ["قصف", "القصف", "بالقصف", "للقصف", "وقصفت", "قصفهم", "قَصْفٌ"])
def test_particles_article_and_pronoun_hide_nothing(text: str) -> None:
    assert found(text) == ["قصف"]


def test_words_may_stand_in_a_gap() -> None:
    assert found("لقي أربعة مدنيين من عائلة واحدة مصرعهم") == ["موت"]


def test_a_gap_has_an_end() -> None:
    assert found("لقي " + "كثير " * 20 + "مصرعهم") == []


def test_ta_marbuta_is_no_pronoun() -> None:
    assert found("سيطرة على") == []
    assert found("إصابته") == ["جرح"]


@given(st.text(alphabet="ابتقصفلهمويةأ ،.", max_size=60))
def test_hits_are_in_order_and_inside(text: str) -> None:
    tokens = tokenize(text)
    hits = list(FORMS.find(tokens, 0, len(tokens)))
    assert [hit.first for hit in hits] == sorted({hit.first for hit in hits})
    assert all(0 <= hit.first < hit.last <= len(tokens) for hit in hits)
