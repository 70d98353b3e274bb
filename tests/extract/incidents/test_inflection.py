"""Which forms of a verb a lexicon need not list."""

from __future__ import annotations

from tawthiq.extract.incidents.inflection import inflected


def test_a_verb_has_its_plural_and_duals() -> None:
    assert set(inflected("خطف|خطفت").split("|")[0].split("/")) == {"خطف", "خطفت", "خطفوا", "خطفا", "خطفتا"}


def test_a_verb_in_alif_has_its_passive() -> None:
    head, *rest = inflected("ألقى/ألقت … قنبلة").split()
    assert {"القيت", "القوا", "القيا"} <= set(head.split("/"))
    assert rest == ["…", "قنبلة"]


def test_a_noun_stays_as_it_is() -> None:
    assert inflected("مقتل|مصرع") == "مقتل|مصرع"


def test_a_verb_has_its_verbal_noun() -> None:
    assert "مهاجمه" in inflected("هاجم|هاجمت")
    assert "اختطاف" in inflected("اختطف|اختطفت")
