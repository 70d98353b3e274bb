#!/usr/bin/env python3
"""Make data/lexicon/ordinary_words.tsv: words of a plain and a tagged Arabic text that are no names of persons.

A word is left out where it is in the lists of given and family names, or where it stands next to given names far more
often than ordinary words do: it is then a name that the lists lack.
"""

from __future__ import annotations

import argparse
import lzma
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

from gazetteer_tools import TOKEN, read_table

from tawthiq.text.fold import fold_word

DATA = Path(__file__).parents[1] / "src" / "tawthiq" / "data"


def name_words(table: str, *, common: bool) -> set[str]:
    """Folded single words of a list of names, those that are also ordinary words among them or not."""
    rows = read_table(DATA / "gazetteer" / f"{table}.tsv")
    return {fold_word(r["name"]) for r in rows if " " not in r["name"] and (common or r["common"] != "1")}


def lines_of_words(path: Path) -> Iterator[list[str]]:
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield [fold_word(word) for word in TOKEN.findall(line)]


def count(path: Path, given: set[str]) -> tuple[Counter[str], Counter[str]]:
    """How often each word stands in the text, and how often right behind a given name."""
    words: Counter[str] = Counter()
    behind: Counter[str] = Counter()
    for line in lines_of_words(path):
        words.update(line)
        behind.update(after for before, after in pairwise(line) if before in given)
    return words, behind


def outside(path: Path, least: int) -> set[str]:
    """Words of a corpus of lines `word TAG` that stand outside of names at least so often, and in a person's never."""
    plain: Counter[str] = Counter()
    persons: set[str] = set()
    for line in path.read_text(encoding="utf-8").splitlines():
        word, _, tag = line.rpartition(" ")
        if tag == "O" and TOKEN.fullmatch(word):
            plain[fold_word(word)] += 1
        elif tag.endswith("PERS"):
            persons.add(fold_word(word))
    return {word for word, number in plain.items() if number >= least} - persons


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("text", type=Path, help="plain text, a paragraph a line, packed by xz")
    parser.add_argument("tagged", type=Path, help="the training split of ANERcorp, a word and its tag a line")
    parser.add_argument("--least", type=int, default=30, help="how often a word must stand in the text")
    parser.add_argument("--near", type=float, default=0.06, help="greatest share of places right behind a given name")
    args = parser.parse_args()
    names = name_words("given_names", common=True) | name_words("family_names", common=True)
    words, behind = count(args.text, name_words("given_names", common=False))
    frequent = {w for w, n in words.items() if n >= args.least and behind[w] < args.near * n}
    kept = sorted(w for w in frequent | outside(args.tagged, 3) if len(w) > 1 and w not in names)
    head = "# frequent words that are no names; made by scripts/make_ordinary_words.py, spelling folded\nword\n"
    (DATA / "lexicon" / "ordinary_words.tsv").write_text(head + "\n".join(kept) + "\n", encoding="utf-8")
    print(f"{len(kept)} words")


if __name__ == "__main__":
    main()
