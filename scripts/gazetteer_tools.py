"""Shared by the scripts that make the gazetteer: cleaning, folding, tables and counts over a plain text."""

from __future__ import annotations

import lzma
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

MARKS = re.compile("[\u0640\u064b-\u0652\u0670\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
ARABIC = re.compile("^[\u0621-\u063a\u0641-\u064a]+(?:[ -][\u0621-\u063a\u0641-\u064a]+)*$")
TOKEN = re.compile("[\u0621-\u063a\u0641-\u064a]+")
FOLD = str.maketrans("أإآٱىة", "اااايه")


def clean(text: str) -> str:
    """Text without vowel marks, tatweel and direction marks, runs of blanks as one."""
    return " ".join(MARKS.sub("", text).split())


def fold(text: str) -> str:
    """The key under which spellings meet: hamza on alif, final ya and ta marbuta made equal."""
    return clean(text).translate(FOLD).replace("-", " ")


def is_arabic(text: str) -> bool:
    """Whether every letter is one of the 36 of Arabic (no Persian, Urdu, Kurdish or Pashto letter)."""
    return ARABIC.match(text) is not None


def read_table(path: Path) -> list[dict[str, str]]:
    """Rows of a tab-separated file with a header line; lines that start with # are comments."""
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    header = lines[0].split("\t")
    return [dict(zip(header, line.split("\t"), strict=True)) for line in lines[1:]]


def write_table(path: Path, columns: Sequence[str], rows: Iterable[Mapping[str, str]], comment: str) -> None:
    """Write rows under a header line, after one comment line."""
    lines = [f"# {comment}", "\t".join(columns)]
    lines += ["\t".join(row[column] for column in columns) for row in rows]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


@dataclass(frozen=True, slots=True)
class Use:
    """How often a name stands in a text, and how often behind a word that announces a place."""

    count: int = 0
    placed: int = 0

    @property
    def share(self) -> float:
        """Smoothed share of uses as a place, 0 to 1."""
        return (self.placed + 0.5) / (self.count + 1)


def count_uses(path: Path, names: Iterable[str], announcing: frozenset[str]) -> dict[str, Use]:
    """Uses of each folded name (up to three words) in an xz-packed text, one paragraph a line."""
    wanted = {tuple(name.split()) for name in names}
    counts: Counter[tuple[str, ...]] = Counter()
    placed: Counter[tuple[str, ...]] = Counter()
    for words in _paragraphs(path):
        for index in range(len(words)):
            for size in (1, 2, 3):
                key = tuple(words[index : index + size])
                if key in wanted and len(key) == size:
                    counts[key] += 1
                    placed[key] += index > 0 and words[index - 1] in announcing
    return {" ".join(key): Use(number, placed[key]) for key, number in counts.items()}


def _paragraphs(path: Path) -> Iterator[list[str]]:
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield TOKEN.findall(MARKS.sub("", line).translate(FOLD))
