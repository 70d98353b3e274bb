"""Which claims the gold says are right."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tawthiq.evaluate import evaluate, read_gold
from tawthiq.evaluate.judging import right_claims
from tests.evaluate.golds import FACTS, write


def judged(tmp_path: Path, **changes: Any) -> dict[tuple[str, str, str], bool | None]:
    """Right, wrong or not told, by kind, predicate and value of each claim; of several the last."""
    (gold,) = read_gold(write(tmp_path / "gold", FACTS | changes))
    one = evaluate(gold)
    labels = right_claims(one)
    return {(c.subject.kind.value, c.predicate, str(c.value)): labels.get(c.id) for c in one.claims}


def test_all_that_the_gold_has_is_right(tmp_path: Path) -> None:
    found = judged(tmp_path)
    assert {key for key, right in found.items() if right is False} <= {("incident", "victim_group", "unknown")}
    assert found["person", "name", "سامر وليد الخطيب"]
    assert found["incident", "killed", "1"]
    assert found["casualty", "fate", "killed"]


def test_claims_of_what_was_made_up_are_wrong(tmp_path: Path) -> None:
    found = judged(tmp_path, persons=[], incidents=[], sources=[])
    assert not any(right for (kind, _, _), right in found.items() if kind in ("person", "incident", "statement"))
    assert found["person", "fate", "killed"] is False


def test_a_wrong_field_of_a_right_fact_is_wrong_alone(tmp_path: Path) -> None:
    incident = FACTS["incidents"][0] | {"type": "killing", "killed": [2, 3], "weapon": "ied"}
    found = judged(tmp_path, incidents=[incident])
    wrong = {predicate for (kind, predicate, _), right in found.items() if kind == "incident" and right is False}
    assert wrong >= {"type", "killed", "weapon"}
    assert found["incident", "place", "نوى"]
    assert found["incident", "victim", "سامر وليد الخطيب"]


def test_a_version_of_a_toll_is_right_within_the_golds_range(tmp_path: Path) -> None:
    for told, right in (([1, 3], True), ([0, None], False), ([2, 3], False)):
        found = judged(tmp_path, incidents=[FACTS["incidents"][0] | {"killed": told}])
        assert found["incident", "killed", "1"] is right
