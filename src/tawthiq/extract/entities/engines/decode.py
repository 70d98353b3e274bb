"""From chances of single words to labels that make whole stretches: an I-label stands only behind its like."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

Chances = Sequence[Sequence[float]]
Stretch = tuple[int, int, str]
_FLOOR = 1e-12


@lru_cache(maxsize=16)
def before(labels: tuple[str, ...]) -> tuple[tuple[int, ...], ...]:
    """For each label the labels that may stand before it."""
    return tuple(tuple(at for at, label in enumerate(labels) if _may_follow(label, next_)) for next_ in labels)


def best(chances: Chances, labels: tuple[str, ...]) -> list[str]:
    """The likeliest sequence of labels for chances [words, labels]."""
    if not chances:
        return []
    score = _opening(chances[0], labels)
    sources: list[list[int]] = []
    for row in chances[1:]:
        source = [max(held, key=score.__getitem__) for held in before(labels)]
        score = _scaled([max(chance, _FLOOR) * score[at] for chance, at in zip(row, source, strict=True)])
        sources.append(source)
    at = max(range(len(labels)), key=score.__getitem__)
    path = [at]
    for source in reversed(sources):
        at = source[at]
        path.append(at)
    return [labels[at] for at in reversed(path)]


def marginals(chances: Chances, labels: tuple[str, ...]) -> list[list[float]]:
    """Chances [words, labels] of each label over all sequences that may stand."""
    if not chances:
        return []
    held = before(labels)
    ahead = [_opening(chances[0], labels)]
    for row in chances[1:]:
        last = ahead[-1]
        sums = (sum(last[at] for at in some) for some in held)
        ahead.append(_scaled([max(chance, _FLOOR) * total for chance, total in zip(row, sums, strict=True)]))
    behind = [1.0] * len(labels)
    found = []
    for row, reached in zip(reversed(chances), reversed(ahead), strict=True):
        found.append(_scaled([a * b for a, b in zip(reached, behind, strict=True)]))
        behind = _stepped_back(row, behind, held)
    return found[::-1]


def stretches(labels: Sequence[str]) -> Iterator[Stretch]:
    """First word, the word behind the last, and kind of each stretch."""
    start, kind = 0, ""
    for at, label in enumerate([*labels, "O"]):
        if kind and label != f"I-{kind}":
            yield start, at, kind
            kind = ""
        if label != "O" and not kind:
            start, kind = at, label[2:]


def _may_follow(label: str, next_: str) -> bool:
    return not next_.startswith("I-") or label[2:] == next_[2:]


def _opening(row: Sequence[float], labels: tuple[str, ...]) -> list[float]:
    pairs = zip(row, labels, strict=True)
    return _scaled([0.0 if label.startswith("I-") else max(chance, _FLOOR) for chance, label in pairs])


def _stepped_back(row: Sequence[float], behind: Sequence[float], held: Sequence[Sequence[int]]) -> list[float]:
    reached = [0.0] * len(behind)
    for at, some in enumerate(held):
        for source in some:
            reached[source] += max(row[at], _FLOOR) * behind[at]
    return _scaled(reached)


def _scaled(values: list[float]) -> list[float]:
    total = sum(values)
    return [value / total for value in values] if total > 0 else values
