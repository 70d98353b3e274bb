"""Words cut where their direction turns, so that every renderer can isolate foreign runs, dates and ranges."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tawthiq.model import Span
from tawthiq.publish.pages.bidi import runs

_AT_LEAST = re.compile(r"(?<![0-9,.–-])[0-9][0-9,]*\+(?![0-9])")
_ARABIC = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc"
# From the first Arabic letter to the last, with what stands between and belongs to it.
_ARABIC_RUN = re.compile(rf"[{_ARABIC}](?:[^A-Za-z\n]*[{_ARABIC}])?")


@dataclass(frozen=True, slots=True)
class Piece:
    """`direction` is rtl or ltr where the piece is to be isolated, "" where it runs on with the text."""

    text: str
    direction: str = ""


def pieces(text: str, language: str) -> Iterator[Piece]:
    """All of the text in order."""
    if language != "ar":
        yield from _cut(text, ((found.start(), found.end()) for found in _ARABIC_RUN.finditer(text)), "rtl")
    else:
        yield from _cut(text, ((span.start, span.end) for span in _foreign(text)), "ltr")


def _foreign(text: str) -> Iterator[Span]:
    """Runs that keep their own order, with "17+" (at least 17); of two that overlap the first and longer."""
    held = [*runs(text), *(Span(found.start(), found.end()) for found in _AT_LEAST.finditer(text))]
    done = 0
    for span in sorted(held, key=lambda span: (span.start, -span.end)):
        if span.start >= done:
            yield span
            done = span.end


def _cut(text: str, spans: Iterator[tuple[int, int]], direction: str) -> Iterator[Piece]:
    at = 0
    for start, end in spans:
        if text[at:start]:
            yield Piece(text[at:start])
        yield Piece(text[start:end], direction)
        at = end
    if text[at:]:
        yield Piece(text[at:])
