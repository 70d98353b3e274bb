"""Sentences as tensors: pieces, marks, targets; sentences of like length in one batch."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from random import Random

import torch
from encoder_data import Example
from encoder_vocabulary import SPECIAL
from torch import Tensor

from tawthiq.extract.entities.engines.labels import LAYERS, ROLES, LayerName
from tawthiq.extract.entities.engines.pieces import BEGIN, END, UNKNOWN, Pieces
from tawthiq.extract.entities.features import MARKS, marks
from tawthiq.extract.entities.lexicon import norm_of

LONGEST = 160
IGNORED = -100
HIDDEN, FORGOTTEN = 0.08, 0.1
UNKNOWN_NUMBER = SPECIAL.index(UNKNOWN)
_NUMBERS = {name: {label: at for at, label in enumerate(layer.labels)} for name, layer in LAYERS.items()}


@dataclass(frozen=True, slots=True)
class Encoded:
    """Pieces of a sentence, the words' first pieces, their marks, targets [words, layers], roles [words, ROLES]."""

    pieces: list[int]
    firsts: list[int]
    marks: list[list[int]]
    targets: list[list[int]]
    roles: list[list[int]]


@dataclass(frozen=True, slots=True)
class Batch:
    """Sentences padded to one length; words of all in one row, `sizes` of each."""

    pieces: Tensor
    marks: Tensor
    mask: Tensor
    firsts: Tensor
    targets: Tensor
    roles: Tensor
    sizes: list[int]


def encoded(one: Example, pieces: Pieces) -> Encoded:
    """Cut at LONGEST pieces."""
    numbers, firsts = [pieces.numbers[BEGIN]], []
    for word in one.words:
        cut = pieces.encode(word)
        if len(numbers) + len(cut) >= LONGEST:
            break
        firsts.append(len(numbers))
        numbers += cut
    targets = [[_NUMBERS[name].get(had.get(name, ""), IGNORED) for name in LayerName] for had in one.labels]
    roles = [list(had) if had else [IGNORED] * len(ROLES) for had in one.roles]
    norms = [norm_of(word) or word for word in one.words]
    size = len(firsts)
    return Encoded([*numbers, pieces.numbers[END]], firsts, marks(norms)[:size], targets[:size], roles[:size])


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
        for first, flags in zip(one.firsts, _forgotten(one, chance) if chance else one.marks, strict=True):
            held[row, first, flags] = 1
    firsts = torch.tensor([row * longest + first for row, one in enumerate(group) for first in one.firsts])
    targets = torch.tensor([target for one in group for target in one.targets])
    roles = torch.tensor([role for one in group for role in one.roles])
    return Batch(pieces, held, mask, firsts, targets, roles, [len(one.firsts) for one in group])


def _hidden(one: Encoded, chance: Random) -> list[int]:
    found = list(one.pieces)
    for first, end in zip(one.firsts, [*one.firsts[1:], len(found) - 1], strict=True):
        if chance.random() < HIDDEN:
            found[first:end] = [UNKNOWN_NUMBER] * (end - first)
    return found


def _forgotten(one: Encoded, chance: Random) -> list[list[int]]:
    if chance.random() < FORGOTTEN:
        return [[] for _ in one.marks]
    return [[flag for flag in flags if chance.random() > FORGOTTEN] for flags in one.marks]
