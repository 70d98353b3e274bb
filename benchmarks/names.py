"""Names: pairs a second, one against many, accuracy; beside nomenklatura's logic-v2 on the same pairs in one run.

Run: python benchmarks/names.py [--pairs PAIRS.tsv] [--nomenklatura PYTHON]. The pairs are those of tests/link/names
unless another file is named (left, right, label, kind; tab between). PYTHON is an interpreter that has nomenklatura,
or is left out. CPU seconds of one process, warm: names parsed, words met before.
"""

from __future__ import annotations

import argparse
import subprocess
import time
from collections.abc import Sequence
from itertools import product
from pathlib import Path
from random import Random
from statistics import median

from tawthiq.link.matching import Index
from tawthiq.link.names import Name, compare, parse
from tawthiq.text.tables import table

ROOT = Path(__file__).resolve().parents[1]
OWN = ROOT / "tests" / "link" / "names" / "pairs.tsv"
BESIDE = Path(__file__).parent / "_nomenklatura.py"
LISTED, ALIASES, ASKED, CROSSED = 15_000, 1.5, 300, 150
THEIR_THRESHOLD = 0.7


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pairs", type=Path, default=OWN)
    parser.add_argument("--nomenklatura", metavar="PYTHON")
    asked = parser.parse_args()
    rows = [line.split("\t") for line in asked.pairs.read_text(encoding="utf-8").splitlines()[1:]]
    crossed = crossing(rows)
    print(f"{len(rows)} labelled pairs of {asked.pairs.name}; {len(crossed)} pairs of every left with every right")
    ours(rows, crossed)
    if asked.nomenklatura:
        theirs(rows, crossed, asked.nomenklatura)
    one_against_many()


def crossing(rows: Sequence[Sequence[str]]) -> list[tuple[str, str]]:
    """Names of each side with all of the other, as blocking brings them: mostly of different people."""
    sides = [list(dict.fromkeys(row[side] for row in rows))[:CROSSED] for side in (0, 1)]
    return list(product(*sides))


def ours(rows: Sequence[Sequence[str]], crossed: Sequence[tuple[str, str]]) -> None:
    scored = [compare(parse(row[0]), parse(row[1])) for row in rows]
    told("tawthiq", [(found.verdict == "same", row[2] == "1") for found, row in zip(scored, rows, strict=True)])
    pairs = [(parse(a), parse(b)) for a, b in crossed]
    for kind in ("cold", "warm"):
        print(f"  {len(pairs) / seconds_of(pairs):10,.0f} pairs/s {kind}")


def seconds_of(pairs: Sequence[tuple[Name, Name]]) -> float:
    start = time.process_time()
    for a, b in pairs:
        compare(a, b)
    return time.process_time() - start


def theirs(rows: Sequence[Sequence[str]], crossed: Sequence[tuple[str, str]], python: str) -> None:
    _, scores = run_beside([(row[0], row[1]) for row in rows], python)
    told("nomenklatura logic-v2", [(s >= THEIR_THRESHOLD, row[2] == "1") for s, row in zip(scores, rows, strict=True)])
    seconds, _ = run_beside(crossed, python)
    print(f"  {len(crossed) / seconds:10,.0f} pairs/s warm")


def run_beside(pairs: Sequence[tuple[str, str]], python: str) -> tuple[float, list[float]]:
    """CPU seconds and scores of nomenklatura's own interpreter."""
    text = "".join(f"{a}\t{b}\n" for a, b in pairs)
    done = subprocess.run([python, str(BESIDE)], input=text, capture_output=True, text=True, check=True)
    seconds, *scores = map(float, done.stdout.split())
    return seconds, scores


def told(who: str, outcomes: Sequence[tuple[bool, bool]]) -> None:
    right = sum(found and true for found, true in outcomes)
    found, true = (sum(outcome[at] for outcome in outcomes) for at in (0, 1))
    print(f"{who}: precision {right / max(found, 1):.3f}, recall {right / true:.3f}")


def one_against_many() -> None:
    """Names made of the package's lists, some with an alias, asked for in another order each time."""
    chance = Random(1)
    given = [row["name"] for row in table("gazetteer/given_names.tsv")]
    family = [row["name"] for row in table("gazetteer/family_names.tsv")]
    made = [f"{chance.choice(given)} {chance.choice(given)} {chance.choice(family)}" for _ in range(LISTED)]
    start = time.process_time()
    index = Index((str(at), aliases(name, chance)) for at, name in enumerate(made))
    print(f"one against {LISTED} listed ({len(index)} names): built in {time.process_time() - start:.1f} CPU seconds")
    asked = [parse(name) for name in chance.sample(made, ASKED)]
    for kind in ("cold", "warm"):
        print(f"  median {1000 * median(took(index, name) for name in asked):.2f} ms {kind}")


def aliases(name: str, chance: Random) -> list[Name]:
    first, _, last = name.rpartition(" ")
    short = f"{first.split()[0]} {last}"
    return [parse(name), parse(short)] if chance.random() < ALIASES - 1 else [parse(name)]


def took(index: Index, name: Name) -> float:
    start = time.process_time()
    index.candidates(name)
    return time.process_time() - start


if __name__ == "__main__":
    main()
