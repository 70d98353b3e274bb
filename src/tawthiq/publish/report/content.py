"""What a report is made of: figures, tables, incidents, lineage and definitions, prepared, in no one language."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from tawthiq.model import EDTF, Bound, Range, Stance

Spot = tuple[float, float]
"""Latitude and longitude in degrees (WGS 84)."""


@dataclass(frozen=True, slots=True)
class Label:
    """A code or id with its words in each language; the Arabic where there is no English."""

    code: str
    ar: str
    en: str = ""

    def say(self, language: str) -> str:
        return self.en or self.ar if language == "en" else self.ar


@dataclass(frozen=True, slots=True)
class Quantity:
    """A published figure. `metric` is a code of a counted noun (incident, killed …), `range` what the register holds.

    `base` and `share` (0 to 1) say of what it is a share; `incidents` are those behind it, `unknown` those of them that
    do not state the count, `undecided` those left out because nobody has judged them.
    """

    id: str
    metric: str
    range: Range
    bound: Bound = Bound.EXACT
    base: Range | None = None
    share: float | None = None
    incidents: int = 0
    unknown: int = 0
    undecided: int = 0


@dataclass(frozen=True, slots=True)
class Row:
    """One cell of a dimension with a figure for each column of its table; `spot` where it is a place."""

    label: Label
    quantities: tuple[Quantity, ...]
    spot: Spot | None = None


@dataclass(frozen=True, slots=True)
class Breakdown:
    """Figures parted by one dimension (month, act, area, victim_group …); `metrics` head the columns.

    `total` is what the whole comes to, a figure a column, or empty. `heads` are words for the columns where two of them
    have one metric.
    """

    dimension: str
    metrics: tuple[str, ...]
    rows: tuple[Row, ...]
    total: tuple[Quantity, ...] = ()
    heads: tuple[Label, ...] = ()


@dataclass(frozen=True, slots=True)
class IncidentLine:
    """One incident as it is listed. `counts` has a range for each fate that is stated, by its code (killed, injured …);
    `perpetrators` are as the sources name them; `origins` how many independent origins tell of it."""

    record: str
    date: EDTF | None
    place: Label | None
    act: Label
    counts: Mapping[str, Range]
    perpetrators: tuple[str, ...] = ()
    victims: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    origins: int = 1
    spot: Spot | None = None


@dataclass(frozen=True, slots=True)
class Evidence:
    """One claim behind a record: what it says, in which words (`quote`), who says it, and in which report."""

    claim: str
    field: Label
    value: Label
    quote: str
    speaker: str
    report: str
    published: str = ""
    stance: Stance = Stance.ASSERTS


@dataclass(frozen=True, slots=True)
class Lineage:
    """From a figure (its id) to the records that it counts, and to those that it leaves out until they are judged."""

    figure: str
    records: tuple[str, ...]
    undecided: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Words:
    """A paragraph in both languages; an empty one is left out of the report in that language."""

    ar: str
    en: str

    def say(self, language: str) -> str:
        return self.en if language == "en" else self.ar


@dataclass(frozen=True, slots=True)
class Definition:
    term: Label
    text: Words


@dataclass(frozen=True, slots=True)
class Edition:
    """What the figures were frozen under: the rule in print, the edition's hash, the ledger's position."""

    rule_name: str
    rule: Words
    hash: str = ""
    position: str = ""
    version: str = ""


@dataclass(frozen=True, slots=True)
class Content:
    """All of a report. `headline` are the figures of the summary by key (incident, killed, injured, survived …), and
    `since` those of the longer period `since_period`, where there is one. `notes` are paragraphs for the summary, as
    on what changed since the last edition. `evidence` has the claims behind each record, by its id. `noun` is what the
    incidents are called (lexicon/counted_nouns.tsv).
    """

    office: Label
    period: EDTF
    area: Label
    headline: Mapping[str, Quantity]
    breakdowns: tuple[Breakdown, ...]
    incidents: tuple[IncidentLine, ...]
    lineage: tuple[Lineage, ...]
    evidence: Mapping[str, tuple[Evidence, ...]]
    definitions: tuple[Definition, ...]
    edition: Edition
    since: Mapping[str, Quantity] | None = None
    since_period: EDTF | None = None
    notes: tuple[Words, ...] = ()
    noun: str = "operation"

    def parted(self) -> Iterator[Breakdown]:
        """The breakdowns in print, which are those that have rows."""
        return (breakdown for breakdown in self.breakdowns if breakdown.rows)

    def quantities(self) -> Iterator[Quantity]:
        """Every published figure, each once, in the order of print."""
        tables = (
            quantity
            for table in self.parted()
            for row in (*(row.quantities for row in table.rows), table.total)
            for quantity in row
        )
        held = (*self.headline.values(), *(self.since or {}).values(), *tables)
        yield from {quantity.id: quantity for quantity in held}.values()
