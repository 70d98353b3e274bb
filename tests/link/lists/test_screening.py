from __future__ import annotations

import pytest

from tawthiq.ledger import Batch, Ledger
from tawthiq.link.lists.births import Fit, births_fit
from tawthiq.link.lists.entry import Entry, ListedName, Subject
from tawthiq.link.lists.formats.source import ListFile
from tawthiq.link.lists.places import places_fit
from tawthiq.link.lists.records import hits_of, screen_records
from tawthiq.link.lists.screening import Asked, Hit, Screener
from tawthiq.link.lists.store import ListVersion, add_version
from tawthiq.link.names import Likeness
from tawthiq.model import Claim, Kind, Mention, Span, Text
from tawthiq.register import update
from tests.ledger.samples import report
from tests.link.lists import samples

VERSION = ListVersion("v1", "sample", "ofac", "2024-05-03", "2024-05-04T00:00:00", (), 3)


def entry(id_: str, *names: str, births: tuple[str, ...] = (), places: tuple[str, ...] = ()) -> Entry:
    return Entry(id_, Subject.PERSON, tuple(map(ListedName, names)), births=births, birth_places=places)


LISTED = (
    entry("1", "QARDALI, Wasim", "KARDALY, Waseem", births=("1971-03-02",), places=("Dara', Syria",)),
    entry("2", "QARDALI, Wasim", births=("1999",)),
    entry("3", "SHAHRANI, Mahmud Salih", births=("1965~",)),
)


def hits(name: str, *births: str, places: tuple[str, ...] = (), unsure: bool = False) -> list[Hit]:
    return Screener([(VERSION, LISTED)]).screen(Asked((name,), births, places), unsure)


@pytest.mark.parametrize("name", ["وسيم قردلي", "وسيم القردلي", "Waseem Qardaly", "QARDALI, Waseem"])
def test_a_name_is_found_in_either_script_and_order(name: str) -> None:
    assert {hit.entry.id for hit in hits(name)} == {"1", "2"}


@pytest.mark.parametrize(
    "name", ["سامر قردلي", "وسام قردلي", "صالح محمود الشهراني", "محمد صالح الشهراني", "القردلي", "سامر الحلبي"]
)
def test_another_name_is_not_a_hit(name: str) -> None:
    assert hits(name) == []


def test_a_date_of_birth_puts_the_right_one_first_and_the_other_in_doubt() -> None:
    found = hits("وسيم قردلي", "1971-03-02", unsure=True)
    assert [(hit.entry.id, hit.birth, hit.likeness) for hit in found] == [
        ("1", Fit.AGREES, Likeness.SAME),
        ("2", Fit.AGAINST, Likeness.UNSURE),
    ]
    assert [hit.entry.id for hit in hits("وسيم قردلي", "1971-03-02")] == ["1"]


def test_a_name_that_many_bear_is_a_hit_only_with_something_else() -> None:
    listed = Screener([(VERSION, [entry("9", "ALI, Ahmad", births=("1970",), places=("Dara', Syria",))])])
    assert listed.screen(Asked(("أحمد علي",))) == []
    assert [hit.likeness for hit in listed.screen(Asked(("أحمد علي",)), unsure=True)] == [Likeness.UNSURE]
    assert [hit.entry.id for hit in listed.screen(Asked(("أحمد علي",), births=("1970",)))] == ["9"]
    assert [hit.entry.id for hit in listed.screen(Asked(("أحمد علي",), places=("نصيب",)))] == ["9"]


def test_a_hit_says_why_in_both_languages() -> None:
    (found,) = hits("وسيم قردلي", "1971", places=("نصيب",))
    assert "تاريخ الميلاد يوافق ما في القائمة" in found.explain("ar")
    assert "a place fits one of the list's" in found.explain("en")
    assert any("Wasim" in line and "وسيم" in line for line in found.explain("en"))


@pytest.mark.parametrize(
    ("ours", "theirs", "fit"),
    [
        (["1979-02-09"], ["1979-02-09"], Fit.AGREES),
        (["1979-02-09"], ["1979-09-02"], Fit.AGREES),
        (["1979-02-09"], ["1979-02-10"], Fit.AGAINST),
        (["1979-02-10"], ["1979-02-09", "1980"], Fit.AGREES),
        (["1979"], ["1980-05-01"], Fit.AGREES),
        (["1979"], ["1981"], Fit.AGAINST),
        (["1979"], ["1982~"], Fit.AGREES),
        (["1979"], ["1975/1978"], Fit.AGREES),
        ([], ["1979"], Fit.UNKNOWN),
        (["1979"], [], Fit.UNKNOWN),
    ],
)
def test_dates_of_birth_side_by_side(ours: list[str], theirs: list[str], fit: Fit) -> None:
    assert births_fit(ours, theirs) is births_fit(theirs, ours) is fit


@pytest.mark.parametrize(
    ("ours", "theirs", "fit"),
    [
        ("نصيب", "Nassib, Syria", Fit.AGREES),
        ("نصيب", "Dara', Syria", Fit.AGREES),
        ("دمشق", "Damascus, Syria", Fit.AGREES),
        ("بلدة نصيب", "Nasib", Fit.AGREES),
        ("حلب", "Dara', Syria", Fit.UNKNOWN),
        ("سوريا", "Syria", Fit.UNKNOWN),
        ("حمص", "Syria", Fit.UNKNOWN),
    ],
)
def test_places_side_by_side(ours: str, theirs: str, fit: Fit) -> None:
    assert places_fit([ours], [theirs]) is fit


def person(name: str) -> Batch:
    made, data = report(f"قال {name} شيئاً.")
    span = Span(4, 4 + len(name))
    mention = Mention(made.id, Kind.PERSON, span, name)
    claim = Claim(mention, "name", Text(name), span, "test/1")
    return Batch([(made, data)], [claim])


def test_records_are_screened_once_and_again_where_something_changes(ledger: Ledger) -> None:
    batch = person("كريم السامبل")
    ledger.append(batch)
    update(ledger)
    assert screen_records(ledger).found == ()

    add_version(ledger, "un", [samples.UN_XML])
    first = screen_records(ledger)
    assert (first.asked, first.unchanged) == (1, 0)
    assert [(found.hit["list"], found.hit["entry"], found.new) for found in first.found] == [("un", "SAi.001", True)]
    assert hits_of(ledger, first.found[0].record) == [first.found[0].hit]

    again = screen_records(ledger)
    assert (again.asked, again.unchanged, [found.new for found in again.found]) == (0, 1, [False])

    newer = samples.UN_XML.data.replace(b"2024-05-02", b"2025-05-02").replace(b"KARIM", b"NADIR")
    newer = newer.replace("كريم".encode(), "نادر".encode()).replace(b"Kareem", b"Nader")
    add_version(ledger, "un", [ListFile("un.xml", newer)])
    assert screen_records(ledger).found == ()
