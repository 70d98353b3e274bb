"""`tawthiq read` killed at random moments: what it told as stored is stored, and running it again completes it."""

from __future__ import annotations

import random
import re
import signal
import sqlite3
import subprocess
import time
from contextlib import closing
from pathlib import Path

from tawthiq.ledger import open_ledger
from tawthiq.register import stored_hash
from tests.cli.running import COMMAND, done
from tests.cli.writing import write_reports

KILLS = 20
LATE = 3
"""More of them when all is stored, and the register is being made."""

REPORTS = 2000
BATCH = 25
STORED = re.compile(r"stored (\d+) report\(s\)")


def killed(folder: Path, store: Path, lines: int, seconds: float) -> tuple[int, int]:
    """How a run ended, and how many reports it told of as stored: killed so many lines and seconds after its start.

    The error output is read to its end, which comes only when the workers have gone too.
    """
    command = [*COMMAND, "read", str(folder), "--store", str(store), "--jobs", "2"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr is not None
        told = [process.stderr.readline() for _ in range(lines)]
        time.sleep(seconds)
        process.send_signal(signal.SIGKILL)
        told += process.stderr
    assert "Traceback" not in "".join(told)
    stored = [int(match[1]) for line in told if line.endswith("\n") and (match := STORED.match(line))]
    return process.returncode, max(stored, default=0)


def claims_by_report(store: Path) -> dict[str, int]:
    """How many claims each stored report has; empty where the store is not made yet."""
    if not store.exists():
        return {}
    with open_ledger(store), closing(sqlite3.connect(store)) as database:
        asked = "SELECT reports.id, count(claims.id) FROM reports LEFT JOIN claims ON report = reports.id GROUP BY 1"
        return dict(database.execute(asked).fetchall())


def test_kill_at_random_moments(tmp_path: Path) -> None:
    folder = write_reports(tmp_path / "reports", REPORTS)
    whole, store = tmp_path / "whole.db", tmp_path / "killed.db"
    done("read", folder, "--store", whole)
    reference = claims_by_report(whole)
    assert len(reference) == REPORTS

    moments = random.Random(2023)
    held: dict[str, int] = {}
    for kill in range(KILLS):
        missing = (REPORTS - len(held)) // BATCH
        # Never so late that a later kill finds nothing to do.
        lines = moments.randint(0, missing // (KILLS - kill))
        ended, told = killed(folder, store, lines, moments.uniform(0, 0.3 if lines else 1))
        before, held = held, claims_by_report(store)
        assert ended == -signal.SIGKILL
        assert len(held) >= len(before) + told
        assert before.items() <= held.items() <= reference.items()
    for _ in range(LATE):
        killed(folder, store, (REPORTS - len(claims_by_report(store))) // BATCH, moments.uniform(0.5, 3))

    done("read", folder, "--store", store)
    assert claims_by_report(store) == reference
    with open_ledger(store) as ledger, open_ledger(whole) as other:
        assert len({report.sha256 for report in ledger.reports()}) == REPORTS
        assert ledger.verify_chain() == []
        assert stored_hash(ledger) == stored_hash(other)
