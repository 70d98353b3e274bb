"""The one tree of errors: each says in a sentence what is wrong and where, and carries an exit code for scripts."""

from __future__ import annotations


class TawthiqError(Exception):
    """Anything that a user can cause or mend; faces print it as one line and exit with `exit_code`."""

    exit_code = 1


class UsageError(TawthiqError):
    """A command was given words or options that do not fit."""

    exit_code = 2


class MissingExtraError(UsageError):
    """Something was asked for that an extra of the package brings, and the extra is not installed."""

    def __str__(self) -> str:
        return f"{super().__str__()} (in a clone of the repository: make dev)"


class InputError(TawthiqError):
    """A source document cannot be read; the others go on."""

    exit_code = 3


class NotFoundError(TawthiqError):
    """An id or a name that the store does not have."""

    exit_code = 4


class AmbiguousError(NotFoundError):
    """A beginning of an id that several things share."""


class StoreError(TawthiqError):
    """The store cannot be opened, or refuses a write."""

    exit_code = 5


class ValueFormatError(TawthiqError, ValueError):
    """A date, range, code or value that is not written as its standard says."""

    exit_code = 2
