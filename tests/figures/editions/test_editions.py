"""Editions in a real store: made, kept for ever, made again, and the same on both databases."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import delete, text
from sqlalchemy import update as change

from tawthiq.errors import NotFoundError, StoreError, UsageError
from tawthiq.figures.definitions import load_definitions
from tawthiq.figures.editions.changes import differences
from tawthiq.figures.editions.content import Content, content_from_text, monthly
from tawthiq.figures.editions.edition import Edition, all_editions, edition_named, units_of
from tawthiq.figures.editions.making import as_of, create, verify
from tawthiq.figures.gather import load_columns
from tawthiq.figures.inclusion import load_inclusion
from tawthiq.figures.tables import editions
from tawthiq.ledger import Batch, Ledger, open_ledger
from tawthiq.model import Judgement, Range, Verdict, pair
from tawthiq.register import stored_hash, update
from tests.figures.editions.test_changes import check
from tests.figures.telling import Tale, Told, batch, judged, record, tell

RULE, DEFINITIONS = load_inclusion(), load_definitions()
ASKED = monthly(DEFINITIONS, "2023-10", "SY12", "2018-08")


def tales(number: int = 8) -> list[Tale]:
    one = {"killed": Range(1, 1), "injured": Range(1, 1)}
    return [tell(Told(f"2023-{9 + at % 2:02d}-{at + 1:02d}", counts=one), at) for at in range(number)]


def publish(ledger: Ledger, name: str) -> Edition:
    return create(ledger, name, ASKED, DEFINITIONS, RULE)


def judge(ledger: Ledger, *judgements: Judgement) -> None:
    ledger.append(Batch(judgements=judgements))
    update(ledger)


def test_an_edition_is_read_as_it_was_made(ledger: Ledger) -> None:
    record(ledger, *tales())
    made = publish(ledger, "october")
    held = edition_named(ledger, "october")
    assert held == made == edition_named(ledger, made.hash[:6])
    assert held.content.text() == held.text
    assert held.content == content_from_text(held.text)
    told = {(asked.definition, figure.cell): figure.range for asked, figure in held.content.figures()}
    assert told["killed", ()] == Range(4, 4)
    assert len(units_of(ledger, held)) == 8


def test_a_name_is_taken_once(ledger: Ledger) -> None:
    record(ledger, *tales())
    assert publish(ledger, "october") == publish(ledger, "october")
    record(ledger, tell(Told("2023-10-30"), 99))
    with pytest.raises(UsageError, match="take another name"):
        publish(ledger, "october")
    with pytest.raises(NotFoundError, match="october"):
        edition_named(ledger, "november")


def test_nobody_changes_an_edition(ledger: Ledger) -> None:
    record(ledger, *tales())
    publish(ledger, "october")
    for statement in (change(editions).values(hash="0" * 64), delete(editions)):
        with pytest.raises(StoreError), ledger.writing() as connection:
            connection.execute(statement)


def test_an_edition_comes_out_bit_for_bit_again_whatever_came_later(ledger: Ledger) -> None:
    held = tales()
    record(ledger, *held)
    edition = publish(ledger, "october")
    record(ledger, tell(Told("2023-10-30", counts={"killed": Range(9, 9)}), 99))
    judge(ledger, *judged([held[1].claim("type")], Verdict.REJECTED, "2023-12-01T08:00:00Z"))
    assert verify(ledger, edition) == []
    assert publish(ledger, "again").hash != edition.hash


def test_what_the_ledger_held_then_is_the_ledger_then(ledger: Ledger) -> None:
    record(ledger, *tales(4))
    position, register = ledger.position(), stored_hash(ledger)
    record(ledger, tell(Told("2023-10-30"), 99))
    with as_of(ledger, position) as copy:
        assert stored_hash(copy) == register
        assert len(load_columns(copy, RULE)) == 4


def test_an_edition_that_cannot_be_made_again_says_what_is_not_as_it_was(ledger: Ledger) -> None:
    record(ledger, *tales())
    edition = publish(ledger, "october")
    forged = replace(edition, text=edition.text.replace("[4,4]", "[5,5]"))
    assert verify(ledger, forged) == ["the edition was changed: its content no longer gives its hash"]
    earlier = replace(edition, chain="0" * 64)
    assert "batch 1 is not the one" in verify(ledger, earlier)[0]
    content = edition.content
    other = Content(content.definitions, content.rule, content.register_rule, content.answers[:3], "0" * 64)
    from tawthiq.model.ids import sha256

    wrong = replace(edition, text=other.text(), hash=sha256(other.text().encode()))
    assert verify(ledger, wrong)[-1] == "the incidents that the figures are counted from are not the same"


def test_both_databases_give_one_hash(new_store: Callable[[], str], tmp_path: Path) -> None:
    """The batches are not the same either: a hash is of what is known, not of how it came."""
    with open_ledger(new_store()) as one, open_ledger(tmp_path / "other.db") as other:
        record(one, *tales())
        for tale in reversed(tales()):
            record(other, tale)
        first, second = publish(one, "october"), publish(other, "october")
    assert (first.hash, first.text) == (second.hash, second.text)
    assert first.position != second.position


def test_two_stores_differ_by_what_is_in_them(ledger: Ledger) -> None:
    record(ledger, *tales())
    first = publish(ledger, "first")
    record(ledger, tell(Told("2023-10-30", counts={"killed": Range(1, 1)}), 99))
    second = publish(ledger, "second")
    found = differences(units_of(ledger, first), units_of(ledger, second), ASKED[:2], RULE.id)
    assert [each.delta.least for each in found] == [1, 1]


@settings(max_examples=12, deadline=None)
@given(st.integers(0, 2**32))
def test_random_judgements_are_accounted_for(seed: int) -> None:
    random, held = Random(seed), tales(10)
    with TemporaryDirectory() as folder, open_ledger(Path(folder) / "store.db") as ledger:
        ledger.append(batch(held[:5], accepted=False))
        judge(ledger, *some_judgements(random, held[:5], 8))
        before = load_columns(ledger, RULE)
        ledger.append(batch(held[5:], accepted=bool(random.getrandbits(1))))
        judge(ledger, *some_judgements(random, held, 12))
        after = load_columns(ledger, RULE)
    for difference in differences(before, after, ASKED, RULE.id):
        check(difference)


def some_judgements(random: Random, among: list[Tale], number: int) -> list[Judgement]:
    """On claims of incidents, on whole reports, and on pairs."""
    made = []
    for at in range(number):
        one, other = random.sample(among, 2)
        when = f"2023-12-{random.randint(1, 28):02d}T08:00:{at:02d}Z"
        claim = random.choice([claim for claim in one.claims if claim.subject == one.incident])
        verdict = random.choice([Verdict.ACCEPTED, Verdict.ACCEPTED, Verdict.REJECTED])
        same = random.choice([Verdict.SAME, Verdict.DIFFERENT])
        judgements = [
            Judgement((claim.id,), verdict, "سعاد", when),
            *judged(one.claims, at=when),
            Judgement(pair(one.incident.id, other.incident.id), same, "سعاد", when),
            Judgement((one.report.id,), Verdict.RETRACTED, "سعاد", when),
        ]
        made.append(random.choice(judgements))
    return made


def test_the_store_keeps_editions_beside_the_ledger(ledger: Ledger) -> None:
    record(ledger, *tales(2))
    publish(ledger, "october")
    assert [each.name for each in all_editions(ledger)] == ["october"]
    assert ledger.verify_chain() == []
    with ledger.reading() as connection:
        assert connection.scalar(text("SELECT count(*) FROM editions")) == 1
