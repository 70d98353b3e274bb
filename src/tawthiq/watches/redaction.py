"""What is withheld from what leaves: names and words, places made coarse, by a profile (data/redaction/*.toml)."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from enum import StrEnum
from importlib.resources import files
from pathlib import Path
from typing import Any

from tawthiq.errors import NotFoundError, ValueFormatError
from tawthiq.figures.areas import kind_of, name_of, within
from tawthiq.model.codes import label
from tawthiq.watches.model import Facts, Item

_PACKAGED = ("public", "office")
_WIDER = {"district": ("district", "governorate", "country"), "governorate": ("governorate", "country")}


class Places(StrEnum):
    KEEP = "keep"
    DISTRICT = "district"
    GOVERNORATE = "governorate"
    WITHHOLD = "withhold"


@dataclass(frozen=True, slots=True)
class Profile:
    """Whether names of persons and of groups, and words of reports, may leave; how exact places may be."""

    name: str
    persons: bool
    groups: bool
    words: bool
    places: Places
    text_ar: str
    text_en: str


def load_profile(name: str) -> Profile:
    """A profile of the package by its name, or that of a TOML file. NotFoundError, ValueFormatError."""
    if name in _PACKAGED:
        return _parse((files("tawthiq") / "data" / "redaction" / f"{name}.toml").read_text(encoding="utf-8"), name)
    try:
        return _parse(Path(name).read_text(encoding="utf-8"), name)
    except OSError as error:
        raise NotFoundError(f"cannot read the profile {name}: {error.strerror}; or name public or office") from error
    except UnicodeDecodeError as error:
        raise ValueFormatError(f"{name}: not UTF-8") from error


def _parse(text: str, where: str) -> Profile:
    try:
        data: dict[str, Any] = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ValueFormatError(f"{where}: not TOML: {error}") from error
    if wrong := set(Profile.__slots__) ^ data.keys():
        raise ValueFormatError(f"{where}: a profile has exactly the keys {sorted(Profile.__slots__)}; see {wrong}")
    flags = ("persons", "groups", "words")
    if not all(isinstance(data[key], bool) for key in flags) or data["places"] not in set(Places):
        raise ValueFormatError(f"{where}: persons, groups and words are true or false; places one of {list(Places)}")
    return Profile(**(data | {"places": Places(data["places"])}))


def redacted(item: Item, profile: Profile) -> Facts:
    """The item as it may leave. What is withheld is absent, and `withheld` counts the names that are."""
    withheld = len(item.persons) * (not profile.persons) + len(item.groups) * (not profile.groups)
    told = {
        "kind": item.kind,
        "kind_ar": label("kinds", item.kind),
        "change": item.change,
        "act": item.act,
        "act_ar": label("incident_types", item.act) if item.act else "",
        "day": item.day,
        "place": _place(item, profile.places),
        "persons": list(item.persons) if profile.persons else [],
        "groups": list(item.groups) if profile.groups else [],
        "counts": dict(item.counts),
        "words": item.words if profile.words else "",
        "withheld": withheld,
    }
    return {name: value for name, value in told.items() if value}


def _place(item: Item, places: Places) -> str:
    if places is Places.KEEP:
        return name_of(item.place) if item.place else item.place_words
    if places is Places.WITHHOLD or not item.place:
        return ""
    wider = _WIDER[places.value]
    if kind_of(item.place) in wider:
        return name_of(item.place)
    found = next(filter(None, (within(item.place, kind) for kind in wider)), "")
    return name_of(found) if found else ""
