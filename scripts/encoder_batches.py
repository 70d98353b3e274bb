"""Passages of some sentences as tensors: pieces, marks, targets; passages of like length in one batch."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from random import Random

import torch
from encoder_data import Example
from encoder_vocabulary import SPECIAL
from torch import Tensor

from tawthiq.extract.entities.engines.labels import LAYERS, ROLES, LayerName
from tawthiq.extract.entities.engines.passages import LONGEST, TOGETHER
from tawthiq.extract.entities.engines.pieces import BEGIN, END, UNKNOWN, Pieces
from tawthiq.extract.entities.features import MARKS, marks
from tawthiq.extract.entities.lexicon import norm_of

SHORTEST = 24
"""Pieces of the shortest passages to learn from."""
IGNORED = -100
HIDDEN, FORGOTTEN = 0.08, 0.1
UNKNOWN_NUMBER = SPECIAL.index(UNKNOWN)
_NUMBERS = {name: {label: at for at, label in enumerate(layer.labels)} for name, layer in LAYERS.items()}


@dataclass(frozen=True, slots=True)
class Encoded:
    """Pieces of a passage, bounds of each word's, the words' marks, targets [words, layers], roles [words, ROLES]."""

    pieces: list[int]
    bounds: list[tuple[int, int]]
    marks: list[list[int]]
    targets: list[list[int]]
    roles: list[list[int]]


@dataclass(frozen=True, slots=True)
class Batch:
    """Passages padded to one length; words of all in one row, `sizes` of each."""

    pieces: Tensor
    marks: Tensor
    mask: Tensor
    firsts: Tensor
    targets: Tensor
    roles: Tensor
    sizes: list[int]


def passages(data: Iterable[Example], pieces: Pieces, chance: Random | None = None) -> Iterator[list[Example]]:
    """Neighbouring sentences of one report, as many as TOGETHER pieces hold; with a source of chance often fewer."""
    held: list[Example] = []
    size = limit = 0
    for one in data:
        width = 1 + sum(len(pieces.encode(word)) for word in one.words)
        if held and (size + width > limit or (one.report, one.split) != (held[0].report, held[0].split)):
            yield held
            held = []
        if not held:
            size, limit = 1, chance.randint(SHORTEST, TOGETHER) if chance else TOGETHER
        held.append(one)
        size += width
    if held:
        yield held


def encoded(passage: Sequence[Example], pieces: Pieces) -> Encoded:
    """Each sentence is closed by END, and cut where the passage has LONGEST pieces."""
    found = Encoded([pieces.numbers[BEGIN]], [], [], [], [])
    for one in passage:
        _add(found, one, pieces)
    return found


def _add(found: Encoded, one: Example, pieces: Pieces) -> None:
    size = 0
    for word in one.words:
        cut = pieces.encode(word)
        if len(found.pieces) + len(cut) >= LONGEST:
            break
        found.bounds.append((len(found.pieces), len(found.pieces) + len(cut)))
        found.pieces.extend(cut)
        size += 1
    found.pieces.append(pieces.numbers[END])
    found.marks.extend(marks([norm_of(word) or word for word in one.words])[:size])
    found.targets.extend([_NUMBERS[n].get(had.get(n, ""), IGNORED) for n in LayerName] for had in one.labels[:size])
    found.roles.extend(list(had) if had else [IGNORED] * len(ROLES) for had in one.roles[:size])


def batches(data: Iterable[Encoded], budget: int, chance: Random | None = None) -> Iterator[Batch]:
    """Batches of at most `budget` pieces; shuffled where a source of chance is given."""
    ordered = sorted(data, key=lambda one: len(one.pieces) + (chance.random() * 4 if chance else 0))
    groups: list[list[Encoded]] = [[]]
    for one in ordered:
        if groups[-1] and len(one.pieces) * (len(groups[-1]) + 1) > budget:
            groups.append([])
        groups[-1].append(one)
    if chance:
        chance.shuffle(groups)
    return (_batch(group, chance) for group in groups if group)


def _batch(group: Sequence[Encoded], chance: Random | None) -> Batch:
    """With a source of chance some words are hidden and some marks forgotten, so that neither is leant on alone."""
    longest = max(len(one.pieces) for one in group)
    pieces = torch.zeros(len(group), longest, dtype=torch.long)
    held = torch.zeros(len(group), longest, len(MARKS))
    mask = torch.zeros(len(group), 1, 1, longest, dtype=torch.bool)
    for row, one in enumerate(group):
        pieces[row, : len(one.pieces)] = torch.tensor(_hidden(one, chance) if chance else one.pieces)
        mask[row, 0, 0, : len(one.pieces)] = True
        for (first, _), flags in zip(one.bounds, _forgotten(one, chance) if chance else one.marks, strict=True):
            held[row, first, flags] = 1
    firsts = torch.tensor([row * longest + first for row, one in enumerate(group) for first, _ in one.bounds])
    targets = torch.tensor([target for one in group for target in one.targets])
    roles = torch.tensor([role for one in group for role in one.roles])
    return Batch(pieces, held, mask, firsts, targets, roles, [len(one.bounds) for one in group])


def _hidden(one: Encoded, chance: Random) -> list[int]:
    found = list(one.pieces)
    for first, end in one.bounds:
        if chance.random() < HIDDEN:
            found[first:end] = [UNKNOWN_NUMBER] * (end - first)
    return found


def _forgotten(one: Encoded, chance: Random) -> list[list[int]]:
    if chance.random() < FORGOTTEN:
        return [[] for _ in one.marks]
    return [[flag for flag in flags if chance.random() > FORGOTTEN] for flags in one.marks]
