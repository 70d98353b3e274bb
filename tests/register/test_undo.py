"""Decisions follow from the judgements alone, and an undoing restores exactly, on both databases."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawthiq.errors import NotFoundError, UsageError
from tawthiq.ledger import Batch, Ledger
from tawthiq.model import Judgement, Kind, Mention, Verdict, pair
from tawthiq.model.judgement import in_force, undone
from tawthiq.register.clusters import cluster, node
from tawthiq.register.judge import judge_claim, judge_pair, separate, undo
from tawthiq.register.queries import record_of, stored_hash
from tawthiq.register.rule import default_rule
from tawthiq.register.standing import newest
from tawthiq.register.update import rebuild, update
from tests.register.examples import mention, named
from tests.strategies import report

RULE = default_rule()
REPORTS = [report(f"تقرير {i}", f"قُتل محمد أبازيد قرب نوى {i}") for i in range(5)]
MEN = [mention(Kind.PERSON, "محمد أبازيد", each.id, 5) for each in REPORTS]
TOWNS = [mention(Kind.PLACE, "نوى", each.id, 21) for each in REPORTS[:3]]
MENTIONS = [*MEN, *TOWNS]
NODES = {each.id: node(each, RULE) for each in MENTIONS}


@pytest.fixture
def office(ledger: Ledger) -> Ledger:
    ledger.append(Batch([(each, each.text.encode()) for each in REPORTS], [named(each) for each in MENTIONS]))
    update(ledger)
    return ledger


def same(ledger: Ledger, a: Mention, b: Mention) -> Judgement:
    judge_pair(ledger, a.id, b.id, Verdict.SAME, "سعاد")
    return list(ledger.judgements())[-1]


def home(ledger: Ledger, one: Mention) -> set[str]:
    return set(record_of(ledger, one.id).mentions)


@pytest.mark.parametrize("verdict", [Verdict.SAME, Verdict.DIFFERENT, Verdict.UNSURE])
def test_an_undoing_restores_the_very_register_before(office: Ledger, verdict: Verdict) -> None:
    same(office, MEN[0], MEN[1])
    same(office, MEN[1], MEN[2])
    before = stored_hash(office)
    judge_pair(office, MEN[0].id, MEN[1].id, verdict, "سعاد")
    last = list(office.judgements())[-1]
    undo(office, last.id[:12], "ليلى", "لم يكن عندي دليل")
    assert stored_hash(office) == before
    rebuild(office)
    assert stored_hash(office) == before


def test_an_undoing_brings_back_the_judgement_that_held_before(office: Ledger) -> None:
    same(office, MEN[0], MEN[1])
    judge_pair(office, MEN[0].id, MEN[1].id, Verdict.DIFFERENT, "سعاد")
    assert home(office, MEN[0]) == {MEN[0].id}
    undo(office, list(office.judgements())[-1].id, "سعاد")
    assert home(office, MEN[0]) == {MEN[0].id, MEN[1].id}


def test_an_undoing_is_undone_in_turn(office: Ledger) -> None:
    merged = same(office, MEN[0], MEN[1])
    together = stored_hash(office)
    undo(office, merged.id, "سعاد")
    apart = stored_hash(office)
    undoing = list(office.judgements())[-1]
    undo(office, undoing.id, "سعاد")
    assert stored_hash(office) == together != apart
    again = list(office.judgements())[-1]
    undo(office, again.id, "سعاد")
    assert stored_hash(office) == apart


def test_what_is_undone_is_not_undone_again_and_nothing_else_is(office: Ledger) -> None:
    merged = same(office, MEN[0], MEN[1])
    undo(office, merged.id, "سعاد")
    with pytest.raises(UsageError, match="undone already"):
        undo(office, merged.id, "ليلى")
    with pytest.raises(NotFoundError):
        undo(office, "0" * 32, "سعاد")


def test_a_claim_whose_judgement_is_undone_waits_for_review_again(office: Ledger) -> None:
    claim = named(MEN[0])
    waiting, before = list(office.unjudged()), stored_hash(office)
    judge_claim(office, claim, Verdict.REJECTED, "سعاد")
    rejected = list(office.judgements())[-1]
    assert claim not in list(office.unjudged())
    undo(office, rejected.id, "سعاد")
    assert (list(office.unjudged()), stored_hash(office)) == (waiting, before)
    undo(office, list(office.judgements())[-1].id, "سعاد")
    assert claim not in list(office.unjudged())
    assert stored_hash(office) != before


def test_an_undoing_may_come_before_what_it_undoes(ledger: Ledger) -> None:
    merged = Judgement(pair(MEN[0].id, MEN[1].id), Verdict.SAME, "سعاد", "2023-11-11T08:00:00Z")
    undoing = Judgement((merged.id,), Verdict.UNDONE, "سعاد", "2023-11-11T09:00:00Z")
    for batch in (
        Batch(judgements=[undoing]),
        Batch([(each, each.text.encode()) for each in REPORTS], [named(each) for each in MENTIONS]),
        Batch(judgements=[merged]),
    ):
        ledger.append(batch)
        update(ledger)
    assert home(ledger, MEN[0]) == {MEN[0].id}


def test_one_is_taken_out_and_the_rest_that_only_it_tied_stays_together(office: Ledger) -> None:
    for other in (MEN[0], MEN[2], MEN[3]):
        same(office, MEN[1], other)
    separate(office, MEN[1].id, "سعاد", "الأب غير الأب")
    assert home(office, MEN[1]) == {MEN[1].id}
    assert home(office, MEN[0]) == {MEN[0].id, MEN[2].id, MEN[3].id}
    same(office, MEN[3], MEN[4])
    judge_pair(office, MEN[4].id, MEN[1].id, Verdict.SAME, "rule:أي قاعدة")
    assert home(office, MEN[1]) == {MEN[1].id}, "the negative holds against a later merge by another way"


def test_a_town_of_one_name_is_taken_out_and_the_others_stay(office: Ledger) -> None:
    assert home(office, TOWNS[0]) == {each.id for each in TOWNS}
    separate(office, TOWNS[0].id, "سعاد")
    assert home(office, TOWNS[0]) == {TOWNS[0].id}
    assert home(office, TOWNS[1]) == {TOWNS[1].id, TOWNS[2].id}
    with pytest.raises(UsageError, match="stands alone"):
        separate(office, TOWNS[0].id, "سعاد")


def test_a_rule_never_overrules_a_person_also_where_it_judged_later() -> None:
    a, b = MEN[:2]
    person = Judgement(pair(a.id, b.id), Verdict.DIFFERENT, "سعاد", "2023-11-11T08:00:00Z")
    rule = replace(person, verdict=Verdict.SAME, by="rule:الاسم واليوم", at="2024-01-01T08:00:00Z")
    assert newest([rule, person]) == newest([person, rule]) == {person.target: person}
    lifted = Judgement((person.id,), Verdict.UNDONE, "سعاد", "2024-01-02T08:00:00Z")
    assert newest([lifted, rule, person]) == {rule.target: rule}


@dataclass(frozen=True, slots=True)
class Act:
    """Same, different or unsure of two men, or an undoing of the n-th act."""

    verdict: Verdict
    a: int = 0
    b: int = 0
    of: int = 0


def acts() -> st.SearchStrategy[list[Act]]:
    whom = st.tuples(st.integers(0, 4), st.integers(0, 4)).filter(lambda ab: ab[0] != ab[1])
    on_pair = st.builds(
        lambda verdict, ab: Act(verdict, *ab),
        st.sampled_from([Verdict.SAME, Verdict.SAME, Verdict.DIFFERENT, Verdict.UNSURE]),
        whom,
    )
    undoing = st.builds(lambda of: Act(Verdict.UNDONE, of=of), st.integers(0, 11))
    return st.lists(on_pair | undoing, max_size=12)


def performed(wanted: list[Act]) -> list[Judgement]:
    """The judgements that these acts write, one a minute; an undoing of an act to come, or again, writes nothing."""
    made: list[Judgement] = []
    minutes = count()
    for act in wanted:
        at = f"2023-11-11T08:{next(minutes):02d}:00Z"
        if act.verdict is not Verdict.UNDONE:
            made.append(Judgement(pair(MEN[act.a].id, MEN[act.b].id), act.verdict, "سعاد", at))
        elif act.of < len(made) and made[act.of].id not in undone(made):
            made.append(Judgement((made[act.of].id,), Verdict.UNDONE, "سعاد", at))
    return made


def clusters(judged: list[Judgement]) -> list[tuple[str, ...]]:
    return cluster(NODES, newest(judged))


@given(acts(), st.randoms(use_true_random=False))
def test_clusters_follow_from_the_set_of_judgements_alone(wanted: list[Act], random: object) -> None:
    judged = performed(wanted)
    shuffled = sorted(judged, key=lambda _: random.random())  # type: ignore[attr-defined]
    assert clusters(shuffled + shuffled) == clusters(judged)
    assert sorted(in_force(shuffled), key=lambda j: j.order) == in_force(judged)


@given(acts())
def test_clusters_are_those_of_the_judgements_that_nobody_undid(wanted: list[Act]) -> None:
    """Told another way: play the acts on a list from which an undoing takes a row out, or puts it back."""
    judged = performed(wanted)
    live: dict[str, Judgement] = {}
    by_id = {each.id: each for each in judged}

    def flip(id_: str, on: bool) -> None:
        each = by_id[id_]
        if each.verdict is Verdict.UNDONE:
            flip(each.target[0], not on)
        elif on:
            live[id_] = each
        else:
            live.pop(id_)

    for each in judged:
        flip(each.id, True)
    assert clusters(judged) == clusters(list(live.values()))
    home = {id_: ids for ids in clusters(judged) for id_ in ids}
    for target, judgement in newest(live.values()).items():
        if judgement.verdict is Verdict.DIFFERENT:
            assert home[target[0]] != home[target[1]]


@given(acts(), acts().filter(bool))
def test_undoing_all_that_was_done_since_restores_exactly(earlier: list[Act], later: list[Act]) -> None:
    before = performed(earlier)
    after = performed(earlier + later)
    new = [each for each in after if each not in before]
    takes_back = [
        Judgement((each.id,), Verdict.UNDONE, "ليلى", f"2023-11-12T08:{i:02d}:00Z") for i, each in enumerate(new)
    ]
    assert in_force(after + takes_back) == in_force(before)
    assert clusters(after + takes_back) == clusters(before)
