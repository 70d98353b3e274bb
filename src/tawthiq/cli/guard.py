"""How every command ends when something is wrong: one line on standard error and an exit code, never a traceback."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import wraps

import typer

from tawthiq.cli.console import say
from tawthiq.cli.streams import close_output
from tawthiq.errors import TawthiqError

INTERRUPTED = 130
"""What shells give for a program that Ctrl-C ended."""


def guarded(command: Callable[..., None]) -> Callable[..., None]:
    """The command, with the same options, that turns errors which a user can mend into a line and a code."""

    @wraps(command)
    def run(*args: object, **options: object) -> None:
        try:
            _flushed(command, *args, **options)
        except TawthiqError as error:
            raise _ended(f"tawthiq: {error}", error.exit_code) from None
        except BrokenPipeError:
            close_output()
            raise typer.Exit(0) from None
        except OSError as error:
            close_output()
            raise _ended(f"tawthiq: {_reason(error)}", TawthiqError.exit_code) from None
        except KeyboardInterrupt:
            raise _ended("tawthiq: stopped", INTERRUPTED) from None

    return run


def _flushed(command: Callable[..., None], *args: object, **options: object) -> None:
    """A command whose output is out when it ends, so that a full disk or a closed pipe shows here, not at the exit."""
    try:
        command(*args, **options)
    finally:
        sys.stdout.flush()


def _reason(error: OSError) -> str:
    """What the system says, and of which file."""
    return f"{error.strerror or error}" + (f": {error.filename}" if error.filename else "")


def _ended(line: str, code: int) -> typer.Exit:
    say(line)
    return typer.Exit(code)
