"""The command line: a face that calls the other rooms and is called by none."""

from __future__ import annotations

from tawthiq.cli.app import app
from tawthiq.cli.streams import speak_utf8


def main() -> None:
    """Run the command that the words on the command line name."""
    speak_utf8()
    app()


__all__ = ["app", "main"]
