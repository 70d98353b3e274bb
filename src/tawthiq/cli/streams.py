"""Standard output and error: UTF-8 whatever the locale says, and quiet when nobody reads on."""

from __future__ import annotations

import os
import sys
from io import TextIOWrapper


def speak_utf8() -> None:
    """Arabic is written in any locale (LANG=C too); half surrogates of odd file names come out as escapes."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def close_output() -> None:
    """After the reader of our output (head, less) has gone: what is still to be flushed goes nowhere, in silence."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)
