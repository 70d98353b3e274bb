"""Facts of reports compared with those that a careful reader found: precision and recall by section."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from tawthiq.evaluate.pairing import Pairs, Score, Share, pair
from tawthiq.evaluate.sections import CORE, SECTIONS, Section

Facts: TypeAlias = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Compared:
    """One report: `pairs` by section; `scores` of sections and of the lists inside matched facts; `fields` of these."""

    gold: Facts
    found: Facts
    pairs: Mapping[str, Pairs]
    scores: Mapping[str, Score]
    fields: Mapping[str, Share]

    @property
    def is_negative(self) -> bool:
        """A report in which nothing happened: it has to give no incident."""
        return not self.gold["incidents"] and not self.gold["tallies"]


@dataclass(frozen=True, slots=True)
class Table:
    """Scores and shares over many reports, in the order of the sections."""

    scores: Mapping[str, Score]
    fields: Mapping[str, Share]
    reports: int
    negatives: int
    false_incidents: int

    @property
    def core_f1(self) -> float:
        """The mean F1 of persons, groups, places, incidents and tallies."""
        return sum(self.scores[section].f1 for section in CORE) / len(CORE)


@dataclass(slots=True)
class _Counter:
    scores: dict[str, Score] = field(default_factory=dict)
    fields: dict[str, Share] = field(default_factory=dict)

    def score(self, label: str, score: Score) -> None:
        self.scores[label] = self.scores.get(label, Score()) + score

    def share(self, label: str, share: Share) -> None:
        self.fields[label] = self.fields.get(label, Share()) + share


def compare(gold: Facts, found: Facts) -> Compared:
    """Both hold all keys of the schema; an extra section counts where the gold has it."""
    counter = _Counter()
    pairs: dict[str, Pairs] = {}
    for section in SECTIONS:
        if section.extra and section.key not in gold:
            continue
        pairs[section.key] = pair(gold[section.key], found[section.key], section.agree)
        counter.score(section.key, pairs[section.key].score)
        _count_matched(counter, section, gold, found, pairs[section.key])
    return Compared(gold, found, pairs, counter.scores, counter.fields)


def _count_matched(counter: _Counter, section: Section, gold: Facts, found: Facts, pairs: Pairs) -> None:
    for inner in section.inner:
        counter.score(inner.label, Score())
    for i, j in pairs.hits:
        a, b = gold[section.key][i], found[section.key][j]
        for inner in section.inner:
            counter.score(inner.label, pair(a[inner.key], b[inner.key], inner.agree).score)
        for each in section.fields:
            right = each.judge(a, b)
            if right is not None:
                counter.share(each.label, Share(int(right), 1))


def total(compared: Sequence[Compared]) -> Table:
    """All reports together."""
    counter = _Counter({section: Score() for section in CORE})
    for report in compared:
        for label, score in report.scores.items():
            counter.score(label, score)
        for label, share in report.fields.items():
            counter.share(label, share)
    negatives = [report for report in compared if report.is_negative]
    false = sum(report.scores["incidents"].found for report in negatives)
    scores = {label: counter.scores[label] for label in _labels() if label in counter.scores}
    fields = {label: counter.fields[label] for label in _fields() if label in counter.fields}
    return Table(scores, fields, len(compared), len(negatives), false)


def _labels() -> Iterable[str]:
    for section in SECTIONS:
        yield section.key
        yield from (inner.label for inner in section.inner)


def _fields() -> Iterable[str]:
    return (each.label for section in SECTIONS for each in section.fields)
