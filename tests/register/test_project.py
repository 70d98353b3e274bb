from dataclasses import replace
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from tawthiq.model import Claim, Code, Count, Kind, Range, Ref, Stance, Standing, Text, Verdict
from tawthiq.model.records import Attested, Person
from tawthiq.register.canonical import register_hash
from tawthiq.register.clusters import node
from tawthiq.register.project import Stated, assemble, project_all, restate, state
from tawthiq.register.rule import Unjudged, default_rule
from tawthiq.register.standing import Verdicts, newest
from tests.register.examples import claim, judge, judge_pair, mention, named
from tests.strategies import World, worlds

RULE = default_rule()
NAWA, NAWA_TOO = mention(Kind.INCIDENT, "اغتيال في نوى"), mention(Kind.INCIDENT, "مقتل قيادي في نوى", "تقرير ٢")
MAN = mention(Kind.PERSON, "محمد أبازيد")


def count(low: int, high: int | None) -> Count:
    return Count(Range(low, high))


def test_contradictions_stay_side_by_side_and_equal_values_fold_together() -> None:
    two, three = claim(NAWA, "killed", count(2, 2)), claim(NAWA_TOO, "killed", count(3, 3))
    two_too = replace(two, method="test-2")
    [record] = project_all([three, two, two_too], [judge_pair(NAWA, NAWA_TOO, Verdict.SAME)], RULE)
    assert record.killed == (  # type: ignore[attr-defined]
        Attested(count(2, 2), Standing.PROPOSED, tuple(sorted([two.id, two_too.id]))),
        Attested(count(3, 3), Standing.PROPOSED, (three.id,)),
    )
    assert record.label == "مقتل قيادي في نوى"


def test_a_denial_stands_in_the_record_as_contested() -> None:
    denied = claim(MAN, "group", "تنظيم الدولة", Stance.DENIES)
    [record] = project_all([named(MAN), denied], [judge(denied, Verdict.ACCEPTED)], RULE)
    assert isinstance(record, Person)
    assert record.group == (Attested(Text("تنظيم الدولة"), Standing.CONTESTED, (denied.id,)),)


def test_a_value_counts_for_as_much_as_the_best_of_its_claims() -> None:
    said, denied = claim(MAN, "fate", Code("killed")), claim(MAN, "fate", Code("killed"), Stance.DENIES)
    [record] = project_all([denied, said], [judge(said, Verdict.ACCEPTED)], RULE)
    assert isinstance(record, Person)
    assert [(each.standing, len(each.claims)) for each in record.fate] == [(Standing.ACCEPTED, 2)]


def test_a_correction_takes_the_place_of_the_value_and_the_claim_stays_behind_it() -> None:
    role = claim(MAN, "role", "قائد")
    [record] = project_all([role], [judge(role, Verdict.CORRECTED, 8, Text("قيادي سابق"))], RULE)
    assert isinstance(record, Person)
    assert record.role == (Attested(Text("قيادي سابق"), Standing.ACCEPTED, (role.id,)),)


def test_the_label_is_the_name_that_most_claims_give_and_a_judged_one_before_all() -> None:
    short, long = mention(Kind.GROUP, "الفيلق الأول"), mention(Kind.GROUP, "الفيلق الاول", "تقرير ٢")
    full = claim(short, "name", "الفيلق الأول التابع للجيش الحر")
    [record] = project_all([named(short), named(long), full], [], RULE)
    assert record.label == "الفيلق الأول التابع للجيش الحر"
    [record] = project_all([named(short), named(long), full], [judge(named(long), Verdict.ACCEPTED)], RULE)
    assert record.label == "الفيلق الاول"


def test_a_record_whose_names_are_all_rejected_is_called_what_its_report_calls_it() -> None:
    [record] = project_all([named(MAN)], [judge(MAN.report, Verdict.RETRACTED)], RULE)
    assert isinstance(record, Person)
    assert record.label == "محمد أبازيد"
    assert record.name[0].standing is Standing.REJECTED


def test_under_a_rule_that_leaves_out_the_unjudged_the_record_is_there_and_empty() -> None:
    [record] = project_all([named(MAN)], [], replace(RULE, unjudged=Unjudged.EXCLUDED))
    assert record == Person(id=record.id, label="محمد أبازيد", mentions=(MAN.id,))


def test_a_ref_leads_to_the_record_of_what_it_names() -> None:
    tasil = mention(Kind.PLACE, "تسيل")
    where = claim(NAWA, "place", Ref(tasil.id, "تسيل"))
    incident, place = sorted(project_all([where, named(tasil)], [], RULE), key=lambda record: record.kind)
    assert incident.place[0].value == Ref(tasil.id, "تسيل")  # type: ignore[attr-defined]
    assert place.mentions == (tasil.id,)


@given(worlds(), st.integers(0, 2**32))
def test_the_same_claims_and_judgements_in_any_order_are_the_same_register(world: World, seed: int) -> None:
    claims, judgements = [*world.claims, *world.claims[:3]], [*world.judgements, *world.judgements[:3]]
    Random(seed).shuffle(claims)
    Random(seed + 1).shuffle(judgements)
    ours = project_all(world.claims, world.judgements, RULE)
    assert register_hash(project_all(claims, judgements, RULE)) == register_hash(reversed(ours))


@given(worlds(), st.integers(0, 12))
def test_adding_to_a_record_equals_assembling_it_anew(world: World, cut: int) -> None:
    verdicts = newest(world.judgements)
    claims = [each for each in world.claims if each.subject.kind is world.claims[0].subject.kind]
    old, new = claims[: max(cut, 1)], claims[max(cut, 1) :]
    nodes = {each.subject.id: node(each.subject, RULE) for each in claims}
    first = assemble({c.subject.id: nodes[c.subject.id] for c in old}.values(), said(old, verdicts))
    whole = assemble(nodes.values(), said(claims, verdicts))
    assert assemble(nodes.values(), [*restate(first), *said(new, verdicts)]) == whole


def said(claims: list[Claim], verdicts: Verdicts) -> list[Stated]:
    return [each for one in claims for each in state(one, verdicts, RULE)]
