"""A store with three short reports, made once, and copied for tests that change it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.cli.running import done

REPORTS = {
    "nawa": "2021-11-23\nاغتيال في نوى\nقُتل سامر وليد الخطيب برصاص مجهولين في مدينة نوى غربي درعا، بحسب مصدر محلي.\n",
    "tafas": "2021-11-24\nانفجار في طفس\nأصيب 5 مدنيين بينهم نبيل هيثم الرفاعي جراء انفجار عبوة ناسفة في طفس أمس.\n",
    "jasim": "2021-11-25\nخطف في جاسم\nخُطف سامر وليد الخطيب في مدينة جاسم أمس، ولا يزال مصيره مجهولاً.\n",
}


@pytest.fixture(scope="session")
def reports(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("reports")
    for name, text in REPORTS.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    return folder


@pytest.fixture(scope="session")
def read_store(reports: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """For tests that only look."""
    store = tmp_path_factory.mktemp("store") / "read.db"
    done("read", reports, "--store", store)
    return store


@pytest.fixture
def own_store(read_store: Path, tmp_path: Path) -> Path:
    """For tests that judge or add."""
    return Path(shutil.copy(read_store, tmp_path / "own.db"))
