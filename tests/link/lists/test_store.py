from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tawthiq.errors import InputError, NotFoundError, UsageError
from tawthiq.ledger import Ledger
from tawthiq.link.lists import store
from tawthiq.link.lists.entry import Subject
from tawthiq.link.lists.formats import read_list
from tawthiq.link.lists.formats.source import ListFile
from tests.link.lists import samples


def test_a_version_is_kept_whole_with_its_date_and_hashes(ledger: Ledger) -> None:
    version = store.add_version(ledger, "ofac", [samples.SDN, samples.ALT], "2024-05-03")
    assert store.versions(ledger) == store.in_force(ledger) == [version]
    assert (version.dated, version.entries) == ("2024-05-03", 3)
    assert [name for name, _ in version.files] == ["alt.csv", "sdn.csv"]
    assert list(store.entries_of(ledger, version)) == read_list([samples.SDN, samples.ALT])[2]
    assert [entry.id for entry in store.entries_of(ledger, version, Subject.PERSON)] == ["101"]


def test_the_same_files_again_are_the_same_version(ledger: Ledger) -> None:
    first = store.add_version(ledger, "un", [samples.UN_XML])
    assert store.add_version(ledger, "un", [replace(samples.UN_XML, name="other.xml")]) == first
    assert len(store.versions(ledger)) == 1


def test_the_newest_by_its_own_date_is_in_force_whenever_it_was_added(ledger: Ledger) -> None:
    newer = ListFile(
        "un.xml", samples.UN_XML.data.replace(b"2024-05-02", b"2025-01-01").replace(b"SAe.002", b"SAe.003")
    )
    later = store.add_version(ledger, "un", [newer])
    older = store.add_version(ledger, "un", [samples.UN_XML])
    assert store.versions(ledger, "un") == [older, later]
    assert store.version_of(ledger, "un") == later
    change = store.compare_versions(ledger, older, later)
    assert (change.added, change.removed, change.changed) == (("SAe.003",), ("SAe.002",), ())


def test_what_is_not_there_is_said(ledger: Ledger, tmp_path: Path) -> None:
    store.add_version(ledger, "un", [samples.UN_XML])
    with pytest.raises(NotFoundError, match="no list 'eu' in the store; there: un"):
        store.version_of(ledger, "eu")
    with pytest.raises(InputError, match="No such file"):
        store.load_files([tmp_path / "none.xml"])
    with pytest.raises(UsageError, match="is not a date"):
        store.add_version(ledger, "x", [samples.EU_XML], "yesterday")


def test_a_faulty_file_leaves_nothing_behind(ledger: Ledger) -> None:
    with pytest.raises(InputError):
        store.add_version(ledger, "ofac", [ListFile("sdn.csv", samples.SDN.data + b"\nx,y")])
    assert store.versions(ledger) == []
