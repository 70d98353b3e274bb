"""Candidates and rules over a store, on both databases: best first, explained, and never across what was judged."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tawthiq.errors import NotFoundError, UsageError, ValueFormatError
from tawthiq.ledger import Batch, Ledger
from tawthiq.link.resolving.candidates import Candidate, candidates
from tawthiq.link.resolving.case import incident_case, resolve
from tawthiq.link.resolving.loading import Loaded, load, load_origins
from tawthiq.link.resolving.rules import LinkRule, judgements_under, load_link_rule, parse_link_rule
from tawthiq.model import Judgement, Kind, Verdict, pair
from tawthiq.register import judge_all, judge_pair, record_of, update
from tawthiq.register.clusters import Node, cluster
from tawthiq.register.standing import newest
from tests.link.resolving.measure import items, read, variants

AT = "2024-05-01T08:00:00Z"
RULE = LinkRule("قاعدة", "سعاد", "ما تشابه فهو واحد", "What is alike is one.", Kind.INCIDENT, 0.9)
TOLD = read(variants(lambda gold: gold["id"][:3] in ("a01", "a02", "s01", "s02")))


@pytest.fixture
def office(ledger: Ledger) -> Ledger:
    for told in TOLD:
        data = told.report.text.encode()
        ledger.append(Batch([(told.report, data)], told.claims))
    update(ledger)
    return ledger


def shown(ledger: Ledger, kind: Kind = Kind.INCIDENT, **options: bool) -> list[Candidate]:
    loaded = load(ledger, kind)
    return candidates(loaded.case, loaded.records, loaded.verdicts, **options)


def test_the_likeliest_pair_comes_first_with_its_reasons_in_two_languages(office: Ledger) -> None:
    found = shown(office)
    assert [each.score for each in found] == sorted((each.score for each in found), reverse=True)
    assert found[0].score > 0.9
    assert any("اليوم نفسه" in line for line in found[0].explain("ar"))
    assert any("the same day" in line for line in found[0].explain("en"))


def test_nothing_is_merged_by_looking(office: Ledger) -> None:
    before = len(list(office.judgements()))
    shown(office)
    shown(office, Kind.PERSON)
    load_origins(office)
    assert len(list(office.judgements())) == before


def test_what_was_judged_is_no_candidate_any_more(office: Ledger) -> None:
    first, second, third = shown(office)[:3]
    judge_pair(office, first.a, first.b, Verdict.DIFFERENT, "سعاد")
    judge_pair(office, second.a, second.b, Verdict.UNSURE, "سعاد")
    judge_pair(office, third.a, third.b, Verdict.SAME, "سعاد")
    left = {pair(each.a, each.b) for each in shown(office)}
    assert not left & {pair(each.a, each.b) for each in (first, second, third)}
    again = {pair(each.a, each.b) for each in shown(office, judged=True)}
    assert pair(second.a, second.b) in again
    assert pair(first.a, first.b) not in again


def test_a_rule_judges_and_says_which_it_is(office: Ledger) -> None:
    made = judgements_under(RULE, load(office, Kind.INCIDENT), AT)
    assert made
    assert {each.by for each in made} == {"rule:قاعدة"}
    assert all(("قاعدة" in each.why and "score 0.9" in each.why) or "score 1.0" in each.why for each in made)
    before = len(list(office.reports()))
    judge_all(office, made)
    assert len(list(office.reports())) == before
    assert judgements_under(RULE, load(office, Kind.INCIDENT), AT) == [], "what is one already is not judged again"
    assert record_of(office, made[0].target[0]) == record_of(office, made[0].target[1])


def test_a_rule_joins_nothing_that_a_person_kept_apart_or_doubted(office: Ledger) -> None:
    a, b = judgements_under(RULE, load(office, Kind.INCIDENT), AT)[0].target
    for verdict in (Verdict.DIFFERENT, Verdict.UNSURE):
        judge_pair(office, a, b, verdict, "سعاد")
        judge_all(office, judgements_under(RULE, load(office, Kind.INCIDENT), AT))
        assert record_of(office, a) != record_of(office, b)


def test_only_incidents_and_persons_are_compared(office: Ledger) -> None:
    with pytest.raises(UsageError, match="place is not"):
        load(office, Kind.PLACE)


CASE = incident_case([item.event for told in TOLD for item in items(told) if item.event])
MENTIONS = sorted(thing.mention for thing in CASE.things)
two = st.lists(st.sampled_from(MENTIONS), min_size=2, max_size=2, unique=True)
by_person = st.builds(
    lambda ids, verdict: Judgement(pair(*ids), verdict, "سعاد", AT),
    two,
    st.sampled_from([Verdict.SAME, Verdict.DIFFERENT, Verdict.DIFFERENT, Verdict.UNSURE]),
)


@settings(deadline=None, max_examples=60)
@given(st.lists(by_person, max_size=8), st.floats(0.5, 1))
def test_whatever_persons_judged_a_rule_makes_no_difference_void(judged: list[Judgement], least: float) -> None:
    verdicts = newest(judged)
    nodes = {id_: Node(id_, "تقرير", Kind.INCIDENT, "", "") for id_ in MENTIONS}
    records = {id_: f"سجل {at}" for at, ids in enumerate(cluster(nodes, verdicts)) for id_ in ids}
    rule = LinkRule("ق", "سعاد", "ن", "t", Kind.INCIDENT, least)
    made = judgements_under(rule, Loaded(CASE, records, verdicts), AT)
    together = cluster(nodes, newest([*judged, *made]))
    home = {id_: ids for ids in together for id_ in ids}
    assert all(home[a] == home[b] for a, b in (each.target for each in made)), "each judgement takes effect"
    assert len(together) == len(set(records.values())) - len(made), "and joins what was two"
    for target, judgement in verdicts.items():
        if judgement.verdict is Verdict.DIFFERENT:
            assert home[target[0]] != home[target[1]]


@given(st.lists(by_person, max_size=6))
def test_proposals_heed_what_was_judged(judged: list[Judgement]) -> None:
    verdicts = newest(judged)
    home = {id_: ids for ids in resolve(CASE, verdicts) for id_ in ids}
    assert sorted(home) == MENTIONS
    for target, judgement in verdicts.items():
        if judgement.verdict is Verdict.DIFFERENT:
            assert home[target[0]] != home[target[1]]


TEXT = """
name = "same-victim-same-day"
written_by = "سعاد"
kind = "incident"
least = 0.95
text_ar = "واقعتان في يوم واحد سُمّيت فيهما الضحية نفسها واقعة واحدة."
text_en = "Two incidents of one day that name the same victim are one."
[require]
victims = ["same", "same_long"]
date = ["same_day"]
"""


def test_a_rule_is_read_from_a_file_and_its_conditions_hold(tmp_path: Path, office: Ledger) -> None:
    path = tmp_path / "rule.toml"
    path.write_text(TEXT, encoding="utf-8")
    rule = load_link_rule(path)
    assert (rule.name, rule.least, rule.require["date"]) == ("same-victim-same-day", 0.95, ("same_day",))
    found = shown(office)
    fitting = [each for each in found if rule.fits(each)]
    assert 0 < len(fitting) < len(found)
    for each in fitting:
        assert {"victims", "date"} <= {evidence.feature for evidence in each.evidence}


@pytest.mark.parametrize(
    ("change", "wrong"),
    [
        ({"least": 0.3}, "from 0.5 to 1"),
        ({"kind": "place"}, "incident, person"),
        ({"written_by": " "}, "written_by is missing"),
        ({"colour": "red"}, "colour"),
        ({"require": {"moon": ["full"]}}, "no feature 'moon'"),
        ({"forbid": {"date": ["sometime"]}}, "sometime"),
        ({"require": []}, "a table of features"),
    ],
)
def test_a_rule_that_says_too_little_or_what_nobody_knows_is_refused(change: dict[str, object], wrong: str) -> None:
    whole = {"name": "ق", "written_by": "سعاد", "kind": "incident", "least": 0.9, "text_ar": "ن", "text_en": "t"}
    assert parse_link_rule(whole, "هنا").least == 0.9
    with pytest.raises(ValueFormatError, match=wrong):
        parse_link_rule(whole | change, "هنا")


def test_a_rule_that_is_not_there_or_not_toml(tmp_path: Path) -> None:
    with pytest.raises(NotFoundError):
        load_link_rule(tmp_path / "none.toml")
    broken = tmp_path / "broken.toml"
    broken.write_text("name =", encoding="utf-8")
    with pytest.raises(ValueFormatError, match="not TOML"):
        load_link_rule(broken)
