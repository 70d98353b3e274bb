"""Floors: reports of one event are brought together, those of near misses are not, copies count once."""

from __future__ import annotations

import json
from functools import cache

import pytest

from tests.link.resolving.measure import (
    EVAL,
    VARIANTS,
    Told,
    evaluation,
    gold_items,
    incident_figures,
    origin_figures,
    person_figures,
    read,
    unseen,
    variants,
)


@cache
def written() -> tuple[Told, ...]:
    return tuple(read(variants()))


def test_there_are_more_than_two_hundred_variants_of_which_none_is_told_twice() -> None:
    texts = {path.stem: path.read_text(encoding="utf-8") for path in (VARIANTS / "reports").glob("*.txt")}
    golds = [json.loads(line) for line in (VARIANTS / "gold.jsonl").read_text(encoding="utf-8").splitlines()]
    assert {gold["id"] for gold in golds} == texts.keys()
    assert len(set(texts.values())) == len(texts) >= 200


def test_every_gold_stretch_lies_in_its_report() -> None:
    for told in variants():
        for incident in told.gold["incidents"]:
            assert 0 <= incident["start"] < incident["end"] <= len(told.report.text)


def test_incidents_as_they_are_read_are_brought_together() -> None:
    found = incident_figures(written())
    assert found.pair_f1 >= 0.93, found
    assert found.cubed_f1 >= 0.96, found


def test_incidents_read_without_a_fault_are_brought_together() -> None:
    found = incident_figures(variants(), gold_items)
    assert found.pair_f1 >= 0.96, found
    assert found.cubed_f1 >= 0.97, found
    assert found.pairs[0] >= 0.99, "no near miss is taken for the same"


def test_copied_posts_and_named_originators_count_as_one_origin() -> None:
    found = origin_figures(written())
    assert found.pairs[0] >= 0.98, found
    assert found.pairs[1] >= 0.97, found
    assert found.right >= 0.97 * found.events, found


def test_victims_are_brought_together_and_never_with_their_brothers_and_fathers() -> None:
    found = person_figures(written())
    assert found.pairs[0] >= 0.98, found
    assert found.pair_f1 >= 0.9, found


def test_reports_written_apart_from_all_others_are_brought_together() -> None:
    """By hand and without frames. What is missed is for the most part what was not read: floors leave it some room."""
    found = incident_figures(read(unseen()))
    assert found.pair_f1 >= 0.80, found
    assert found.cubed_f1 >= 0.91, found


@pytest.mark.eval
@pytest.mark.skipif(EVAL is None, reason="TAWTHIQ_EVAL names no folder of evaluation reports")
def test_incidents_of_the_evaluation_and_the_variants_together() -> None:
    assert EVAL is not None
    more = [each for name in ("newswire", "daraa") for each in read(evaluation(EVAL / name))]
    found = incident_figures([*written(), *more])
    assert found.pair_f1 >= 0.93, found
    assert found.cubed_f1 >= 0.96, found
