"""A run that is killed at any moment loses nothing that it reported as stored, and running it again completes it."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
import time
from pathlib import Path

from tawthiq.ledger import open_ledger
from tests.ledger.samples import batch_of

ROOT = Path(__file__).parents[2]
KILLS = 20
BATCHES = 400
RUN = f"""
import sys
from tawthiq.ledger import open_ledger
from tests.ledger.samples import batch_of
print("ready", flush=True)
with open_ledger(sys.argv[1]) as ledger:
    for number in range(int(sys.argv[2]), {BATCHES}):
        ledger.append(batch_of(number))
        print(number, flush=True)
"""


def run(store: Path, after: float | None, start: int) -> list[int]:
    """Numbers of the batches that the run reported; killed `after` seconds of work, or left to end."""
    command = [sys.executable, "-c", RUN, str(store), str(start)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
        if after is not None:
            time.sleep(after)
            process.send_signal(signal.SIGKILL)
        return [int(line) for line in process.stdout if line.endswith("\n")]


def test_kill_at_random_moments(tmp_path: Path) -> None:
    store = tmp_path / "store.db"
    moments = random.Random(2023)
    reported: set[int] = set()
    for kill in range(KILLS):
        reported.update(run(store, moments.uniform(0.0, 0.25), start=max(kill * 5, max(reported, default=0) - 3)))
        with open_ledger(store) as ledger:
            names = {report.name for report in ledger.reports()}
            assert names >= {f"r{number}" for number in reported}
            assert len(list(ledger.claims())) == 3 * len(names)
            assert ledger.verify_chain() == []
    run(store, None, start=0)
    with open_ledger(store) as ledger:
        assert sorted(r.name for r in ledger.reports()) == sorted(f"r{number}" for number in range(BATCHES))
        assert {c.id for c in ledger.claims()} == {c.id for n in range(BATCHES) for c in batch_of(n).claims}
        assert len(list(ledger.judgements())) == 2 * BATCHES
        assert len(ledger.search("أحمد", kinds=["report"], limit=2 * BATCHES)) == BATCHES
        assert ledger.verify_chain() == ledger.verify_content() == []
