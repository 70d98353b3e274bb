"""Names that the engine is sure of, before what rules and lists make of the same words."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from tawthiq.extract.entities.leading import led, stem_of, sure_names
from tawthiq.extract.entities.name_words import is_name
from tawthiq.extract.entities.scene import Hit, Scene, Stem
from tawthiq.extract.entities.sequence import Kind, Name
from tawthiq.extract.page import Page
from tawthiq.model import Engine, Report
from tawthiq.model.ids import sha256


@dataclass(frozen=True)
class Some:
    hit: Hit
    entry: str | None = None


def scene(text: str, engine: Engine = Engine.FAST) -> Scene:
    return Scene(Page(Report(sha256=sha256(text.encode()), text=text, name="test"), engine))


def whole(text: str, kind: Kind) -> tuple[Scene, Name]:
    held = scene(text)
    return held, Name(0, len(held.tokens), kind, 0.9)


def test_the_fast_engine_leaves_to_the_rules_what_they_found() -> None:
    found = [Some(Hit(0, 1, Stem("درعا")))]
    assert led(scene("درعا"), Kind.PLACE, found, lambda hit, other: Some(hit)) == found


@pytest.mark.parametrize("text", ["قوات أمنية", "الحركة", "قوات محلية", "وحدات"])
def test_a_kind_of_body_is_no_name(text: str) -> None:
    held, name = whole(text, Kind.GROUP)
    assert not is_name(held, name)


@pytest.mark.parametrize("text", ["لواء الغيث", "حركة أحرار السهل", "هيئة تحرير الشام"])
def test_a_head_with_a_word_of_its_own_is_the_name_of_a_group(text: str) -> None:
    held, name = whole(text, Kind.GROUP)
    assert is_name(held, name)


@pytest.mark.parametrize("text", ["الميناء", "جنوب البلاد"])
def test_a_kind_of_place_is_no_name(text: str) -> None:
    held, name = whole(text, Kind.PLACE)
    assert not is_name(held, name)


def test_a_kind_of_body_in_quotation_marks_is_a_name() -> None:
    held = scene("قائد «الحركة» هناك")
    assert is_name(held, Name(2, 3, Kind.GROUP, 1.0))


@pytest.mark.parametrize(
    ("text", "kind", "stem"),
    [
        ("بدرعا", Kind.PLACE, "درعا"),
        ("بمندوشة", Kind.PLACE, "مندوشه"),
        ("كامبندا", Kind.PLACE, "كامبندا"),
        ("للواء الغيث", Kind.GROUP, "لواء"),
    ],
)
def test_particles_are_taken_off_as_far_as_a_list_or_what_leads_tells(text: str, kind: Kind, stem: str) -> None:
    held, name = whole(text, kind)
    assert stem_of(held, name).norm == stem


def test_behind_a_preposition_the_whole_word_is_the_name() -> None:
    held = scene("في بمندوشة")
    assert stem_of(held, Name(1, 2, Kind.PLACE, 1.0)).norm == "بمندوشه"


def test_a_name_of_the_engine_takes_the_place_of_what_it_meets() -> None:
    pytest.importorskip("onnxruntime", reason="the extra accurate is not installed")
    held = scene("قتل مسلحون مجهولون الشاب يزن عبد الكريم الحريري في بلدة تسيل", Engine.ACCURATE)
    [name] = sure_names(held, Kind.PERSON)
    short = Some(Hit(name.first, name.first + 1, Stem("يزن")))
    [found] = led(held, Kind.PERSON, [short], lambda hit, other: Some(hit, "given" if other is short else None))
    assert (found.hit.first, found.hit.last, found.entry) == (name.first, name.last, "given")
