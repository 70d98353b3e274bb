"""The consolidated list of the United Nations Security Council, XML."""

from __future__ import annotations

from lxml import etree

from tawthiq.link.lists.dates import listed_date
from tawthiq.link.lists.entry import Entry, Subject, distinct, names_of
from tawthiq.link.lists.formats.source import ListFile, text_at, texts_at, xml_root

_NAMES = ("FIRST_NAME", "SECOND_NAME", "THIRD_NAME", "FOURTH_NAME")
_PLACE = ("CITY", "STATE_PROVINCE", "COUNTRY")


def read_un(file: ListFile) -> tuple[str | None, list[Entry]]:
    """The day that the file was generated, and its entries."""
    root = xml_root(file)
    people = [_entry(file, each, "INDIVIDUAL", Subject.PERSON) for each in root.findall("INDIVIDUALS/INDIVIDUAL")]
    bodies = [_entry(file, each, "ENTITY", Subject.GROUP) for each in root.findall("ENTITIES/ENTITY")]
    return listed_date(root.get("dateGenerated") or ""), people + bodies


def _entry(file: ListFile, element: etree._Element, tag: str, subject: Subject) -> Entry:
    id_ = text_at(element, "REFERENCE_NUMBER") or text_at(element, "DATAID")
    name = " ".join(distinct(text_at(element, part) for part in _NAMES))
    if not id_ or not name:
        raise file.fault(f"line {element.sourceline}", f"an {tag} without number or name")
    aliases = element.findall(f"{tag}_ALIAS")
    good = [text_at(alias, "ALIAS_NAME") for alias in aliases if not _low(alias)]
    return Entry(
        id=id_,
        subject=subject,
        names=names_of(
            [name, text_at(element, "NAME_ORIGINAL_SCRIPT"), *good],
            [text_at(alias, "ALIAS_NAME") for alias in aliases if _low(alias)],
        ),
        births=distinct(_birth(each) for each in element.findall(f"{tag}_DATE_OF_BIRTH")),
        birth_places=distinct(_place(each) for each in element.findall(f"{tag}_PLACE_OF_BIRTH")),
        places=distinct(_place(each) for each in element.findall(f"{tag}_ADDRESS")),
        nationalities=distinct(texts_at(element, "NATIONALITY/VALUE")),
        programmes=distinct([text_at(element, "UN_LIST_TYPE")]),
        listed_on=listed_date(text_at(element, "LISTED_ON")),
        remarks=text_at(element, "COMMENTS1"),
    )


def _low(alias: etree._Element) -> bool:
    return text_at(alias, "QUALITY").lower() == "low"


def _birth(birth: etree._Element) -> str | None:
    first, last = text_at(birth, "FROM_YEAR"), text_at(birth, "TO_YEAR")
    if first and last:
        return listed_date(f"{first} to {last}")
    about = "circa " if text_at(birth, "TYPE_OF_DATE").lower().startswith("approx") else ""
    return listed_date(about + (text_at(birth, "DATE") or text_at(birth, "YEAR")))


def _place(element: etree._Element) -> str:
    return ", ".join(distinct(text_at(element, part) for part in _PLACE))
