"""One entry of a list, whatever the format that it came in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any


class Subject(StrEnum):
    """What a list names. Ships and aircraft are OTHER."""

    PERSON = "person"
    GROUP = "group"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class ListedName:
    """A name as the list writes it; `weak` where the list itself calls the alias weak or of low quality."""

    text: str
    weak: bool = False


@dataclass(frozen=True, slots=True)
class Entry:
    """`id` is the list's own number; `births` are EDTF dates of birth, any of which may be the right one."""

    id: str
    subject: Subject
    names: tuple[ListedName, ...]
    births: tuple[str, ...] = ()
    birth_places: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    nationalities: tuple[str, ...] = ()
    programmes: tuple[str, ...] = ()
    listed_on: str | None = None
    remarks: str = ""

    @property
    def label(self) -> str:
        return self.names[0].text

    def to_json(self) -> dict[str, Any]:
        return {key: value for key, value in asdict(self).items() if value}


def entry_from_json(body: Mapping[str, Any]) -> Entry:
    """The inverse of `Entry.to_json`."""
    names = tuple(ListedName(name["text"], name.get("weak", False)) for name in body["names"])
    lists = ("births", "birth_places", "places", "nationalities", "programmes")
    return Entry(
        id=body["id"],
        subject=Subject(body["subject"]),
        names=names,
        listed_on=body.get("listed_on"),
        remarks=body.get("remarks", ""),
        **{key: tuple(body.get(key, ())) for key in lists},
    )


def distinct(values: Iterable[str | None]) -> tuple[str, ...]:
    """The values that say something, each once, in order, with single spaces."""
    return tuple(
        dict.fromkeys(text for value in values if (text := " ".join((value or "").replace("\0", " ").split())))
    )


def names_of(strong: Iterable[str | None], weak: Iterable[str | None] = ()) -> tuple[ListedName, ...]:
    """Names each once, the strong ones first."""
    firm = distinct(strong)
    return tuple(map(ListedName, firm)) + tuple(ListedName(text, True) for text in distinct(weak) if text not in firm)
