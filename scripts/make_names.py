"""Make given_names.tsv and family_names.tsv from counted registers and the hand-written lists beside them."""

from __future__ import annotations

import argparse
import csv
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from gazetteer_tools import Use, clean, count_uses, fold, is_arabic, read_table, write_table

# registers read from PDF turn the ligature of الله around
BROKEN_ALLAH = "هللا"
GLUED = (
    (re.compile("^[اأ]بو(?=..)"), "أبو "),
    (re.compile("^عبد(?=ال..)"), "عبد "),
    (re.compile("^عبد ?ا?لله$"), "عبد الله"),
    (re.compile("^(.{2,5}?)(الدين|الله|الإسلام|الاسلام)$"), r"\1 \2"),
)
KUNYA = frozenset({"أبو", "ابو", "أم", "ام"})
CLOSERS = frozenset({"الله", "الدين", "الإسلام", "الاسلام"})
SEEN = 3
ORDINARY, HARDLY_A_NAME = 60, 500


@dataclass(slots=True)
class Tally:
    """Counts of name parts by the place they take in full names."""

    given: Counter[str] = field(default_factory=Counter)
    family: Counter[str] = field(default_factory=Counter)
    sexes: defaultdict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    spelling: defaultdict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))


def unglue(word: str) -> str:
    """A part with the blank that registers leave out: عبدالرحمن as عبد الرحمن, ابومعمر as أبو معمر."""
    for pattern, spaced in GLUED:
        word = pattern.sub(spaced, word)
    return word


def parts(name: str) -> list[str]:
    """The parts of a full name in order, compounds (عبد الله, نور الدين, أبو …) as one part."""
    out: list[str] = []
    for word in map(unglue, clean(name).replace(BROKEN_ALLAH, "الله").split()):
        if out and _joins(out[-1], word):
            out[-1] = f"{out[-1]} {word}"
        else:
            out.append(word)
    return out


def _joins(before: str, word: str) -> bool:
    return before in KUNYA or word in CLOSERS or (before == "عبد" and word.startswith("ال"))


def read_register(path: Path) -> Iterator[tuple[list[str], str]]:
    """Name parts and sex (m, f or empty) of every row."""
    with path.open(encoding="utf-8-sig", newline="") as lines:
        for row in csv.DictReader(lines):
            yield parts(row["name"]), row["sex"]


def tally(rows: Iterable[tuple[list[str], str]]) -> Tally:
    """Count first and middle parts as given names, last parts as family names."""
    seen = Tally()
    for names, sex in rows:
        if len(names) < 2 or not all(is_arabic(name) for name in names):
            continue
        for name in names:
            seen.spelling[fold(name)][name] += 1
        seen.given.update(fold(name) for name in names[:-1])
        seen.family[fold(names[-1])] += 1
        seen.sexes[fold(names[0])][sex] += 1
        for name in names[1:-1]:
            seen.sexes[fold(name)]["m"] += 1
    return seen


def listed_parts(path: Path) -> set[str]:
    """Folded parts of a published list of transliterated names."""
    with path.open(encoding="utf-8-sig", newline="") as lines:
        return {fold(unglue(clean(row[0]).strip("()"))) for row in csv.reader(lines)}


def frequent(counts: Counter[str], listed: set[str]) -> dict[str, int]:
    """Names seen more than by chance that the published list has too, so that no misspelling passes."""
    return {name: number for name, number in counts.items() if len(name) > 2 and number >= SEEN and name in listed}


def sex_of(counts: Counter[str]) -> str:
    """m, f, or x where both are usual."""
    total = counts["m"] + counts["f"]
    if not total:
        return "x"
    share = counts["f"] / total
    return "f" if share > 0.7 else "m" if share < 0.3 else "x"


def excess(name: str, weight: int, uses: dict[str, Use]) -> float:
    """How far the text has the word more often than a name of this weight explains."""
    return 0.0 if " " in name else uses.get(name, Use()).count / (weight + 10)


def merge(
    weights: dict[str, int], local: list[dict[str, str]], seen: Tally, uses: dict[str, Use]
) -> list[dict[str, str]]:
    """Hand-written rows first (their spelling, sex and mark stand), then counted ones."""
    rows: dict[str, dict[str, str]] = {}
    for row in local:
        key = fold(row["name"])
        rows[key] = {**row, "weight": str(max(int(row["weight"]), weights.get(key, 0)))}
    for key, weight in weights.items():
        surplus = excess(key, weight, uses)
        if key in rows or surplus > HARDLY_A_NAME:
            continue
        mark = "1" if surplus > ORDINARY else "0"
        spelling = max(sorted(seen.spelling[key]), key=lambda form: seen.spelling[key][form])
        rows[key] = {"name": spelling, "sex": sex_of(seen.sexes[key]), "weight": str(weight), "common": mark}
    return sorted(rows.values(), key=lambda row: row["name"])


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--register", type=Path, required=True, help="CSV with columns name and sex")
    parser.add_argument("--parts", type=Path, required=True, help="CSV without header, name parts first")
    parser.add_argument("--text", type=Path, required=True, help="xz-packed plain text for word counts")
    parser.add_argument("--gazetteer", type=Path, required=True, help="folder of the hand-written lists and the output")
    return parser.parse_args()


def main() -> None:
    options = arguments()
    folder: Path = options.gazetteer
    seen = tally(read_register(options.register))
    listed = listed_parts(options.parts)
    given, family = frequent(seen.given, listed), frequent(seen.family, listed)
    uses = count_uses(options.text, {*given, *family}, frozenset())
    source = "made by scripts/make_names.py; edit the _local file, not this one"
    local = read_table(folder / "given_names_local.tsv")
    columns = ("name", "sex", "weight", "common")
    write_table(folder / "given_names.tsv", columns, merge(given, local, seen, uses), source)
    local = [{**row, "sex": ""} for row in read_table(folder / "family_names_local.tsv")]
    write_table(folder / "family_names.tsv", ("name", "weight", "common"), merge(family, local, seen, uses), source)


if __name__ == "__main__":
    main()
