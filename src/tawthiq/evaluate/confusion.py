"""What was found, missed and made up, each with its place in the report where it has one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from tawthiq.evaluate.reading import Evaluated
from tawthiq.evaluate.sections import SECTIONS, Section
from tawthiq.model import Span
from tawthiq.publish.facts import facts_with_rows
from tawthiq.text.fold import Folded, fold
from tawthiq.text.locating import first_place

_TELLING = ("name", "quote", "description", "content", "handle", "obligation", "value", "person", "who", "by", "area")
_SEPARATOR = " · "


class Outcome(StrEnum):
    FOUND = "found"
    MISSED = "missed"
    MADE_UP = "made-up"


@dataclass(frozen=True, slots=True)
class Wrong:
    """A field of a matched fact that is not what the gold has."""

    field: str
    gold: str
    found: str


@dataclass(frozen=True, slots=True)
class Item:
    """One fact, in words; `span` is its place in the report; `wrong` its wrong fields, where it was found."""

    section: str
    outcome: Outcome
    words: str
    span: Span | None
    wrong: tuple[Wrong, ...] = ()


def items(one: Evaluated) -> list[Item]:
    """Every fact of gold and machine once, section by section."""
    folded, rows = fold(one.report.text), facts_with_rows(one.claims)
    spans = {key: [row.mention.span for _, row in placed] for key, placed in rows.items()}
    return [
        item
        for section in SECTIONS
        if section.key in one.compared.pairs
        for item in _of_section(one, section, folded, spans.get(section.key))
    ]


def _of_section(one: Evaluated, section: Section, folded: Folded, spans: Sequence[Span] | None) -> Iterator[Item]:
    gold, found = one.compared.gold[section.key], one.compared.found[section.key]
    pairs = one.compared.pairs[section.key]

    def placed(at: int) -> Span | None:
        return spans[at] if spans is not None else _place(folded, found[at])

    for i, j in pairs.hits:
        yield Item(section.key, Outcome.FOUND, told(gold[i]), placed(j), tuple(_wrong(section, gold[i], found[j])))
    for i in pairs.missed:
        yield Item(section.key, Outcome.MISSED, told(gold[i]), _place(folded, gold[i]))
    for j in pairs.made_up:
        yield Item(section.key, Outcome.MADE_UP, told(found[j]), placed(j))


def _wrong(section: Section, gold: Any, found: Any) -> Iterator[Wrong]:
    for field in section.fields:
        if field.judge(gold, found) is False:
            yield Wrong(field.label, _shown(gold[field.key]), _shown(found[field.key]))


def told(fact: Any) -> str:
    """A fact in one line: what is said in it, without the keys."""
    if isinstance(fact, str):
        return fact
    return _SEPARATOR.join(text for key, value in fact.items() if key != "quote" and (text := _shown(value)))


def _shown(value: Any) -> str:
    if isinstance(value, Mapping):
        return told(value)
    if isinstance(value, list):
        if any(isinstance(each, int) for each in value):
            return _range(value)
        return "، ".join(map(str, value))
    return "" if value is None else str(value)


def _range(value: list[int | None]) -> str:
    low, high = value
    return f"{low}+" if high is None else str(low) if low == high else f"{low}–{high}"


def _place(folded: Folded, fact: Any) -> Span | None:
    """Where the most telling words of a fact stand."""
    words = [fact] if isinstance(fact, str) else [fact[key] for key in _TELLING if isinstance(fact.get(key), str)]
    return next((span for text in words if (span := first_place(folded, text))), None)
