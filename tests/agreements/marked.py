"""Agreement texts whose clauses are marked (texts/README.md), and how well clauses are found in them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tawthiq.model import Span

TEXTS = Path(__file__).parent / "texts"
ENOUGH = 0.5
"""Of the letters of two stretches taken together, how many must be in both for them to be the same."""

_MARK = re.compile(r"\{([to])(\d+)\|([^{}]*)\}")


@dataclass(frozen=True, slots=True)
class Marked:
    """A text without its marks, and the spans of its triggers and obligations."""

    name: str
    text: str
    triggers: tuple[Span, ...]
    obligations: tuple[Span, ...]


def texts(folder: str) -> Iterator[Marked]:
    for path in sorted((TEXTS / folder).glob("*.txt")):
        yield read(path.stem, path.read_text(encoding="utf-8"))


def read(name: str, marked: str) -> Marked:
    text, spans = "", dict[str, list[Span]](t=[], o=[])
    last = 0
    for mark in _MARK.finditer(marked):
        text += marked[last : mark.start()]
        spans[mark[1]].append(Span(len(text), len(text) + len(mark[3])))
        text, last = text + mark[3], mark.end()
    return Marked(name, text + marked[last:], tuple(spans["t"]), tuple(spans["o"]))


def shared(a: Span, b: Span) -> float:
    both = min(a.end, b.end) - max(a.start, b.start)
    return max(0, both) / (max(a.end, b.end) - min(a.start, b.start))


def matched(gold: Iterable[Span], found: Sequence[Span]) -> int:
    """How many of the gold are found, each found one counted once."""
    left, number = list(found), 0
    for span in gold:
        best = max(left, key=lambda other: shared(span, other), default=None)
        if best is not None and shared(span, best) >= ENOUGH:
            left.remove(best)
            number += 1
    return number


def f1(right: int, gold: int, found: int) -> float:
    return 2 * right / (gold + found) if gold + found else 1.0
