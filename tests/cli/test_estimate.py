from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.running import data, done

TABLES = Path(__file__).parents[1] / "figures" / "estimation" / "tables"


def test_kosovo_by_the_best_model() -> None:
    told = data("estimate", TABLES / "kosovo_4list.csv")
    assert (told["model"], told["not_estimable"]) == ("[123,14,34]", None)
    assert told["estimate"] == pytest.approx(10356.5, abs=0.1)
    assert len(told["models"]) == 113
    said = done("estimate", TABLES / "kosovo_4list.csv").output
    assert "10,357 in all, from 8,994 to 12,110 at 95%" in said


def test_no_number_but_the_reason() -> None:
    told = data("estimate", TABLES / "UKdat_5.csv")
    assert told["estimate"] is None
    assert "disagree" in told["not_estimable"]
    assert "not estimable: models" in done("estimate", TABLES / "UKdat_5.csv").output


def test_wrong_use_is_told_in_a_line(tmp_path: Path) -> None:
    table = TABLES / "kosovo_4list.csv"
    assert "--method is one of" in done("estimate", table, "--method", "guess", code=2).output
    assert "is not a model" in done("estimate", table, "--model", "[x]", code=2).output
    assert "No such file" in done("estimate", tmp_path / "none.csv", code=3).output
