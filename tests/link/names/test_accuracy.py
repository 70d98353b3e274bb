"""Floors of accuracy over pairs of names, so that no change of a table makes names worse unnoticed.

`pairs.tsv` beside this file was written for the project, Levantine names in both scripts; the pairs beside the
evaluation reports are read where `TAWTHIQ_EVAL` names their folder.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from tawthiq.link.names import Likeness, compare, parse

OWN = Path(__file__).parent / "pairs.tsv"
EVAL = os.environ.get("TAWTHIQ_EVAL")
BESIDE = Path(EVAL).parent / "data" / "names" / "pairs.tsv" if EVAL else OWN
NEVER_MATCHED = ("swap", "brother", "cousin")


@dataclass(frozen=True, slots=True)
class Scored:
    left: str
    right: str
    same: bool
    kind: str
    score: float
    verdict: Likeness


@cache
def scored(path: Path) -> tuple[Scored, ...]:
    _, *lines = path.read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines]
    found = [(row, compare(parse(row[0]), parse(row[1]))) for row in rows]
    return tuple(Scored(a, b, label == "1", kind, c.score, c.verdict) for (a, b, label, kind), c in found)


def auc(pairs: tuple[Scored, ...]) -> float:
    """How often a true pair scores more than a false one."""
    true, false = ([pair.score for pair in pairs if pair.same is same] for same in (True, False))
    return sum((a > b) + 0.5 * (a == b) for a in true for b in false) / (len(true) * len(false))


@pytest.mark.parametrize("path", sorted({OWN, BESIDE}))
def test_floors(path: Path) -> None:
    pairs = scored(path)
    matched = [pair for pair in pairs if pair.verdict is Likeness.SAME]
    right = sum(pair.same for pair in matched)
    assert right / len(matched) >= 0.97
    assert right / sum(pair.same for pair in pairs) >= 0.97
    assert auc(pairs) >= 0.985


@pytest.mark.parametrize("path", sorted({OWN, BESIDE}))
def test_kin_never_match(path: Path) -> None:
    kin = [pair for pair in scored(path) if any(kind in pair.kind for kind in NEVER_MATCHED)]
    assert len(kin) >= 10
    assert [pair for pair in kin if pair.verdict is Likeness.SAME] == []


@pytest.mark.parametrize("path", sorted({OWN, BESIDE}))
def test_a_kunya_on_one_side_loses_no_match(path: Path) -> None:
    told_once = [pair for pair in scored(path) if pair.same and ("kunya_extra" in pair.kind or "one_side" in pair.kind)]
    assert told_once
    assert all(pair.verdict is Likeness.SAME for pair in told_once)
