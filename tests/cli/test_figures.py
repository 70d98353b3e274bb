"""Figures by the command line: count, explain, editions, other bodies' figures, the report of a month."""

from __future__ import annotations

from pathlib import Path

import pytest

from tawthiq.ledger import open_ledger
from tawthiq.model import Range
from tests.cli.running import data, done, run
from tests.figures.telling import Told, record, tell
from tests.figures.test_reconciling import BODY, tally

ONE = {"killed": Range(1, 1)}
OCTOBER = ("--month", "2023-10", "--area", "درعا")


@pytest.fixture
def store(tmp_path: Path) -> Path:
    path = tmp_path / "figures.db"
    with open_ledger(path) as ledger:
        record(ledger, tell(Told("2023-09-04", counts=ONE), 9), tell(Told("2023-10-04", counts=ONE), 10))
        record(ledger, tell(Told("2023-10-05", counts={"killed": Range(2, 4)}, groups=("former_opposition",)), 20))
        record(ledger, tell(Told("2023-10-06", type="shelling", counts=ONE), 21))
    return path


def more(store: Path) -> None:
    with open_ledger(store) as ledger:
        record(ledger, tell(Told("2023-10-30", counts=ONE), 30))


def test_counts_by_month_and_act(store: Path) -> None:
    made = data("count", "killed", "--by", "month,act", "--area", "درعا", "--from", "2023-10", "--store", store)
    figures = {(each["month"], each["act"]): (each["min"], each["max"]) for each in made["figures"]}
    assert figures == {("2023-10", "assassination"): (3, 5), ("2023-10", "shelling"): (1, 1)}
    assert (made["total"]["min"], made["total"]["max"], made["total"]["bound"]) == (4, 6, "exact")


def test_a_defined_figure_is_counted_by_its_name(store: Path) -> None:
    share = data("count", "former_opposition_share", "--store", store)["total"]
    assert (share["min"], share["base"]["min"], share["share"]) == (2, 4, 0.5)
    assert data("count", "operations", "--from", "2023-10", "--store", store)["total"]["min"] == 2


def test_a_figure_opens_onto_its_words(store: Path) -> None:
    total = data("count", "killed", "--act", "shelling", "--store", store)["total"]
    opened = data("explain", total["id"][:12], "--store", store)
    (part,) = opened["parts"]
    assert (opened["min"], part["min"], part["sure"], part["decided"]) == (1, 1, True, True)
    assert [claim["quote"] for claim in part["claims"] if claim["predicate"] == "killed"] == ["killed 1"]


def test_a_figure_knows_the_rule_that_it_was_counted_under(store: Path) -> None:
    first = data("count", "killed", "--rule", "proposed", "--store", store)["total"]
    assert data("explain", first["id"], "--store", store)["id"] == first["id"]
    refused = done("explain", first["id"], "--rule", "accepted", "--store", store, code=2)
    assert "another rule" in refused.output


def test_tables_for_people(store: Path) -> None:
    shown = done("count", "killed", "--by", "month", "--store", store).stdout
    assert "2023-10" in shown
    assert "4–6" in shown
    assert "unknown" in done("count", "abducted", "--store", store).stdout
    assert "4–6" not in done("count", "killed", "--by", "month", "--share", "--store", store).stdout


@pytest.mark.parametrize(
    "words",
    [
        ("count", "deaths"),
        ("count", "--by", "colour"),
        ("count", "--act", "war"),
        ("count", "--from", "2023-13"),
        ("explain", "ffffffff"),
        ("count", "--area", "لا مكان كهذا"),
        ("edition", "create", "x", "--month", "October"),
        ("edition", "show", "none"),
        ("edition", "verify", "none"),
        ("report", "--month", "2023-10", "--out", "report.odt"),
        ("report", "--month", "2023-10", "--lang", "fr", "--out", "report.html"),
    ],
)
def test_what_cannot_be_asked_is_told_in_a_line(store: Path, words: tuple[str, ...]) -> None:
    made = run(*words, "--store", store)
    assert made.exit_code in (2, 4)
    assert "Traceback" not in made.output


def test_an_edition_from_making_to_comparing(store: Path) -> None:
    first = data("edition", "create", "first", *OCTOBER, "--since", "2023-09", "--store", store)
    more(store)
    done("edition", "create", "second", *OCTOBER, "--since", "2023-09", "--store", store)
    assert [each["name"] for each in data("edition", "list", "--store", store)] == ["first", "second"]
    assert data("edition", "verify", "first", "--store", store) == first | {"same": True, "faults": []}
    english = done("edition", "diff", "first", "second", "--lang", "en", "--store", store).stdout
    assert "Killed, in October 2023: 3–5 → 4–6: one incident added (2023-10-30, " in english
    arabic = done("edition", "diff", "first", "second", "--store", store).stdout
    assert "أُضيفت واقعة واحدة" in arabic
    found = data("edition", "diff", "first", "second", "--all", "--store", store)["differences"]
    assert {change["why"] for each in found for change in each["changes"]} == {"added"}
    assert "2 operations and attempts" in done("edition", "show", "first", "--lang", "en", "--store", store).stdout
    assert done("edition", "diff", "first", "first", "--lang", "en", "--store", store).stdout.startswith("No figure")


def test_other_bodies_figures(store: Path) -> None:
    with open_ledger(store) as ledger:
        ledger.append(tally(BODY, 7))
    (each,) = data("reconcile", "--body", BODY, "--store", store)
    assert (each["theirs"]["range"]["min"], each["ours"]["min"], each["gap"]) == (7, 3, 2)
    assert BODY in done("reconcile", "--store", store).stdout
    assert data("reconcile", "--body", "لا أحد", "--store", store) == []


@pytest.mark.parametrize("language", ["ar", "en"])
def test_the_report_of_a_month(store: Path, tmp_path: Path, language: str) -> None:
    pytest.importorskip("vl_convert")
    done("edition", "create", "first", *OCTOBER, "--store", store)
    more(store)
    out = tmp_path / "october.html"
    done("report", *OCTOBER, "--lang", language, "--changes-since", "first", "--out", out, "--store", store)
    page = out.read_text(encoding="utf-8")
    assert ("أُضيفت واقعة واحدة" if language == "ar" else "one incident added") in page
    assert "killed 1" in page
