"""Takes the bytes of one file into memory, once, and says plainly why it cannot."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

from tawthiq.errors import InputError
from tawthiq.ingest.source import printable

MEGABYTE = 1_000_000
LARGEST = 50 * MEGABYTE

_REASONS = {
    errno.ENOENT: "no such file or folder",
    errno.EACCES: "permission to read it is denied",
    errno.EPERM: "permission to read it is denied",
    errno.ELOOP: "a symbolic link that leads back to itself",
    errno.ENAMETOOLONG: "the name is too long",
    errno.ENOTDIR: "no such file or folder",
}


def load(path: Path) -> bytes:
    """All bytes of a regular file of at most `LARGEST` bytes; raises InputError with the reason alone."""
    try:
        _check(os.stat(path))
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except OSError as error:
        raise InputError(reason_of(error, path)) from error
    if not data:
        raise InputError("an empty file")
    _check_size(len(data))
    return data


def reason_of(error: OSError, path: Path) -> str:
    """One line on what the system refused."""
    if error.errno == errno.ENOENT and path.is_symlink():
        return f"a symbolic link to nothing: {printable(path.readlink())}"
    return _REASONS.get(error.errno or 0) or f"cannot be read: {error.strerror}"


def _check(status: os.stat_result) -> None:
    if stat.S_ISDIR(status.st_mode):
        raise InputError("a folder, not a file")
    if not stat.S_ISREG(status.st_mode):
        raise InputError("not a regular file (a pipe, socket or device)")
    _check_size(status.st_size)


def _check_size(size: int) -> None:
    if size > LARGEST:
        raise InputError(f"too large: {size / MEGABYTE:.1f} MB, and at most {LARGEST // MEGABYTE} MB are read")
