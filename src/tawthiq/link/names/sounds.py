"""Consonant skeletons that both scripts share: coarse ones to rule words out, finer ones to find words by.

After the idea of Soundex and its Arabic kin (Aqeel et al. 2006, "On the development of name search techniques for
Arabic", JASIST 57:6): vowels, glides and breaths fall away, letters that transliteration mixes up become one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import islice, product

from tawthiq.link.names.letters import ARTICLE, Script, script_of
from tawthiq.text.tables import table

_MOST = 12


@cache
def _sounds(script: Script) -> tuple[re.Pattern[str], dict[str, tuple[str, tuple[str, ...]]]]:
    """How to cut a word to letters and digraphs; of each the coarse class and the finer ones."""
    rows = [row for row in table("names/sounds.tsv") if script_of(row["letter"]) is script]
    classes = {row["letter"]: (row["coarse"], tuple(row["fine"].replace("-", " ").split("|"))) for row in rows}
    return re.compile("|".join(sorted(classes, key=len, reverse=True))), classes


@lru_cache(maxsize=1 << 17)
def coarse(key: str) -> str:
    """The coarse skeleton of a word: one letter a consonant."""
    pattern, classes = _sounds(script_of(key))
    return "".join(classes[found][0] for found in pattern.findall(_stripped(key)))


@lru_cache(maxsize=1 << 17)
def skeletons(key: str) -> tuple[str, ...]:
    """Finer skeletons of a word, one for each way to read its letters, at most twelve; the usual one first."""
    pattern, classes = _sounds(script_of(key))
    readings = [classes[found][1] for found in pattern.findall(_stripped(key))]
    return tuple(dict.fromkeys(_joined(way) for way in islice(product(*readings), _MOST)))


def _joined(way: tuple[str, ...]) -> str:
    return "".join(_unrepeated(sign for sign in way if sign.strip()))


def _unrepeated(signs: Iterator[str]) -> Iterator[str]:
    last = ""
    for sign in signs:
        if sign != last:
            yield sign
        last = sign


def _stripped(key: str) -> str:
    """The key without its article, which either script may leave out."""
    if key.startswith(ARTICLE):
        return key[1:]
    return key
