"""The command line: a face that calls the other rooms and is called by none."""

from __future__ import annotations

import sys

from tawthiq.cli.app import app
from tawthiq.errors import TawthiqError


def main() -> None:
    """Run a command; an error that a user can mend is one line and its exit code, never a traceback."""
    try:
        app()
    except TawthiqError as error:
        sys.stderr.write(f"tawthiq: {error}\n")
        sys.exit(error.exit_code)
    except BrokenPipeError:
        # The reader of our output (head, less) has gone; that is no error of ours.
        sys.stderr.close()
        sys.exit(0)


__all__ = ["app", "main"]
