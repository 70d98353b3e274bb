"""Code lists are data; the closed vocabularies of the code and the lists say the same."""

from __future__ import annotations

from enum import StrEnum
from importlib.resources import files

import pytest

from tawthiq.errors import NotFoundError
from tawthiq.model import (
    AffiliationStatus,
    AgreementStatus,
    Bound,
    DelegationMode,
    Fate,
    IncidentType,
    Kind,
    Metric,
    Stance,
    VictimGroup,
    Weapon,
)
from tawthiq.model.codes import code_list, label, list_of
from tawthiq.model.records import predicates

LISTS: dict[str, type[StrEnum]] = {
    "affiliation_status": AffiliationStatus,
    "agreement_status": AgreementStatus,
    "bounds": Bound,
    "delegation_modes": DelegationMode,
    "fates": Fate,
    "incident_types": IncidentType,
    "metrics": Metric,
    "stances": Stance,
    "victim_groups": VictimGroup,
    "weapons": Weapon,
}
FOLDER = files("tawthiq") / "data" / "codes"
ALL = sorted(item.name.removesuffix(".toml") for item in FOLDER.iterdir() if item.name.endswith(".toml"))


@pytest.mark.parametrize("name", LISTS)
def test_the_vocabulary_is_the_list(name: str) -> None:
    assert set(code_list(name)) == {member.value for member in LISTS[name]}


@pytest.mark.parametrize("name", ALL)
def test_every_code_has_a_label_in_both_languages(name: str) -> None:
    entries = code_list(name).values()
    assert entries
    for entry in entries:
        assert any("\u0600" <= char <= "\u06ff" for char in entry.ar)
        assert entry.en.isascii()


def test_incident_types_are_mapped_to_the_schemes_of_others() -> None:
    for entry in code_list("incident_types").values():
        assert entry.maps.keys() >= {"acled_sub_event", "plover_event", "huridocs_act"}, entry.code


def test_labels() -> None:
    assert label("incident_types", "shelling", "en").lower() == "shelling"
    assert label("incident_types", "shelling") == code_list("incident_types")["shelling"].ar
    assert label("incident_types", "no such code") == "no such code"


def test_the_list_of_a_field() -> None:
    assert list_of(Kind.TALLY, "metric") == "metrics"
    assert list_of(Kind.AGREEMENT, "status") == "agreement_status"
    assert list_of(Kind.AFFILIATION, "status") == "affiliation_status"
    assert list_of(Kind.PLACE, "gazetteer") is None


def test_every_field_of_codes_has_a_list_that_is_there() -> None:
    named = {list_of(kind, field) for kind in Kind for field in predicates(kind)} - {None}
    assert len(named) == 14
    assert all(code_list(name) for name in named if name)


def test_a_list_that_is_not_there() -> None:
    with pytest.raises(NotFoundError, match="no code list 'none'"):
        code_list("none")
