"""The command line as a test runs it: in this process where that will do, in one of its own where it must be real."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from typer.testing import CliRunner, Result

from tawthiq.cli import app

COMMAND = [sys.executable, "-m", "tawthiq.cli"]


def run(*words: object, env: Mapping[str, str] | None = None) -> Result:
    """In this process; an error that is not meant for users comes through as it is."""
    result = CliRunner().invoke(app, [str(word) for word in words], env=env)
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result


def done(*words: object, code: int = 0) -> Result:
    """A run that ends with this exit code."""
    result = run(*words)
    assert result.exit_code == code, result.output
    return result


def data(*words: object) -> Any:
    """What `--json` prints."""
    return json.loads(done(*words, "--json").stdout)


def real(
    *words: object, cwd: Path | None = None, env: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[bytes]:
    """In a process of its own; bytes, since what is written must be UTF-8 whatever the locale."""
    command = [*COMMAND, *map(str, words)]
    return subprocess.run(command, cwd=cwd, env=env, capture_output=True, check=False, timeout=120)


def surroundings(**changes: str) -> dict[str, str]:
    """The environment of a process, with these changes."""
    return os.environ | changes
