"""The command line: a face that calls the other rooms and is called by none."""

from __future__ import annotations

import gc

from tawthiq.cli.app import app
from tawthiq.cli.streams import speak_utf8


def main() -> None:
    """Run the command that the words on the command line name."""
    speak_utf8()
    # The word lists are hundreds of thousands of objects that stay: to look for rubbish among them every 700 objects
    # takes a tenth of a short run.
    gc.set_threshold(50_000, 20, 20)
    app()


__all__ = ["app", "main"]
