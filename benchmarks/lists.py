"""Two lists whose true links are known linked by Tawthiq, by an exact join of normalised names, and by Splink.

Run: python benchmarks/lists.py A.csv B.csv [--splink PYTHON]. Both lists have usual heads; equal keys are one person.
PYTHON is an interpreter that has splink and pandas, or is left out; it gets the parts of names as Tawthiq cuts them.
"""

from __future__ import annotations

import argparse
import csv
import subprocess
import tempfile
import time
from collections.abc import Iterable, Sequence
from pathlib import Path

from tawthiq.link.matching.levels import PARTS
from tawthiq.link.matching.lists import link
from tawthiq.link.matching.reading import read_list
from tawthiq.link.matching.records import Record
from tawthiq.link.names.letters import ARTICLE
from tawthiq.link.names.sounds import skeletons
from tawthiq.text.fold import fold_phrase

BESIDE = Path(__file__).parent / "_splink.py"
LEAST = (0.3, 0.5, 0.9)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("lists", nargs=2, type=Path)
    parser.add_argument("--splink", metavar="PYTHON")
    asked = parser.parse_args()
    start = time.perf_counter()
    left, right = (read_list(path, {}).records for path in asked.lists)
    truth = len({record.key for record in left} & {record.key for record in right})
    print(f"{len(left)} and {len(right)} records, {truth} in both; read in {time.perf_counter() - start:.1f} s")
    told("exact join", truth, joined(left, right))
    start = time.perf_counter()
    links = [(one.left.key, one.right.key, one.probability) for one in link(left, right, least=min(LEAST))]
    by_threshold("tawthiq", truth, links, time.perf_counter() - start)
    if asked.splink:
        by_threshold("splink", truth, *beside(left, right, asked.splink))


def joined(left: Sequence[Record], right: Sequence[Record]) -> list[tuple[str, str]]:
    """Pairs of equal folded names."""
    having: dict[str, list[str]] = {}
    for record in right:
        having.setdefault(fold_phrase(record.name.text), []).append(record.key)
    return [(record.key, other) for record in left for other in having.get(fold_phrase(record.name.text), ())]


def beside(left: Sequence[Record], right: Sequence[Record], python: str) -> tuple[list[tuple[str, str, float]], float]:
    with tempfile.TemporaryDirectory() as folder:
        files = [Path(folder) / name for name in ("a.csv", "b.csv")]
        for file, records in zip(files, (left, right), strict=True):
            write_parts(file, records)
        done = subprocess.run([python, str(BESIDE), *map(str, files)], capture_output=True, text=True, check=True)
    seconds, *lines = done.stdout.splitlines()
    rows = [line.split() for line in lines]
    return [(a, b, float(probability)) for a, b, probability in rows], float(seconds)


def write_parts(file: Path, records: Iterable[Record]) -> None:
    with file.open("w", encoding="utf-8", newline="") as opened:
        writer = csv.writer(opened)
        writer.writerow(["unique_id", "whole", *PARTS, *(f"{part}_sound" for part in PARTS), "age", "sex"])
        for record in records:
            parts = [part.replace(ARTICLE, "") for part in record.parts]
            sounds = [skeletons(part)[0] if part else "" for part in parts]
            writer.writerow([record.key, " ".join(parts), *parts, *sounds, record.age, record.sex])


def by_threshold(who: str, truth: int, links: Sequence[tuple[str, str, float]], seconds: float) -> None:
    print(f"{who}: {seconds:.1f} s")
    for least in LEAST:
        told(f"  from {least}", truth, [(a, b) for a, b, probability in links if probability >= least])


def told(who: str, truth: int, pairs: Sequence[tuple[str, str]]) -> None:
    right = sum(a == b for a, b in pairs)
    print(f"{who:<12} precision {right / len(pairs):.4f}, recall {right / truth:.4f}")


if __name__ == "__main__":
    main()
