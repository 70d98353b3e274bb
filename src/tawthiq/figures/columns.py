"""Units as columns of numbers, so that any count over a million of them is a matter of milliseconds."""

from __future__ import annotations

import io
import json
from array import array
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from tawthiq.figures.unit import Fate, Unit
from tawthiq.model import EDTF

Codes = NDArray[np.int32]
Flags = NDArray[np.bool_]

# In `least` and `most`: not stated; in `most` also: open.
UNSTATED, OPEN = -1, -2
_WORDS = ("type", "place", "perpetrator", "weapon", "victim_groups")
_NUMBERS = ("first", "last", "decided", "origins")


@dataclass(frozen=True, slots=True)
class Columns:
    """One row a unit. `words` are the values of a column, "" first; `codes` have shape (units,) and point into them.

    `first` and `last` are ordinals of days, 0 where there is no date or an end is open. `least` and `most` have shape
    (units,) for each fate. `records` are ids. Victims have a row each: `victim_unit`, `victim_fate` (place in Fate, -1
    unknown), `victim_record`.
    """

    records: NDArray[np.bytes_]
    words: dict[str, tuple[str, ...]]
    codes: dict[str, Codes]
    first: Codes
    last: Codes
    least: dict[str, Codes]
    most: dict[str, Codes]
    decided: Flags
    origins: Codes
    victim_unit: Codes
    victim_fate: Codes
    victim_record: NDArray[np.bytes_]

    def __len__(self) -> int:
        return len(self.records)

    def record(self, row: int) -> str:
        return bytes(self.records[row]).decode()


@dataclass(slots=True)
class _Growing:
    known: dict[str, int] = field(default_factory=lambda: {"": 0})
    codes: array[int] = field(default_factory=lambda: array("i"))

    def add(self, word: str) -> None:
        self.codes.append(self.known.setdefault(word, len(self.known)))


_FATES = {fate.value: place for place, fate in enumerate(Fate)}


def columns_of(units: Iterable[Unit]) -> Columns:
    """The units in the order in which they come."""
    grown = {name: _Growing() for name in _WORDS}
    numbers = {name: array("i") for name in _NUMBERS}
    least, most = ({fate.value: array("i") for fate in Fate} for _ in range(2))
    victims: tuple[array[int], array[int], list[bytes]] = (array("i"), array("i"), [])
    records = []
    for at, unit in enumerate(units):
        records.append(unit.record.encode())
        _add_words(grown, unit)
        for name, number in zip(_NUMBERS, (*_days(unit.date), unit.decided, unit.origins), strict=True):
            numbers[name].append(number)
        _add_counts(least, most, unit)
        for victim in unit.victims:
            victims[0].append(at)
            victims[1].append(_FATES.get(victim.fate, -1))
            victims[2].append(victim.record.encode())
    return Columns(
        records=np.array(records, dtype="S32"),
        words={name: tuple(each.known) for name, each in grown.items()},
        codes={name: _numbers(each.codes) for name, each in grown.items()},
        first=_numbers(numbers["first"]),
        last=_numbers(numbers["last"]),
        least={name: _numbers(each) for name, each in least.items()},
        most={name: _numbers(each) for name, each in most.items()},
        decided=_numbers(numbers["decided"]).astype(bool),
        origins=_numbers(numbers["origins"]),
        victim_unit=_numbers(victims[0]),
        victim_fate=_numbers(victims[1]),
        victim_record=np.array(victims[2], dtype="S32"),
    )


def _numbers(held: array[int]) -> Codes:
    return np.frombuffer(held, dtype=np.int32).copy() if held else np.zeros(0, dtype=np.int32)


def _add_words(grown: dict[str, _Growing], unit: Unit) -> None:
    grown["type"].add(unit.type)
    grown["place"].add(unit.places[0] if unit.places else "")
    grown["perpetrator"].add(unit.perpetrator)
    grown["weapon"].add(unit.weapon)
    grown["victim_groups"].add("|".join(unit.victim_groups))


def _add_counts(least: dict[str, array[int]], most: dict[str, array[int]], unit: Unit) -> None:
    told = dict(unit.counts)
    for fate in Fate:
        count = told.get(fate)
        least[fate.value].append(UNSTATED if count is None else count.min)
        most[fate.value].append(UNSTATED if count is None else OPEN if count.max is None else count.max)


def _days(date: EDTF | None) -> tuple[int, int]:
    if date is None:
        return 0, 0
    earliest, latest = date.earliest, date.latest
    return earliest.toordinal() if earliest else 0, latest.toordinal() if latest else 0


def to_bytes(columns: Columns) -> bytes:
    """The columns as one block (NumPy's npz), to be kept beside the register."""
    out = io.BytesIO()
    words = np.frombuffer(json.dumps(columns.words, ensure_ascii=False).encode(), dtype=np.uint8)
    blocks: dict[str, Any] = {"words": words, **_flat(columns)}
    np.savez(out, **blocks)
    return out.getvalue()


def _flat(columns: Columns) -> dict[str, NDArray[Any]]:
    flat: dict[str, NDArray[Any]] = {name: getattr(columns, name) for name in _PLAIN}
    for group in _GROUPS:
        flat |= {f"{group}.{name}": held for name, held in getattr(columns, group).items()}
    return flat


_PLAIN = ("records", "first", "last", "decided", "origins", "victim_unit", "victim_fate", "victim_record")
_GROUPS = ("codes", "least", "most")


def from_bytes(block: bytes) -> Columns:
    """The inverse of `to_bytes`."""
    with np.load(io.BytesIO(block), allow_pickle=False) as held:
        blocks: dict[str, Any] = {name: held[name] for name in _PLAIN}
        for group in _GROUPS:
            blocks[group] = {name.partition(".")[2]: held[name] for name in held.files if name.startswith(f"{group}.")}
        words = json.loads(held["words"].tobytes())
        return Columns(words={name: tuple(each) for name, each in words.items()}, **blocks)
