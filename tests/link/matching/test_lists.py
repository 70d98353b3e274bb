"""A list against a list: who is who."""

from __future__ import annotations

import random
from datetime import date
from itertools import product

from tawthiq.link.matching.blocks import pairs
from tawthiq.link.matching.frequency import Frequencies
from tawthiq.link.matching.levels import FIELDS, Rows, compared, linking
from tawthiq.link.matching.lists import Link, link
from tawthiq.link.matching.records import Record
from tawthiq.link.matching.weights import Weights, by_chance, fitted, given, probability
from tawthiq.link.names import parse

GIVEN = ("محمد", "أحمد", "خالد", "نضال", "سمير", "رامي", "هدى", "فاطمة", "عبد الله", "ياسين")
FATHERS = ("علي", "حسن", "يوسف", "إبراهيم", "عمر")
FAMILIES = ("الزعبي", "أبو زريق", "الحراكي", "المصري", "قطيفان", "الجباوي", "النابلسي", "درويش")


def person(key: str, name: str, age: int | None = None, birth: date | None = None, sex: str = "") -> Record:
    return Record(key, parse(name), age, birth, sex)


def town(size: int) -> list[Record]:
    """People of one town, the same ones every time."""
    chance = random.Random(7)
    names = list(product(GIVEN, FATHERS, FAMILIES))
    chance.shuffle(names)
    return [person(str(at), " ".join(name), chance.randrange(1, 90), sex="m") for at, name in enumerate(names[:size])]


def misspelt(record: Record) -> Record:
    text = record.name.text.replace("ة", "ه").replace("أ", "ا").replace("عبد الله", "عبدالله").replace("قط", "قيط")
    return person(record.key, text, None if record.age is None else record.age + 1, sex=record.sex)


def keys(links: list[Link]) -> set[tuple[str, str]]:
    return {(one.left.key, one.right.key) for one in links}


def test_a_town_finds_itself_a_year_later() -> None:
    before = town(200)
    after = [misspelt(record) for record in before[20:]]
    found = keys(link(before, after))
    right = sum(a == b for a, b in found)
    assert right / len(found) >= 0.99
    assert right / len(after) >= 0.98


def test_brothers_are_not_linked() -> None:
    ours = [person("1", "خالد عمر الزعبي", 30, sex="m"), person("2", "نضال عمر الزعبي", 32, sex="m")]
    theirs = [person("a", "نضال عمر الزعبى", 32, sex="m"), person("b", "سمير عمر الزعبي", 31, sex="m")]
    assert keys(link(ours, theirs)) == {("2", "a")}


def test_namesakes_are_told_apart_by_age() -> None:
    ours = [person("1", "محمد حسن المصري", 12), person("2", "محمد حسن المصري", 54)]
    theirs = [person("a", "محمد حسن المصري", 55), person("b", "محمد حسن المصري", 12)]
    assert keys(link(ours, theirs)) == {("1", "b"), ("2", "a")}


def test_namesakes_that_nothing_tells_apart_share_one_certainty() -> None:
    ours = [person("1", "رامي يوسف الجباوي")]
    theirs = [person("a", "رامي يوسف الجباوي"), person("b", "رامي يوسف الجباوي")]
    found = link(ours, theirs, least=0.0)
    assert len(found) == 1
    assert found[0].probability <= 0.5


def test_one_person_may_stand_in_many_rows_if_it_is_said() -> None:
    ours = [person("1", "رامي يوسف الجباوي", 30, date(1990, 5, 1))]
    theirs = [person("a", "رامي يوسف الجباوي", 30, date(1990, 5, 1)), person("b", "رامي الجباوي", 30, date(1990, 5, 1))]
    assert keys(link(ours, theirs, unique=False)) == {("1", "a"), ("1", "b")}


def test_across_scripts() -> None:
    ours = [person("1", "خالد عمر الزعبي", 30), person("2", "هدى علي قطيفان", 22)]
    theirs = [person("a", "Huda Ali Kteifan", 22), person("b", "Khaled Omar al-Zoubi", 31)]
    assert keys(link(ours, theirs)) == {("1", "b"), ("2", "a")}


def test_the_same_lists_give_the_same_links() -> None:
    before = town(60)
    assert link(before, before) == link(before, before)


def test_nothing_is_linked_with_nothing() -> None:
    assert link([], town(3)) == link(town(3), []) == []


def test_blocks_bring_true_pairs_together() -> None:
    before = town(100)
    found = set(pairs(before, [misspelt(record) for record in before], linking()["most_compared"]))
    assert all((at, at) in found for at in range(len(before)))
    assert len(found) < 100 * 100 / 2


def levels(one: Record, other: Record) -> dict[str, str]:
    ours, theirs = (Rows((record,), (record.parts,)) for record in (one, other))
    return dict(zip(FIELDS, compared(0, ours, 0, theirs).levels, strict=True))


def test_levels() -> None:
    one = person("1", "خالد عمر الزعبي", 30, date(1994, 3, 5), "m")
    other = person("2", "Khaled Amr al-Zoubi", 31, date(1994, 5, 3), "f")
    assert levels(one, other) == {
        "given": "equal",
        "father": "other",
        "forebears": "missing",
        "family": "equal",
        "age": "one",
        "birth": "turned",
        "sex": "other",
    }


def test_what_page_readers_do_to_a_word_is_near() -> None:
    one, other = person("1", "منير سالم الطلاع"), person("2", "مني سالم الطلاع")
    assert levels(one, other)["given"] == "near"


def test_a_column_of_fathers_stands_for_the_father() -> None:
    one = Record("1", parse("خالد الزعبي"), father=parse("عمر"))
    assert levels(one, person("2", "خالد عمر الزعبي"))["father"] == "equal"


def test_rare_names_weigh_more_when_equal() -> None:
    people = [
        person(str(at), f"{name} حسن {family}") for at, (name, family) in enumerate(product(GIVEN, ("المصري",) * 5))
    ]
    people.append(person("rare", "غيداق حسن المصري"))
    rows = Rows(tuple(people), tuple(record.parts for record in people))
    frequencies = Frequencies(rows, rows)
    common, rare = (compared(at, rows, at, rows) for at in (0, len(people) - 1))
    assert frequencies.bits(rare, frequencies.chances()) > frequencies.bits(common, frequencies.chances())


def fit(people: list[Record]) -> Weights:
    rows = Rows(tuple(people), tuple(record.parts for record in people))
    found = [compared(i, rows, j, rows) for i, j in pairs(people, people, linking()["most_compared"])]
    return fitted(found, [], by_chance(people, people))


def test_weights_of_few_pairs_stay_near_those_given() -> None:
    weights = fit(town(3))
    assert abs(weights.m["given"]["equal"] - given().m["given"]["equal"]) < 0.05
    assert weights.prior_bits < 0 < weights.bits(("equal",) * len(FIELDS))


def test_shares_of_levels_add_up() -> None:
    weights = fit(town(50))
    for shares in (*weights.m.values(), *weights.u.values()):
        assert abs(sum(shares.values()) - 1.0) < 1e-6


def test_probability_of_odds() -> None:
    assert probability(0.0) == 0.5
    assert probability(1e9) == 1.0 - probability(-1e9)
