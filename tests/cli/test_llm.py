"""`--engine llm` on the command line, with a real server on loopback."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cli.running import data, done
from tests.evaluate.golds import write
from tests.extract.llm.server import NOTHING, Handler, completion, says, sends, serving

FACTS = {**NOTHING, "places": ["نوى", "حلب"]}


def asked_of(url: str) -> list[str]:
    return ["--engine", "llm", "--llm-url", url, "--llm-model", "test-model"]


def test_extract_keeps_what_stands(reports: Path) -> None:
    with serving(says(FACTS)) as served:
        lines = done("extract", reports / "nawa.txt", *asked_of(served.url)).stdout.splitlines()
    (facts,) = map(json.loads, lines)
    assert facts["places"] == ["نوى"]
    assert facts["spans"][0]["confidence"] is None


def test_read_stores_under_the_models_name_and_reads_nothing_twice(reports: Path, tmp_path: Path) -> None:
    store = tmp_path / "new.db"
    with serving(says(FACTS)) as served:
        assert data("read", reports / "nawa.txt", "--store", store, *asked_of(served.url))["claims"] == 1
        assert data("read", reports / "nawa.txt", "--store", store, *asked_of(served.url))["claims"] == 0
        assert len(served.asked) == 1
    (claim,) = data("show", "report", "nawa", "--store", store)["claims"]
    assert claim["method"] == "llm/1 test-model"


def test_one_answer_that_cannot_be_used_does_not_harm_the_others(reports: Path, tmp_path: Path) -> None:
    def unsure(handler: Handler) -> None:
        question = handler.served.asked[-1][1]["messages"][1]["content"]
        handler.send(completion("?" if "طفس" in question else json.dumps(FACTS)))

    with serving(unsure) as served:
        told = done("read", reports, "--store", tmp_path / "s.db", *asked_of(served.url), code=3)
    assert "not read: tafas: the model's answer is no JSON: '?'\n" in told.stderr
    assert "2 new report(s)" in told.stderr
    assert "1 not read" in told.stderr


def test_a_server_that_fails_ends_the_run_with_one_line(reports: Path) -> None:
    with serving(sends(b"busy", 503)) as served:
        told = done("extract", reports, *asked_of(served.url), code=1)
    assert told.stderr == f"tawthiq: the server at {served.url} refused (503 Service Unavailable): busy\n"


def test_evaluate_a_model(tmp_path: Path) -> None:
    with serving(says(FACTS)) as served:
        told = data("evaluate", write(tmp_path / "gold"), *asked_of(served.url))
    assert told["entities"]["places"]["matched"] == 1
    assert told["calibration"]["claims"] == 0


def test_options_that_do_not_fit(reports: Path) -> None:
    assert "--llm-model NAME" in done("extract", reports, "--engine", "llm", code=2).stderr
    assert "go with --engine llm" in done("extract", reports, "--llm-model", "m", code=2).stderr
    wrong = ["--engine", "llm", "--llm-model", "m", "--llm-url", "ftp://x"]
    assert "is no address of a server" in done("extract", reports, *wrong, code=2).stderr
