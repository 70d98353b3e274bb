"""Particles written onto the next word: و ف (and), ب ل ك (prepositions), ال (the), لل (to the)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache

_MIN_STEM = 2


@dataclass(frozen=True, slots=True)
class Stripped:
    """A reading of a folded word: `prefix` was taken off its front; `stem` keeps its ال, restored where لل hid it."""

    prefix: str
    stem: str
    restored: bool = False


@lru_cache(maxsize=65536)
def readings(norm: str) -> tuple[Stripped, ...]:
    """All ways to take proclitics off a folded word, the least taken off first; a lexicon says which one holds."""
    return tuple(_readings(norm))


def _readings(norm: str) -> Iterator[Stripped]:
    yield Stripped("", norm)
    for prefix in _prefixes(norm):
        stem = norm[len(prefix) :]
        if len(stem) >= _MIN_STEM:
            yield Stripped(prefix, stem)
        if prefix.endswith("ل") and stem.startswith("ل") and len(stem) > _MIN_STEM:
            yield Stripped(prefix, "ا" + stem, restored=True)
            # Before a word that begins with lam the article is written into it: للواء hides لواء and اللواء.
            yield Stripped(prefix, "ال" + stem, restored=True)


def _prefixes(norm: str) -> Iterator[str]:
    first, second = norm[:1], norm[1:2]
    if first in {"و", "ف", "ب", "ل", "ك"}:
        yield first
    if first in {"و", "ف"} and second in {"ب", "ل", "ك"}:
        yield first + second


def strip_known(norm: str, known: Callable[[str], bool]) -> Stripped | None:
    """The first reading whose stem is known, with or without its article; None where none is."""
    return next((r for r in readings(norm) if known(r.stem)), None)


def strip_candidates(norm: str) -> tuple[str, ...]:
    """Every stem that the word can hide, with and without ال, itself first; for search, where all of them count."""
    stems: dict[str, None] = {}
    for reading in readings(norm):
        stems[reading.stem] = None
        if reading.stem.startswith("ال") and len(reading.stem) > _MIN_STEM + 2:
            stems[reading.stem[2:]] = None
    return tuple(stems)
