"""What a word may hide, and where its name begins."""

from __future__ import annotations

import pytest

from tawthiq.extract.entities.scene import Hit, Stem, scene_of, stems
from tests.extract.pages import page_of


@pytest.mark.parametrize(
    ("word", "stem"),
    [
        ("وبدرعا", Stem("درعا", "وب")),
        ("للامم", Stem("الامم", "ل", restored=True)),
        ("للواء", Stem("اللواء", "ل", restored=True)),
        ("للواء", Stem("لواء", "ل")),
        ("وسام", Stem("وسام")),
    ],
)
def test_all_that_a_word_may_be(word: str, stem: Stem) -> None:
    assert stem in stems(word)


def test_marks_over_a_particle_go_with_it() -> None:
    text = "وَبِدرعا"
    phrase = scene_of(page_of(text)).phrase(Hit(0, 1, Stem("درعا", "وب")))
    assert phrase.text == "درعا" == phrase.span.of(text)


def test_quotations_of_every_kind() -> None:
    scene = scene_of(page_of('قناة «سما» و"أعماق" و“نبأ”.'))
    assert [scene.norms[first:last] for first, last in scene.quoted.items()] == [["سما"], ["اعماق"], ["نبا"]]


def test_a_preposition_does_not_fold_to_a_name() -> None:
    scene = scene_of(page_of("على علي"))
    assert scene.norms[0] != scene.norms[1]
