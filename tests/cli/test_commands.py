"""Each command on a small store: what it prints for people, what `--json` gives to scripts, what its help says."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import typer

from tawthiq import __version__
from tawthiq.cli import app
from tawthiq.cli.show import SHOWN
from tests.cli.running import data, done, run


def names_of(group: Any, before: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """Every command, those of a group with the group's name first."""
    for name, command in group.commands.items():
        if hasattr(command, "commands"):
            yield from names_of(command, (*before, name))
        else:
            yield *before, name


COMMANDS = sorted(names_of(typer.main.get_command(app)))


def test_the_first_commands_are_there() -> None:
    first = {"demo", "evaluate", "extract", "judge", "page", "read", "rebuild", "review", "search", "show", "summary"}
    assert {(name,) for name in first} <= set(COMMANDS)


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_help_has_examples(command: tuple[str, ...]) -> None:
    shown = done(*command, "--help").stdout
    assert "Examples:" in shown
    assert f"tawthiq {' '.join(command)}" in shown.split("Examples:")[1]


def test_version() -> None:
    assert done("--version").stdout == f"tawthiq {__version__}\n"


def test_without_a_command_the_help_is_shown() -> None:
    assert "Commands" in run().output


def test_extract_prints_a_line_of_json_a_report(reports: Path) -> None:
    lines = done("extract", reports).stdout.splitlines()
    facts = [json.loads(line) for line in lines]
    assert [each["id"] for each in facts] == ["jasim", "nawa", "tafas"]
    assert "سامر وليد الخطيب" in [person["name"] for person in facts[1]["persons"]]
    assert all(span["quote"] for each in facts for span in each["spans"])


def test_extract_writes_a_file(reports: Path, tmp_path: Path) -> None:
    out = tmp_path / "facts.jsonl"
    result = done("extract", reports, "--jsonl", out)
    assert result.stdout == ""
    assert result.stderr == f"3 report(s) read, 0 not; facts in {out}\n"
    assert out.read_text(encoding="utf-8") == done("extract", reports).stdout
    assert list(tmp_path.iterdir()) == [out]


def test_published_counts_where_the_report_has_no_date(tmp_path: Path) -> None:
    path = tmp_path / "undated.txt"
    path.write_text("قُتل سامر الخطيب في مدينة نوى أمس.\n", encoding="utf-8")
    (facts,) = map(json.loads, done("extract", path, "--published", "2021-11-23").stdout.splitlines())
    assert facts["published"] == "2021-11-23"


def test_jobs_change_nothing(reports: Path) -> None:
    assert done("extract", reports, "--jobs", 2).stdout == done("extract", reports, "--jobs", 1).stdout


def test_read_tells_what_is_stored(reports: Path, tmp_path: Path) -> None:
    store = tmp_path / "new.db"
    result = done("read", reports, "--store", store)
    assert result.stdout == ""
    stored, told, following = result.stderr.splitlines()
    assert stored.startswith("stored 3 report(s), ")
    assert told.startswith("3 new report(s) with ")
    assert told.endswith("; 0 known already; 0 not read")
    assert following == f"next: tawthiq summary --store {store}"


def test_read_in_json(reports: Path, tmp_path: Path) -> None:
    counts = data("read", reports, "--store", tmp_path / "new.db")
    assert counts.pop("claims") > 10
    assert counts == {"reports": 3, "given": 3, "failed": 0}


def test_the_store_is_in_the_folder_or_where_the_environment_says(
    reports: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("TAWTHIQ_STORE", raising=False)
    done("read", reports)
    monkeypatch.setenv("TAWTHIQ_STORE", "other.db")
    done("read", reports / "nawa.txt")
    assert data("summary")["ledger"]["reports"] == 1
    assert data("summary", "--store", "tawthiq.db")["ledger"]["reports"] == 3


@pytest.mark.parametrize("kind", SHOWN)
def test_show_every_kind(kind: str, read_store: Path) -> None:
    found = data("show", kind, "--store", read_store)
    shown = done("show", kind, "--store", read_store)
    if found:
        assert all(each["id"][:8] in shown.stdout for each in found)
    else:
        assert shown.stderr == f"the store has no {kind}\n"


def test_show_all_of_a_name_with_their_claims(read_store: Path) -> None:
    found = data("show", "person", "سامر وليد", "--store", read_store)
    assert [record["label"] for record in found] == ["سامر وليد الخطيب"] * 2
    assert {claim["report"] for record in found for claim in record["claims"]} == {"nawa", "jasim"}
    shown = done("show", "person", "سامر", "وليد", "--store", read_store).stdout
    assert all(claim["id"][:8] in shown for record in found for claim in record["claims"])
    assert "nawa" in shown
    assert "jasim" in shown


def test_show_finds_other_spellings_and_ids(read_store: Path) -> None:
    (record,) = data("show", "person", "نبيل هَيْثم الرفاعى", "--store", read_store)
    assert record["label"] == "نبيل هيثم الرفاعي"
    assert data("show", "person", record["id"][:8], "--store", read_store) == [record]
    copied = f"\u2068{record['id'][:8]}\u2069"
    assert data("show", "person", copied, "--store", read_store) == [record]


def test_show_a_report(read_store: Path) -> None:
    (listed,) = [each for each in data("show", "report", "--store", read_store) if each["name"] == "nawa"]
    report = data("show", "report", "nawa", "--store", read_store)
    assert listed.items() <= report.items()
    assert all(claim["quote"] == report["text"][claim["start"] : claim["end"]] for claim in report["claims"])
    shown = done("show", "report", "nawa", "--store", read_store).stdout
    assert f"nawa · published 2021-11-23 · {len(report['claims'])} claim(s)" in shown
    assert all(claim["id"][:8] in shown for claim in report["claims"])


def test_search_whatever_the_spelling(read_store: Path) -> None:
    hits = data("search", "الخطيب", "--store", read_store)
    assert {"report", "mention"} == {hit["kind"] for hit in hits}
    assert data("search", "الخَطيـب", "--store", read_store) == hits
    assert len(data("search", "الخطيب", "--limit", 1, "--store", read_store)) == 1
    shown = done("search", "الخطيب", "--store", read_store).stdout
    assert "nawa" in shown
    assert done("search", "غائب", "--store", read_store).stderr == "nothing found\n"


def test_summary(read_store: Path) -> None:
    facts = data("summary", "--store", read_store)
    assert facts["ledger"]["reports"] == 3
    assert facts["ledger"]["published from"] == "2021-11-23"
    assert facts["records"]["incident"] == 3
    assert len(facts["register"]) == 64
    shown = done("summary", "--store", read_store)
    assert "published from" in shown.stdout
    assert shown.stderr.strip() == facts["rule"]


def test_rebuild_gives_the_same_register(own_store: Path) -> None:
    before = data("summary", "--store", own_store)
    rebuilt = data("rebuild", "--store", own_store)
    assert rebuilt == {"records": sum(before["records"].values()), "register": before["register"]}
    assert rebuilt["register"] in done("rebuild", "--store", own_store).stderr


def test_page_writes_an_index(read_store: Path, tmp_path: Path) -> None:
    result = done("page", tmp_path / "pages", "--store", read_store)
    assert result.stderr == f"open {tmp_path / 'pages' / 'index.html'} in a browser\n"
    assert 'dir="rtl"' in (tmp_path / "pages" / "index.html").read_text(encoding="utf-8")
