"""The scripted history of 200 incidents around one clause: episodes and cells are those of its answers."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tawthiq.agreements.cells import State
from tawthiq.agreements.compliance import Followed
from tawthiq.agreements.monitor import Monitor
from tawthiq.figures.inclusion import load_inclusion
from tawthiq.ledger import open_ledger
from tawthiq.model import Kind
from tawthiq.register import records
from tests.agreements import history


@pytest.fixture(scope="module")
def told() -> history.Script:
    return history.script()


@pytest.fixture(scope="module")
def office(told: history.Script, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Monitor]:
    path: Path = tmp_path_factory.mktemp("history") / "store.db"
    with open_ledger(path) as ledger:
        history.fill(ledger, told)
        yield Monitor(ledger, load_inclusion("accepted"))


@pytest.fixture(scope="module")
def followed(office: Monitor) -> Followed:
    (one,) = office.followed()
    return one


@pytest.fixture(scope="module")
def names(office: Monitor, told: history.Script) -> dict[str, str]:
    """The row of the history by the id of its incident's record."""
    return dict(history.ids_of(told, [(r.id, r.mentions) for r in records(office.ledger, Kind.INCIDENT)]))


def test_the_history_has_200_incidents() -> None:
    assert len(history.rows()) == 200


def test_episodes_are_those_of_the_script(office: Monitor, followed: Followed, names: dict[str, str]) -> None:
    found = [names[office.facets.columns.record(int(row))] for row in followed.rows]
    assert len(found) == len(set(found))
    assert set(found) == history.expected_episodes()


def test_cells_are_those_of_the_script(office: Monitor, followed: Followed, names: dict[str, str]) -> None:
    found = {
        (names[office.facets.columns.record(cell.row)], cell.party.label): f"{cell.state}{' late' * cell.late}"
        for line in followed.lines
        for cell in line.answered
    }
    assert found == history.expected_states()


def test_parties_are_the_areas_that_sent_delegates(followed: Followed) -> None:
    assert {line.party.label for line in followed.lines} == {"بصرى الشام", "نصيب", "الريف الغربي"}


def test_what_nobody_reports_is_not_known(followed: Followed) -> None:
    episodes, answered = len(history.expected_episodes()), len(history.expected_states())
    assert sum(line.count(State.NOT_KNOWN) for line in followed.lines) == 3 * episodes - answered


def test_every_answered_cell_opens_onto_words(office: Monitor, followed: Followed) -> None:
    for line in followed.lines:
        for cell in line.answered:
            claims = office.ledger.claims_by_id(cell.claims)
            assert claims
            for claim in claims:
                assert line.party.label in claim.span.of(office.ledger.report(claim.report).text)
