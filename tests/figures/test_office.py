"""The figures that the seed's office published come out of a register of that size, exactly, each open to its words."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tawthiq.figures.columns import Columns
from tawthiq.figures.counting import answer
from tawthiq.figures.definitions import load_definitions
from tawthiq.figures.editions.content import monthly
from tawthiq.figures.editions.making import create, verify
from tawthiq.figures.figure import Figure
from tawthiq.figures.gather import load_columns
from tawthiq.figures.inclusion import load_inclusion
from tawthiq.figures.lineage import parts_of, total_of
from tawthiq.figures.sentences import sentence
from tawthiq.ledger import Ledger, open_ledger
from tawthiq.model import Bound, Range
from tawthiq.register import claims_behind, get_record
from tests.figures import office

RULE, DEFINITIONS = load_inclusion(), load_definitions()
SEVEN = [
    ("operations", office.SINCE, 1983, Bound.AT_LEAST),
    ("killed", office.SINCE, 1323, Bound.AT_LEAST),
    ("former_opposition_share", office.SINCE, 516, Bound.EXACT),
    ("operations", office.MONTH, 33, Bound.EXACT),
    ("killed", office.MONTH, 17, Bound.EXACT),
    ("injured", office.MONTH, 12, Bound.EXACT),
    ("survived", office.MONTH, 8, Bound.EXACT),
]
SENTENCES = {
    ("operations", office.SINCE): (
        "وُثّق ما لا يقل عن 1,983 عملية ومحاولة اغتيال في محافظة درعا منذ آب 2018 حتى نهاية تشرين الأول 2023.",
        "At least 1,983 operations and attempts were documented in Dar'a governorate from August 2018 to the end of "
        "October 2023.",
    ),
    ("killed", office.SINCE): (
        "وقُتل فيها ما لا يقل عن 1,323 شخصاً.",
        "At least 1,323 people were killed in them.",
    ),
    ("former_opposition_share", office.SINCE): (
        "ومن مجموع القتلى 39 في المئة من القادة والعناصر السابقين في فصائل المعارضة (516 من 1,323 قتيلاً).",
        "Of all killed, 39 per cent were former commanders and members of opposition factions "
        "(516 of 1,323 people killed).",
    ),
    ("operations", office.MONTH): (
        "وُثّقت 33 عملية ومحاولة اغتيال في محافظة درعا في تشرين الأول 2023.",
        "33 operations and attempts were documented in Dar'a governorate in October 2023.",
    ),
    ("killed", office.MONTH): ("وقُتل فيها 17 شخصاً.", "17 people were killed in them."),
    ("injured", office.MONTH): ("وأُصيب فيها 12 شخصاً.", "12 people were injured in them."),
    ("survived", office.MONTH): ("ونجا 8 أشخاص من محاولات الاغتيال.", "8 people survived attempts."),
}


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    with open_ledger(tmp_path_factory.mktemp("office") / "office.db") as ledger:
        office.fill(ledger)
        yield ledger


@pytest.fixture(scope="module")
def columns(store: Ledger) -> Columns:
    return load_columns(store, RULE)


def counted(columns: Columns, name: str, period: str) -> Figure:
    return answer(columns, DEFINITIONS[name].question(period, office.AREA), RULE.id).total


@pytest.mark.parametrize(("name", "period", "n", "bound"), SEVEN)
def test_the_seven_figures(columns: Columns, name: str, period: str, n: int, bound: Bound) -> None:
    figure = counted(columns, name, period)
    assert (figure.range, figure.bound) == (Range(n, n), bound)


def test_thirty_nine_per_cent_of_the_killed(columns: Columns) -> None:
    figure = counted(columns, "former_opposition_share", office.SINCE)
    assert figure.base == Range(1323, 1323)
    assert round(100 * (figure.share or 0)) == 39


@pytest.mark.parametrize(("name", "period", "_n", "_bound"), SEVEN)
def test_the_sentences(columns: Columns, name: str, period: str, _n: int, _bound: Bound) -> None:
    figure, brief = counted(columns, name, period), name != "operations"
    told = tuple(sentence(figure, DEFINITIONS[name], language, brief) for language in ("ar", "en"))
    assert told == SENTENCES[name, period]


@pytest.mark.parametrize(("name", "period", "n", "_bound"), SEVEN)
def test_each_opens_onto_its_records(columns: Columns, name: str, period: str, n: int, _bound: Bound) -> None:
    figure = counted(columns, name, period)
    parts = parts_of(columns, figure.question, ())
    assert total_of(parts) == figure.range
    assert sum(part.least or 0 for part in parts if part.decided) == n


def test_and_onto_the_words(store: Ledger, columns: Columns) -> None:
    figure = counted(columns, "killed", office.MONTH)
    parts = [part for part in parts_of(columns, figure.question, ()) if part.least]
    said = [claims_behind(store, get_record(store, part.record)) for part in parts]
    words = [[each.quote for each in claims if each.claim.predicate == "killed"] for claims in said]
    assert len(words) == 16
    assert all(quote.startswith("killed ") for quotes in words for quote in quotes)


def test_the_edition_of_the_office_comes_out_again(store: Ledger) -> None:
    asked = monthly(DEFINITIONS, office.MONTH, office.AREA, "2018-08")
    edition = create(store, "2023-10", asked, DEFINITIONS, RULE)
    assert verify(store, edition) == []
