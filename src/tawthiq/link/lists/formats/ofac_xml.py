"""OFAC's SDN.XML (and the consolidated non-SDN list, which has the same shape)."""

from __future__ import annotations

from lxml import etree

from tawthiq.link.lists.dates import listed_date
from tawthiq.link.lists.entry import Entry, Subject, distinct, names_of
from tawthiq.link.lists.formats.source import ListFile, text_at, texts_at, xml_root

_SUBJECTS = {"individual": Subject.PERSON, "entity": Subject.GROUP}
_ADDRESS = ("address1", "address2", "address3", "city", "stateOrProvince", "country")


def read_ofac_xml(file: ListFile) -> tuple[str | None, list[Entry]]:
    """The day that the file was published, and its entries."""
    root = xml_root(file)
    month, _, rest = text_at(root, "publshInformation/Publish_Date").partition("/")
    day, _, year = rest.partition("/")
    return listed_date(f"{day}/{month}/{year}"), [_entry(file, element) for element in root.findall("sdnEntry")]


def _entry(file: ListFile, element: etree._Element) -> Entry:
    uid = text_at(element, "uid")
    if not uid or not (name := _name(element)):
        raise file.fault(f"line {element.sourceline}", "an sdnEntry without uid or lastName")
    akas = element.findall("akaList/aka")
    return Entry(
        id=uid,
        subject=_SUBJECTS.get(text_at(element, "sdnType").lower(), Subject.OTHER),
        names=names_of(
            [name, *(_name(aka) for aka in akas if not _weak(aka))], [_name(aka) for aka in akas if _weak(aka)]
        ),
        births=distinct(map(listed_date, texts_at(element, "dateOfBirthList/dateOfBirthItem/dateOfBirth"))),
        birth_places=distinct(texts_at(element, "placeOfBirthList/placeOfBirthItem/placeOfBirth")),
        places=distinct(_address(each) for each in element.findall("addressList/address")),
        nationalities=distinct(
            [
                *texts_at(element, "nationalityList/nationality/country"),
                *texts_at(element, "citizenshipList/citizenship/country"),
            ]
        ),
        programmes=distinct(texts_at(element, "programList/program")),
        remarks=text_at(element, "remarks"),
    )


def _name(element: etree._Element) -> str:
    """LAST, First: the comma tells which is the family's."""
    return ", ".join(distinct([text_at(element, "lastName"), text_at(element, "firstName")]))


def _weak(aka: etree._Element) -> bool:
    return text_at(aka, "category").lower() == "weak"


def _address(address: etree._Element) -> str:
    return ", ".join(distinct(text_at(address, part) for part in _ADDRESS))
