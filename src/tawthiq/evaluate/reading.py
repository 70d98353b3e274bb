"""A gold report read by the machine and compared."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from tawthiq.evaluate.gold import Gold
from tawthiq.evaluate.scoring import Compared, compare
from tawthiq.extract import read_report
from tawthiq.ingest import read_source
from tawthiq.model import Claim, Report
from tawthiq.publish.facts import facts_of

Reader = Callable[[Report], Sequence[Claim]]


@dataclass(frozen=True, slots=True)
class Evaluated:
    """`compared.found` are the facts of the claims."""

    name: str
    report: Report
    claims: Sequence[Claim]
    compared: Compared


def evaluate(gold: Gold, read: Reader = read_report) -> Evaluated:
    """InputError where the report's text cannot be read."""
    report = read_source(gold.text).report
    claims = read(report)
    return Evaluated(gold.name, report, claims, compare(gold.facts, facts_of(report, claims)))
