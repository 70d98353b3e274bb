"""Words of a written name: cut, cleared of titles and of what stands in quotes, in the order given name first."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from tawthiq.link.names.letters import WORD, Script, plain, script_of
from tawthiq.link.names.mending import mended
from tawthiq.link.names.tables import titles, uses

_QUOTED = re.compile(r"[\"“”„«»(\[{]+([^\"“”„«»()\[\]{}]+)(?:[\"“”«»)\]}]+|$)")
_BRACKET = re.compile("[()]")
_TURNED = str.maketrans("()", ")(")
_COMMA = re.compile(r"\s*[,،]\s*")
_AKA = re.compile(r"\b(?:a\.?\s?k\.?\s?a\.?|f\.?k\.?a\.?|known as|nom de guerre|also)(?=[\s:])", re.IGNORECASE)
_MARKS = re.compile("[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\ufeff]")


@dataclass(frozen=True, slots=True)
class Word:
    """`capitals`: written in capital letters throughout; `tied`: a hyphen joins it to the next word."""

    text: str
    key: str
    arabic: bool
    capitals: bool
    tied: bool


def split_bynames(text: str) -> tuple[str, tuple[str, ...]]:
    """The name without what it says in quotes, in brackets or behind a word such as المعروف, and these bynames."""
    clean = _facing(_AKA.sub(" alias ", _MARKS.sub("", unicodedata.normalize("NFC", text))))
    found = [*_QUOTED.findall(clean), *_single_quoted().findall(clean)]
    return _single_quoted().sub(" ", _QUOTED.sub(" ", clean)), tuple(found)


@cache
def _single_quoted() -> re.Pattern[str]:
    """A kunya in single quotes; other words in them may as well begin and end with a transliterated ع."""
    heads = "|".join(word for word, use in uses().items() if use in ("kunya", "mother"))
    return re.compile(rf"(?:^|\s)'((?:{heads})\s[^']+?)'(?=$|[\s,])", re.IGNORECASE)


def _facing(text: str) -> str:
    """Brackets that a page reader turned round, ")الديري(", face each other again."""
    first = _BRACKET.search(text)
    return text.translate(_TURNED) if first and first[0] == ")" else text


def in_order(text: str) -> str:
    """ "FAMILY, Given Father" as "Given Father FAMILY"."""
    family, *rest = _COMMA.split(text.strip(" ,،"), maxsplit=1)
    return f"{rest[0]} {family}" if rest else family


def cut(text: str) -> list[Word]:
    """Words of a name in the order in which they stand."""
    found: list[Word] = []
    for match in WORD.finditer(text):
        arabic = script_of(match[0]) is Script.ARABIC
        key = mended(plain(match[0])) if arabic else plain(match[0])
        if key and not (_stray(key) and (found or arabic)):
            tied = text[match.end() : match.end() + 1] in ("-", "‐", "‑", "–")
            found.append(Word(match[0], key, arabic, len(key) > 1 and match[0].isupper(), tied))
    return found


def _stray(key: str) -> bool:
    """A single letter that is no title: in Arabic the rest of a broken word, in Latin an initial, telling little."""
    return len(key) == 1 and (key,) not in titles() and key not in uses()


def family_last(words: list[Word]) -> list[Word]:
    """Where only the family stands in capitals, as official lists write it, its words go to the end."""
    flags = [word.capitals for word in words if uses().get(word.key) not in ("article", "sun")]
    small = [word for word in words if not word.capitals]
    if all(flags) or not any(flags) or not any(len(word.key) > 1 for word in small):
        return words
    first, last = _ends([word.capitals for word in words])
    if first != 0 or not all(word.capitals for word in words[first : last + 1]):
        return words
    return [*words[last + 1 :], *words[: last + 1]]


def _ends(flags: Sequence[bool]) -> tuple[int, int]:
    return flags.index(True), len(flags) - 1 - list(reversed(flags)).index(True)


@cache
def _longest() -> int:
    return max(map(len, titles()))


def split_titles(words: list[Word]) -> tuple[list[Word], list[Word]]:
    """Titles at the head of a name, and the rest; a title that is a name too needs two words behind it."""
    at = 0
    while size := _title_size(words, at):
        at += size
    return words[:at], words[at:]


def _title_size(words: list[Word], at: int) -> int:
    """How many words from here are a title; 0 where there is none, or too little of the name would be left."""
    for size in range(min(_longest(), len(words) - at), 0, -1):
        also_name = titles().get(tuple(word.key for word in words[at : at + size]))
        if also_name is not None and len(words) - at - size >= (2 if also_name else 1):
            return size
    return 0
