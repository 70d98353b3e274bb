"""An agreement in the making as one report tells it: delegations, clause, denial, what came before, status."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest

from tawthiq.agreements.dossier import Dossier, find_agreement
from tawthiq.errors import AmbiguousError, NotFoundError
from tests.cli.running import data, done

REPORT = (Path(__file__).parent / "history" / "report.txt").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder: Path = tmp_path_factory.mktemp("dossier")
    (folder / "pact.txt").write_text(REPORT, encoding="utf-8")
    done("read", folder / "pact.txt", "--store", folder / "store.db", "--jobs", 1)
    return folder / "store.db"


@pytest.fixture(scope="module")
def told(store: Path) -> Any:
    return data("agreement", "show", "دفاع مشترك", "--store", store)


def values(field: Any) -> list[str]:
    return [each["value"] for each in field]


def test_status_and_course(told: Any) -> None:
    assert told["status"] == "proposed"
    assert [(step["status"], step["day"]) for step in told["course"]] == [("proposed", "2023-11-11")]
    assert values(told["nature"]) == ["mutual_defence"]


def test_delegations_say_who_came_for_whom(told: Any) -> None:
    came = {
        values(row["area"])[0]: (values(row["mode"]), sorted(values(row["delegate"]))) for row in told["delegations"]
    }
    assert came == {
        "بصرى الشام": (["present"], ["نادر الصبيحي"]),
        "نصيب": (["present"], ["رامز الطلاع", "سامر الحوشان"]),
        "الجيدور": (["proxy"], ["مازن البردان"]),
    }


def test_the_clause_in_parts(told: Any) -> None:
    (clause,) = told["clauses"]
    assert sorted(values(clause["threat_from"])) == ["النظام السوري", "داعش", "قطاع الطرق"]
    assert values(clause["act"]) == ["any_hostile_act"]
    assert values(clause["area"]) == ["SY12"]
    assert values(clause["duty_of"]) == ["كل التشكيلات العسكرية"]
    assert values(clause["within"]) == ["يومين"]


def test_the_denial_is_kept_apart_from_aims(told: Any) -> None:
    (denial,) = told["denials"]
    assert denial["value"] == "إنشاء جيش جديد في المحافظة"
    assert denial["field"] == "aim"
    assert [(w["stance"], w["speaker"]) for w in denial["words"]] == [("denies", "القيادي الذي حضر الاجتماع")]
    assert denial["value"] not in values(told["aim"])


def test_the_initiative_that_failed_came_before(told: Any) -> None:
    (before,) = told["predecessors"]
    assert before["kind"] == "initiative"
    assert values(before["date"]) == ["2020-06"]
    assert told["successors"] == []


def test_every_value_has_its_words(told: Any) -> None:
    for field in ("nature", "date", "aim"):
        for each in told[field]:
            assert each["words"]
            for word in each["words"]:
                assert REPORT[word["start"] : word["end"]] == word["quote"]


def test_lists_shows_and_clauses_for_people(store: Path) -> None:
    assert "proposed" in done("agreement", "show", "--store", store).stdout
    assert "denied aim" in done("agreement", "show", "دفاع", "مشترك", "--store", store).stdout
    assert data("agreement", "show", "--store", store)[0]["delegations"] == 3
    assert len(data("agreement", "clauses", "--store", store)) == 1
    assert "1 clause(s)" in done("agreement", "clauses", "--store", store).stdout


def test_what_the_store_does_not_have(store: Path) -> None:
    done("agreement", "show", "اتفاق لا وجود له", "--store", store, code=4)


def test_an_agreement_is_not_in_force_before_it_is_signed(store: Path) -> None:
    (clause,) = data("agreement", "compliance", "--rule", "proposed", "--store", store)
    assert clause["not_watched"] == "not in force: proposed"
    assert data("agreement", "episodes", "--rule", "proposed", "--store", store) == []


@pytest.mark.eval
def test_the_seed(tmp_path: Path) -> None:
    report = Path(os.environ.get("TAWTHIQ_EVAL", "")) / "seed" / "seed.txt"
    if not report.is_file():
        pytest.skip("TAWTHIQ_EVAL names no folder with reports")
    done("read", report, "--store", tmp_path / "seed.db", "--jobs", 1)
    told = data("agreement", "show", "دفاع مشترك", "--store", tmp_path / "seed.db")
    assert told["status"] == "proposed"
    assert len(told["delegations"]) == 5
    (proxy,) = [row for row in told["delegations"] if values(row["mode"]) == ["proxy"]]
    assert (values(proxy["area"]), values(proxy["delegate"])) == (["الجيدور"], ["باسم جلماوي"])
    (clause,) = told["clauses"]
    assert len(clause["threat_from"]) == 3
    assert values(clause["duty_of"]) == ["كل التشكيلات العسكرية"]
    assert [denial["value"] for denial in told["denials"]] == ["إنشاء جسم عسكري جديد في المحافظة"]
    assert [values(before["date"]) for before in told["predecessors"]] == [["2020-06"]]


def test_an_agreement_is_found_by_name_or_id(store: Path) -> None:
    from tawthiq.ledger import open_ledger

    with open_ledger(store) as ledger:
        found = find_agreement(ledger, "دفاع مشترك")
        assert find_agreement(ledger, found.id[:8]) == found
        assert Dossier(ledger, found).status == "proposed"
        with pytest.raises((NotFoundError, AmbiguousError)):
            find_agreement(ledger, "0000")
