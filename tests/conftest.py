"""Fixtures for every room: stores on both databases. A test that takes `ledger` or `new_store` runs on each."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from itertools import count
from pathlib import Path

import pytest

from tawthiq.ledger import Ledger, open_ledger
from tests.postgres import OFF, Cluster, running_cluster


def pytest_report_header() -> str:
    off = os.environ.get(OFF) == "1"
    return f"PostgreSQL: {f'LEFT OUT, because {OFF}=1' if off else 'a private cluster, started when first needed'}"


@pytest.fixture(scope="session")
def cluster() -> Iterator[Cluster]:
    if os.environ.get(OFF) == "1":
        pytest.skip(f"PostgreSQL is left out, because {OFF}=1")
    with running_cluster() as started:
        yield started


@pytest.fixture(params=["sqlite", "postgresql"])
def new_store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Callable[[], str]]:
    """Makes a new, empty store at each call and gives its path or URL."""
    with ExitStack() as stack:
        if request.param == "sqlite":
            numbers = count(1)
            yield lambda: str(tmp_path / f"store{next(numbers)}.db")
        else:
            started: Cluster = request.getfixturevalue("cluster")
            yield lambda: stack.enter_context(started.database())


@pytest.fixture
def ledger(new_store: Callable[[], str]) -> Iterator[Ledger]:
    """An empty ledger, on SQLite and on PostgreSQL."""
    with open_ledger(new_store()) as opened:
        yield opened
