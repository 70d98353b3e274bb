from __future__ import annotations

import pytest

from tawthiq.errors import InputError
from tawthiq.link.lists.entry import Entry, ListedName, Subject, entry_from_json
from tawthiq.link.lists.formats import read_list
from tawthiq.link.lists.formats.source import ListFile
from tests.link.lists import samples

ALL = {
    "OFAC CSV": [samples.SDN, samples.ALT, samples.ADD],
    "OFAC XML": [samples.SDN_XML],
    "UN XML": [samples.UN_XML],
    "EU XML": [samples.EU_XML],
    "EU CSV": [samples.EU_CSV],
    "OFSI CSV": [samples.OFSI_CSV],
    "UK CSV": [samples.UK_CSV],
    "OpenSanctions CSV": [samples.SIMPLE_CSV],
    "OpenSanctions FtM": [samples.FTM],
}


def person(files: list[ListFile]) -> Entry:
    _, _, entries = read_list(files)
    return next(entry for entry in entries if entry.subject is Subject.PERSON)


@pytest.mark.parametrize("files", ALL.values(), ids=ALL)
def test_every_format_tells_the_person_and_when_born(files: list[ListFile]) -> None:
    found = person(files)
    assert any("SAMPLE" in name.text.upper() for name in found.names)
    assert any(birth.startswith(("1979", "1977/")) for birth in found.births)
    assert entry_from_json(found.to_json()) == found


@pytest.mark.parametrize(
    ("key", "day"),
    [
        ("OFAC CSV", None),
        ("OFAC XML", "2024-05-03"),
        ("UN XML", "2024-05-02"),
        ("EU XML", "2024-05-02"),
        ("EU CSV", "2024-05-02"),
        ("OFSI CSV", "2024-05-02"),
        ("UK CSV", "2024-05-02"),
        ("OpenSanctions CSV", "2024-05-01"),
        ("OpenSanctions FtM", "2024-05-02"),
    ],
)
def test_the_day_of_the_list_is_the_one_that_it_gives(key: str, day: str | None) -> None:
    assert read_list(ALL[key])[1] == day


def test_ofac_csv_takes_births_and_weak_aliases_from_the_remarks() -> None:
    assert read_list(ALL["OFAC CSV"])[2] == [
        Entry(
            id="101",
            subject=Subject.PERSON,
            names=(
                ListedName("AL-SAMPLE, Karim"),
                ListedName("EL SAMPLE, Kareem"),
                ListedName("Abu Sample", weak=True),
            ),
            births=("1979-02-09", "1980~"),
            birth_places=("Sampleton, Syria",),
            places=("1 Street, Sampleton, Syria",),
            nationalities=("Syria",),
            programmes=("SYRIA",),
            remarks="DOB 09 Feb 1979; alt. DOB circa 1980; POB Sampleton, Syria; nationality Syria; "
            "a.k.a. 'Abu Sample'.",
        ),
        Entry(
            id="102",
            subject=Subject.GROUP,
            names=(ListedName("SAMPLE TRADING CO."), ListedName("SAMPLE & SONS")),
            programmes=("SYRIA", "SDGT"),
        ),
        Entry(id="103", subject=Subject.OTHER, names=(ListedName("SAMPLE STAR"),), programmes=("SYRIA",)),
    ]


def test_ofac_xml_says_the_same_as_its_csv() -> None:
    csv, xml = person(ALL["OFAC CSV"]), person(ALL["OFAC XML"])
    assert xml.births == csv.births
    assert [name.weak for name in xml.names] == [name.weak for name in csv.names]
    assert xml.birth_places == csv.birth_places


def test_un_keeps_the_original_script_and_a_span_of_years() -> None:
    found = person(ALL["UN XML"])
    assert found.id == "SAi.001"
    assert [name.text for name in found.names] == [
        "KARIM SALIM AL-SAMPLE",
        "كريم سليم السامبل",
        "Kareem Sample",
        "Abu Sample",
    ]
    assert found.births == ("1977/1979", "1980~")
    assert found.listed_on == "2014-09-23"


def test_eu_rows_that_stand_apart_make_one_entry() -> None:
    found = person(ALL["EU CSV"])
    assert found.id == "EU.1.1"
    assert [name.text for name in found.names] == ["Karim SAMPLE", "كريم السامبل"]
    assert found.birth_places == ("Sampleton, SYRIA",)
    assert found.nationalities == ("SYRIA",)
    assert person(ALL["EU XML"]).births == ("1979-02-09", "1980~")


def test_the_primary_name_of_a_uk_entry_goes_first_wherever_its_row_stands() -> None:
    found = person(ALL["OFSI CSV"])
    assert [(name.text, name.weak) for name in found.names] == [
        ("Karim Salim AL-SAMPLE", False),
        ("كريم السامبل", False),
        ("Abu SAMPLE", True),
    ]
    assert found.nationalities == ("Syria", "Lebanon")
    assert found.listed_on == "2020-12-31"


def test_a_day_and_month_that_the_uk_does_not_know_leave_the_year() -> None:
    assert person(ALL["UK CSV"]).births == ("1979",)


def test_ftm_leaves_out_what_only_says_something_of_a_target() -> None:
    assert [entry.id for entry in read_list(ALL["OpenSanctions FtM"])[2]] == ["Q1"]


@pytest.mark.parametrize(
    ("file", "message"),
    [
        (ListFile("x.txt", b"hello"), r"x\.txt: not a list that is known"),
        (ListFile("x.xml", b"<sdnList><sdnEntry>"), r"x\.xml, line 1: not XML"),
        (ListFile("x.xml", b"<sdnList>\n<sdnEntry><uid>1</uid></sdnEntry></sdnList>"), r"x\.xml, line 2: .* without"),
        (ListFile("x.csv", samples.SDN.data + b"\nx,y"), r"x\.csv, row 5: 2 cells where 12"),
        (
            ListFile("x.csv", samples.SDN.data.replace(b"102,", b"one,")),
            r"x\.csv, row 2, cell 1: 'one' is not the number",
        ),
        (ListFile("x.csv", samples.SIMPLE_CSV.data.replace(b'"Karim Sample"', b'""')), r"row 2, cell name: is empty"),
        (ListFile("x.csv", b"Name 6,Name 1\r\nA,B\r\n"), r"x\.csv, row 1: the header lacks Group ID"),
        (ListFile("x.json", b'{"id": 1}\n'), r"x\.json, row 1: not an entity"),
        (ListFile("x.json", b'{"id": 1\n'), r"x\.json, row 1: not JSON"),
        (ListFile("x.csv", samples.SDN.data.replace(b"102,", b"101,")), r"two entries with the number 101"),
    ],
)
def test_a_fault_names_the_file_the_row_and_the_reason(file: ListFile, message: str) -> None:
    with pytest.raises(InputError, match=message):
        read_list([file])


def test_an_xml_list_fetches_nothing_and_expands_nothing() -> None:
    bomb = b'<!DOCTYPE s [<!ENTITY a SYSTEM "file:///etc/hostname">]>' + samples.SDN_XML.data.split(b"?>", 1)[
        1
    ].replace(b"Karim", b"&a;")
    found = person([ListFile("x.xml", bomb)])
    assert found.label == "AL-SAMPLE"
