"""Where words that somebody wrote down stand in a text, whatever the spelling and with particles attached or not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from tawthiq.model import Span
from tawthiq.text.fold import Folded, fold_phrase


def places_of(folded: Folded, phrase: str) -> Iterator[Span]:
    """Spans of the source text whose folded words are those of the phrase in order, signs between them passed over.

    Particles before the first word (و ف ب ل ك) are left outside; behind لل, which hides an article, it is inside.
    """
    pattern = _pattern(fold_phrase(phrase))
    for found in pattern.finditer(folded.norm) if pattern else ():
        group = "plain" if found["plain"] else "hidden"
        yield folded.source(*found.span(group))


def first_place(folded: Folded, phrase: str) -> Span | None:
    return next(places_of(folded, phrase), None)


@lru_cache(maxsize=4096)
def _pattern(phrase: str) -> re.Pattern[str] | None:
    first, *rest = phrase.split() or [""]
    if not first:
        return None
    behind = "".join(rf"\W+{re.escape(word)}" for word in rest)
    hidden = rf"|[وف]?(?P<hidden>لل{re.escape(first[2:])}{behind})" if first.startswith("ال") else "|(?P<hidden>(?!))"
    return re.compile(rf"(?<!\w)(?:[وف]?[بلك]?(?P<plain>{re.escape(first)}{behind}){hidden})(?!\w)")
