"""Aims of an agreement or meeting, as stated."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import pairwise

from tawthiq.extract.facts import Phrase, Reading
from tawthiq.extract.page import Page
from tawthiq.extract.patterns import find, trimmed
from tawthiq.model import Span
from tawthiq.text.fold import fold_word
from tawthiq.text.tables import column


@cache
def _nouns() -> frozenset[str]:
    return frozenset(fold_word(noun) for noun in column("lexicon/aim_nouns.tsv", "noun"))


def read_aims(page: Page, found: Reading) -> Reading:
    """Every aim that is stated beside an agreement or a meeting, in the order of the text."""
    if not (found.agreements or found.meetings):
        return found
    aims = [aim for hit in find(page, "aims") if (part := hit.part("aims")) for aim in _split(page, part)]
    apart: list[Phrase] = []
    for aim in sorted(aims, key=lambda a: (a.span.start, -a.span.end)):
        if not any(aim.span.overlaps(held.span) for held in apart):
            apart.append(aim)
    return replace(found, aims=found.aims + tuple(apart))


def _split(page: Page, part: Phrase) -> Iterator[Phrase]:
    """A list of aims, parted where "و" or a comma stands before a verbal noun that begins an aim."""
    cuts = [t.start for t in page.words(part.span)[1:] if t.norm.startswith("و") and t.norm[1:] in _nouns()]
    edges = [part.span.start, *cuts, part.span.end]
    for start, end in pairwise(edges):
        lead = int(start in cuts)
        if aim := trimmed(page, Span(start + lead, end)):
            yield aim
