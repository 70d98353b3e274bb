"""Clauses and responses that a person types: field notes whose claims that person has judged right."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tawthiq.agreements.cells import State
from tawthiq.agreements.dossier import Dossier, find_agreement
from tawthiq.agreements.forms import ClauseForm, ResponseForm, write_clause, write_response
from tawthiq.agreements.monitor import Monitor
from tawthiq.errors import NotFoundError, UsageError
from tawthiq.figures.inclusion import load_inclusion
from tawthiq.ledger import Ledger, open_ledger
from tawthiq.model import Conduct, Kind
from tawthiq.model.records import Clause, Incident
from tawthiq.register import claims_behind, record_of, records
from tests.agreements import history
from tests.cli.running import data, done

AT = "2024-12-02T10:00:00.000000+00:00"
FORM = ClauseForm(
    obligation="كل المجموعات تفتح طرق الإسعاف",
    trigger="قصفت بلدة",
    acts=("shelling",),
    threats=("النظام السوري",),
    areas=("درعا",),
    duty_of=("كل المجموعات",),
    within="يوم",
)


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with open_ledger(tmp_path / "store.db") as opened:
        history.fill(opened, history.script(30))
        yield opened


def typed(ledger: Ledger, form: ClauseForm = FORM) -> Clause:
    record = record_of(ledger, write_clause(ledger, find_agreement(ledger, "دفاع مشترك"), form, "سعاد", AT))
    assert isinstance(record, Clause)
    return record


def test_a_typed_clause_belongs_to_its_agreement_and_has_its_words(ledger: Ledger) -> None:
    clause = typed(ledger)
    held = Dossier(ledger, find_agreement(ledger, "دفاع مشترك"))
    assert clause in held.clauses
    for each in claims_behind(ledger, clause):
        assert each.claim.speaker.label == "سعاد"
        assert each.report.text[each.claim.span.start : each.claim.span.end] == each.quote
    assert [str(each.value) for each in clause.area] == ["SY12"]


def test_a_typed_clause_is_watched_at_once(ledger: Ledger) -> None:
    clause = typed(ledger)
    monitor = Monitor(ledger, load_inclusion("accepted"))
    (mine,) = [each for each in monitor.followed() if each.clause.clause == clause.id]
    assert mine.clause.acts == {"shelling"}
    assert mine.clause.hours == 24
    assert {monitor.facets.columns.word("type", int(row)) for row in mine.rows} <= {"shelling"}


def test_a_typed_response_closes_its_cell(ledger: Ledger) -> None:
    monitor = Monitor(ledger, load_inclusion("accepted"))
    (pact,) = monitor.followed()
    row = next(int(row) for row in pact.rows if all(c.state is State.NOT_KNOWN for c in pact.cells(int(row))))
    id_ = monitor.facets.columns.record(row)
    incident = next(r for r in records(ledger, Kind.INCIDENT) if r.id == id_)
    clause = next(r for r in records(ledger, Kind.CLAUSE) if r.id == pact.clause.clause)
    assert isinstance(incident, Incident)
    assert isinstance(clause, Clause)
    form = ResponseForm("نصيب", Conduct.FULFILLED, "2024-01-01", incident=incident, clause=clause)
    write_response(ledger, form, "سعاد", AT)
    (after,) = Monitor(ledger, load_inclusion("accepted")).followed()
    before = {cell.claims for line in pact.lines for cell in line.answered}
    new = [cell for line in after.lines for cell in line.answered if cell.claims not in before]
    assert [(cell.party.label, cell.state) for cell in new] == [("نصيب", State.FULFILLED)]


def test_what_a_form_refuses(ledger: Ledger) -> None:
    with pytest.raises(UsageError, match="no act"):
        typed(ledger, ClauseForm("شيء", acts=("no-such-act",)))
    with pytest.raises(NotFoundError):
        typed(ledger, ClauseForm("شيء", areas=("لا مكان كهذا",)))
    with pytest.raises(UsageError, match="to an incident or to a clause"):
        write_response(ledger, ResponseForm("نصيب", Conduct.BREACHED), "سعاد", AT)


def test_forms_by_the_command_line(ledger: Ledger, tmp_path: Path) -> None:
    store = ("--store", tmp_path / "store.db", "--by", "سعاد")
    written = data("agreement", "write", "دفاع مشترك", "--obligation", "يُفتح الطريق", *store)
    assert written["kind"] == "clause"
    told = data("agreement", "respond", "نصيب", "breached", "--clause", written["id"], "--on", "2024-02-01", *store)
    assert told["kind"] == "response"
    done("agreement", "respond", "نصيب", "breached", *store, code=2)
    (line,) = [
        line
        for clause in data("agreement", "compliance", "--store", tmp_path / "store.db")
        if clause["obligation"] == "يُفتح الطريق"
        for line in clause["parties"]
        if line["party"] == "نصيب"
    ]
    assert (line["owed"], line["breached"]) == (1, 1)
    assert line["answered"][0]["words"][0]["quote"]
