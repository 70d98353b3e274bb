"""The letters of names: which script a word is in, and one spelling of it for comparing.

Arabic folds as in `tawthiq.text.fold`, and loses its hamza on the line. Latin loses accents, apostrophes and doubled
consonants; letters of scholarly transliteration (ALA-LC, DIN 31635) become the digraphs of everyday spelling.
"""

from __future__ import annotations

import re
import unicodedata
from enum import StrEnum
from functools import cache, lru_cache

from tawthiq.text.fold import INVISIBLE, LETTERS, MARKS, TATWEEL, fold_word
from tawthiq.text.tables import table

ARTICLE = "ٱ"
"""Stands in keys for ال before or inside a name (عبد ال…), which Latin writes al, el, ul, ad or not at all."""

APOSTROPHES = "'’‘`´ʿʾʼʻ′"
WORD = re.compile(rf"[{LETTERS}{MARKS}{TATWEEL}{INVISIBLE}]+|[^\W\d_{LETTERS}]+(?:[{APOSTROPHES}]+[^\W\d_{LETTERS}]+)*")

_DOUBLED = re.compile(r"(sh|kh|dh|th|gh|[b-df-hj-np-tv-z])\1+")
_LONG = re.compile(r"([aeiou])\1{2,}")
_OTHER = re.compile("[^a-z]")


class Script(StrEnum):
    ARABIC = "arabic"
    LATIN = "latin"


def script_of(word: str) -> Script:
    return Script.ARABIC if any("\u0600" <= sign <= "\u08ff" or sign >= "\ufb50" for sign in word) else Script.LATIN


@lru_cache(maxsize=1 << 17)
def plain(word: str) -> str:
    """One word in the spelling that is compared; empty where nothing of it is a letter."""
    return _plain_arabic(word) if script_of(word) is Script.ARABIC else _plain_latin(word)


def _plain_arabic(word: str) -> str:
    """Folded, without hamza on the line; عالء is what PDF readers make of علاء, and nothing else."""
    folded = fold_word(word)
    return (folded.removesuffix("الء") + "لا" if folded.endswith("الء") else folded).replace("ء", "")


@cache
def _accents() -> dict[int, str]:
    return {ord(row["letter"]): row["latin"] for row in table("names/accents.tsv")}


def _plain_latin(word: str) -> str:
    lowered = unicodedata.normalize("NFC", word.casefold()).translate(_accents())
    bare = _OTHER.sub("", unicodedata.normalize("NFKD", lowered))
    return _LONG.sub(r"\1\1", _DOUBLED.sub(r"\1", bare))


def tighten(key: str) -> str:
    """Two Latin words put together, their doubled consonants as one."""
    return _DOUBLED.sub(r"\1", key)
