"""The group gazetteer, the heads of groups and the nationalities keep the promises of data/README.md."""

from __future__ import annotations

import re
from collections import Counter, defaultdict

import pytest

from tawthiq.model.codes import code_list
from tawthiq.text.fold import fold_phrase
from tawthiq.text.tables import table

ARABIC = re.compile("^[\u0621-\u063a\u0641-\u064a0-9 .-]+$")
LATIN_IN_NAME = {"السويداء ANS", "وحدات مكافحة الإرهاب YAT"}
Row = dict[str, str]


def names(row: Row) -> list[str]:
    return [row["name"], *filter(None, row["aliases"].split("|"))]


@pytest.fixture(scope="module")
def groups() -> list[Row]:
    return [dict(row) for row in table("gazetteer/groups.tsv")]


def test_groups_are_many_and_have_unique_latin_ids(groups: list[Row]) -> None:
    assert len(groups) >= 700
    assert [key for key, number in Counter(row["id"] for row in groups).items() if number > 1] == []
    assert [row["id"] for row in groups if not re.fullmatch("tw:[a-z0-9]+(-[a-z0-9]+)*", row["id"])] == []


def test_every_parent_is_another_row_and_no_chain_closes(groups: list[Row]) -> None:
    parents = {row["id"]: row["parent"] for row in groups}
    for start in parents:
        seen, at = {start}, parents[start]
        while at:
            assert at in parents, f"{at} is no row"
            assert at not in seen, f"{at} is its own ancestor"
            seen.add(at)
            at = parents[at]


def test_kind_country_years_and_mark_are_of_the_lists(groups: list[Row]) -> None:
    assert {row["kind"] for row in groups} == set(code_list("group_kinds"))
    assert [row for row in groups if not re.fullmatch("[A-Z]{2}|", row["country"])] == []
    assert [row for row in groups if row["common"] not in ("", "1")] == []
    for row in groups:
        assert all(re.fullmatch(r"\d{4}|", row[key]) for key in ("since", "until")), row
        assert not (row["since"] and row["until"]) or row["since"] <= row["until"], row


def test_a_name_belongs_to_one_group_unless_it_is_marked(groups: list[Row]) -> None:
    owners: dict[str, list[Row]] = defaultdict(list)
    for row in groups:
        for name in {fold_phrase(name) for name in names(row)}:
            owners[name].append(row)
    shared = {name: rows for name, rows in owners.items() if len(rows) > 1}
    assert [name for name, rows in shared.items() if any(row["common"] != "1" for row in rows)] == []


def test_spelling_variants_that_fold_are_not_listed(groups: list[Row]) -> None:
    for row in groups:
        folded = [fold_phrase(name) for name in names(row)]
        assert len(set(folded)) == len(folded), row["id"]


def test_names_are_arabic_and_trimmed_and_have_an_english_one(groups: list[Row]) -> None:
    every = {name for row in groups for name in names(row)}
    assert {name for name in every if not ARABIC.match(name)} == LATIN_IN_NAME
    assert [name for name in every if name != " ".join(name.split())] == []
    assert [row["id"] for row in groups if not row["english"]] == []


@pytest.mark.parametrize(
    ("said", "group"),
    [
        ("داعش", "tw:is"), ("الحوثيين", "tw:houthis"), ("قسد", "tw:sdf"), ("وزارة الدفاع الأمريكية", "tw:mod-us"),
        ("قوات الأسد", "tw:regime-forces"), ("طالبان", "tw:taliban"), ("الخوذ البيضاء", "tw:white-helmets"),
    ],
)  # fmt: skip
def test_other_forms_lead_to_the_group(groups: list[Row], said: str, group: str) -> None:
    assert [row["id"] for row in groups if said in names(row)] == [group]


def test_ordinary_words_are_marked(groups: list[Row]) -> None:
    marked = {row["name"] for row in groups if row["common"] == "1"}
    assert {"سما", "الجزيرة", "الوئام", "أعماق", "رؤيا"} <= marked
    assert not {"حزب الله", "رويترز", "قوات النظام"} & marked


def test_heads_are_unique_and_of_known_kinds() -> None:
    rows = list(table("lexicon/group_heads.tsv"))
    assert len({fold_phrase(row["head"]) for row in rows}) == len(rows)
    assert {row["kind"] for row in rows} <= set(code_list("group_kinds"))
    assert {row["part_of_name"] for row in rows} == {"yes", "no"}


@pytest.mark.parametrize(
    ("head", "stays"),
    [("تنظيم", "no"), ("جماعة", "no"), ("قناة", "no"), ("حركة", "yes"), ("وزارة", "yes"), ("لواء", "yes")],
)
def test_heads_know_whether_they_stay_in_the_name(head: str, stays: str) -> None:
    assert {row["head"]: row["part_of_name"] for row in table("lexicon/group_heads.tsv")}[head] == stays


def test_nationalities_are_definite_and_one_of_each() -> None:
    rows = list(table("lexicon/nationalities.tsv"))
    countries = Counter(row["country"] for row in rows if row["country"])
    assert len(countries) >= 80
    assert max(countries.values()) == 1
    forms = [form for row in rows for key in ("adjective_m", "adjective_f") for form in row[key].split("|")]
    assert [form for form in forms if not form.startswith("ال")] == []
