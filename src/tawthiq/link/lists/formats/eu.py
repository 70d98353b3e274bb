"""The consolidated list of the European Union: XML (1.1) and CSV (1.1, semicolons, many rows an entry)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import groupby

from lxml import etree

from tawthiq.link.lists.dates import listed_date
from tawthiq.link.lists.entry import Entry, Subject, distinct, names_of
from tawthiq.link.lists.formats.source import ListFile, headed_rows, needed_cell, text_at, xml_root

_SUBJECTS = {"P": Subject.PERSON, "PERSON": Subject.PERSON, "E": Subject.GROUP, "ENTERPRISE": Subject.GROUP}
CSV_COLUMNS = ("Entity_LogicalId", "Entity_SubjectType", "NameAlias_WholeName")
_ADDRESS = ("Address_Street", "Address_City", "Address_Region", "Address_CountryDescription")


def read_eu_xml(file: ListFile) -> tuple[str | None, list[Entry]]:
    """The day that the file was generated, and its entries."""
    root = xml_root(file)
    return listed_date(root.get("generationDate") or ""), [_entry(file, e) for e in root.findall("sanctionEntity")]


def _entry(file: ListFile, element: etree._Element) -> Entry:
    aliases = element.findall("nameAlias")
    names = names_of(
        (_whole(alias) for alias in aliases if alias.get("strong") != "false"),
        (_whole(alias) for alias in aliases if alias.get("strong") == "false"),
    )
    id_ = element.get("euReferenceNumber") or element.get("logicalId") or ""
    if not id_ or not names:
        raise file.fault(f"line {element.sourceline}", "a sanctionEntity without number or name")
    kind = element.find("subjectType")
    births = element.findall("birthdate")
    return Entry(
        id=id_,
        subject=_subject("" if kind is None else kind.get("classificationCode") or kind.get("code") or ""),
        names=names,
        births=distinct(map(_birth, births)),
        birth_places=distinct(_joined(each, "city", "place", "region", "countryDescription") for each in births),
        places=distinct(
            _joined(each, "street", "city", "region", "countryDescription") for each in element.findall("address")
        ),
        nationalities=distinct(each.get("countryDescription") for each in element.findall("citizenship")),
        programmes=distinct(each.get("programme") for each in element.findall("regulation")),
        listed_on=listed_date(element.get("designationDate") or ""),
        remarks=text_at(element, "remark"),
    )


def _subject(code: str) -> Subject:
    return _SUBJECTS.get(code.upper(), Subject.OTHER)


def _whole(alias: etree._Element) -> str:
    parts = (alias.get("firstName"), alias.get("middleName"), alias.get("lastName"))
    return alias.get("wholeName") or " ".join(distinct(parts))


def _joined(element: etree._Element, *names: str) -> str:
    return ", ".join(distinct(element.get(name) for name in names))


def _birth(birth: etree._Element) -> str | None:
    about = "circa " if birth.get("circa") == "true" else ""
    first, last = birth.get("yearRangeFrom"), birth.get("yearRangeTo")
    if first and last:
        return listed_date(f"{first} to {last}")
    return listed_date(about + (birth.get("birthdate") or birth.get("year") or ""))


def read_eu_csv(file: ListFile) -> tuple[str | None, list[Entry]]:
    """The day that the file was generated, and its entries; rows of one entry need not stand together."""
    rows = []
    for number, row in headed_rows(file, ";", CSV_COLUMNS):
        needed_cell(file, number, row, "Entity_LogicalId")
        rows.append((number, row))
    rows.sort(key=lambda each: each[1]["Entity_LogicalId"])
    generated = next((row.get("fileGenerationDate", "") for _, row in rows), "")
    grouped = groupby(rows, key=lambda each: each[1]["Entity_LogicalId"])
    return listed_date(generated), [_merged(file, list(each)) for _, each in grouped]


def _merged(file: ListFile, numbered: list[tuple[int, dict[str, str]]]) -> Entry:
    rows = [row for _, row in numbered]
    names = names_of(
        (row["NameAlias_WholeName"] for row in rows if not _is_weak(row)),
        (row["NameAlias_WholeName"] for row in rows if _is_weak(row)),
    )
    if not names:
        raise file.fault(f"row {numbered[0][0]}, cell NameAlias_WholeName", "no name in any row of this entry")
    first = rows[0]
    return Entry(
        id=first.get("Entity_EU_ReferenceNumber") or first["Entity_LogicalId"],
        subject=_subject(first.get("Entity_SubjectType_ClassificationCode") or first["Entity_SubjectType"]),
        names=names,
        births=distinct(map(_csv_birth, rows)),
        birth_places=distinct(_cells(rows, ("BirthDate_City", "BirthDate_Place", "BirthDate_CountryDescription"))),
        places=distinct(_cells(rows, _ADDRESS)),
        nationalities=distinct(row.get("Citizenship_CountryDescription") for row in rows),
        programmes=distinct(row.get("Entity_Regulation_Programme") for row in rows),
        listed_on=next(filter(None, (listed_date(row.get("Entity_DesignationDate", "")) for row in rows)), None),
        remarks=first.get("Entity_Remark", ""),
    )


def _is_weak(row: Mapping[str, str]) -> bool:
    return row.get("NameAlias_Strong", "").lower() == "false"


def _csv_birth(row: Mapping[str, str]) -> str | None:
    first, last = row.get("BirthDate_YearRangeFrom", ""), row.get("BirthDate_YearRangeTo", "")
    if first and last:
        return listed_date(f"{first} to {last}")
    about = "circa " if row.get("BirthDate_Circa", "").lower() == "true" else ""
    return listed_date(about + (row.get("BirthDate_BirthDate") or row.get("BirthDate_Year") or ""))


def _cells(rows: Iterable[Mapping[str, str]], columns: Iterable[str]) -> list[str]:
    columns = tuple(columns)
    return [", ".join(distinct(row.get(column) for column in columns)) for row in rows]
