#!/usr/bin/env python3
"""Whole stretches that the shipped encoder finds in held-out sentences: precision, recall, F1 of each kind."""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from encoder_data import Example, news_sentences, own_sentences

from tawthiq.extract.entities.engines.decode import Stretch, stretches
from tawthiq.extract.entities.engines.encoder import Told, tell
from tawthiq.extract.entities.engines.labels import ROLES, LayerName
from tawthiq.extract.entities.lexicon import norm_of

LIKELY = 0.5
Counts = dict[tuple[str, str], Counter[str]]


def measure(examples: Iterable[Example]) -> Counts:
    """Numbers of right, told and gold stretches by layer and kind, "all" for each layer."""
    counts: Counts = {}
    for one in examples:
        told = tell(one.words, [norm_of(word) or word for word in one.words])
        for layer, kind, outcome in (*_names(one, told), *_roles(one, told)):
            for key in ((layer, kind), (layer, "all")):
                counts.setdefault(key, Counter())[outcome] += 1
    return counts


def _names(one: Example, told: Told) -> Iterator[tuple[str, str, str]]:
    for layer in one.labels[0]:
        gold, found = set(_gold(one, layer)), set(told.stretches(layer))
        for outcome, some in (("gold", gold), ("told", found), ("right", gold & found)):
            yield from ((layer, kind, outcome) for _, _, kind in some)


def _gold(one: Example, layer: LayerName) -> Iterator[Stretch]:
    return stretches([labels[layer] for labels in one.labels])


def _roles(one: Example, told: Told) -> Iterator[tuple[str, str, str]]:
    """A role is right where the name has its bounds and its kind."""
    if LayerName.NAMES not in one.labels[0]:
        return
    for at, role in enumerate(ROLES):
        gold = {s for s in _gold(one, LayerName.NAMES) if (one.roles[s[0]] or (0,) * len(ROLES))[at]}
        named = (s for s in told.stretches(LayerName.NAMES) if s[2] != "loc")
        found = {s for s in named if told.role(s, role) > LIKELY}
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
    args = parser.parse_args()
    examples: list[Example] = []
    if args.news:
        held = news_sentences(args.news)
        examples += held if args.split == "test" else [one for one in held if one.split == args.split]
    if args.own:
        examples += [one for one in own_sentences(args.own) if one.split == args.split]
    print("\n".join(table(measure(examples))))


if __name__ == "__main__":
    main()
