#!/usr/bin/env python3
"""Fit the weights of extract/confidence on reports with gold, and measure calibration on others.

Folders are those of `tawthiq evaluate`; FOLDER:0/4 is every fourth report, from the first on. Reports that the rules
were tuned on are read better than reports to come: a sign of its own ("tuned") takes that up and is left out of the
table.
Newton's method in plain Python, so the same reports and the same reading give the same table.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from math import exp, log
from pathlib import Path

from tawthiq.evaluate import Gold, evaluate, read_gold
from tawthiq.evaluate.calibration import Calibration, Judged, calibration
from tawthiq.evaluate.judging import right_claims
from tawthiq.extract.confidence.rating import BASE, Weighing, family
from tawthiq.extract.confidence.signs import Evidence
from tawthiq.extract.page import Page

OUT = Path(__file__).parents[1] / "src" / "tawthiq" / "data" / "models" / "confidence.toml"
HEAD = """\
# How signs of a claim weigh into its confidence, made by scripts/train_confidence.py; README.md explains them.
# confidence = 1 / (1 + exp(-sum)); the sum is over signs of (shared + family) * sign, "base" being always 1.
"""
TUNED = "tuned"
Row = tuple[Mapping[str, float], bool]
Prior = tuple[float, float]
SEEN_OFTEN = 15
FAMILY_SEEN = 12
SHARED_PRIOR, FAMILY_PRIOR, BASE_PRIOR = 3.0, 8.0, 0.05
TELLING = 0.05
ROUNDS = 12


@dataclass(frozen=True, slots=True)
class Example:
    family: str
    signs: Mapping[str, float]
    right: bool
    tuned: bool


def golds(spec: str) -> list[Gold]:
    """The reports of a folder; texts that are not beside their facts are those of the demo."""
    name, _, part = spec.partition(":")
    folder = Path(name)
    beside = any(folder.glob("*.txt"))
    held = read_gold(folder, None if beside else Path(str(files("tawthiq") / "data" / "demo")))
    first, _, step = part.partition("/")
    return held[int(first) :: int(step)] if part else held


def examples(specs: Iterable[str], tuned: bool) -> list[Example]:
    found = []
    for gold in (gold for spec in specs for gold in golds(spec)):
        one = evaluate(gold)
        labels, evidence = right_claims(one), Evidence(Page(one.report), one.claims)
        told = [claim for claim in one.claims if claim.id in labels]
        found += [Example(family(claim), evidence.signs(claim), labels[claim.id], tuned) for claim in told]
    return found


def fit(
    rows: Sequence[tuple[Mapping[str, float], bool]], priors: Mapping[str, tuple[float, float]]
) -> dict[str, float]:
    """Weights of the signs in `priors` (mean and strength of each) that make the rows likeliest."""
    names = list(priors)
    index = {name: at for at, name in enumerate(names)}
    data = [([(index[n], v) for n, v in signs.items() if n in index], float(right)) for signs, right in rows]
    weights = [priors[name][0] for name in names]
    for _ in range(ROUNDS):
        step = newton_step(data, weights, [priors[name] for name in names])
        weights = [weight + change for weight, change in zip(weights, step, strict=True)]
        if max(map(abs, step), default=0) < 1e-6:
            break
    return dict(zip(names, weights, strict=True))


def newton_step(
    data: Sequence[tuple[list[tuple[int, float]], float]], weights: list[float], priors: list[Prior]
) -> list[float]:
    size = len(weights)
    gradient = [strength * (mean - weight) for weight, (mean, strength) in zip(weights, priors, strict=True)]
    hessian = [[priors[i][1] if i == j else 0.0 for j in range(size)] for i in range(size)]
    for signs, right in data:
        chance = 1 / (1 + exp(-max(-30.0, min(30.0, sum(weights[i] * v for i, v in signs)))))
        spread = chance * (1 - chance)
        for i, v in signs:
            gradient[i] += (right - chance) * v
            row = hessian[i]
            for j, u in signs:
                row[j] += spread * v * u
    return solved(hessian, gradient)


def solved(matrix: list[list[float]], vector: list[float]) -> list[float]:
    """x of matrix · x = vector, the matrix symmetric and positive (Cholesky)."""
    size = len(vector)
    low = [[0.0] * size for _ in range(size)]
    for i in range(size):
        for j in range(i + 1):
            rest = matrix[i][j] - sum(a * b for a, b in zip(low[i][:j], low[j][:j], strict=True))
            low[i][j] = rest**0.5 if i == j else rest / low[j][j]
    for i in range(size):
        vector[i] = (vector[i] - sum(a * b for a, b in zip(low[i][:i], vector[:i], strict=True))) / low[i][i]
    for i in reversed(range(size)):
        vector[i] = (vector[i] - sum(low[k][i] * vector[k] for k in range(i + 1, size))) / low[i][i]
    return vector


def seen(rows: Iterable[Example], least: int) -> list[str]:
    counts = Counter(name for row in rows for name in row.signs)
    return sorted(name for name, count in counts.items() if count >= least)


def train(rows: Sequence[Example]) -> Weighing:
    """Weights for all claims first; then, for each family, what its own claims add to them."""
    families = sorted(name for name, count in Counter(row.family for row in rows).items() if count >= FAMILY_SEEN)
    marked = [({BASE: 1.0, TUNED: float(r.tuned), f"family:{r.family}": 1.0, **r.signs}, r.right) for r in rows]
    priors = dict.fromkeys(seen(rows, SEEN_OFTEN), (0.0, SHARED_PRIOR))
    priors |= {BASE: (0.0, BASE_PRIOR), TUNED: (0.0, BASE_PRIOR)}
    whole = fit(marked, priors | {f"family:{name}": (0.0, SHARED_PRIOR) for name in families})
    return Weighing(
        {name: whole[name] for name in [BASE, *seen(rows, SEEN_OFTEN)]},
        {name: own_weights(name, rows, whole) for name in families},
    )


def own_weights(name: str, rows: Sequence[Example], whole: Mapping[str, float]) -> dict[str, float]:
    """What is added to the shared weights for claims of one family."""
    held = [row for row in rows if row.family == name]
    start = whole[f"family:{name}"]
    priors = {sign: (whole.get(sign, 0.0), FAMILY_PRIOR) for sign in seen(held, SEEN_OFTEN)}
    priors |= {BASE: (whole[BASE] + start, BASE_PRIOR), TUNED: (whole[TUNED], FAMILY_PRIOR)}
    fitted = fit([({BASE: 1.0, TUNED: float(row.tuned), **row.signs}, row.right) for row in held], priors)
    return {sign: weight - whole.get(sign, 0.0) for sign, weight in fitted.items() if sign != TUNED}


def written(weighing: Weighing) -> str:
    """The table; what hardly weighs is left out."""
    parts = [HEAD, "[shared]", *lines(weighing.shared)]
    for name, weights in weighing.families.items():
        parts += ["", f'[family."{name}"]', *lines(weights)]
    return "\n".join(parts) + "\n"


def lines(weights: Mapping[str, float]) -> list[str]:
    return [f'"{name}" = {weight:.2f}' for name, weight in weights.items() if abs(weight) >= TELLING]


def measured(weighing: Weighing, rows: Iterable[Example]) -> list[Judged]:
    return [Judged(weighing.confidence(row.family, row.signs), row.right) for row in rows]


def told(label: str, rows: Sequence[Judged]) -> None:
    result: Calibration = calibration(rows)
    loss = -sum(log(r.confidence if r.right else 1 - r.confidence) for r in rows) / max(1, len(rows))
    share = sum(row.right for row in rows) / max(1, len(rows))
    print(f"{label}: {len(rows)} claims, {share:.3f} right, ECE {result.error:.4f}, log loss {loss:.4f}, "
          f"doubtful first {ranked(rows):.3f}")  # fmt: skip
    for bin_ in result.bins:
        print(f"  {bin_.claims:5} claims  confidence {bin_.confidence:.3f}  right {bin_.right:.3f}")


def ranked(rows: Sequence[Judged]) -> float:
    """The chance that a wrong claim has a lower confidence than a right one (area under the ROC curve)."""
    right, wrong = ([r.confidence for r in rows if r.right is kind] for kind in (True, False))
    pairs = sum((a > b) + (a == b) / 2 for a in right for b in wrong)
    return pairs / max(1, len(right) * len(wrong))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--tuned", nargs="*", default=[], help="folders of gold that rules were tuned on")
    parser.add_argument("--fresh", nargs="*", default=[], help="folders of gold that nothing was tuned on")
    parser.add_argument("--held", nargs="*", default=[], help="folders to measure on")
    parser.add_argument("--out", type=Path, default=OUT)
    args = parser.parse_args()
    rows = [*examples(args.tuned, True), *examples(args.fresh, False)]
    weighing = train(rows)
    args.out.write_text(written(weighing), encoding="utf-8")
    told("fitted on", measured(weighing, rows))
    for spec in args.held:
        told(spec, measured(weighing, examples([spec], False)))


if __name__ == "__main__":
    main()
