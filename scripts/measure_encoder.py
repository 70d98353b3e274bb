#!/usr/bin/env python3
"""Whole stretches that the engine `accurate` finds in held-out sentences: precision, recall, F1 of each kind."""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from pathlib import Path

from encoder_data import Example, news_sentences, own_sentences

from tawthiq.extract.entities.engines import encoder
from tawthiq.extract.entities.engines.both import names
from tawthiq.extract.entities.engines.decode import Stretch, stretches
from tawthiq.extract.entities.engines.encoder import Told
from tawthiq.extract.entities.engines.labels import ROLES, LayerName
from tawthiq.extract.entities.engines.odds import Words
from tawthiq.extract.entities.lexicon import norm_of

Counts = dict[tuple[str, str], Counter[str]]
_MIXED = (LayerName.NAMES, LayerName.NEWS)


def measure(examples: Iterable[Example], alone: bool = False) -> Counts:
    """Numbers of right, told and gold stretches by layer and kind, "all" for each layer; alone: by the encoder only."""
    counts: Counts = {}
    for _, held in groupby(examples, lambda one: one.report):
        report = list(held)
        words = [Words(one.words, [norm_of(word) or word for word in one.words]) for one in report]
        for one, seen, told in zip(report, words, encoder.tell(words), strict=True):
            found = {
                layer: names(told, seen.norms, layer) if layer in _MIXED and not alone else told.stretches(layer)
                for layer in one.labels[0]
            }
            for layer, kind, outcome in (*_stretches(one, found), *_roles(one, told, found)):
                for key in ((layer, kind), (layer, "all")):
                    counts.setdefault(key, Counter())[outcome] += 1
    return counts


def _stretches(one: Example, told: Mapping[LayerName, Sequence[Stretch]]) -> Iterator[tuple[str, str, str]]:
    for layer, stretches_told in told.items():
        gold, found = set(_gold(one, layer)), set(stretches_told)
        for outcome, some in (("gold", gold), ("told", found), ("right", gold & found)):
            yield from ((layer, kind, outcome) for _, _, kind in some)


def _gold(one: Example, layer: LayerName) -> Iterator[Stretch]:
    return stretches([labels[layer] for labels in one.labels])


def _roles(one: Example, told: Told, names: Mapping[LayerName, Sequence[Stretch]]) -> Iterator[tuple[str, str, str]]:
    """A role is right where the name has its bounds and its kind."""
    if LayerName.NAMES not in names:
        return
    for at, role in enumerate(ROLES):
        gold = {s for s in _gold(one, LayerName.NAMES) if (one.roles[s[0]] or (0,) * len(ROLES))[at]}
        found = {s for s in names[LayerName.NAMES] if s[2] != "loc" and told.has_role(s, role)}
        for outcome, some in (("gold", gold), ("told", found), ("right", gold & found)):
            yield from (("roles", role, outcome) for _ in some)


def table(counts: Counts) -> Iterator[str]:
    for (layer, kind), count in sorted(counts.items()):
        precision, recall = count["right"] / max(count["told"], 1), count["right"] / max(count["gold"], 1)
        f1 = 2 * precision * recall / max(precision + recall, 1e-9)
        yield f"{layer:8} {kind:12} precision {precision:.3f} recall {recall:.3f} F1 {f1:.3f} of {count['gold']}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--news", type=Path, help="a file of ANERcorp")
    parser.add_argument("--own", type=Path, help="folder of the project's corpus")
    parser.add_argument("--split", default="dev", choices=("dev", "test"))
    parser.add_argument("--alone", action="store_true", help="names by the encoder alone")
    args = parser.parse_args()
    examples: list[Example] = []
    if args.news:
        held = news_sentences(args.news)
        examples += held if args.split == "test" else [one for one in held if one.split == args.split]
    if args.own:
        examples += [one for one in own_sentences(args.own) if one.split == args.split]
    print("\n".join(table(measure(examples, args.alone))))


if __name__ == "__main__":
    main()
