"""Rows of columns taken out, and columns put together."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from tawthiq.figures.columns import Codes, Columns, in_order

Places = NDArray[np.int64]


def take(columns: Columns, rows: Places) -> Columns:
    """Some of the rows, in the order given, with their victims and mentions."""
    place = np.full(len(columns), -1, dtype=np.int32)
    place[rows] = np.arange(len(rows), dtype=np.int32)
    victims, mentions = _kept(place[columns.victim_unit]), _kept(place[columns.mention_unit])
    return replace(
        columns,
        records=columns.records[rows],
        codes={name: held[rows] for name, held in columns.codes.items()},
        least={name: held[rows] for name, held in columns.least.items()},
        most={name: held[rows] for name, held in columns.most.items()},
        first=columns.first[rows],
        last=columns.last[rows],
        decided=columns.decided[rows],
        origins=columns.origins[rows],
        victim_unit=place[columns.victim_unit[victims]],
        victim_fate=columns.victim_fate[victims],
        victim_record=columns.victim_record[victims],
        mention_unit=place[columns.mention_unit[mentions]],
        mention=columns.mention[mentions],
    )


def _kept(units: Codes) -> Places:
    """Of things that belong to units (-1: to none that is kept) those to keep, unit by unit."""
    kept = np.flatnonzero(units >= 0)
    return kept[np.argsort(units[kept], kind="stable")]


def join(one: Columns, other: Columns) -> Columns:
    """The rows of both, by id: what `columns_of` gives of the units of both in that order."""
    both = _behind(one, other)
    return take(both, np.argsort(both.records, kind="stable"))


def _behind(one: Columns, other: Columns) -> Columns:
    coded = {name: _coded(one, other, name) for name in one.words}

    def whole(name: str) -> NDArray[np.generic]:
        return np.concatenate([getattr(one, name), getattr(other, name)])

    def units(name: str) -> Codes:
        return np.concatenate([getattr(one, name), getattr(other, name) + np.int32(len(one))]).astype(np.int32)

    return Columns(
        words={name: words for name, (words, _) in coded.items()},
        codes={name: codes for name, (_, codes) in coded.items()},
        least={name: np.concatenate([held, other.least[name]]) for name, held in one.least.items()},
        most={name: np.concatenate([held, other.most[name]]) for name, held in one.most.items()},
        victim_unit=units("victim_unit"),
        mention_unit=units("mention_unit"),
        **{name: whole(name) for name in _WHOLE},  # type: ignore[arg-type]
    )


_WHOLE = ("records", "first", "last", "decided", "origins", "victim_fate", "victim_record", "mention")


def _coded(one: Columns, other: Columns, name: str) -> tuple[tuple[str, ...], Codes]:
    words = tuple(dict.fromkeys((*one.words[name], *other.words[name])))
    places = {word: at for at, word in enumerate(words)}
    moved = np.array([places[word] for word in other.words[name]], dtype=np.int32)
    codes = np.concatenate([one.codes[name], moved[other.codes[name]]]).astype(np.int32)
    return in_order(words, codes)
