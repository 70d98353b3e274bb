"""Which records of two lists are worth comparing: those that share a key made of the sounds of some of their parts.

Two parts of a name, or three of a long one, in order; one part with the birth date or the age. A part misspelt beyond
its sound leaves the keys without it. Keys that too many records share are passed over (Christen 2012, Data Matching,
ch. 4).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, islice, product

from tawthiq.link.matching.records import Record
from tawthiq.link.names.letters import ARTICLE
from tawthiq.link.names.sounds import skeletons

_READINGS = 4
_MOST_KEYS = 60


def pairs(left: Sequence[Record], right: Sequence[Record], most: Sequence[int]) -> list[tuple[int, int]]:
    """Positions of records worth comparing, in order; so many pairs come of a key of one, two, three parts, or none."""
    ours, theirs = _blocks(left), _blocks(right)
    found: set[tuple[int, int]] = set()
    for key, positions in ours.items():
        others = theirs.get(key, ())
        if len(positions) * len(others) <= most[min(key.count("|"), len(most) - 1)]:
            found.update(product(positions, others))
    return sorted(found)


def _blocks(records: Iterable[Record]) -> dict[str, list[int]]:
    blocks: dict[str, list[int]] = {}
    for position, record in enumerate(records):
        for key in dict.fromkeys(islice(keys(record), _MOST_KEYS)):
            blocks.setdefault(key, []).append(position)
    return blocks


def keys(record: Record) -> Iterator[str]:
    """The blocking keys of a record, the narrowest first."""
    yield "||".join(["=", *(part.key.removeprefix(ARTICLE) for part in record.name.line)])
    sounds = [_sounds(part.key) for part in record.name.line]
    for size in (3, 2):
        for some in combinations(sounds, size):
            yield from ("|".join(way) for way in product(*some))
    for sound in (sound for ways in sounds for sound in ways):
        if record.birth:
            yield f"{sound}|{record.birth}"
        if record.age is not None:
            yield f"{sound}|{record.age}"
        yield sound


def _sounds(key: str) -> tuple[str, ...]:
    """Skeletons of a part; one of vowels only stands for itself."""
    return skeletons(key.removeprefix(ARTICLE))[:_READINGS] if any(skeletons(key)) else (key,)
