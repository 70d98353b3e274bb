"""Watches on a list and on an agreement's clauses."""

from __future__ import annotations

from pathlib import Path

from tawthiq.ledger import Ledger
from tawthiq.model import Kind
from tawthiq.register import records
from tawthiq.watches.finding import World, find
from tawthiq.watches.model import Question
from tests.agreements.history import fill, script
from tests.cli.running import data, done
from tests.link.lists import samples

REPORT = "2021-11-23\nاجتماع في نوى\nقال كريم السامبل إن الاجتماع انتهى في مدينة نوى غربي درعا.\n"


def test_a_candidate_on_a_list_is_told_once(tmp_path: Path) -> None:
    listed, report, store = tmp_path / "un.xml", tmp_path / "report.txt", tmp_path / "store.db"
    listed.write_bytes(samples.UN_XML.data)
    report.write_text(REPORT, encoding="utf-8")
    done("lists", "add", "un", listed, "--store", store)
    done("watch", "add", "على القائمة", "--list", "un", "--store", store)
    done("read", report, "--store", store)
    [ran] = data("watch", "run", "--store", store)
    [item] = ran["letters"][0]["items"]
    assert item["persons"] == ["كريم السامبل"]
    assert "SAi.001" in item["words"]
    assert data("watch", "run", "--store", store)[0]["new"] == 0


def test_what_triggers_a_clause_of_an_agreement(ledger: Ledger) -> None:
    fill(ledger, script(60))
    [agreement, *_] = records(ledger, Kind.AGREEMENT)
    found = find(World(ledger), Question(agreement=agreement.id))
    assert found
    assert {item.kind for item in found} == {"clause"}
    assert all(item.day and item.words for item in found)
    assert len(found) < len(list(records(ledger, Kind.INCIDENT)))
