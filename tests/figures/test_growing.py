"""Columns that grew with the register are those that would be made anew, to the byte."""

from __future__ import annotations

from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tawthiq.figures import gather
from tawthiq.figures.columns import columns_of, content_hash
from tawthiq.figures.gather import load_columns, units
from tawthiq.figures.inclusion import load_inclusion
from tawthiq.figures.rows import join, take
from tawthiq.figures.unit import Unit
from tawthiq.ledger import Batch, Ledger, open_ledger
from tawthiq.model import Code, Judgement, Kind, Range, Verdict, pair
from tawthiq.register import update
from tests.figures.telling import Tale, Told, batch, judged, record, tell
from tests.figures.unit_strategies import worlds

RULES = load_inclusion("accepted"), load_inclusion("proposed")
PLACES = (("SY12", "درعا"), ("tw:sy-ankhl", "إنخل"), ("", "خربة الزعتر"))


def tales(random: Random, number: int = 10) -> list[Tale]:
    made = []
    for at in range(number):
        victims = (("سالم الوادي", "killed"),) if random.getrandbits(1) else ()
        told = Told(
            f"2023-10-{at + 1:02d}",
            random.choice(PLACES),
            counts={"killed": Range(1, random.randint(1, 3))},
            victims=victims,
            outlet=random.choice(["صوت الوادي", "شبكة السهل", ""]),
        )
        made.append(tell(told, at))
    return made


def judgement(random: Random, among: list[Tale], at: int) -> list[Judgement]:
    """On claims, corrections of places, whole reports, pairs of incidents, casualties and places, undoings of none."""
    one, other = random.sample(among, 2)
    when = f"2023-12-{random.randint(1, 28):02d}T08:00:{at:02d}Z"
    claim = random.choice(one.claims)
    kind = random.choice([Kind.INCIDENT, Kind.INCIDENT, Kind.PLACE, Kind.CASUALTY])
    first, second = (next((c.subject.id for c in tale.claims if c.subject.kind is kind), "") for tale in (one, other))
    choices = [
        judged(one.claims, at=when),
        [Judgement((claim.id,), random.choice([Verdict.ACCEPTED, Verdict.REJECTED]), "سعاد", when)],
        [Judgement((one.report.id,), random.choice([Verdict.RETRACTED, Verdict.RESTORED]), "سعاد", when)],
    ]
    if claim.predicate == "gazetteer":
        choices.append([Judgement((claim.id,), Verdict.CORRECTED, "سعاد", when, "", Code("SY1202"))])
    if first and second:
        verdict = random.choice([Verdict.SAME, Verdict.SAME, Verdict.DIFFERENT])
        choices.append([Judgement(pair(first, second), verdict, "سعاد", when)])
    return random.choice(choices)


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 2**32))
def test_step_by_step_is_all_at_once(seed: int) -> None:
    random = Random(seed)
    held = tales(random)
    with TemporaryDirectory() as folder, open_ledger(Path(folder) / "store.db") as ledger:
        for step in range(6):
            if step in (0, 3):
                some = held[:5] if step == 0 else held[5:]
                ledger.append(batch(some, accepted=bool(random.getrandbits(1))))
            else:
                among = held[:5] if step < 3 else held
                made = [j for at in range(random.randint(1, 3)) for j in judgement(random, among, at)]
                ledger.append(Batch(judgements=made))
            update(ledger)
            for rule in RULES:
                assert content_hash(load_columns(ledger, rule)) == content_hash(columns_of(units(ledger, rule)))


def test_one_more_report_reads_one_incident(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    """So that who counts after each judgement does not wait for the whole register."""
    record(ledger, *tales(Random(1)))
    load_columns(ledger, RULES[0])
    read: list[int] = []
    whole = gather.units_in

    def noted(ledger: Ledger, slots: set[int], *rest: object) -> object:
        read.append(len(slots))
        return whole(ledger, slots, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(gather, "units_in", noted)
    record(ledger, tell(Told("2023-11-30"), 99))
    assert len(load_columns(ledger, RULES[0])) == 11
    assert read == [1]


def test_a_place_that_is_known_otherwise_is_so_for_all_who_name_it(ledger: Ledger) -> None:
    made = [tell(Told("2023-10-04", ("SY12", "درعا")), at) for at in range(2)]
    record(ledger, *made)
    load_columns(ledger, RULES[0])
    wrong = [claim for tale in made for claim in tale.claims if claim.predicate == "gazetteer"]
    corrected = [
        Judgement((c.id,), Verdict.CORRECTED, "سعاد", "2024-01-01T08:00:00Z", "", Code("SY1200")) for c in wrong
    ]
    ledger.append(Batch(judgements=corrected))
    update(ledger)
    columns = load_columns(ledger, RULES[0])
    assert columns.words["place"] == ("", "SY1200")


@settings(max_examples=60, deadline=None)
@given(worlds(), st.integers(0, 255))
def test_columns_parted_and_joined_are_the_same(made: list[Unit], mask: int) -> None:
    parts = [[unit for at, unit in enumerate(made) if bool(mask >> at & 1) is side] for side in (True, False)]
    whole = columns_of(made)
    assert content_hash(join(*map(columns_of, parts))) == content_hash(whole)
    assert content_hash(take(whole, np.arange(len(made)))) == content_hash(whole)
