"""After any judgements, merges and withdrawals the table is the one that the same ledger gives from nothing."""

from __future__ import annotations

import shutil
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tawthiq.agreements.monitor import Monitor
from tawthiq.figures.inclusion import load_inclusion
from tawthiq.ledger import Batch, Ledger, open_ledger
from tawthiq.model import EDTF, Claim, Code, Judgement, Kind, Value, Verdict, When, pair
from tawthiq.register import rebuild, update
from tests.agreements import history

ROUNDS = 3
EACH = 8
FEW = settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.fixture(scope="module")
def story() -> history.Script:
    return history.script(40)


@pytest.fixture(scope="module")
def base(story: history.Script, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path: Path = tmp_path_factory.mktemp("base") / "store.db"
    with open_ledger(path) as ledger:
        history.fill(ledger, story)
    return path


def table(ledger: Ledger, rule: str) -> list[Any]:
    """Everything that the table says, without the numbers of rows."""
    office = Monitor(ledger, load_inclusion(rule))
    record = office.facets.columns.record
    return [
        (
            each.clause,
            sorted(record(int(row)) for row in each.rows if row >= 0),
            [
                (line.party, line.owed, sorted((record(c.row), c.state, c.late, c.claims) for c in line.answered))
                for line in each.lines
            ],
        )
        for each in office.followed()
    ]


def judgement(random: Random, story: history.Script, earlier: list[Judgement], at: str) -> Judgement:
    """On a claim, a pair of mentions of one kind, a report, or an earlier judgement."""
    what = random.random()
    if what < 0.5:
        claim = random.choice(story.claims)
        verdict = random.choice((Verdict.ACCEPTED, Verdict.REJECTED, Verdict.CORRECTED))
        right = correction(random, claim) if verdict is Verdict.CORRECTED else None
        return Judgement((claim.id,), verdict if right or verdict is not Verdict.CORRECTED else Verdict.REJECTED,
                         "نور", at, "", right)  # fmt: skip
    if what < 0.75:
        kind = random.choice((Kind.INCIDENT, Kind.INCIDENT, Kind.CLAUSE, Kind.AGREEMENT, Kind.GROUP, Kind.RESPONSE))
        some = sorted({c.subject.id for c in story.claims if c.subject.kind is kind})
        if len(some) > 1:
            verdict = random.choice((Verdict.SAME, Verdict.DIFFERENT, Verdict.UNSURE))
            return Judgement(pair(*random.sample(some, 2)), verdict, "نور", at)
    if what < 0.9 or not earlier:
        report = random.choice(story.reports).id
        return Judgement((report,), random.choice((Verdict.RETRACTED, Verdict.RESTORED)), "نور", at)
    return Judgement((random.choice(earlier).id,), Verdict.UNDONE, "نور", at)


def correction(random: Random, claim: Claim) -> Value | None:
    match claim.value:
        case When():
            return When(EDTF(random.choice(("2024-01-15", "2023-12", "2024-09-02", "2023-11-18"))))
        case Code() if claim.predicate == "type":
            return Code(random.choice(("killing", "protest", "shelling")))
        case Code() if claim.predicate == "conduct":
            return Code(random.choice(("fulfilled", "breached", "partly")))
        case _:
            return None


@FEW
@given(st.integers(0, 2**32), st.sampled_from(["accepted", "proposed"]))
def test_the_table_is_that_of_the_ledger_read_from_nothing(
    story: history.Script, base: Path, seed: int, rule: str
) -> None:
    random, made = Random(seed), list(story.judgements)
    with TemporaryDirectory() as folder:
        shutil.copy(base, Path(folder) / "grown.db")
        with open_ledger(Path(folder) / "grown.db") as grown, open_ledger(Path(folder) / "anew.db") as anew:
            for number in range(ROUNDS):
                new = [judgement(random, story, made, f"2024-12-02T{number:02d}:{at:02d}:00Z") for at in range(EACH)]
                grown.append(Batch(judgements=new))
                update(grown)
                made += new
                grown_table = table(grown, rule)
            anew.unite(grown)
            rebuild(anew)
            assert grown_table == table(anew, rule)


def test_judgements_change_the_table(story: history.Script, base: Path) -> None:
    """So that the property above is about something."""
    with TemporaryDirectory() as folder:
        shutil.copy(base, Path(folder) / "store.db")
        with open_ledger(Path(folder) / "store.db") as ledger:
            before = table(ledger, "accepted")
            opened = [mention for row, mention in story.incidents.items() if row in history.expected_episodes()]
            types = [c for c in story.claims if c.predicate == "type" and c.subject == opened[0]]
            ledger.append(
                Batch(judgements=[Judgement((types[0].id,), Verdict.REJECTED, "نور", "2024-12-02T00:00:00Z")])
            )
            update(ledger)
            after = table(ledger, "accepted")
    assert len(after[0][1]) == len(before[0][1]) - 1
