"""The first page: what the store holds, its tallies, its agreements with their clauses, the network of its actors."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from tawthiq.model import Kind, Ref
from tawthiq.model.records import Agreement, Clause, Record
from tawthiq.publish.pages.drawing import Picture
from tawthiq.publish.pages.record_page import RecordBlock
from tawthiq.publish.pages.report_page import ReportPage
from tawthiq.register import Rule

MOST_ROWS = 100
"""How many tallies, and how many agreements, the first page shows; their own pages have them all."""


@dataclass(frozen=True, slots=True)
class ReportLine:
    """What is left of a report once its page is written."""

    file: str
    title: str
    outlet: str | None
    published: date | None
    retracted: bool
    claims: int
    mentions: int


@dataclass(frozen=True, slots=True)
class KindLine:
    """How many records there are of a kind; `file` is the first of its pages."""

    kind: Kind
    count: int
    file: str


@dataclass(frozen=True, slots=True)
class AgreementBlock:
    agreement: RecordBlock
    clauses: tuple[RecordBlock, ...]


@dataclass(frozen=True, slots=True)
class IndexPage:
    """`tallies` and `agreements` are the first `MOST_ROWS` of those that `kinds` counts."""

    rule: Rule
    reports: Sequence[ReportLine]
    kinds: Sequence[KindLine]
    tallies: Sequence[RecordBlock]
    agreements: Sequence[AgreementBlock]
    picture: Picture

    def count(self, kind: Kind) -> int:
        return Counter({line.kind: line.count for line in self.kinds})[kind]


def report_line(page: ReportPage) -> ReportLine:
    report, blocks = page.report, page.blocks.values()
    mentions = sum(len(held) for held in blocks)
    return ReportLine(page.file, page.title, report.outlet, report.published, page.retracted, page.claims, mentions)


def clauses_by_agreement(agreements: Iterable[Agreement], clauses: Iterable[Clause]) -> Mapping[str, list[Clause]]:
    """The clauses that name each agreement, by its record's id."""
    record_of = {mention: agreement.id for agreement in agreements for mention in agreement.mentions}
    held: dict[str, list[Clause]] = {}
    for clause in clauses:
        refs = [each.value.mention for each in clause.agreement if isinstance(each.value, Ref)]
        for id_ in sorted({record_of[mention] for mention in refs if mention in record_of}):
            held.setdefault(id_, []).append(clause)
    return held


def agreement_blocks(
    agreements: Sequence[RecordBlock], clauses: Mapping[str, RecordBlock], held: Mapping[str, Sequence[Record]]
) -> list[AgreementBlock]:
    """Each agreement with the blocks of its clauses."""
    return [
        AgreementBlock(block, tuple(clauses[clause.id] for clause in held.get(block.record.id, ())))
        for block in agreements
    ]
