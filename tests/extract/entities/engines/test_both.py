"""The two witnesses of the engine `accurate` weighed together."""

from __future__ import annotations

import pytest

from tawthiq.extract.entities.engines import both, crf, encoder
from tawthiq.extract.entities.engines.labels import LAYERS, LayerName
from tawthiq.extract.entities.engines.odds import Kind, Words
from tawthiq.extract.entities.lexicon import norm_of

pytest.importorskip("onnxruntime", reason="the extra accurate is not installed")

DAY = "قتل مسلحون مجهولون الشاب يزن عبد الكريم الحريري في بلدة تسيل غرب درعا"


def sentence(text: str) -> Words:
    return Words(text.split(), [norm_of(word) or word for word in text.split()])


@pytest.mark.parametrize("layer", [LayerName.NAMES, LayerName.NEWS])
def test_chances_of_a_word_sum_to_one(layer: LayerName) -> None:
    one = sentence(DAY)
    [told] = encoder.tell([one])
    for row in both.chances(told, one.norms, layer):
        assert len(row) == len(LAYERS[layer].labels)
        assert sum(row) == pytest.approx(1)


def test_where_both_see_no_name_there_is_none() -> None:
    one = sentence("ارتفعت أسعار الخبز والمحروقات خلال الأسبوع الماضي")
    [told] = encoder.tell([one])
    assert told.stretches(LayerName.NAMES) == []
    assert all(row[0] > 0.9 for row in crf.chances(one.norms, LayerName.NAMES))
    assert both.names(told, one.norms) == []


def test_names_of_a_sentence_with_their_bounds_and_chances() -> None:
    one = sentence(DAY)
    [seen] = both.read([one])
    found = {" ".join(one.texts[name.first : name.last]): name for name in seen.names}
    assert found["يزن عبد الكريم الحريري"].kind is Kind.PERSON
    assert Kind.PLACE in {name.kind for name in found.values()}
    assert all(0.5 < name.chance <= 1 for name in found.values())


def test_each_sentence_of_a_report_has_its_own_answer() -> None:
    sentences = [sentence(DAY), sentence("وقال الناشط سامر الرفاعي إن القصف توقف"), sentence("")]
    told = list(both.read(sentences))
    assert [len(seen.odds) for seen in told] == [len(one) for one in sentences]
    [speaker] = told[1].names
    assert sentences[1].texts[speaker.first : speaker.last] == ["سامر", "الرفاعي"]
