"""The core runs without the extras and the tools of developers."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path


def test_every_module_imports_with_the_core_alone() -> None:
    script = Path(__file__).with_name("core_only.py")
    done = subprocess.run([sys.executable, script], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    count, *blocked = done.stdout.split()
    assert int(count) > 50
    assert {"psycopg", "hypothesis", "pytest", "mypy"} <= set(blocked)
    assert {"sqlalchemy", "trafilatura", "typer"}.isdisjoint(blocked)
