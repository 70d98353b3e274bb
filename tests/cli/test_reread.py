"""Reading again adds nothing, on both databases; what a stopped run left undone is made up for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from tawthiq.cli.inputs import Inputs
from tawthiq.cli.read import read_into
from tawthiq.ledger import open_ledger
from tawthiq.register import default_rule, stored_hash, update
from tawthiq.register.rule import Unjudged
from tests.cli.running import data


def test_reading_again_adds_nothing(reports: Path, new_store: Callable[[], str]) -> None:
    store = new_store()
    first = data("read", reports, "--store", store)
    before = data("summary", "--store", store)
    again = data("read", reports, reports / "nawa.txt", "--store", store)
    assert first["reports"] == before["ledger"]["reports"] == 3
    assert again == {"reports": 0, "claims": 0, "given": 3, "failed": 0}
    assert data("summary", "--store", store) == before


def test_both_databases_give_the_register_of_a_file(
    reports: Path, read_store: Path, new_store: Callable[[], str]
) -> None:
    store = new_store()
    data("read", reports, "--store", store)
    assert data("summary", "--store", store) == data("summary", "--store", read_store)


def test_a_copy_under_another_name_is_known(own_store: Path, reports: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.txt"
    copy.write_bytes((reports / "nawa.txt").read_bytes())
    assert data("read", copy, "--store", own_store) == {"reports": 0, "claims": 0, "given": 1, "failed": 0}


def test_several_batches_and_several_workers(reports: Path, tmp_path: Path) -> None:
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(60):
        (folder / f"{number}.txt").write_text(f"قُتل {number + 2} مدنيين في مدينة نوى أمس.", encoding="utf-8")
    one, two = (data("read", folder, "--store", tmp_path / f"{n}.db", "--jobs", n) for n in (1, 2))
    assert one == two
    assert one["reports"] == 60
    assert data("summary", "--store", tmp_path / "1.db") == data("summary", "--store", tmp_path / "2.db")


def test_what_shows_makes_the_records_of_an_older_rule_anew(own_store: Path) -> None:
    before = data("summary", "--store", own_store)["register"]
    with open_ledger(own_store) as ledger:
        update(ledger, replace(default_rule(), unjudged=Unjudged.EXCLUDED))
        assert stored_hash(ledger) != before
    data("show", "person", "--store", own_store)
    assert data("summary", "--store", own_store)["register"] == before


def test_what_shows_makes_the_records_of_a_stopped_run(reports: Path, read_store: Path, tmp_path: Path) -> None:
    store = tmp_path / "stopped.db"
    with open_ledger(store) as ledger:
        list(read_into(ledger, Inputs([reports]), told=False))
    assert data("show", "incident", "--store", store) == data("show", "incident", "--store", read_store)
    assert data("summary", "--store", store) == data("summary", "--store", read_store)
