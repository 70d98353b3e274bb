#!/usr/bin/env python3
"""Train the sequence model of extract/entities on the ANERcorp training split, and measure it on held-out sentences.

The corpus is a file of lines `word TAG`, sentences ended by a full stop. Persons, places and organisations are kept,
other names count as none. Training is deterministic: same corpora and word lists, same model.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from pathlib import Path

import pycrfsuite

from tawthiq.extract.entities.features import features
from tawthiq.extract.entities.lexicon import norm_of

MODEL = Path(__file__).parents[1] / "src" / "tawthiq" / "data" / "models" / "ner.crfsuite"
KEPT = frozenset({"PERS", "LOC", "ORG"})
Sentence = tuple[list[str], list[str]]


def sentences(path: Path) -> Iterator[Sentence]:
    """Folded words and tags of each sentence."""
    norms: list[str] = []
    tags: list[str] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        word, _, tag = line.strip().rpartition(" ")
        if word:
            norms.append(norm_of(word) or word)
            tags.append(tag if tag[2:] in KEPT else "O")
        if norms and (not word or word == "."):
            yield norms, tags
            norms, tags = [], []
    if norms:
        yield norms, tags


def train(data: Sequence[Sentence], model: Path, rounds: int, c1: float, c2: float) -> None:
    trainer = pycrfsuite.Trainer(verbose=False)
    for norms, tags in data:
        trainer.append(features(norms), tags)
    trainer.set_params({"c1": c1, "c2": c2, "max_iterations": rounds, "feature.minfreq": 2})
    model.parent.mkdir(parents=True, exist_ok=True)
    trainer.train(str(model))


def spans(tags: Sequence[str]) -> set[tuple[int, int, str]]:
    """First, last (exclusive) and class of each name."""
    found: set[tuple[int, int, str]] = set()
    start, kind = 0, ""
    for at, tag in enumerate([*tags, "O"]):
        if kind and tag != f"I-{kind}":
            found.add((start, at, kind))
            kind = ""
        if tag != "O" and not kind:
            start, kind = at, tag[2:]
    return found


def measure(data: Sequence[Sentence], model: Path) -> dict[str, tuple[float, float, float]]:
    """Precision, recall and F1 over whole spans of each class, and of all."""
    tagger = pycrfsuite.Tagger()
    tagger.open(str(model))
    counts = {kind: [0, 0, 0] for kind in [*sorted(KEPT), "all"]}
    for norms, tags in data:
        gold, told = spans(tags), spans(tagger.tag(features(norms)))
        for kind, count in counts.items():
            held, got = ({s for s in group if kind in ("all", s[2])} for group in (gold, told))
            for at, number in enumerate((len(held & got), len(got), len(held))):
                count[at] += number
    return {kind: _rates(*count) for kind, count in counts.items()}


def _rates(right: int, told: int, gold: int) -> tuple[float, float, float]:
    precision, recall = right / max(told, 1), right / max(gold, 1)
    return precision, recall, 2 * precision * recall / max(precision + recall, 1e-9)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("train", type=Path, help="training split, a word and its tag a line")
    parser.add_argument("--test", type=Path, help="split to measure on; else each tenth training sentence is held out")
    parser.add_argument("--model", type=Path, default=MODEL)
    parser.add_argument("--rounds", type=int, default=80)
    parser.add_argument("--c1", type=float, default=0.3)
    parser.add_argument("--c2", type=float, default=0.05)
    args = parser.parse_args()
    data = list(sentences(args.train))
    held = list(sentences(args.test)) if args.test else data[::10]
    kept = data if args.test else [one for at, one in enumerate(data) if at % 10]
    train(kept, args.model, args.rounds, args.c1, args.c2)
    for kind, (precision, recall, f1) in measure(held, args.model).items():
        print(f"{kind:5} precision {precision:.3f} recall {recall:.3f} F1 {f1:.3f}")
    print(f"{args.model.stat().st_size / 1e6:.2f} MB")


if __name__ == "__main__":
    main()
