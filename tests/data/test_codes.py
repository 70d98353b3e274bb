"""Every code list parses, has labels in both languages, and agrees with the enums of the model."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from enum import StrEnum
from importlib.resources import files
from typing import Any

import pytest

from tawthiq.model import enums
from tawthiq.model.codes import code_list

FOLDER = files("tawthiq") / "data" / "codes"
LISTS = sorted(path.name.removesuffix(".toml") for path in FOLDER.iterdir() if path.name.endswith(".toml"))
ARABIC = re.compile("[\u0621-\u064a]")
LATIN = re.compile("[A-Za-z]")
ACLED = {
    "Battles": {"Armed clash", "Government regains territory", "Non-state actor overtakes territory"},
    "Explosions/Remote violence": {
        "Chemical weapon", "Air/drone strike", "Suicide bomb", "Shelling/artillery/missile attack",
        "Remote explosive/landmine/IED", "Grenade",
    },
    "Violence against civilians": {"Sexual violence", "Attack", "Abduction/forced disappearance"},
    "Protests": {"Peaceful protest", "Protest with intervention", "Excessive force against protesters"},
    "Strategic developments": {"Agreement", "Arrests", "Looting/property destruction", "Other"},
}  # fmt: skip
PLOVER = {
    "ASSAULT": {
        "abduct", "torture", "targeted", "primitive", "firearms", "explosives", "suicide-attack", "aerial",
        "heavy-weapons",
    },
    "COERCE": {"seize", "restrict", "arrest"},
    "PROTEST": {"demo"},
}  # fmt: skip


def raw(name: str) -> dict[str, Any]:
    return tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", LISTS)
def test_list_is_named_as_its_file_and_says_what_it_is(name: str) -> None:
    assert raw(name)["list"] == name
    assert (FOLDER / f"{name}.toml").read_text(encoding="utf-8").startswith("# ")


@pytest.mark.parametrize("name", LISTS)
def test_codes_are_unique_and_labelled_in_both_languages(name: str) -> None:
    assert len(code_list(name)) == len(raw(name)["code"]) >= 3
    for entry in code_list(name).values():
        for text in (entry.ar, entry.definition_ar):
            assert ARABIC.search(text), entry
        for text in (entry.en, entry.definition_en):
            assert LATIN.search(text), entry
            assert not ARABIC.search(text), entry
        assert not LATIN.search(entry.ar), entry
        assert all(entry.maps.values()), entry


@pytest.mark.parametrize("name", LISTS)
@pytest.mark.parametrize("lang", ["ar", "en"])
def test_labels_of_a_list_differ(name: str, lang: str) -> None:
    labels = [entry.label(lang) for entry in code_list(name).values()]
    assert len(set(labels)) == len(labels)


@pytest.mark.parametrize(
    ("name", "enum"),
    [
        ("incident_types", enums.IncidentType), ("weapons", enums.Weapon), ("victim_groups", enums.VictimGroup),
        ("fates", enums.Fate), ("bounds", enums.Bound), ("stances", enums.Stance), ("metrics", enums.Metric),
        ("agreement_status", enums.AgreementStatus), ("affiliation_status", enums.AffiliationStatus),
        ("delegation_modes", enums.DelegationMode), ("conducts", enums.Conduct),
    ],
)  # fmt: skip
def test_list_and_enum_hold_the_same_codes(name: str, enum: type[StrEnum]) -> None:
    assert list(code_list(name)) == [member.value for member in enum]


def pair_is_known(maps: Mapping[str, str], scheme: Mapping[str, set[str]], event: str, kind: str) -> bool:
    return maps[kind] in scheme.get(maps[event], set())


@pytest.mark.parametrize("code", list(code_list("incident_types")))
def test_incident_type_is_mapped_to_terms_of_each_standard(code: str) -> None:
    maps = code_list("incident_types")[code].maps
    assert pair_is_known(maps, ACLED, "acled_event", "acled_sub_event")
    assert pair_is_known(maps, PLOVER, "plover_event", "plover_mode")
    assert maps["huridocs_act"]


def test_allegation_and_reliability_lead_to_admiralty_grades() -> None:
    sources = {entry.maps["admiralty_source"] for entry in code_list("reliability").values()}
    information = {entry.maps["admiralty_information"] for entry in code_list("allegation_status").values()}
    assert sources == set(code_list("admiralty_source"))
    assert information == set(code_list("admiralty_information"))


def test_agreement_status_uses_the_four_terms_of_pax() -> None:
    terms = {entry.maps["pax_status"] for entry in code_list("agreement_status").values()}
    known = {"Multiparty signed/agreed", "Unilateral document", "Status unclear", "Agreement with subsequent status"}
    assert terms <= known
