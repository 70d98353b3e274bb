"""Spelling variants folded to one form, with a map back to the code points they came from."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from tawthiq.model import Span

MARKS = "\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u08d3-\u08ff"
INVISIBLE = "\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe00-\ufe0f\ufeff"
TATWEEL = "\u0640"
LETTERS = (
    "\u0621-\u063f\u0641-\u064a\u066e-\u06d3\u06d5\u06fa-\u06ff\u0750-\u077f\u08a0-\u08c9\ufb50-\ufdff\ufe70-\ufefc"
)

# "شهـ ـيـ ـد", "الشـ.ـهيد": a word broken between two tatweels so that a platform's filter does not see it.
BREAK = rf"{TATWEEL}[ \u00a0./*_|-]{{1,2}}{TATWEEL}"

_DROPPED = re.compile(f"[{MARKS}{INVISIBLE}{TATWEEL}]")
_BREAK = re.compile(rf"(?<=[{LETTERS}{MARKS}]){BREAK}(?=[{LETTERS}])")
_FOLDS = str.maketrans(
    {
        **dict.fromkeys("أإآٱٲٳ", "ا"),
        **dict.fromkeys("ىیېے", "ي"),
        "ؤ": "و",
        "ئ": "ي",
        **dict.fromkeys("ةۃە", "ه"),
        **dict.fromkeys("کڪ", "ك"),
        **dict.fromkeys("ہھ", "ه"),
        **{chr(0x0660 + i): str(i) for i in range(10)},
        **{chr(0x06F0 + i): str(i) for i in range(10)},
    }
)


@dataclass(frozen=True, slots=True)
class Folded:
    """`norm` is the folded text; its character i came from the code points starts[i] to ends[i] of the source text."""

    norm: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def source(self, start: int, end: int) -> Span:
        """The stretch of the source text behind norm[start:end]; a trailing mark belongs to its letter."""
        if start >= end:
            at = self.starts[start] if start < len(self.starts) else (self.ends[-1] if self.ends else 0)
            return Span(at, at)
        return Span(self.starts[start], self.ends[end - 1])

    def at(self, offset: int) -> int:
        """The first folded character that begins at or behind an offset of the source text."""
        return bisect_left(self.starts, offset)


@lru_cache(maxsize=65536)
def fold_word(word: str) -> str:
    """One word folded: no marks, tatweel or invisible signs; one alif, ya, ha; ASCII digits; no presentation forms."""
    joined = _BREAK.sub("", word)
    plain = _DROPPED.sub("", unicodedata.normalize("NFKC", joined))
    return _DROPPED.sub("", plain.translate(_FOLDS)).casefold()


def fold(text: str) -> Folded:
    """Any text folded as by `fold_word`, blanks and punctuation kept, each character with its source."""
    out: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    gaps = {i for match in _BREAK.finditer(text) for i in range(*match.span())}
    for run in _RUNS.finditer(text):
        first, last = run.span()
        if run["plain"] and not gaps:
            out.append(run[0].translate(_FOLDS).lower())
            starts += range(first, last)
            ends += range(first + 1, last + 1)
            continue
        for at in range(first, last):
            norm = "" if at in gaps else _fold_char(text[at])
            if not norm and ends:
                ends[-1] = at + 1
            out.append(norm)
            starts += [at] * len(norm)
            ends += [at + 1] * len(norm)
    return Folded("".join(out), tuple(starts), tuple(ends))


# Most of a text: characters that fold to one each.
_RUNS = re.compile("(?P<plain>[\n -~ء-غف-ي٠-٩،؛؟«»]+)|[^\n -~ء-غف-ي٠-٩،؛؟«»]+")


@lru_cache(maxsize=4096)
def _fold_char(char: str) -> str:
    plain = _DROPPED.sub("", unicodedata.normalize("NFKC", char))
    return _DROPPED.sub("", plain.translate(_FOLDS)).casefold()


def fold_phrase(phrase: str) -> str:
    """The folded words of a phrase with single blanks between them; punctuation is left out."""
    return " ".join(fold_word(word) for word in WORD.findall(phrase))


def fold_phrases(phrases: Iterable[str]) -> list[str]:
    """Each as by `fold_phrase`; quick for thousands of them, as those in plain letters are folded in one stretch."""
    held = list(phrases)
    plain = [bool(_PLAIN.fullmatch(phrase)) for phrase in held]
    stretch = _DROPPED.sub("", "\n".join(phrase for phrase, is_plain in zip(held, plain, strict=True) if is_plain))
    for char, folded in _FOLDS.items():
        stretch = stretch.replace(chr(char), folded)
    together = iter(stretch.split("\n"))
    return [next(together) if is_plain else fold_phrase(word) for word, is_plain in zip(held, plain, strict=True)]


_PLAIN = re.compile("[ء-غف-ي][ء-غف-ي\u064b-\u0652]*(?: [ء-غف-ي][ء-غف-ي\u064b-\u0652]*)*")
"""Words of common letters with single blanks between them: nothing that folding would split, join or decompose."""


WORD = re.compile(
    rf"[0-9\u0660-\u0669\u06f0-\u06f9]+(?:[.,\u066b\u066c][0-9\u0660-\u0669\u06f0-\u06f9]+)*"
    rf"|[{LETTERS}](?:[{LETTERS}{MARKS}]|{BREAK}|{TATWEEL}|[{INVISIBLE}](?=[{LETTERS}{MARKS}{TATWEEL}]))*"
    rf"|[^\W\d_{LETTERS}{TATWEEL}]+"
)
