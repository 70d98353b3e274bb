"""The encoder that is shipped: names in sentences that no corpus holds, and what the odds mean."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from importlib.resources import files

import pytest

from tawthiq.errors import MissingExtraError
from tawthiq.extract import method_of, read_report
from tawthiq.extract.entities.engines import encoder
from tawthiq.extract.entities.engines.labels import LAYERS, ROLE_COLUMNS, WIDTH, LayerName
from tawthiq.extract.entities.engines.odds import Words
from tawthiq.extract.entities.lexicon import norm_of
from tawthiq.extract.entities.scene import scene_of
from tawthiq.extract.entities.sequence import odds
from tawthiq.extract.page import Page
from tawthiq.model import Engine, Report
from tawthiq.model.ids import sha256
from tawthiq.text.tokens import tokenize

DAY = "قتل مسلحون مجهولون مساء أمس الشاب يزن عبد الكريم الحريري بإطلاق نار في بلدة تسيل غرب درعا"


def told(text: str) -> tuple[Sequence[str], encoder.Told]:
    words = [token.text for token in tokenize(text)]
    [found] = encoder.tell([Words(words, [norm_of(word) or word for word in words])])
    return words, found


def names(text: str, layer: LayerName = LayerName.NAMES) -> dict[str, str]:
    words, found = told(text)
    return {" ".join(words[start:end]): kind for start, end, kind in found.stretches(layer)}


def test_layers_fill_the_columns_of_the_output() -> None:
    columns = [at for layer in LAYERS.values() for at in range(WIDTH)[layer.columns]]
    assert [*columns, *range(WIDTH)[ROLE_COLUMNS]] == list(range(WIDTH))


@pytest.mark.parametrize("name", ["ner.onnx", "ner_pieces.tsv"])
def test_the_card_names_the_hash_of_what_ships(name: str) -> None:
    models = files("tawthiq") / "data" / "models"
    assert sha256((models / name).read_bytes()) in (models / "README.md").read_text(encoding="utf-8")


def test_what_ships_is_small() -> None:
    models = files("tawthiq") / "data" / "models"
    assert sum(len((models / name).read_bytes()) for name in ("ner.onnx", "ner_pieces.tsv")) < 20_000_000


def test_without_the_extra_the_error_says_what_to_install() -> None:
    script = (
        "import sys; sys.modules['onnxruntime'] = None\n"
        "from tawthiq.extract.entities.engines.encoder import tell\n"
        "from tawthiq.extract.entities.engines.odds import Words\n"
        "tell([Words(['درعا'], ['درعا'])])"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False, env=os.environ)
    assert MissingExtraError.__name__ in done.stderr
    assert "tawthiq[accurate]" in done.stderr


def test_claims_name_their_engine() -> None:
    assert method_of(Engine.FAST) != method_of(Engine.ACCURATE)
    assert all(engine in method_of(engine) for engine in (Engine.FAST, Engine.ACCURATE))


class TestShipped:
    @pytest.fixture(autouse=True)
    def _installed(self) -> None:
        pytest.importorskip("onnxruntime", reason="the extra accurate is not installed")

    def test_a_person_and_places_of_a_report(self) -> None:
        found = names(DAY)
        assert found["يزن عبد الكريم الحريري"] == "per"
        assert found["تسيل"] == found["درعا"] == "loc"

    def test_groups_and_a_speaker(self) -> None:
        text = "وقال مدير المكتب الإعلامي سامر الرفاعي إن عناصر من الفرقة الرابعة انسحبوا من مدينة نوى"
        words, found = told(text)
        [speaker] = [s for s in found.stretches(LayerName.NAMES) if s[2] == "per"]
        assert words[speaker[0] : speaker[1]] == ["سامر", "الرفاعي"]
        assert found.role(speaker, "speaker") > 0.5 > found.role(speaker, "victim")
        assert names(text)["الفرقة الرابعة"] == "org"

    def test_the_victim_and_those_who_killed_him(self) -> None:
        _, found = told(DAY)
        [victim] = [s for s in found.stretches(LayerName.NAMES) if s[2] == "per"]
        assert found.role(victim, "victim") > 0.5 > found.role(victim, "perpetrator")
        assert "perp" in names(DAY, LayerName.UNNAMED).values()

    def test_names_of_newspapers_as_another_corpus_bounds_them(self) -> None:
        found = names("التقى الرئيس الفرنسي جاك شيراك نظيره المصري في القاهرة", LayerName.NEWS)
        assert found["جاك شيراك"] == "PERS"
        assert found["القاهرة"] == "LOC"

    def test_a_sentence_without_names(self) -> None:
        assert names("ارتفعت أسعار الخبز والمحروقات في الأسواق خلال الأسبوع الماضي") == {}

    def test_odds_are_chances_of_single_tokens(self) -> None:
        page = Page(report(DAY + "."), Engine.ACCURATE)
        found = odds(scene_of(page))
        assert all(0 <= one <= 1 for held in found.values() for one in (held.person, held.place, held.group))
        at = page.token_at(DAY.index("يزن"))
        assert found[at].person > 0.9
        assert found[at].inside < 0.5 < found[at + 1].inside

    def test_a_sentence_of_many_words_is_read_in_parts(self) -> None:
        words, found = told("، ثم ".join([DAY] * 12))
        assert len(found.scores) == len(words)
        persons = [s for s in found.stretches(LayerName.NAMES) if s[2] == "per"]
        assert len(persons) == 12

    def test_a_report_is_read_alike_each_time(self) -> None:
        one = report(f"درعا\n\n{DAY}.")
        claims = read_report(one, Engine.ACCURATE)
        assert claims == read_report(one, Engine.ACCURATE)
        assert {claim.method for claim in claims} == {method_of(Engine.ACCURATE)}


def report(text: str) -> Report:
    return Report(sha256=sha256(text.encode()), text=text, name="test")
