"""Latin and digit runs inside Arabic text, set apart so that 2019-07-28 and 12–15 keep their order."""

from __future__ import annotations

import re
from collections.abc import Iterator

from markupsafe import Markup, escape

from tawthiq.model import Span

_WORD = "[0-9A-Za-zÀ-ÖØ-öø-ɏ_]"
_FOREIGN = rf"(?:[0-9]+ )?[@#]?[0-9]*[A-Za-zÀ-ÖØ-öø-ɏ]{_WORD}*(?:(?:[@.,:;/&'’+–—-]*/? ?)[@#]?{_WORD}+)*"
# Numbers in a row ("33, 17") follow the text around them; dates, times, ranges and decimals keep their own order.
_NUMBERS = r"[0-9]+(?:(?:[.,:/+]| ?[–—-] ?)[0-9]+)*"
_RUN = re.compile(rf"(?:{_FOREIGN}|{_NUMBERS})%?")
_ARABIC = re.compile(r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_LATIN = re.compile(r"[A-Za-z]")
_FIRST_STRONG, _POP = "\u2068", "\u2069"


def runs(text: str) -> Iterator[Span]:
    """Stretches to be isolated, the whole of a Latin text; a plain whole number keeps its order anywhere."""
    if runs_left_to_right(text):
        yield Span(len(text) - len(text.lstrip()), len(text.rstrip()))
        return
    for found in _RUN.finditer(text):
        if not found[0].isdecimal():
            yield Span(*found.span())


def isolate(text: str) -> Markup:
    """Escaped HTML with each run in a <bdi>."""
    out, at = Markup(), 0
    for run in runs(text):
        out += escape(text[at : run.start]) + Markup('<bdi dir="ltr">{}</bdi>').format(run.of(text))
        at = run.end
    return out + escape(text[at:])


def isolate_plain(text: str) -> str:
    """The same where no markup can stand, with U+2068 and U+2069."""
    out, at = "", 0
    for run in runs(text):
        out += f"{text[at : run.start]}{_FIRST_STRONG}{run.of(text)}{_POP}"
        at = run.end
    return out + text[at:]


def runs_left_to_right(text: str) -> bool:
    """Whether a paragraph is to be set from the left: it has Latin letters and no Arabic ones."""
    return bool(_LATIN.search(text)) and not _ARABIC.search(text)


def cut(text: str, most: int) -> str:
    """One line of at most so many characters, cut between words."""
    line = " ".join(text.split())
    if len(line) <= most:
        return line
    head = line[: most - 1]
    return (head.rsplit(" ", 1)[0] if " " in head else head) + "…"
