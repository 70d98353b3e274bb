"""Units as columns of numbers, so that any count over a million of them is a matter of milliseconds."""

from __future__ import annotations

import io
import json
from array import array
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from hashlib import sha256
from typing import Any

import numpy as np
from numpy.typing import NDArray

from tawthiq.figures.unit import Fate, Unit
from tawthiq.model import EDTF, Range

Codes = NDArray[np.int32]
Flags = NDArray[np.bool_]
Ids = NDArray[np.bytes_]

# In `least` and `most`: not stated; in `most` also: open.
UNSTATED, OPEN = -1, -2
_ID_BYTES = 16
_WORDS = ("type", "place", "perpetrator", "weapon", "victim_groups")
_NUMBERS = ("first", "last", "origins")


@dataclass(frozen=True, slots=True)
class Columns:
    """One row a unit. `words` are the values of a column, "" first; `codes` have shape (units,) and point into them.

    `first` and `last` are ordinals of days, 0 where there is no date or an end is open. `least` and `most` have shape
    (units,) for each fate. Ids are 16 bytes each. Victims have a row each: `victim_unit`, `victim_fate` (place in Fate,
    -1 unknown), `victim_record`; and so have the mentions that were judged to be one unit: `mention_unit`, `mention`.
    """

    records: Ids
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
    victim_record: Ids
    mention_unit: Codes
    mention: Ids

    def __len__(self) -> int:
        return len(self.records)

    def record(self, row: int) -> str:
        return hex_of(self.records[row])

    def word(self, name: str, row: int) -> str:
        return self.words[name][int(self.codes[name][row])]

    def count(self, fate: Fate, row: int) -> Range | None:
        """What the unit states of the fate; None where nobody says."""
        least, most = int(self.least[fate.value][row]), int(self.most[fate.value][row])
        return None if least == UNSTATED else Range(least, None if most == OPEN else most)


def hex_of(held: bytes | np.bytes_) -> str:
    """An id as everybody writes it; NumPy cuts zeros off the end."""
    return bytes(held).ljust(_ID_BYTES, b"\0").hex()


@dataclass(slots=True)
class _Growing:
    known: dict[str, int] = field(default_factory=lambda: {"": 0})
    codes: array[int] = field(default_factory=lambda: array("i"))

    def add(self, word: str) -> None:
        self.codes.append(self.known.setdefault(word, len(self.known)))


@dataclass(slots=True)
class _Many:
    """Things of which a unit has several, each with an id."""

    unit: array[int] = field(default_factory=lambda: array("i"))
    ids: bytearray = field(default_factory=bytearray)

    def add(self, at: int, id_: str) -> None:
        self.unit.append(at)
        self.ids += bytes.fromhex(id_)


_FATES = {fate.value: place for place, fate in enumerate(Fate)}


def columns_of(units: Iterable[Unit]) -> Columns:
    """The units in the order in which they come."""
    grown = {name: _Growing() for name in _WORDS}
    numbers = {name: array("i") for name in (*_NUMBERS, "decided", "fate")}
    least, most = ({fate.value: array("i") for fate in Fate} for _ in range(2))
    records, victims, mentions = _Many(), _Many(), _Many()
    for at, unit in enumerate(units):
        records.add(at, unit.record)
        for name, word in zip(_WORDS, _words(unit), strict=True):
            grown[name].add(word)
        for name, number in zip(_NUMBERS, (*_days(unit.date), unit.origins), strict=True):
            numbers[name].append(number)
        numbers["decided"].append(unit.decided)
        _add_counts(least, most, unit)
        for victim in unit.victims:
            victims.add(at, victim.record)
            numbers["fate"].append(_FATES.get(victim.fate, -1))
        for mention in unit.mentions:
            mentions.add(at, mention)
    coded = {name: in_order(tuple(each.known), _numbers(each.codes)) for name, each in grown.items()}
    return Columns(
        records=_ids(records),
        words={name: words for name, (words, _) in coded.items()},
        codes={name: codes for name, (_, codes) in coded.items()},
        least={name: _numbers(each) for name, each in least.items()},
        most={name: _numbers(each) for name, each in most.items()},
        decided=_numbers(numbers["decided"]).astype(bool),
        victim_unit=_numbers(victims.unit),
        victim_fate=_numbers(numbers["fate"]),
        victim_record=_ids(victims),
        mention_unit=_numbers(mentions.unit),
        mention=_ids(mentions),
        **{name: _numbers(numbers[name]) for name in _NUMBERS},
    )


def in_order(words: tuple[str, ...], codes: Codes) -> tuple[tuple[str, ...], Codes]:
    """The words that some row has, sorted, "" first; and the codes that point into them."""
    used = {words[code] for code in np.unique(codes).tolist()}
    kept = tuple(sorted(used | {""}))
    places = {word: at for at, word in enumerate(kept)}
    moved = np.array([places.get(word, 0) for word in words], dtype=np.int32)
    return kept, moved[codes]


def _numbers(held: array[int]) -> Codes:
    return np.frombuffer(held, dtype=np.int32).copy() if held else np.zeros(0, dtype=np.int32)


def _ids(held: _Many) -> Ids:
    return np.frombuffer(bytes(held.ids), dtype=f"S{_ID_BYTES}") if held.ids else np.zeros(0, dtype=f"S{_ID_BYTES}")


def _words(unit: Unit) -> tuple[str, ...]:
    place = unit.places[0] if unit.places else ""
    return unit.type, place, unit.perpetrator, unit.weapon, "|".join(unit.victim_groups)


def _add_counts(least: dict[str, array[int]], most: dict[str, array[int]], unit: Unit) -> None:
    told = dict(unit.counts)
    for fate in Fate:
        count = told.get(fate)
        least[fate.value].append(UNSTATED if count is None else count.min)
        most[fate.value].append(UNSTATED if count is None else OPEN if count.max is None else count.max)


@lru_cache(maxsize=1 << 14)
def _days(date: EDTF | None) -> tuple[int, int]:
    if date is None:
        return 0, 0
    earliest, latest = date.earliest, date.latest
    return earliest.toordinal() if earliest else 0, latest.toordinal() if latest else 0


_PLAIN: tuple[str, ...] = (
    *("records", "first", "last", "decided", "origins", "victim_unit", "victim_fate", "victim_record"),
    *("mention_unit", "mention"),
)
_GROUPS = ("codes", "least", "most")


def _blocks(columns: Columns) -> Iterator[tuple[str, NDArray[Any]]]:
    """Every array with its name, in one order."""
    words = json.dumps(columns.words, ensure_ascii=False, sort_keys=True).encode()
    yield "words", np.frombuffer(words, dtype=np.uint8)
    for name in _PLAIN:
        yield name, getattr(columns, name)
    for group in _GROUPS:
        for name, held in sorted(getattr(columns, group).items()):
            yield f"{group}.{name}", held


def content_hash(columns: Columns) -> str:
    """SHA-256, in hex, over every array: equal for equal units in equal order, on every machine."""
    whole = sha256()
    for name, held in _blocks(columns):
        whole.update(f"{name} {held.dtype.newbyteorder('<').str} {len(held)}\n".encode())
        whole.update(np.ascontiguousarray(held, dtype=held.dtype.newbyteorder("<")).data)
    return whole.hexdigest()


def to_bytes(columns: Columns, note: str = "") -> bytes:
    """The columns, and a note that is no part of them, as one block (NumPy's npz)."""
    out = io.BytesIO()
    blocks: dict[str, Any] = dict(_blocks(columns))
    np.savez(out, note=np.frombuffer(note.encode(), dtype=np.uint8), **blocks)
    return out.getvalue()


def note_of(block: bytes) -> str:
    """The note that `to_bytes` was given."""
    with np.load(io.BytesIO(block), allow_pickle=False) as held:
        return str(held["note"].tobytes().decode())


def from_bytes(block: bytes) -> Columns:
    """The inverse of `to_bytes`."""
    with np.load(io.BytesIO(block), allow_pickle=False) as held:
        blocks: dict[str, Any] = {name: held[name] for name in _PLAIN}
        for group in _GROUPS:
            blocks[group] = {name.partition(".")[2]: held[name] for name in held.files if name.startswith(f"{group}.")}
        words = json.loads(held["words"].tobytes())
        return Columns(words={name: tuple(each) for name, each in words.items()}, **blocks)
