"""Pairs of records that may be one, the likeliest first, with what speaks for and against each. Nothing is merged."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from tawthiq.link.resolving.blocking import Pair
from tawthiq.link.resolving.case import FILES, Case
from tawthiq.link.resolving.evidence import Evidence, probability, weights
from tawthiq.link.resolving.wording import explain
from tawthiq.model import Kind, Verdict
from tawthiq.register.standing import Verdicts

_JUDGED = (Verdict.DIFFERENT, Verdict.UNSURE)


@dataclass(frozen=True, slots=True)
class Candidate:
    """Two records of one kind and the mentions, one of each, that are most alike; `evidence` is about these two.

    `score` is the probability that the records are one, by the average over all their mentions that were compared.
    """

    kind: Kind
    a: str
    b: str
    label_a: str
    label_b: str
    record_a: str
    record_b: str
    score: float
    evidence: tuple[Evidence, ...]

    def explain(self, lang: str = "ar") -> tuple[str, ...]:
        """A line for each piece of evidence, the heaviest first, in "ar" or "en"."""
        return explain(self.kind, self.evidence, lang)


def candidates(
    case: Case,
    records: Mapping[str, str],
    verdicts: Verdicts | None = None,
    least: float | None = None,
    judged: bool = False,
) -> list[Candidate]:
    """Best first, down to the probability `least` (that of the file of weights where None).

    `records`: the record of each mention. Pairs judged different or unsure are left out, unless `judged` asks for the
    unsure ones too; what is judged the same shares a record already.
    """
    floor = weights(FILES[case.kind]).settings["candidate"] if least is None else least
    shut = {j.target for j in (verdicts or {}).values() if j.verdict in _JUDGED[: 1 if judged else 2]}
    barred = {_key(records[a], records[b]) for a, b in shut if a in records and b in records}
    found = [
        _candidate(case, records, pairs, odds)
        for key, pairs in _by_records(case, records).items()
        if key not in barred and probability(odds := _mean(case, pairs)) >= floor
    ]
    return sorted(found, key=lambda each: (-each.score, each.a, each.b))


def _by_records(case: Case, records: Mapping[str, str]) -> dict[tuple[str, str], list[Pair]]:
    by: dict[tuple[str, str], list[Pair]] = defaultdict(list)
    for a, b in case.odds:
        one, other = (records.get(case.things[at].mention, "") for at in (a, b))
        if one and other and one != other:
            by[_key(one, other)].append((a, b))
    return by


def _key(a: str, b: str) -> tuple[str, str]:
    return (a, b) if a < b else (b, a)


def _mean(case: Case, pairs: list[Pair]) -> float:
    return math.fsum(case.odds[pair] for pair in pairs) / len(pairs)


def _candidate(case: Case, records: Mapping[str, str], pairs: list[Pair], odds: float) -> Candidate:
    best = max(pairs, key=lambda pair: (case.odds[pair], pair))
    a, b = (case.things[at] for at in best)
    return Candidate(
        case.kind, a.mention, b.mention, a.label, b.label, records[a.mention], records[b.mention], probability(odds),
        case.compare(*best),
    )  # fmt: skip
