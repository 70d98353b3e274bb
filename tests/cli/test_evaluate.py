"""`tawthiq evaluate` on an office's own gold."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.running import data, done
from tests.evaluate.golds import FACTS, write


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    return write(tmp_path / "our-gold")


def test_figures_in_json(gold: Path) -> None:
    told = data("evaluate", gold)
    assert told["entities"]["persons"] == {
        "precision": 1.0, "recall": 1.0, "f1": 1.0, "gold": 1, "found": 1, "matched": 1,
    }  # fmt: skip
    assert told["fields"]["fate"] == {"accuracy": 1.0, "right": 1, "of": 1}
    assert told["summary"]["reports"] == 1
    assert len(told["gold_sha256"]) == 64
    assert 0 < told["calibration"]["error"] < 1


def test_figures_for_people(gold: Path) -> None:
    shown = done("evaluate", gold)
    assert "1 report(s), core F1" in shown.stdout
    assert "persons" in shown.stdout
    assert "0 incident(s) made up in 0 report(s) without any\n" in shown.stderr
    assert "expected calibration error" in shown.stderr


def test_the_page(gold: Path, tmp_path: Path) -> None:
    page = tmp_path / "confusion.html"
    assert done("evaluate", gold, "--page", page).stderr.endswith(f"open {page} in a browser\n")
    assert "سامر وليد الخطيب" in page.read_text(encoding="utf-8")
    assert "cannot write" in done("evaluate", gold, "--page", tmp_path / "absent" / "x.html", code=2).stderr


def test_jobs_change_nothing(gold: Path) -> None:
    write(gold, name="other")
    assert data("evaluate", gold, "--jobs", 2) == data("evaluate", gold, "--jobs", 1)


def test_bad_gold_is_told_by_file_and_key(tmp_path: Path) -> None:
    folder = write(tmp_path / "bad", FACTS | {"tallies": [{"metric": "killed"}]})
    told = done("evaluate", folder, code=3)
    assert told.stderr == f"tawthiq: {folder / 'nawa.json'}: tallies[0].value: the key is missing\n"
