"""Nouns in the dual, which count two by themselves: قتيلان, جنديين, طفلتان, شقيقيه."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from tawthiq.text.clitics import readings
from tawthiq.text.fold import MARKS, fold_word
from tawthiq.text.tables import table
from tawthiq.text.tokens import Token

_PRONOUNS = ("ه", "ها", "هم", "هما", "هن")
# مدنيَّين: fatha before ين is the dual, kasra (or nothing) the plural.
_DUAL_MARK = re.compile(rf"\u064e[{MARKS}]*ي[{MARKS}]*ن[{MARKS}]*$")
_MADE_PLAIN = {"اثنين", "اثنان", "اثنتين", "اثنتان", "هما"}


def dual_prefix(token: Token, following: str = "") -> int | None:
    """How many folded characters of particles stand before a dual noun; None where the word is none."""
    if not token.is_word or token.text.endswith("ة"):
        return None
    return _prefix(token.text, token.norm, following in _MADE_PLAIN)


@lru_cache(maxsize=65536)
def _prefix(text: str, norm: str, made_plain: bool) -> int | None:
    sure = made_plain or bool(_DUAL_MARK.search(text))
    for reading in readings(norm):
        stem = reading.stem
        bare = stem[2:] if stem.startswith("ال") and stem not in _duals() else stem
        plain = _duals().get(bare)
        if plain is not None and (plain or sure):
            return len(reading.prefix) - reading.restored
    return None


@cache
def _duals() -> dict[str, bool]:
    """Folded dual forms; False where the form is also a plural."""
    forms: dict[str, bool] = {}
    for row in table("lexicon/duals.tsv"):
        for form, plain in _forms(fold_word(row["singular"]), row["sound_plural"] == "yes"):
            forms.setdefault(form, plain)
        forms.update({fold_word(form): True for form in row["forms"].split("|") if form})
    forms.update({fold_word(f): True for f in _unit_duals()})
    return forms


def _unit_duals() -> Iterator[str]:
    for row in table("lexicon/units.tsv"):
        if row["position"] == "dual":
            yield from row["forms"].split("|")


def _forms(singular: str, sound_plural: bool) -> Iterator[tuple[str, bool]]:
    stem = singular[:-1] + "ت" if singular.endswith("ه") else singular
    yield stem + "ان", True
    yield stem + "ين", not sound_plural
    if not sound_plural:
        yield from ((stem + end + pronoun, True) for end in ("ا", "ي") for pronoun in _PRONOUNS)
