"""Two lines of name parts laid side by side: which parts correspond in order, and what that says.

Parts may be left out (a father, a grandfather), never pass one another: محمد خالد الزعبي and خالد محمد الزعبي are
father and son. Where both name something in the same place and it differs, they are two people.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from tawthiq.link.names.likeness import likeness
from tawthiq.link.names.parts import Part
from tawthiq.link.names.tables import settings


class Finding(StrEnum):
    """What a gap between corresponding parts says; the values are keys of data/names/settings.toml and words.toml."""

    HEAD_LOST = "head_lost"
    HEAD_AMISS = "head_amiss"
    MIDDLE_LOST = "middle_lost"
    MIDDLE_AMISS = "middle_amiss"
    TAIL_LOST = "tail_lost"
    TAIL_AMISS = "tail_amiss"


@dataclass(frozen=True, slots=True)
class Pair:
    """The parts left[i] and right[j] correspond, so much alike."""

    i: int
    j: int
    likeness: float


@dataclass(frozen=True, slots=True)
class Gap:
    """What stands between two pairs (or before the first, behind the last): parts of either line, by start and end.

    `alike` is the likeness of the nearest of them, where both lines have some.
    """

    finding: Finding
    left: tuple[int, int]
    right: tuple[int, int]
    alike: float = 0.0


@dataclass(frozen=True, slots=True)
class Side:
    """Two lines side by side; `score` from 0 to 1. `bits` are what the pairs tell, where the score depends on it."""

    left: tuple[Part, ...]
    right: tuple[Part, ...]
    score: float
    pairs: tuple[Pair, ...] = ()
    gaps: tuple[Gap, ...] = ()
    bits: float | None = None


@cache
def _name() -> Mapping[str, float]:
    return settings("name")


def lay(left: tuple[Part, ...], right: tuple[Part, ...]) -> Side:
    """The best correspondence of two lines in order, scored."""
    if not left or not right:
        return Side(left, right, 0.0)
    table = [[likeness(one.key, other.key) for other in right] for one in left]
    pairs = _chain(table)
    if not pairs:
        return Side(left, right, _name()["head_amiss"] * max(map(max, table)))
    gaps = _gaps(pairs, table)
    if any(_may_join(gap) for gap in gaps):
        pairs, gaps = _joined(left, right, pairs, gaps)
    score = _core(pairs) * _doubt(gaps, len(pairs))
    if score < _name()["agree"] or (not gaps and len(pairs) > 1):
        return Side(left, right, score, pairs, tuple(gaps))
    told = sum(min(left[pair.i].bits, right[pair.j].bits) * pair.likeness for pair in pairs)
    return Side(left, right, score * _enough(told, pairs, gaps), pairs, tuple(gaps), told)


def _chain(table: Sequence[Sequence[float]]) -> tuple[Pair, ...]:
    """The pairs, rising on both sides, whose likeness adds up to most; those that stand level for choice."""
    floor = _name()["agree"]
    rows, columns = len(table), len(table[0])
    best = [[0.0] * (columns + 1) for _ in range(rows + 1)]
    for i in range(rows - 1, -1, -1):
        here, below, alike = best[i], best[i + 1], table[i]
        for j in range(columns - 1, -1, -1):
            value = max(here[j + 1], below[j])
            if alike[j] >= floor:
                value = max(value, below[j + 1] + _worth(alike[j], i, j, rows, columns))
            here[j] = value
    return _walk(table, best, floor) if best[0][0] else ()


def _worth(alike: float, i: int, j: int, rows: int, columns: int) -> float:
    level = (i == j) + (rows - i == columns - j)
    ends = (i == j == 0) + (i == rows - 1 and j == columns - 1)
    return alike + _LEVEL * level + _AT_ENDS * ends


_LEVEL = 0.01
_AT_ENDS = 0.1


def _walk(table: Sequence[Sequence[float]], best: Sequence[Sequence[float]], floor: float) -> tuple[Pair, ...]:
    i = j = 0
    rows, columns = len(table), len(table[0])
    found = []
    while i < rows and j < columns and best[i][j]:
        alike = table[i][j]
        if alike >= floor and best[i][j] == best[i + 1][j + 1] + _worth(alike, i, j, rows, columns):
            found.append(Pair(i, j, alike))
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1
    return tuple(found)


def _gaps(pairs: Sequence[Pair], table: Sequence[Sequence[float]]) -> list[Gap]:
    found = []
    rows, columns = len(table), len(table[0])
    i = j = 0
    for at, (end_i, end_j) in enumerate([*((pair.i, pair.j) for pair in pairs), (rows, columns)]):
        if end_i > i or end_j > j:
            place = "head" if at == 0 else "tail" if at == len(pairs) else "middle"
            sort = "amiss" if end_i > i and end_j > j else "lost"
            alike = _nearest(table, place, (i, end_i), (j, end_j)) if sort == "amiss" else 0.0
            found.append(Gap(Finding(f"{place}_{sort}"), (i, end_i), (j, end_j), alike))
        i, j = end_i + 1, end_j + 1
    return found


def _nearest(table: Sequence[Sequence[float]], place: str, left: tuple[int, int], right: tuple[int, int]) -> float:
    """How alike the parts of a gap are that should correspond: first and first, last and last, any forebears."""
    if place == "head":
        return table[0][0]
    return table[-1][-1] if place == "tail" else max(max(row[slice(*right)]) for row in table[slice(*left)])


def _may_join(gap: Gap) -> bool:
    """Whether one line may have in one word what the other has in two: خير بك and Khayrbik."""
    size, other = gap.left[1] - gap.left[0], gap.right[1] - gap.right[0]
    return size != other and 0 < size <= _JOINED and 0 < other <= _JOINED


_JOINED = 2


def _joined(
    left: Sequence[Part], right: Sequence[Part], pairs: tuple[Pair, ...], gaps: Sequence[Gap]
) -> tuple[tuple[Pair, ...], list[Gap]]:
    """Pairs and gaps once the parts of a gap that are alike when put together are a pair."""
    found, left_over = list(pairs), []
    for gap in gaps:
        alike = _together(left[slice(*gap.left)], right[slice(*gap.right)]) if _may_join(gap) else 0.0
        if alike >= _name()["agree"]:
            found.append(Pair(gap.left[0], gap.right[0], alike))
        else:
            left_over.append(gap)
    return tuple(sorted(found, key=lambda pair: pair.i)), left_over


def _together(ours: Sequence[Part], theirs: Sequence[Part]) -> float:
    return likeness("".join(part.key for part in ours), "".join(part.key for part in theirs))


def _core(pairs: Sequence[Pair]) -> float:
    """Half what the parts are alike on the whole, half what the least alike are."""
    alike = [pair.likeness for pair in pairs]
    return 0.5 * (sum(alike) / len(alike) + min(alike))


def _doubt(gaps: Sequence[Gap], pairs: int) -> float:
    """The factors of the gaps; a last part that one lacks matters less the more they have in common."""
    factor = _name()["middle_amiss"] if crossed(gaps) else 1.0
    for gap in gaps:
        found = _name()[gap.finding]
        factor *= found ** (2 / max(pairs, 2)) if gap.finding is Finding.TAIL_LOST else _softened(found, gap.alike)
    return factor


def crossed(gaps: Sequence[Gap]) -> bool:
    """Whether each line has a part that the other lacks: أحمد إياد سليم and أحمد سليم نزار, خالد محمد and محمد خالد."""
    lost = [gap for gap in gaps if gap.finding in (Finding.HEAD_LOST, Finding.MIDDLE_LOST)]
    return any(gap.left[0] < gap.left[1] for gap in lost) and any(gap.right[0] < gap.right[1] for gap in lost)


def _softened(factor: float, alike: float) -> float:
    """Parts that are nearly alike harm less than parts that have nothing in common."""
    low, high = settings("word")["veto"], _name()["agree"]
    near = max(0.0, alike - low) / (high - low)
    return factor + (1.0 - factor) * _name()["soft"] * near


def _enough(told: float, pairs: Sequence[Pair], gaps: Sequence[Gap]) -> float:
    """Less than 1 where names of unequal parts, or of a single one, have only common parts in common."""
    named = _name()
    if not gaps:
        return named["lone"] + (1.0 - named["lone"]) * min(1.0, told / named["lone_bits"]) ** 2
    share = min(1.0, told / named["enough_bits"])
    alone = named["given_alone"] if _given_alone(pairs, gaps) else 1.0
    return alone * (named["short_of_bits"] + (1.0 - named["short_of_bits"]) * share)


def _given_alone(pairs: Sequence[Pair], gaps: Sequence[Gap]) -> bool:
    """Whether nothing but the first part of each is common."""
    return len(pairs) == 1 and bool(gaps) and gaps[0].finding is Finding.TAIL_LOST
