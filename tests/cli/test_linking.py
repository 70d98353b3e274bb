"""What may be one, what is decided and what is taken back, by the command line."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest

from tests.cli.running import data, done

NEWS = {
    "first": "2021-11-23\nاغتيال في نوى\nاغتال مجهولون سامر وليد الخطيب بالرصاص في مدينة نوى غربي درعا أمس.\n"
    "وكان الخطيب عائداً من عمله في الفرن الآلي، ولم تعرف هوية من أطلقوا النار عليه قبل فرارهم على دراجة نارية.\n",
    "copy": "2021-11-23\nعاجل: رصاص في نوى\nاغتال مجهولون سامر وليد الخطيب بالرصاص في مدينة نوى غربي درعا أمس.\n"
    "وكان الخطيب عائداً من عمله في الفرن الآلي، ولم تعرف هوية من أطلقوا النار عليه قبل فرارهم على دراجة نارية.\n"
    "وشُيّع جثمانه اليوم.\n",
    "other": "2021-11-24\nنوى تودع أحد أبنائها\n"
    "قُتل سامر الخطيب برصاص مسلحين مجهولين في نوى يوم الاثنين 22 تشرين الثاني.\n",
    "else": "2021-11-26\nانفجار في طفس\nأصيب خمسة مدنيين جراء انفجار عبوة ناسفة في طفس أمس.\n",
}
RULE = """
name = "same-victim"
written_by = "سعاد"
kind = "incident"
least = 0.8
text_ar = "ضحية واحدة في يوم واحد: واقعة واحدة."
text_en = "One victim on one day: one incident."
[require]
victims = ["same", "same_long"]
"""


@pytest.fixture(scope="module")
def read_news(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("news")
    for name, text in NEWS.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    done("read", folder, "--store", folder / "news.db")
    return folder / "news.db"


@pytest.fixture
def store(read_news: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(read_news, tmp_path / "news.db"))


def incidents(store: Path) -> int:
    return len(data("show", "incident", "--store", store))


def candidates(store: Path, kind: str = "incidents", *options: object) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = data("link", kind, *options, "--store", store)
    return found


def test_candidates_come_best_first_with_reasons_in_both_languages(store: Path) -> None:
    found = candidates(store)
    assert [each["score"] for each in found] == sorted((each["score"] for each in found), reverse=True)
    assert len(found) == 3
    assert any("اليوم نفسه" in line for line in found[0]["why"]["ar"])
    shown = done("link", "incidents", "--lang", "ar", "--store", store)
    assert "الضحايا" in shown.stdout
    assert "3 pair(s)" in shown.stderr
    assert candidates(store, "incidents", "--least", 1) == []
    assert len(candidates(store, "people", "--limit", 1)) == 1


def test_two_are_said_to_be_one_and_it_is_undone(store: Path) -> None:
    before = incidents(store)
    best = candidates(store)[0]
    decided = data("link", "decide", best["a"]["record"][:10], best["b"]["mention"], "same", "--store", store)
    assert len(decided["records"]) >= 1
    assert incidents(store) == before - 1
    (judged,) = data("link", "decisions", "--store", store)
    assert (judged["verdict"], judged["undone"]) == ("same", False)
    undone = data("judge", judged["id"][:8], "undo", "--by", "ليلى", "--store", store)
    assert undone["judgement"] == judged["id"]
    assert incidents(store) == before
    assert data("link", "decisions", "--store", store)[0]["undone"]
    assert "undone already" in done("judge", judged["id"], "undo", "--store", store, code=2).stderr


def test_a_claims_judgement_is_undone_by_the_claims_id(store: Path) -> None:
    claim = data("show", "incident", "--store", store)[0]["claims"][0]
    assert "no judgement is in force" in done("judge", claim["id"], "undo", "--store", store, code=4).stderr
    done("judge", claim["id"], "reject", "--store", store)
    assert done("judge", claim["id"], "undo", "--by", "سعاد", "--store", store).stderr.startswith("undone: rejected")
    again = {each["id"]: each for record in data("show", "incident", "--store", store) for each in record["claims"]}
    assert again[claim["id"]]["standing"] == "proposed"


def test_a_rule_is_tried_then_applied_and_one_is_taken_out_again(store: Path, tmp_path: Path) -> None:
    rule = tmp_path / "rule.toml"
    rule.write_text(RULE, encoding="utf-8")
    before = incidents(store)
    tried = data("link", "apply", rule, "--dry-run", "--store", store)
    assert (len(tried), incidents(store)) == (2, before)
    assert "2 pair(s) judged the same" in done("link", "apply", rule, "--store", store).stderr
    assert incidents(store) == before - 2
    judged = data("link", "decisions", "--store", store)
    assert {each["by"] for each in judged} == {"rule:same-victim"}
    assert all("ضحية واحدة" in each["why"] and "score" in each["why"] for each in judged)
    (record,) = (r for r in data("show", "incident", "--store", store) if len({c["report"] for c in r["claims"]}) > 1)
    odd = next(claim for claim in record["claims"] if claim["report"] == "other")
    done("link", "separate", odd["id"][:10], "--why", "يوم آخر", "--store", store)
    assert incidents(store) == before - 1
    assert data("link", "apply", rule, "--store", store) == [], "a rule never overrules a person"
    assert "alone" in done("link", "separate", odd["id"], "--store", store, code=2).stderr


def test_a_copy_is_no_second_origin(store: Path, tmp_path: Path) -> None:
    (group,) = data("link", "origins", "--store", store)
    assert {each["name"] for each in group["reports"]} == {"first", "copy"}
    (tmp_path / "rule.toml").write_text(RULE, encoding="utf-8")
    done("link", "apply", tmp_path / "rule.toml", "--store", store)
    (record,) = (r for r in data("show", "incident", "--store", store) if len({c["report"] for c in r["claims"]}) > 1)
    origins = data("link", "origins", record["id"][:12], "--store", store)
    assert sorted(len(each["reports"]) for each in origins) == [1, 2]
    assert "2 origin(s)" in done("link", "origins", record["id"], "--store", store).stderr


def test_what_is_not_there_is_told_in_a_line(store: Path, tmp_path: Path) -> None:
    told = done("link", "decide", "0" * 8, "1" * 8, "same", "--store", store, code=4).stderr
    assert told == "tawthiq: no record, mention or claim '00000000' in the store\n"
    (tmp_path / "bad.toml").write_text("name = 1", encoding="utf-8")
    assert "a rule says in words" in done("link", "apply", tmp_path / "bad.toml", "--store", store, code=2).stderr
    assert "cannot read" in done("link", "apply", tmp_path / "none.toml", "--store", store, code=4).stderr
