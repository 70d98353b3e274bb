"""The gold facts stand verbatim in their reports and keep to the schema."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).parent
DEMO = HERE.parents[1] / "src" / "tawthiq" / "data" / "demo"
HELD = HERE / "held"
PAIRS = [(DEMO / f"{gold.stem}.txt", gold) for gold in sorted((HERE / "facts").glob("*.json"))]
PAIRS += [(gold.with_suffix(".txt"), gold) for gold in sorted(HELD.glob("*.json"))]

CODES: dict[str, list[str | None]] = json.loads((HERE / "codes.json").read_text(encoding="utf-8"))
SPACED = re.compile("\u0640 \u0640")  # a letter-spaced word, as posts write it to slip past filters
MARKS = re.compile("[\u064b-\u0652\u0670\u0640]")
DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")

Facts = dict[str, Any]


def bare(text: str) -> str:
    return MARKS.sub("", SPACED.sub("", text))


def stands_in(phrase: str, text: str) -> bool:
    """True also for a name whose article merged with a preceding lam (للأمم for الأمم)."""
    merged = f"لل{phrase[2:]}" if phrase.startswith("ال") else phrase
    return any(bare(form) in bare(text) for form in (phrase, merged))


def phrases(facts: Facts) -> Iterator[str]:
    """Every string that the rules want word for word."""
    yield from facts["groups"] + facts["places"] + facts["sources"]
    for person in facts["persons"]:
        yield from [person["name"], *person["aliases"], *person["roles"], *person["groups"]]
    for incident in facts["incidents"]:
        yield from [incident["quote"], *incident["places"], *incident["victims"]]
        if incident["perpetrator"] not in (None, "unknown"):
            yield incident["perpetrator"]
    for meeting in facts["meetings"]:
        yield from [meeting["place"], *meeting["attendees"]]
    for key in ("affiliations", "clauses", "claims"):
        yield from (item["quote"] for item in facts.get(key, []))


def dates(facts: Facts) -> Iterator[str | None]:
    for key in ("incidents", "agreements", "meetings"):
        yield from (item["date"] for item in facts[key])
    for tally in facts["tallies"]:
        yield from (tally["from"], tally["to"])


def load(gold: Path) -> Facts:
    facts: Facts = json.loads(gold.read_text(encoding="utf-8"))
    return facts


by_stem = pytest.mark.parametrize(("report", "gold"), PAIRS, ids=[gold.stem for _, gold in PAIRS])


def test_every_report_has_its_facts() -> None:
    reports = {path.stem for folder in (DEMO, HELD) for path in folder.glob("*.txt")}
    assert reports == {gold.stem for _, gold in PAIRS}
    assert len(reports) == len(PAIRS) >= 20


@by_stem
def test_names_and_quotes_stand_verbatim(report: Path, gold: Path) -> None:
    text = report.read_text(encoding="utf-8")
    assert [phrase for phrase in phrases(load(gold)) if not stands_in(phrase, text)] == []


@by_stem
def test_heading_agrees_with_the_report(report: Path, gold: Path) -> None:
    facts = load(gold)
    assert set(CODES["keys"]) <= facts.keys()
    assert facts["id"] == report.stem
    assert facts["published"] == report.read_text(encoding="utf-8").split("\n")[0]
    assert all(date is None or DATE.fullmatch(date) for date in dates(facts))


@by_stem
def test_incidents_use_the_code_lists(report: Path, gold: Path) -> None:
    facts = load(gold)
    names = {person["name"] for person in facts["persons"]}
    for incident in facts["incidents"]:
        assert incident["type"] in CODES["type"]
        assert incident["weapon"] in CODES["weapon"]
        assert set(incident["victim_groups"]) <= set(CODES["victim_group"])
        assert set(incident["victims"]) <= names
        assert set(incident["places"]) <= set(facts["places"])
        assert 4 <= len(incident["quote"].split()) <= 8


@by_stem
def test_counts_are_ranges(report: Path, gold: Path) -> None:
    incidents = load(gold)["incidents"]
    counts = [incident[key] for incident in incidents for key in CODES["count"] if incident[key] is not None]
    assert all(low >= 0 and (high is None or low <= high) for low, high in counts)


@by_stem
def test_persons_tallies_and_agreements_use_the_code_lists(report: Path, gold: Path) -> None:
    facts = load(gold)
    for person in facts["persons"]:
        assert person["fate"] in CODES["fate"]
        assert set(person["groups"]) <= set(facts["groups"])
    for tally in facts["tallies"]:
        assert tally["metric"] in CODES["metric"]
        assert tally["bound"] in CODES["bound"]
    assert {agreement["status"] for agreement in facts["agreements"]} <= set(CODES["status"])
