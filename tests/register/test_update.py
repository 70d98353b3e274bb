"""The register in a real store: by what is new, from nothing, and in ledgers that were united."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import delete

from tawthiq.ledger import Batch, Ledger, open_ledger
from tawthiq.model import Claim, Judgement, Kind, Report, Verdict
from tawthiq.register.canonical import register_hash
from tawthiq.register.project import project_all
from tawthiq.register.queries import records, stored_hash
from tawthiq.register.rule import Unjudged, default_rule
from tawthiq.register.tables import metadata
from tawthiq.register.update import rebuild, update
from tests.ledger.samples import batch_of
from tests.register.examples import judge_pair, mention_in, named
from tests.strategies import World, report, worlds

RULE = default_rule()
STORES = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
FEW = settings(STORES, max_examples=6)


@contextmanager
def stores(number: int) -> Iterator[list[Ledger]]:
    with TemporaryDirectory() as folder:
        opened = [open_ledger(Path(folder) / f"{i}.db") for i in range(number)]
        try:
            yield opened
        finally:
            for each in opened:
                each.close()


def batches(world: World, seed: int, number: int = 4) -> list[Batch]:
    """The world cut into batches at random; judgements may come before what they judge."""
    random = Random(seed)
    cut: list[tuple[list[Claim], list[Judgement]]] = [([], []) for _ in range(number)]
    for claim in random.sample(world.claims, len(world.claims)):
        random.choice(cut)[0].append(claim)
    for judgement in random.sample(world.judgements, len(world.judgements)):
        random.choice(cut)[1].append(judgement)
    return [Batch(originals(world, claims), claims, judgements) for claims, judgements in cut]


def originals(world: World, claims: Sequence[Claim]) -> list[tuple[Report, bytes]]:
    named = {claim.report for claim in claims}
    return [(report, report.text.encode()) for report in world.reports if report.id in named]


def expected(world: World) -> str:
    return register_hash(project_all(world.claims, world.judgements, RULE))


@STORES
@given(worlds(), st.integers(0, 2**32))
def test_batch_by_batch_gives_the_bytes_of_a_rebuild_and_of_the_pure_projection(world: World, seed: int) -> None:
    with stores(1) as [ledger]:
        for batch in batches(world, seed):
            ledger.append(batch)
            update(ledger)
        incremental = stored_hash(ledger)
        rebuild(ledger)
        assert incremental == stored_hash(ledger) == expected(world)


@STORES
@given(worlds(), st.integers(0, 2**32))
def test_two_offices_that_unite_their_ledgers_have_one_register(world: World, seed: int) -> None:
    random = Random(seed)
    with stores(2) as [daraa, amman]:
        for batch in batches(world, seed):
            office = random.choice([daraa, amman])
            office.append(batch)
            update(office)
        daraa.unite(amman)
        amman.unite(daraa)
        for office in (daraa, amman):
            update(office)
            assert stored_hash(office) == expected(world)


@FEW
@given(worlds(), st.integers(0, 2**32))
def test_both_databases_hold_the_same_register(new_store: Callable[[], str], world: World, seed: int) -> None:
    with open_ledger(new_store()) as ledger:
        for batch in batches(world, seed):
            ledger.append(batch)
            update(ledger)
        assert stored_hash(ledger) == register_hash(records(ledger)) == expected(world)


@given(worlds())
@FEW
def test_changes_tell_what_was_made_and_what_is_gone(world: World) -> None:
    with stores(1) as [ledger]:
        held: set[str] = set()
        for batch in batches(world, 1):
            ledger.append(batch)
            changes = update(ledger)
            assert changes.gone <= held
            held = (held - changes.gone) | changes.made
            assert held == {record.id for record in records(ledger)}
        assert update(ledger).made == frozenset()


@given(worlds())
@FEW
def test_another_rule_makes_another_register_and_the_first_comes_back(world: World) -> None:
    judged_only = replace(RULE, unjudged=Unjudged.EXCLUDED)
    with stores(1) as [ledger]:
        ledger.append(Batch(originals(world, world.claims), world.claims, world.judgements))
        update(ledger)
        update(ledger, judged_only)
        assert stored_hash(ledger) == register_hash(project_all(world.claims, world.judgements, judged_only))
        update(ledger)
        assert stored_hash(ledger) == expected(world)


def test_an_update_that_fails_midway_leaves_the_register_as_it_was(
    ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    ledger.append(batch_of(1))
    update(ledger)
    before = stored_hash(ledger)
    ledger.append(batch_of(2))
    with monkeypatch.context() as patched:
        patched.setattr("tawthiq.register.store.write_state", _power_cut)
        with pytest.raises(KeyboardInterrupt):
            update(ledger)
    assert stored_hash(ledger) == before
    update(ledger)
    after = stored_hash(ledger)
    rebuild(ledger)
    assert before != after == stored_hash(ledger)


def _power_cut(*_: object) -> None:
    raise KeyboardInterrupt


def test_the_register_may_be_dropped_and_comes_back(ledger: Ledger) -> None:
    ledger.append(batch_of(1))
    update(ledger)
    before = stored_hash(ledger)
    with ledger.engine.begin() as connection:
        for table in metadata.tables.values():
            connection.execute(delete(table))
    update(ledger)
    assert stored_hash(ledger) == before


def test_what_was_wrongly_merged_goes_back_to_its_namesakes(ledger: Ledger) -> None:
    """القصير and the wrongly merged الحراك are parted again; only then can القصير join the other report's القُصير."""
    first, second = report("ر١", "قصف على القصير ثم على الحراك"), report("ر٢", "هدوء في القُصير")
    town, other = (mention_in(first, Kind.PLACE, name) for name in ("القصير", "الحراك"))
    namesake = mention_in(second, Kind.PLACE, "القُصير")
    same, not_other = judge_pair(town, other, Verdict.SAME, 8), judge_pair(other, namesake, Verdict.DIFFERENT, 8)
    claims = [named(each) for each in (town, other, namesake)]
    ledger.append(Batch([(each, each.text.encode()) for each in (first, second)], claims, [same, not_other]))
    update(ledger)
    assert {record.label: len(record.mentions) for record in records(ledger)} == {"القصير": 2, "القُصير": 1}
    ledger.append(Batch(judgements=[judge_pair(town, other, Verdict.DIFFERENT, 9)]))
    update(ledger)
    assert {record.label: len(record.mentions) for record in records(ledger)} == {"القُصير": 2, "الحراك": 1}
