"""Judging by the command line, and what `show` makes of it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tawthiq.cli.console import isolate
from tawthiq.ledger import open_ledger
from tawthiq.register import retract
from tests.cli.running import data, done, real, surroundings


def claim_of(store: Path, predicate: str) -> dict[str, Any]:
    """The claim about the incident in the report "tafas"."""
    claims = [claim for record in data("show", "incident", "--store", store) for claim in record["claims"]]
    (found,) = [c for c in claims if c["report"] == "tafas" and c["predicate"] == predicate]
    return found


def incident(store: Path) -> dict[str, Any]:
    records = data("show", "incident", "--store", store)
    return next(each for each in records if each["claims"][0]["report"] == "tafas")


def test_accept(own_store: Path) -> None:
    claim = claim_of(own_store, "injured")
    assert claim["standing"] == "proposed"
    judged = data("judge", claim["id"][:8], "accept", "--by", "سعاد", "--store", own_store)
    assert judged == {"claim": claim["id"], "verdict": "accepted", "records": [incident(own_store)["id"]]}
    assert claim_of(own_store, "injured")["standing"] == "accepted"
    assert incident(own_store)["values"]["injured"] == ["5"]
    wide = surroundings(COLUMNS="120")
    shown = real("show", "incident", judged["records"][0], "--store", own_store, env=wide).stdout.decode()
    assert f"accepted by {isolate('سعاد')}" in shown


def test_reject_then_accept(own_store: Path) -> None:
    claim = claim_of(own_store, "injured")
    done("judge", claim["id"][:8], "reject", "--why", "طباعة", "--store", own_store)
    assert claim_of(own_store, "injured")["standing"] == "rejected"
    assert "injured" not in incident(own_store)["values"]
    done("judge", claim["id"][:8], "accept", "--store", own_store)
    assert incident(own_store)["values"]["injured"] == ["5"]


def test_correct_a_count(own_store: Path) -> None:
    claim = claim_of(own_store, "injured")
    for written, shown in (("7", "7"), ("4-6", "4–6"), ("5–8", "5–8"), ("4+", "4+")):
        done("judge", claim["id"][:8], "correct", "--value", written, "--store", own_store)
        assert [value.replace("-", "–") for value in incident(own_store)["values"]["injured"]] == [shown]
    assert claim_of(own_store, "injured")["value"] == {"min": 5, "max": 5}


def test_a_correction_is_shown_beside_what_it_corrects(own_store: Path, tmp_path: Path) -> None:
    claim = claim_of(own_store, "injured")
    done("judge", claim["id"], "correct", "--value", "7", "--by", "سعاد", "--store", own_store)
    corrected = claim_of(own_store, "injured")
    assert (corrected["value"], corrected["correction"]) == ({"min": 5, "max": 5}, {"min": 7, "max": 7})
    card = done("show", "incident", incident(own_store)["id"], "--store", own_store).stdout
    assert "instead of 5" in card
    done("page", tmp_path / "pages", "--store", own_store)
    page = next(p for p in (tmp_path / "pages").glob("report-*.html") if claim["id"][:8] in p.read_text("utf-8"))
    line = next(line for line in page.read_text("utf-8").splitlines() if f'id="c{claim["id"][:8]}"' in line)
    assert '<span class="struck"><bdi class="figure" dir="ltr">5</bdi>' in line
    assert '<bdi class="figure" dir="ltr">7</bdi>' in line


def test_correct_a_date_and_a_code(own_store: Path) -> None:
    done("judge", claim_of(own_store, "date")["id"], "correct", "--value", "2021-11", "--store", own_store)
    done("judge", claim_of(own_store, "type")["id"], "correct", "--value", "shelling", "--store", own_store)
    values = incident(own_store)["values"]
    assert (values["date"], values["type"]) == (["2021-11"], ["shelling"])


def test_the_line_says_what_was_judged(own_store: Path) -> None:
    claim = claim_of(own_store, "type")
    copied = f"\u2068{claim['id'][:8]}\u2069"
    told = done("judge", copied, "accept", "--store", own_store).stderr
    assert told.startswith("accepted: ")
    assert told.endswith("· type · explosion\n")


def test_a_correction_must_fit_the_claim(own_store: Path) -> None:
    count, date, code = (claim_of(own_store, name)["id"] for name in ("injured", "date", "type"))
    store = ("--store", own_store)
    assert "is no count" in done("judge", count, "correct", "--value", "many", *store, code=2).stderr
    assert "is no count" in done("judge", count, "correct", "--value", "6-4", *store, code=2).stderr
    assert "2021-13-45" in done("judge", date, "correct", "--value", "2021-13-45", *store, code=2).stderr
    assert "explosion" in done("judge", code, "correct", "--value", "no_such_type", *store, code=2).stderr
    assert "--value" in done("judge", count, "correct", *store, code=2).stderr
    for claim in (count, date, code, claim_of(own_store, "place")["id"]):
        assert "--value is empty" in done("judge", claim, "correct", "--value", " ", *store, code=2).stderr
    assert "--value" in done("judge", count, "accept", "--value", "3", *store, code=2).stderr


def test_a_review_begins_where_the_machine_is_unsure(own_store: Path) -> None:
    waiting = data("review", "--limit", 1000, "--store", own_store)
    assert len(waiting) == data("summary", "--store", own_store)["ledger"]["claims"]
    sure = [each["confidence"] for each in waiting]
    assert sure == sorted(sure)
    first, second = waiting[:2]
    done("judge", first["id"], "accept", "--store", own_store)
    assert data("review", "--limit", 1, "--store", own_store) == [second]
    shown = done("review", "--limit", 1, "--store", own_store)
    assert second["id"][:8] in shown.stdout
    assert f"{second['confidence']:.0%}" in shown.stdout


def test_a_review_of_one_kind(own_store: Path) -> None:
    assert {each["kind"] for each in data("review", "--kind", "incident", "--store", own_store)} == {"incident"}
    assert done("review", "--kind", "meeting", "--store", own_store).stderr == "nothing waits for a judgement\n"


def test_claims_of_a_retracted_report_wait_for_nobody(own_store: Path) -> None:
    with open_ledger(own_store) as ledger:
        retract(ledger, ledger.find_report("nawa").id, "سعاد")
    assert "nawa" not in {each["report"] for each in data("review", "--limit", 1000, "--store", own_store)}
