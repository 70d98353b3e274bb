"""Facts against gold: sections, the lists inside of matched facts, and their fields."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

from tawthiq.evaluate import calibration, compare, figures, total
from tawthiq.evaluate.pairing import Score, Share
from tawthiq.model.facts_shape import check_facts
from tests.evaluate.golds import FACTS

GOLD = check_facts(FACTS)


def found(**changes: Any) -> dict[str, Any]:
    """The gold, but for these sections."""
    return deepcopy(GOLD) | changes


def test_gold_against_itself_is_right_throughout() -> None:
    table = total([compare(GOLD, GOLD)])
    assert {score.f1 for score in table.scores.values()} == {1.0}
    assert all(share.right == share.of for share in table.fields.values())
    assert table.core_f1 == 1


def test_missed_and_made_up() -> None:
    compared = compare(GOLD, found(places=["نوى", "حلب", "دمشق"]))
    assert compared.scores["places"] == Score(1, 2, 3)


def test_aliases_and_groups_count_on_matched_persons() -> None:
    gold = check_facts(
        FACTS | {"persons": [{"name": "سامر الخطيب", "aliases": ["أبو عمر"], "groups": ["اللواء الثامن"]}]}
    )
    other = found(persons=[{"name": "أبو عمر", "aliases": [], "groups": ["اللواء 8"], "fate": "killed"}])
    compared = compare(gold, other)
    assert compared.scores["persons"] == Score(1, 1, 1)
    assert compared.scores["aliases"] == Score(0, 1, 0)
    assert compared.scores["person_group"] == Score(0, 1, 1)
    assert compared.fields["fate"] == Share(0, 1)


def test_an_incident_of_the_same_family_matches_and_its_type_is_wrong() -> None:
    incident = {**GOLD["incidents"][0], "type": "killing", "killed": [2, None], "weapon": None, "perpetrator": None}
    compared = compare(GOLD, found(incidents=[incident]))
    assert compared.scores["incidents"] == Score(1, 1, 1)
    wrong = {label for label, share in compared.fields.items() if share.right < share.of}
    assert wrong == {"incident_type", "killed", "weapon", "perpetrator"}
    assert "injured" not in compared.fields


def test_an_incident_of_another_family_or_without_anything_shared_is_another() -> None:
    (incident,) = GOLD["incidents"]
    nothing = {"places": [], "victims": [], "killed": None, "quote": "كلام آخر"}
    for changes in ({"type": "explosion"}, nothing):
        assert compare(GOLD, found(incidents=[incident | changes])).scores["incidents"] == Score(0, 1, 1)


def test_tallies_match_by_metric_and_value_and_their_fields_are_judged() -> None:
    tally = {"metric": "killed", "value": 17, "from": "2023-10-01", "to": "2023-10-31", "by": "مكتب توثيق الشهداء"}
    gold = check_facts(FACTS | {"tallies": [tally, {"metric": "injured", "value": 17}]})
    first, second = gold["tallies"]
    told = [second | {"by": "غيره"}, first | {"bound": "at_least", "by": "الدفاع المدني", "to": None}]
    compared = compare(gold, found(tallies=told))
    assert compared.scores["tallies"] == Score(2, 2, 2)
    assert compared.fields["tally_bound"] == Share(1, 2)
    assert compared.fields["tally_by"] == compared.fields["tally_period"] == Share(0, 1)


def test_extra_keys_count_where_the_gold_has_them() -> None:
    aims = {"aims": ["وقف القصف", "فتح الطريق"]}
    assert "aims" not in compare(GOLD, found(**aims)).scores
    compared = compare(check_facts(FACTS | aims), found(aims=["فتح الطريق الدولي"]))
    assert compared.scores["aims"] == Score(1, 2, 1)


def test_reports_add_up_and_negatives_are_told_apart() -> None:
    empty = check_facts({**FACTS, "incidents": [], "persons": []})
    table = total([compare(GOLD, GOLD), compare(empty, GOLD)])
    assert (table.reports, table.negatives, table.false_incidents) == (2, 1, 1)
    assert table.scores["incidents"] == Score(1, 1, 2)
    assert figures(table, calibration([]))["entities"]["incidents"] == {
        "precision": 0.5, "recall": 1.0, "f1": 0.667, "gold": 1, "found": 2, "matched": 1,
    }  # fmt: skip
    assert figures(table, calibration([]))["summary"]["core_f1"] == round((2 / 3 + 1 + 1 + 2 / 3 + 1) / 5, 3)
