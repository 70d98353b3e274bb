"""Bytes to text: UTF-8, UTF-16 with a mark, and the Windows encoding of older Arabic files."""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

from tawthiq.errors import InputError

LEGACY = "windows-1256"
_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_ARABIC = re.compile("[\u0621-\u064a\u066e-\u06d3\u06fa-\u06ff]")
_LETTER = re.compile(r"[^\W\d_]")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_MOST_CONTROLS = 0.01
_HALF = 0.5
# Of the bytes beyond ASCII in damaged UTF-8 half begin a letter; in windows-1256 hardly any pair happens to spell one.
_UTF8_SHARE = 0.25


class Decoded(NamedTuple):
    """`charset` is the name of the encoding that the bytes were in."""

    text: str
    charset: str


def decode(data: bytes, declared: str | None = None) -> Decoded:
    """The text without its byte order mark, otherwise letter for letter; raises InputError with the reason alone.

    `declared` is the encoding that the file itself names; it comes after a byte order mark and before a guess.
    """
    decoded = _marked(data) or _declared(data, declared) or _guessed(data)
    nul = decoded.text.find("\0")
    if nul >= 0:
        raise InputError(f"a binary file, not text (NUL at character {nul})")
    if len(_CONTROL.findall(decoded.text)) > _MOST_CONTROLS * len(decoded.text):
        raise InputError("a binary file, not text (full of control characters)")
    if not decoded.text.strip():
        raise InputError("holds nothing but white space")
    return decoded


def arabic_share(text: str) -> float:
    """Arabic letters among all letters, 0 where there are none."""
    return len(_ARABIC.findall(text)) / max(1, len(_LETTER.findall(text)))


def _marked(data: bytes) -> Decoded | None:
    for mark, charset in _MARKS:
        if data.startswith(mark):
            try:
                return Decoded(data[len(mark) :].decode(charset), charset)
            except UnicodeDecodeError as error:
                raise _undecodable(error, charset, len(mark)) from error
    return None


def _declared(data: bytes, name: str | None) -> Decoded | None:
    if name is None:
        return None
    try:
        return Decoded(data.decode(name), name)
    except (LookupError, UnicodeDecodeError):
        return None


def _guessed(data: bytes) -> Decoded:
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError as error:
        if b"\0" in data:
            raise InputError(f"a binary file, not text (NUL at byte {data.index(0)})") from error
        text = data.decode(LEGACY)
        if _damaged_utf8(data) or arabic_share(text) < _HALF:
            raise _undecodable(error, "UTF-8", 0) from error
        return Decoded(text, LEGACY)


def _damaged_utf8(data: bytes) -> bool:
    beyond = sum(byte > 0x7F for byte in data)
    return len(_ARABIC.findall(data.decode("utf-8", "ignore"))) > _UTF8_SHARE * beyond


def _undecodable(error: UnicodeDecodeError, charset: str, skipped: int) -> InputError:
    at = error.start + skipped
    return InputError(f"not readable as {charset.upper()}: byte 0x{error.object[error.start]:02x} at offset {at}")
