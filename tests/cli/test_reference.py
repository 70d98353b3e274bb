"""docs/cli.md says what the commands say."""

from __future__ import annotations

import runpy
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def test_the_reference_is_up_to_date() -> None:
    made = runpy.run_path(str(ROOT / "scripts" / "make_cli_docs.py"))["reference"]()
    stored = (ROOT / "docs" / "cli.md").read_text(encoding="utf-8")
    assert stored == made, "run: python scripts/make_cli_docs.py"
