"""Code lists: codes with Arabic and English labels, definitions and mappings, kept as data files (data/README.md)."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files

from tawthiq.errors import NotFoundError
from tawthiq.model.enums import Kind

_LISTS: Mapping[str, str] = {
    "type": "incident_types",
    "fate": "fates",
    "weapon": "weapons",
    "victim_group": "victim_groups",
    "perpetrator": "perpetrators",
    "metric": "metrics",
    "mode": "delegation_modes",
    "nature": "agreement_natures",
    "stage": "paxstages",
    "scope": "agreement_scopes",
    "act": "trigger_acts",
    "conduct": "conducts",
}
_STATUS: Mapping[Kind, str] = {Kind.AGREEMENT: "agreement_status", Kind.AFFILIATION: "affiliation_status"}


@dataclass(frozen=True, slots=True)
class CodeEntry:
    """One code; `maps` names the scheme (acled_sub_event, plover_event, huridocs_act …) and the term there."""

    code: str
    ar: str
    en: str
    definition_ar: str = ""
    definition_en: str = ""
    maps: Mapping[str, str] = field(default_factory=dict)

    def label(self, lang: str) -> str:
        return self.ar if lang == "ar" else self.en


@cache
def code_list(name: str) -> Mapping[str, CodeEntry]:
    """The list of that name, in its order, by code: a standard's in data/codes, or words for our own in data/labels."""
    paths = [files("tawthiq") / "data" / folder / f"{name}.toml" for folder in ("codes", "labels")]
    path = next((path for path in paths if path.is_file()), None)
    if path is None:
        raise NotFoundError(f"no code list {name!r}")
    entries = tomllib.loads(path.read_text(encoding="utf-8"))["code"]
    return {entry["code"]: CodeEntry(**entry) for entry in entries}


def list_of(kind: Kind, field: str) -> str | None:
    """The name of the list whose codes that field of such a record holds; None where it holds none of a list."""
    return _STATUS.get(kind) if field == "status" else _LISTS.get(field)


def label(list_name: str, code: str, lang: str = "ar") -> str:
    """The label of a code, or the code itself where the list lacks it."""
    entry = code_list(list_name).get(code)
    return entry.label(lang) if entry else code
