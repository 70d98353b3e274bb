"""What the sequence model sees of a word: its letters, the lists that hold it, and the same of its neighbours."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from tawthiq.extract.entities import gazetteer
from tawthiq.extract.entities.lexicon import (
    bare,
    definite,
    family_names,
    given_names,
    group_heads,
    is_ordinary,
    nationalities,
    place_heads,
    titles,
    words,
)
from tawthiq.extract.entities.scene import stems

_AFFIX = 4
_LONG = 7
_WINDOW = (-2, -1, 1, 2)
_REACH = 5
_NAMES = frozenset("GFPON")
MARKS = (*"GgFfNPOThHvcod", *(f"{flag}/" for flag in "GFPON"), "PB", "PI", "OB", "OI")
"""Marks of `marks`: the lists that hold a word, those that hold it less its particles, names of several words."""


def features(norms: Sequence[str]) -> list[list[str]]:
    """Features of each folded word of a sentence, in an order that depends on nothing else."""
    lists = [_listed(norm) for norm in norms]
    runs = _runs(norms)
    return [_at(norms, lists, runs, at) for at in range(len(norms))]


def marks(norms: Sequence[str]) -> list[list[int]]:
    """For each folded word of a sentence the numbers, in MARKS, of the lists that speak of it."""
    numbers = {mark: at for at, mark in enumerate(MARKS)}
    runs = _runs(norms)
    return [[numbers[m] for m in (*_listed(norm), run) if m in numbers] for norm, run in zip(norms, runs, strict=True)]


def _at(norms: Sequence[str], lists: Sequence[tuple[str, ...]], runs: Sequence[str], at: int) -> list[str]:
    found = [f"w={norms[at]}", *_letters(norms[at]), *lists[at]]
    if runs[at]:
        found.append(runs[at])
    for step in _WINDOW:
        there = at + step
        inside = 0 <= there < len(norms)
        found.append(f"{step}w={norms[there] if inside else '|'}")
        if inside:
            found += [f"{step}{flag}" for flag in lists[there]]
    if at:
        found.append(f"-1+0={'+'.join(lists[at - 1][:2])}/{'+'.join(lists[at][:2])}")
    return found


@lru_cache(maxsize=65536)
def _letters(norm: str) -> tuple[str, ...]:
    sizes = range(1, min(_AFFIX, len(norm) - 1) + 1)
    affixes = [f"p{norm[:n]}" for n in sizes] + [f"s{norm[-n:]}" for n in sizes]
    return (*affixes, f"n{min(len(norm), _LONG)}", f"k{_kind(norm)}")


def _kind(norm: str) -> str:
    if norm[:1].isdigit():
        return "digit"
    if not norm[:1].isalpha():
        return "sign"
    return "latin" if norm.isascii() else "arabic"


@lru_cache(maxsize=65536)
def _listed(norm: str) -> tuple[str, ...]:
    """The lists that hold the word, whole or less its particles."""
    found = list(_flags(norm))
    for stem in stems(norm) if norm[:1] in "وفبلك" else ():
        if stem.prefix:
            found += [f"{flag}/" for flag in _flags(stem.norm) if flag in _NAMES and flag not in found]
    return tuple(dict.fromkeys(found)) or ("-",)


def _flags(norm: str) -> tuple[str, ...]:
    tests = (
        ("G", norm in given_names() and not given_names()[norm]),
        ("g", given_names().get(norm, False)),
        ("F", norm in family_names() and not family_names()[norm]),
        ("f", family_names().get(norm, False)),
        ("N", norm in nationalities()),
        ("P", norm in gazetteer.places()),
        ("O", norm in gazetteer.groups()),
        ("T", titles().longest(norm, ()) is not None),
        ("h", norm in place_heads()),
        ("H", bare(norm) in group_heads()),
        ("v", norm in words("mention")),
        ("c", norm in words("never_name")),
        ("o", is_ordinary(norm)),
        ("d", definite(norm)),
    )
    return tuple(flag for flag, holds in tests if holds)


def _runs(norms: Sequence[str]) -> list[str]:
    """Names of several words in the gazetteers, marked at each of their words."""
    marked = [""] * len(norms)
    for mark, trie in (("P", gazetteer.places()), ("O", gazetteer.groups())):
        for at, norm in enumerate(norms):
            found = trie.longest(norm, norms[at + 1 : at + _REACH])
            if found and found[0] > 1:
                for inside in range(at, at + found[0]):
                    marked[inside] = f"{mark}{'B' if inside == at else 'I'}"
    return marked
