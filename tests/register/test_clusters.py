from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from tawthiq.model import Judgement, Kind, Mention, Verdict
from tawthiq.register.clusters import cluster, node
from tawthiq.register.rule import default_rule
from tawthiq.register.standing import newest
from tests.register.examples import judge_pair, mention
from tests.strategies import World, worlds

RULE = default_rule()
A, B, C = (mention(Kind.PERSON, "محمد أبازيد", f"تقرير {i}") for i in range(3))
TOWN, TOWN_TOO, TOWN_THREE = (mention(Kind.PLACE, label, label) for label in ("القُصير", "القصير", "القصـير"))


def together(mentions: list[Mention], *judgements: Judgement) -> set[frozenset[str]]:
    """The records as sets of the labels' reports, by which the examples tell mentions apart."""
    reports = {each.id: each.report for each in mentions}
    nodes = {each.id: node(each, RULE) for each in mentions}
    return {frozenset(reports[id_] for id_ in ids) for ids in cluster(nodes, newest(judgements))}


def records(*groups: list[Mention]) -> set[frozenset[str]]:
    return {frozenset(each.report for each in group) for group in groups}


def test_namesakes_are_two_people_until_judged_one() -> None:
    assert together([A, B]) == records([A], [B])
    assert together([A, B], judge_pair(A, B, Verdict.SAME)) == records([A, B])


def test_a_merge_is_undone_by_one_more_judgement() -> None:
    merged, undone = judge_pair(A, B, Verdict.SAME, 8), judge_pair(A, B, Verdict.DIFFERENT, 9)
    assert together([A, B], undone, merged) == records([A], [B])
    assert together([A, B], merged, undone, judge_pair(A, B, Verdict.UNSURE, 10)) == records([A], [B])
    assert together([A, B], merged, undone, judge_pair(A, B, Verdict.SAME, 10)) == records([A, B])


def test_different_holds_against_a_chain_of_same_and_the_older_judgement_goes_first() -> None:
    apart = judge_pair(A, C, Verdict.DIFFERENT, 7)
    older, newer = judge_pair(A, B, Verdict.SAME, 8), judge_pair(B, C, Verdict.SAME, 9)
    assert together([A, B, C], newer, older, apart) == records([A, B], [C])
    assert together([A, B, C], newer, older) == records([A, B, C])


def test_a_place_is_one_place_in_any_spelling_unless_judged_different() -> None:
    towns = [TOWN, TOWN_TOO, TOWN_THREE]
    assert together(towns) == records(towns)
    odd = [judge_pair(TOWN, other, Verdict.DIFFERENT) for other in (TOWN_TOO, TOWN_THREE)]
    assert together(towns, *odd) == records([TOWN], [TOWN_TOO, TOWN_THREE])


def test_judgement_goes_before_names() -> None:
    other = mention(Kind.PLACE, "قصير حمص", "آخر")
    same, apart = judge_pair(TOWN, other, Verdict.SAME, 9), judge_pair(TOWN_TOO, other, Verdict.DIFFERENT, 8)
    assert together([TOWN, TOWN_TOO, other], same, apart) == records([TOWN, other], [TOWN_TOO])


def test_a_person_is_never_a_place_nor_a_group_a_place_of_the_same_name() -> None:
    person = replace(TOWN, kind=Kind.PERSON, report="شخص")
    group = replace(TOWN, kind=Kind.GROUP, report="جماعة")
    assert len(together([TOWN, person, group], judge_pair(TOWN, person, Verdict.SAME))) == 3


@given(worlds(), st.randoms(use_true_random=False))
def test_clusters_part_the_mentions_respect_every_different_and_know_no_order(world: World, random: object) -> None:
    nodes = {claim.subject.id: node(claim.subject, RULE) for claim in world.claims}
    verdicts = newest(world.judgements)
    made = cluster(nodes, verdicts)
    assert sorted(id_ for ids in made for id_ in ids) == sorted(nodes)
    home = {id_: ids for ids in made for id_ in ids}
    for target, judgement in verdicts.items():
        if judgement.verdict is Verdict.DIFFERENT and target[0] != target[1]:
            assert home[target[0]] != home[target[1]]
    shuffled = sorted(nodes.items(), key=lambda _: random.random())  # type: ignore[attr-defined]
    assert cluster(dict(shuffled), newest(reversed(world.judgements))) == made
