from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.running import data, done
from tests.link.lists import samples

REPORT = "2021-11-23\nاجتماع في نوى\nقال كريم السامبل إن الاجتماع انتهى في مدينة نوى غربي درعا.\n"


@pytest.fixture
def listed(tmp_path: Path) -> Path:
    path = tmp_path / "un.xml"
    path.write_bytes(samples.UN_XML.data)
    return path


@pytest.fixture
def store(tmp_path: Path, listed: Path) -> Path:
    report = tmp_path / "report.txt"
    report.write_text(REPORT, encoding="utf-8")
    made = tmp_path / "store.db"
    done("lists", "add", "un", listed, "--store", made)
    said = done("read", report, "--store", made)
    assert "1 new candidate(s) on lists" in said.output
    return made


def test_a_person_who_is_read_is_a_candidate_with_reasons(store: Path) -> None:
    (found,) = data("screen", "--store", store)["candidates"]
    assert (found["list"], found["entry"], found["label"]) == ("un", "SAi.001", "كريم السامبل")
    assert found["verdict"] == "same"
    assert any("كريم" in line for line in found["explanation_ar"])
    again = data("screen", "--store", store)
    assert (again["asked"], again["unchanged"]) == (0, 1)


def test_the_record_shows_its_candidates(store: Path) -> None:
    (record,) = data("show", "person", "كريم", "--store", store)
    assert [hit["entry"] for hit in record["candidates"]] == ["SAi.001"]
    assert "candidate on a list, by name: un SAi.001" in done("show", "person", "كريم", "--store", store).output


def test_one_name_with_what_is_known(store: Path) -> None:
    (found,) = data("screen", "كريم السامبل", "--born", "1978", "--store", store)
    assert (found["birth"], found["place"]) == ("agrees", "unknown")
    said = done("screen", "Kareem", "Sample", "--explain", "en", "--store", store).output
    assert "a like name is no proof" in said
    assert data("screen", "نادر الحلبي", "--store", store) == []


def test_a_newer_version_says_what_changed(store: Path, tmp_path: Path) -> None:
    newer = tmp_path / "newer.xml"
    newer.write_bytes(samples.UN_XML.data.replace(b"2024-05-02", b"2025-05-02").replace(b"SAe.002", b"SAe.003"))
    told = data("lists", "update", "un", newer, "--store", store)
    assert told["change"] == {"added": ["SAe.003"], "removed": ["SAe.002"], "changed": []}
    assert (told["candidates"], told["new"]) == (1, 0)
    assert [each["dated"] for each in data("lists", "show", "un", "--store", store)] == ["2024-05-02", "2025-05-02"]


def test_wrong_use_is_told_in_a_line(store: Path, listed: Path, tmp_path: Path) -> None:
    assert "is there already" in done("lists", "add", "un", listed, "--store", store, code=2).output
    assert "no list 'eu'" in done("lists", "update", "eu", listed, "--store", store, code=4).output
    assert "is not a date" in done("screen", "كريم", "--born", "young", "--store", store, code=2).output
    wrong = tmp_path / "wrong.csv"
    wrong.write_text("a,b\n")
    assert "wrong.csv: not a list" in done("lists", "add", "x", wrong, "--store", store, code=3).output
