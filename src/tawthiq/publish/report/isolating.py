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
    """Runs that keep their own order, with "17+", which is at least seventeen."""
    held = [Span(found.start(), found.end()) for found in _AT_LEAST.finditer(text)]
    taken = {span.start for span in held}
    apart = (run for run in runs(text) if run.start not in taken)
    yield from sorted((*held, *apart), key=lambda span: span.start)


def _cut(text: str, spans: Iterator[tuple[int, int]], direction: str) -> Iterator[Piece]:
    at = 0
    for start, end in spans:
        if text[at:start]:
            yield Piece(text[at:start])
        yield Piece(text[start:end], direction)
        at = end
    if text[at:]:
        yield Piece(text[at:])
