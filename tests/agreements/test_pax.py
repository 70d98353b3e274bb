"""PA-X Local: synthetic rows in its 65 columns go in and come out with every cell that they had."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tawthiq.agreements.pax.columns import columns, dump, parse
from tawthiq.agreements.pax.reading import batch_of, day_of, read_pax
from tawthiq.agreements.pax.writing import write_pax
from tawthiq.errors import InputError
from tawthiq.ledger import Ledger, open_ledger
from tawthiq.model import Code, Kind, Text, Verdict
from tawthiq.register import judge_claim, records, retract, update
from tests.agreements import history
from tests.cli.running import data, done

HEADER = [column.name for column in columns()]
FULL: Mapping[str, str] = {
    "Con": "Syria", "Contp": "Government", "PP": "95", "PPName": "Syria local processes", "Reg": "Middle East",
    "AgtId": "90001", "Ver": "1", "Agt": "Ceasefire of the Upper Valley", "Dat": "2014-12-23",
    "Status": "Multiparty signed/agreed", "Lgt": "2", "Agtp": "IntraLocal", "Stage": "Cea", "StageSub": "Ceas",
    "Part": "Valley Brigade; Plain Battalions\nElders of the Valley", "ThrdPart": "Red Crescent", "Loc1ISO": "SYR",
    "LocaleName": "Upper Valley", "LatDec": "32.8237", "LongDec": "35.93156", "Mediator": "1", "agt_dat": "23/12/2014",
    "year": "2014", "stage_label": "Ceasefire", "description": 'A "local" truce, with\na second line; and more',
    "PDF_Hyperlink": "file:90001.pdf",
}  # fmt: skip
SPARE: Mapping[str, str] = {"AgtId": "90002", "Agt": "هدنة بلدة المرج", "Dat": "5/6/2018", "Status": "Status unclear"}


def table(*rows: Mapping[str, str], header: Sequence[str] = HEADER) -> bytes:
    return dump(header, [[row.get(name, "") for name in header] for row in rows])


def cells(written: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(written.decode(), newline="")))


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with open_ledger(tmp_path / "store.db") as opened:
        yield opened


def stored(ledger: Ledger, data_: bytes) -> None:
    ledger.append(batch_of(read_pax(data_, "pax.csv")))
    update(ledger)


def test_there_are_65_columns() -> None:
    assert len(HEADER) == len(set(HEADER)) == 65


def test_what_goes_in_comes_out(ledger: Ledger) -> None:
    stored(ledger, table(FULL, SPARE))
    assert write_pax(ledger) == table(FULL, SPARE)


CELL = st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"]), max_size=20) | st.sampled_from(
    ["", "a,b", 'c"d', "سطر\nوسطر", "; ;", "0", " blank "]
)


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.lists(CELL, min_size=65, max_size=65), min_size=1, max_size=4))
def test_any_cells_come_out_as_they_went_in(tmp_path_factory: pytest.TempPathFactory, rows: list[list[str]]) -> None:
    for number, row in enumerate(rows):
        row[HEADER.index("AgtId")], row[HEADER.index("Agt")] = str(number + 1), f"Agreement {number}"
    with open_ledger(tmp_path_factory.mktemp("pax") / "store.db") as ledger:
        stored(ledger, dump(HEADER, rows))
        assert write_pax(ledger) == dump(HEADER, rows)


def test_columns_of_other_editions_are_kept_too(ledger: Ledger) -> None:
    extra = ["AgtId", "Agt", "Dat", "GeWom"]
    stored(ledger, table({"AgtId": "7", "Agt": "x", "Dat": "2020", "GeWom": "3"}, header=extra))
    (row,) = cells(write_pax(ledger))
    assert (row["AgtId"], row["GeWom"]) == ("7", "3")


def test_cells_become_claims_with_their_words(ledger: Ledger) -> None:
    stored(ledger, table(FULL))
    said = {(c.predicate, str(c.value)) for c in ledger.claims()}
    assert {
        ("status", "signed"), ("scope", "intra_local"), ("stage", "ceasefire"), ("date", "2014-12-23"),
        ("party", "Valley Brigade"), ("party", "Elders of the Valley"), ("guarantor", "Red Crescent"),
        ("place", "Upper Valley"),
    } <= said  # fmt: skip
    for claim in ledger.claims():
        if isinstance(claim.value, Text):
            assert claim.span.of(ledger.report(claim.report).text).strip() == claim.value.text


def test_a_corrected_cell_comes_out_corrected(ledger: Ledger) -> None:
    stored(ledger, table(FULL))
    for claim in list(ledger.claims()):
        if claim.value == Text("Valley Brigade"):
            judge_claim(ledger, claim, Verdict.CORRECTED, "سعاد", correction=Text("Valley Division"))
        if claim.value == Code("ceasefire"):
            judge_claim(ledger, claim, Verdict.CORRECTED, "سعاد", correction=Code("renewal"))
    (row,) = cells(write_pax(ledger))
    assert row["Part"] == "Valley Division; Plain Battalions; Elders of the Valley"
    assert row["Stage"] == "Ren"
    assert row | {"Part": "", "Stage": ""} == {name: FULL.get(name, "") for name in HEADER} | {"Part": "", "Stage": ""}


def test_a_retracted_row_stays_out(ledger: Ledger) -> None:
    stored(ledger, table(FULL, SPARE))
    retract(ledger, next(r.id for r in ledger.reports() if r.name == "PA-X 90001"), "سعاد")
    assert [row["AgtId"] for row in cells(write_pax(ledger, own=False))] == ["90002"]


def test_agreements_of_our_own_in_the_terms_of_pax(ledger: Ledger) -> None:
    history.fill(ledger, history.script(1))
    (row,) = cells(write_pax(ledger))
    assert (row["Dat"], row["Stage"], row["AgtId"]) == (history.SIGNED, "SubPar", "")
    assert row["Status"] == "Agreement with subsequent status"
    assert cells(write_pax(ledger, own=False)) == []


@pytest.mark.parametrize(
    ("broken", "why"),
    [
        (b"", "empty"), (b"a,b\n1,2\n", "lacks AgtId"), (b"AgtId,Agt,Dat\n1,2\n", "row 1: 2 cells"),
        (b'AgtId,Agt,Dat\n"1', "no CSV"), (b"AgtId,Agt,Dat\n\xff", "not UTF-8"),
    ],
)  # fmt: skip
def test_what_is_no_table_of_pax(broken: bytes, why: str) -> None:
    with pytest.raises(InputError, match=why):
        parse(broken, "file.csv")


@pytest.mark.parametrize(
    ("cell", "day"),
    [("2014-12-23", "2014-12-23"), ("23/12/2014", "2014-12-23"), ("2014", "2014"), ("31/2/2014", None), ("soon", None)],
)
def test_days(cell: str, day: str | None) -> None:
    found = day_of(cell)
    assert (found.text if found else None) == day


def test_by_the_command_line(tmp_path: Path) -> None:
    (tmp_path / "in.csv").write_bytes(table(FULL, SPARE))
    store = ("--store", tmp_path / "store.db")
    assert data("agreement", "import", tmp_path / "in.csv", *store)["reports"] == 2
    assert data("agreement", "import", tmp_path / "in.csv", *store)["reports"] == 0
    done("agreement", "export", tmp_path / "out.csv", *store)
    assert (tmp_path / "out.csv").read_bytes() == (tmp_path / "in.csv").read_bytes()
    assert done("agreement", "export", *store).stdout == (tmp_path / "in.csv").read_text(encoding="utf-8")
    assert [row["AgtId"] for row in data("agreement", "export", *store)] == ["90001", "90002"]


def test_the_kind_of_record(ledger: Ledger) -> None:
    stored(ledger, table(FULL))
    assert [record.label for record in records(ledger, Kind.AGREEMENT)] == [FULL["Agt"]]
