"""Units from a real register: what a rule lets in, who was hurt, how many independent origins tell of it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tawthiq.figures.gather import load_columns, units
from tawthiq.figures.inclusion import Inclusion, load_inclusion
from tawthiq.figures.unit import Fate, Unit
from tawthiq.ledger import Batch, Ledger
from tawthiq.model import Judgement, Range, Verdict, pair
from tawthiq.register import update
from tests.figures.telling import AT, Told, judged, record, tell

ACCEPTED, PROPOSED = load_inclusion("accepted"), load_inclusion("proposed")
ONE = Told("2023-10-04", ("tw:sy-ankhl", "إنخل"), counts={"killed": Range(1, 1)}, victims=(("سالم الوادي", "killed"),))


def only(ledger: Ledger, rule: Inclusion = ACCEPTED) -> Unit:
    (unit,) = units(ledger, rule)
    return unit


def judge(ledger: Ledger, *judgements: Judgement) -> None:
    ledger.append(Batch(judgements=judgements))
    update(ledger)


def test_an_incident_as_it_was_told(ledger: Ledger) -> None:
    tale = tell(replace(ONE, groups=("civilians",), perpetrator="مجهولون", weapon="gunfire"), 1)
    record(ledger, tale)
    unit = only(ledger)
    assert (unit.type, str(unit.date), unit.places) == ("assassination", "2023-10-04", ("tw:sy-ankhl",))
    assert (unit.perpetrator, unit.weapon, unit.victim_groups) == ("مجهولون", "gunfire", ("civilians",))
    assert (unit.counts, unit.mentions) == (((Fate.KILLED, Range(1, 1)),), (tale.incident.id,))
    assert [victim.fate for victim in unit.victims] == ["killed"]


def test_what_nobody_judged_counts_only_under_a_rule_that_says_so(ledger: Ledger) -> None:
    record(ledger, tell(ONE, 1), accepted=False)
    assert [only(ledger, rule).decided for rule in (ACCEPTED, PROPOSED)] == [False, True]


def test_what_was_judged_wrong_is_nowhere(ledger: Ledger) -> None:
    tale = tell(ONE, 1)
    record(ledger, tale, accepted=False)
    judge(ledger, *judged([tale.claim("type")], Verdict.REJECTED))
    assert list(units(ledger, PROPOSED)) == []


def test_a_value_that_nobody_judged_is_not_in_a_unit_that_somebody_did(ledger: Ledger) -> None:
    tale = tell(ONE, 1)
    record(ledger, tale, accepted=False)
    judge(ledger, *judged([tale.claim("type")]))
    unit = only(ledger)
    assert (unit.decided, unit.date, unit.counts) == (True, None, ())


def test_the_named_are_counted_where_the_number_is_less(ledger: Ledger) -> None:
    two = (("سالم الوادي", "killed"), ("نادر السهلي", "killed"), ("رامز الجبلي", "injured"))
    record(ledger, tell(replace(ONE, victims=two), 1))
    assert only(ledger).counts == ((Fate.KILLED, Range(2, 2)), (Fate.INJURED, Range(1, None)))


def test_two_reports_of_one_incident_give_a_range(ledger: Ledger) -> None:
    first, second = tell(ONE, 1), tell(replace(ONE, counts={"killed": Range(3, 3)}, victims=()), 2)
    record(ledger, first, second)
    assert len(list(units(ledger, ACCEPTED))) == 2
    judge(ledger, Judgement(pair(first.incident.id, second.incident.id), Verdict.SAME, "سعاد", AT))
    assert only(ledger).count(Fate.KILLED) == Range(1, 3)


def test_of_two_places_the_one_that_lies_in_the_other_is_where_it_was(ledger: Ledger) -> None:
    wide = replace(ONE, place=("SY12", "درعا"))
    tales = [tell(wide, 1), tell(wide, 2), tell(replace(ONE, place=("SY1202", "منطقة الصنمين")), 3)]
    record(ledger, *tales)
    first, *rest = (tale.incident.id for tale in tales)
    judge(ledger, *(Judgement(pair(first, other), Verdict.SAME, "سعاد", AT) for other in rest))
    assert only(ledger).places == ("SY1202", "SY12")


@pytest.mark.parametrize(("outlets", "decided"), [(("صوت الوادي", "شبكة السهل"), True), (("صوت الوادي",) * 2, False)])
def test_a_rule_may_ask_for_two_independent_origins(ledger: Ledger, outlets: tuple[str, str], decided: bool) -> None:
    tales = [
        tell(replace(ONE, outlet=outlet, perpetrator=words), number)
        for number, (outlet, words) in enumerate(zip(outlets, ("مجهولون في الحي", "خلية مسلحة"), strict=True))
    ]
    record(ledger, *tales)
    judge(ledger, Judgement(pair(*(tale.incident.id for tale in tales)), Verdict.SAME, "سعاد", AT))
    assert only(ledger, replace(ACCEPTED, origins=2)).decided is decided


def test_columns_are_kept_and_made_anew_when_the_register_grows(ledger: Ledger) -> None:
    record(ledger, tell(ONE, 1))
    assert [len(load_columns(ledger, ACCEPTED)) for _ in range(2)] == [1, 1]
    record(ledger, tell(ONE, 2))
    assert len(load_columns(ledger, ACCEPTED)) == 2
    assert len(load_columns(ledger, PROPOSED)) == 2


def test_a_place_that_the_gazetteer_lacks_keeps_its_words(ledger: Ledger) -> None:
    record(ledger, tell(replace(ONE, place=("", "خربة الزعتر")), 1))
    assert only(ledger).places == ("?خربة الزعتر",)
