#!/usr/bin/env python3
"""Train the sequence model of extract/entities on ANERcorp's training part and the project's own corpus; measure it.

Training is deterministic: same corpora, word lists and clusters, same bytes. `--measure dev` looks at sentences of both
corpora that were held out; `--measure test` at ANERcorp's test part and the own test split. ANERcorp can be left out.
"""

from __future__ import annotations

import argparse
import gzip
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from tempfile import NamedTemporaryFile

import pycrfsuite
from ner_data import Sentence, news, own

from tawthiq.extract.entities.features import NEWS, OWN, features

ROOT = Path(__file__).parents[1]
MODEL = ROOT / "src" / "tawthiq" / "data" / "models" / "ner.crfsuite.gz"
CORPUS = ROOT / "training" / "sentences"
KINDS = ("LOC", "ORG", "PERS", "MISC")


def train(data: Iterable[Sentence], model: Path, options: Mapping[str, float]) -> None:
    trainer = pycrfsuite.Trainer(verbose=False)
    for one in data:
        trainer.append(features(one.norms, one.register), one.tags)
    trainer.set_params(dict(options))
    model.parent.mkdir(parents=True, exist_ok=True)
    with NamedTemporaryFile(suffix=".crfsuite") as plain:
        trainer.train(plain.name)
        model.write_bytes(gzip.compress(Path(plain.name).read_bytes(), mtime=0))


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


def measure(data: Iterable[Sentence], model: Path) -> dict[str, tuple[float, float, float]]:
    """Precision, recall and F1 over whole names of each class, and of all."""
    tagger = pycrfsuite.Tagger()
    learned = gzip.decompress(model.read_bytes())
    tagger.open_inmemory(learned)
    counts = {kind: [0, 0, 0] for kind in [*KINDS, "all"]}
    for one in data:
        gold, told = spans(one.tags), spans(tagger.tag(features(one.norms, one.register)))
        for kind, count in counts.items():
            held, got = ({s for s in group if kind in ("all", s[2])} for group in (gold, told))
            for at, number in enumerate((len(held & got), len(got), len(held))):
                count[at] += number
    return {kind: _rates(*count) for kind, count in counts.items() if count[2]}


def _rates(right: int, told: int, gold: int) -> tuple[float, float, float]:
    precision, recall = right / max(told, 1), right / max(gold, 1)
    return precision, recall, 2 * precision * recall / max(precision + recall, 1e-9)


def report(name: str, rates: Mapping[str, tuple[float, float, float]]) -> None:
    for kind, (precision, recall, f1) in rates.items():
        print(f"{name:5} {kind:5} precision {precision:.3f} recall {recall:.3f} F1 {f1:.3f}")


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--news", type=Path, help="ANERcorp's training part, a word and its tag a line")
    parser.add_argument("--news-test", type=Path, help="ANERcorp's test part")
    parser.add_argument("--own", type=Path, default=CORPUS, help="folder with the project's own corpus")
    parser.add_argument("--measure", choices=("dev", "test", "none"), default="none")
    parser.add_argument("--model", type=Path, default=MODEL)
    parser.add_argument("--rounds", type=int, default=150)
    parser.add_argument("--c1", type=float, default=0.05)
    parser.add_argument("--c2", type=float, default=0.5)
    parser.add_argument("--least", type=int, default=1, help="uses below which a feature is left out")
    return parser.parse_args()


def main() -> None:
    args = arguments()
    data = [*(news(args.news) if args.news else ()), *own(args.own)]
    learned = {"train"} if args.measure == "dev" else {"train", "dev"}
    kept = [one for one in data if one.split in learned]
    options = {"c1": args.c1, "c2": args.c2, "max_iterations": args.rounds, "feature.minfreq": args.least}
    train(kept, args.model, options)
    if args.measure == "test" and args.news_test:
        data += news(args.news_test, "test")
    for name, register in (("own", OWN), ("news", NEWS)):
        held = [one for one in data if one.register == register and one.split == args.measure]
        report(name, measure(held, args.model))
    print(f"{args.model.stat().st_size / 1e6:.2f} MB from {len(kept)} sentences")


if __name__ == "__main__":
    main()
